/** @typedef {{ demo: boolean, browser: boolean, help: boolean, data?: string }} StartOptions */
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
    } else if (arg === '--data' || arg.startsWith('--data=')) {
      const data = arg === '--data' ? rest.shift() : arg.slice('--data='.length)
      if (!data || data.startsWith('--'))
        return { ok: false, problem: 'optionNeedsValue', option: '--data' }
      options.data = data
    } else {
      return { ok: false, problem: 'unknownOption', option: arg }
    }
  }
  return { ok: true, options }
}
