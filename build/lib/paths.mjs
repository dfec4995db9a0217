import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The repository's folder, without a trailing separator. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * A path inside the repository.
 * @param {...string} parts
 */
export const inRoot = (...parts) => join(root, ...parts)

/**
 * The folder file arguments mean. npm moves into the repository before it runs a script and leaves
 * the caller's folder in INIT_CWD; started in any other way, the present folder is meant.
 * @param {{ cwd: string, initCwd: string | undefined, repository?: string }} facts
 */
export function callerFolder({ cwd, initCwd, repository = root }) {
  return cwd === repository && initCwd ? initCwd : cwd
}
