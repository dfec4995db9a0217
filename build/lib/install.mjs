import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './paths.mjs'
import { say } from './say.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockEntry */
/** @typedef {{ packages?: Record<string, LockEntry> }} Lock */

/**
 * Whether what is installed is what the lock file names. npm keeps its own record of what it
 * installed in node_modules; a package for another platform may be absent from it, nothing else.
 * @param {Lock} lock package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json, if there is one
 */
export function installedMatchesLock(lock, installed) {
  if (installed === undefined) return false
  const have = installed.packages ?? {}
  const want = lock.packages ?? {}
  const same = Object.entries(want).every(([path, entry]) => {
    if (path === '') return true
    const found = have[path]
    if (found === undefined) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
  return same && Object.keys(have).every((path) => Object.hasOwn(want, path))
}

/**
 * How to call npm without a shell where possible: a launcher started by npm knows npm's own script.
 * @param {{ platform: string, execPath: string, npmExecPath?: string | undefined }} facts
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand({ platform, execPath, npmExecPath }) {
  if (npmExecPath !== undefined && /npm-cli\.c?js$/.test(npmExecPath)) {
    return { command: execPath, args: [npmExecPath], shell: false }
  }
  // Windows runs npm.cmd only through a shell; the arguments below hold nothing to quote.
  return { command: 'npm', args: [], shell: platform === 'win32' }
}

/**
 * Installs what the lock file names, unless it is there already. npm's own output goes to stderr.
 * Install scripts are not run: nothing the project uses needs one, and a compile would need headers.
 * @param {string} [folder] the repository
 * @returns {boolean} whether anything was installed
 */
export function ensureInstalled(folder = root) {
  const lock = readJson(join(folder, 'package-lock.json'))
  const installed = readJson(join(folder, 'node_modules', '.package-lock.json'))
  if (lock === undefined || installedMatchesLock(lock, installed)) return false
  say('installing')
  const npm = npmCommand({
    platform: process.platform,
    execPath: process.execPath,
    npmExecPath: process.env['npm_execpath'],
  })
  const args = [
    ...npm.args,
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const done = spawnSync(npm.command, args, {
    cwd: folder,
    shell: npm.shell,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) {
    say('installFailed', { code: done.status ?? done.error?.message ?? 'null' })
    process.exit(1)
  }
  return true
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readJson(path) {
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
