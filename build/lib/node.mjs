import { existsSync } from 'node:fs'
import process from 'node:process'
import { inRoot } from './paths.mjs'
import { say } from './say.mjs'

/** Node-API level the SQLite binding needs; below it the binding ends the process without a word. */
export const neededNapi = 10

/**
 * Where the project's own Node stands inside node_modules on a platform.
 * @param {string} platform as in process.platform
 * @param {string} arch as in process.arch
 * @returns {string[]} path parts below the repository
 */
export function bundledNode(platform, arch) {
  const os = platform === 'win32' ? 'win' : platform
  return ['node_modules', `node-${os}-${arch}`, 'bin', platform === 'win32' ? 'node.exe' : 'node']
}

/**
 * Whether a Node can run the sources: the database binding loads and TypeScript runs as it stands.
 * @param {{ napi?: string | undefined, typescript?: unknown }} runtime
 */
export function canRun(runtime) {
  return Number(runtime.napi ?? 0) >= neededNapi && Boolean(runtime.typescript)
}

/**
 * The Node to run the sources with: the project's own, else the present one if it will do, else none.
 * @param {{ bundled: string, bundledExists: boolean, current: string, napi?: string | undefined, typescript?: unknown }} facts
 * @returns {string | undefined}
 */
export function chooseNode(facts) {
  if (facts.bundledExists) return facts.bundled
  return canRun(facts) ? facts.current : undefined
}

/**
 * Path of the Node to run the sources with. Says why and ends with 1 where there is none.
 * @returns {string}
 */
export function projectNode() {
  const bundled = inRoot(...bundledNode(process.platform, process.arch))
  const chosen = chooseNode({
    bundled,
    bundledExists: existsSync(bundled),
    current: process.execPath,
    napi: process.versions['napi'],
    typescript: /** @type {{ typescript?: unknown }} */ (process.features).typescript,
  })
  if (chosen !== undefined) return chosen
  say('noRuntime', { version: process.versions.node })
  process.exit(1)
}
