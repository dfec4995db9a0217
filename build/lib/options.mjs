/** @typedef {{ demo: boolean, browser: boolean, help: boolean, data?: string, from?: string }} StartOptions */
/** @typedef {{ ok: true, options: StartOptions } | { ok: false, problem: 'unknownOption' | 'optionNeedsValue', option: string }} Parsed */

/**
 * Reads the arguments of `npm start`.
 * @param {readonly string[]} args
 * @returns {Parsed}
 */
export function startOptions(args) {
  /** @type {StartOptions} */
  const options = { demo: false, browser: false, help: false }
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--demo' || arg === '--browser' || arg === '--help') {
      options[/** @type {'demo' | 'browser' | 'help'} */ (arg.slice(2))] = true
      continue
    }
    const [name = '', ...inline] = arg.split('=')
    if (name !== '--data' && name !== '--from')
      return { ok: false, problem: 'unknownOption', option: arg }
    const value = inline.length === 0 ? rest.shift() : inline.join('=')
    if (!value || value.startsWith('--'))
      return { ok: false, problem: 'optionNeedsValue', option: name }
    options[/** @type {'data' | 'from'} */ (name.slice(2))] = value
  }
  return { ok: true, options }
}
