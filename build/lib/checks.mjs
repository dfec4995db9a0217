import { spawn } from 'node:child_process'
import process from 'node:process'
import { inRoot, root } from './paths.mjs'
import { places, typedRooms } from './rooms.mjs'

/**
 * One check over the sources: it passes where the program ends with 0.
 * @typedef {{ name: string, args: readonly string[] }} Check
 * @typedef {{ name: string, passed: boolean, output: string }} CheckResult
 */

/**
 * The checks in the order in which they should start, the longest first.
 * @returns {Check[]}
 */
export function sourceChecks() {
  const types = typedRooms(root).map((room) => ({
    name: `types ${room}`,
    args: ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', room],
  }))
  return [
    {
      name: 'eslint',
      args: [
        'node_modules/eslint/bin/eslint.js',
        '--config',
        'build/eslint.config.mjs',
        '--max-warnings',
        '0',
        ...places,
      ],
    },
    ...types,
    {
      name: 'dependency-cruiser',
      args: [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        'build/dependency-cruiser.config.mjs',
        '--output-type',
        'err',
        ...places,
      ],
    },
    {
      name: 'prettier',
      args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    },
  ]
}

/**
 * Runs checks, a few at a time, and tells of each when it is done.
 * @param {string} node
 * @param {readonly Check[]} checks
 * @param {(result: CheckResult) => void} tell
 * @returns {Promise<CheckResult[]>}
 */
export async function runChecks(node, checks, tell, atOnce = 2) {
  const waiting = [...checks]
  /** @type {CheckResult[]} */
  const results = []
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = await runCheck(node, check)
      results.push(result)
      tell(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}

/**
 * Tells of a check on stdout: one line, and what the tool said where it failed.
 * @param {CheckResult} result
 */
export function tellCheck({ name, passed, output }) {
  process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`)
  if (!passed) process.stdout.write(`${output.trimEnd()}\n`)
}

/**
 * @param {string} node
 * @param {Check} check
 * @returns {Promise<CheckResult>}
 */
function runCheck(node, { name, args }) {
  const [script = '', ...rest] = args
  return new Promise((resolve) => {
    const child = spawn(node, [inRoot(script), ...rest], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stop = () => child.kill()
    process.once('exit', stop)
    let output = ''
    const take = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', (error) => resolve({ name, passed: false, output: error.message }))
    child.once('close', (code) => {
      process.off('exit', stop)
      resolve({ name, passed: code === 0, output })
    })
  })
}
