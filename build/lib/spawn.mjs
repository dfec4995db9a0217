import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'
import { root } from './paths.mjs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/** Signals a launcher hands on to the program it started. */
const handedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * The exit code a shell would report: the code itself, or 128 + the signal's number.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  if (code !== null) return code
  return 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0))
}

/**
 * Starts a program in the repository, its streams ours unless told otherwise.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  return spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
}

/**
 * Waits for a program to end, handing on the signals we receive meanwhile.
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code; 127 where it could not be started
 */
export function ended(child) {
  return new Promise((resolve) => {
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => {
      // On Windows the console tells every program itself, and to signal one would end it at once.
      if (process.platform !== 'win32') child.kill(signal)
    }
    for (const signal of handedOn) process.on(signal, handOn)
    /** @param {number} code */
    const finish = (code) => {
      for (const signal of handedOn) process.off(signal, handOn)
      resolve(code)
    }
    child.once('error', () => finish(127))
    child.once('close', (code, signal) => finish(exitCode(code, signal)))
  })
}

/**
 * Runs a program to its end with inherited streams.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, options) {
  return ended(start(command, args, options))
}

/**
 * Ends this process as SIGTERM would once the shell npm started it in is gone. npm hands signals to
 * that shell alone, which dies of them without a word; the app would stay behind unseen.
 * @param {Record<string, string | undefined>} [env]
 */
export function endWithNpm(env = process.env) {
  if (env['npm_lifecycle_event'] === undefined) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
