import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { inRoot } from './paths.mjs'
import { run } from './spawn.mjs'

/** Seconds without a single byte after which a download of the runtime is given up. */
export const patience = 8

/**
 * Path of Electron's executable, if its runtime is there. A folder named by
 * ELECTRON_OVERRIDE_DIST_PATH comes first, as it does for Electron's own package.
 * @param {string} [home] folder of the electron package
 * @param {string | undefined} [override]
 * @returns {string | undefined}
 */
export function electronBinary(
  home = inRoot('node_modules', 'electron'),
  override = process.env['ELECTRON_OVERRIDE_DIST_PATH'],
) {
  const note = join(home, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
  if (name === undefined && override === undefined) return undefined
  const binary = join(override ?? join(home, 'dist'), name ?? 'electron')
  return existsSync(binary) ? binary : undefined
}

/**
 * Whether fetching the runtime may be tried: people who set Electron's own switch against it mean it.
 * @param {Record<string, string | undefined>} env
 */
export function mayFetch(env) {
  return !env['ELECTRON_SKIP_BINARY_DOWNLOAD']
}

/**
 * Tries once to fetch the runtime.
 * @param {string} node the Node to run the download with
 * @returns {Promise<boolean>} whether it is there now
 */
export async function fetchElectron(node) {
  const script = inRoot('build', 'fetch-electron.mjs')
  const code = await run(node, [script, String(patience)], { stdio: ['ignore', 2, 2] })
  return code === 0 && electronBinary() !== undefined
}
