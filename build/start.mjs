import { homedir } from 'node:os'
import { resolve } from 'node:path'
import process from 'node:process'
import { openInBrowser } from './lib/browserMode.mjs'
import { ensureBundle } from './lib/bundles.mjs'
import { electronBinary, fetchElectron, mayFetch, patience } from './lib/electron.mjs'
import { chooseWay, couldNotRun } from './lib/host.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/node.mjs'
import { startOptions } from './lib/options.mjs'
import { callerFolder, inRoot, root } from './lib/paths.mjs'
import { dataFolder, hasDisplay, sandboxArgs } from './lib/places.mjs'
import { say } from './lib/say.mjs'
import { endWithNpm, run } from './lib/spawn.mjs'

// Installs, builds what changed and opens the app: `npm start [-- --demo] [--data FOLDER] [--from COPY] [--browser]`.

const uid = process.getuid?.()
/** @type {import('./lib/places.mjs').Machine} */
const machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  ...(uid === undefined ? {} : { uid }),
}

endWithNpm()
process.exitCode = await main(process.argv.slice(2))

/** @param {readonly string[]} args */
async function main(args) {
  const parsed = startOptions(args)
  if (!parsed.ok) {
    say(parsed.problem, { option: parsed.option })
    say('startUsage')
    return 2
  }
  const { options } = parsed
  if (options.help) {
    say('startUsage')
    return 0
  }
  ensureInstalled()
  const node = projectNode()
  if ((await ensureBundle('page', node)) === 'failed') return 1

  const here = callerFolder({ cwd: process.cwd(), initCwd: process.env['INIT_CWD'] })
  const data =
    options.data === undefined ? dataFolder(machine, options.demo) : resolve(here, options.data)
  const from = options.from === undefined ? [] : ['--from', resolve(here, options.from)]
  const appArgs = ['--data', data, ...(options.demo ? ['--demo'] : []), ...from]
  const electron = options.browser ? undefined : await findElectron(node)
  if (electron !== undefined) {
    const code = await openInElectron(node, electron, appArgs)
    if (code !== undefined) return code
  }
  const hostArgs = [...appArgs, '--renderer', inRoot('out', 'renderer')]
  return openInBrowser({ node, machine, hostArgs, data })
}

/**
 * Electron's executable, fetched where that is sensible; else says why the browser is used.
 * @param {string} node
 */
async function findElectron(node) {
  const present = electronBinary()
  const display = hasDisplay(machine)
  const way = chooseWay({
    display,
    electronPresent: present !== undefined,
    mayFetch: mayFetch(process.env),
  })
  if (way === 'electron') return present
  if (way === 'fetch-electron') {
    say('fetchingElectron', { seconds: patience })
    if (await fetchElectron(node)) return electronBinary()
  }
  say(display ? 'browserModeNoElectron' : 'browserModeNoDisplay')
  return undefined
}

/**
 * Runs the desktop app to its end.
 * @param {string} node
 * @param {string} electron
 * @param {readonly string[]} appArgs
 * @returns {Promise<number | undefined>} exit code; undefined where it cannot run here
 */
async function openInElectron(node, electron, appArgs) {
  if ((await ensureBundle('desktop', node)) === 'failed') return 1
  const env = { ...process.env }
  // Editors built on Electron set this for their terminals; it would make Electron a bare Node.
  delete env['ELECTRON_RUN_AS_NODE']
  const began = Date.now()
  const code = await run(electron, [...sandboxArgs(machine), root, ...appArgs], { env })
  if (!couldNotRun(code, Date.now() - began)) return code
  say('browserModeElectronFailed', { code })
  return undefined
}
