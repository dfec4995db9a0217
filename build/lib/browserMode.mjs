import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { announcedUrl, windowClosed } from './host.mjs'
import { inRoot } from './paths.mjs'
import { appWindowArgs, browserPaths, hasDisplay } from './places.mjs'
import { say } from './say.mjs'
import { ended, start } from './spawn.mjs'

/** @typedef {import('./places.mjs').Machine} Machine */

/**
 * Opens the app in browser mode and waits until it is closed: the loopback host serves the built
 * page, a Chromium-like browser shows it as an app window where there is one.
 * @param {{ node: string, machine: Machine, hostArgs: readonly string[], data: string }} how
 * @returns {Promise<number>} exit code
 */
export async function openInBrowser({ node, machine, hostArgs, data }) {
  // The host lives as long as this pipe: it closes its file properly however the launcher ends.
  const script = inRoot('electron', 'loopback', 'serve.ts')
  const host = start(node, [script, ...hostArgs, '--until-stdin-closes'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const close = () => host.stdin?.end()
  const over = ended(host)
  const url = await Promise.race([firstUrl(host), over.then(() => undefined)])
  if (url === undefined) {
    close()
    const code = await over
    say('hostFailed', { code })
    return code === 0 ? 1 : code
  }
  const browser = hasDisplay(machine)
    ? browserPaths(machine).find((path) => existsSync(path))
    : undefined
  const profile = join(data, 'browser')
  if (browser === undefined) say('openAddress', { url })
  else showWindow({ browser, machine, url, profile, close })
  return over
}

/**
 * @param {import('node:child_process').ChildProcess} host
 * @returns {Promise<string | undefined>}
 */
async function firstUrl(host) {
  if (host.stdout === null) return undefined
  const lines = createInterface({ input: host.stdout })
  for await (const line of lines) {
    const url = announcedUrl(line)
    if (url === undefined) continue
    host.stdout.resume()
    return url
  }
  return undefined
}

/** @param {{ browser: string, machine: Machine, url: string, profile: string, close: () => void }} window */
function showWindow({ browser, machine, url, profile, close }) {
  say('opened', { browser: basename(browser), url })
  const began = Date.now()
  const shown = start(browser, appWindowArgs(machine, url, profile), { stdio: 'ignore' })
  process.once('exit', () => shown.kill())
  shown.once('error', () => say('openAddress', { url }))
  shown.once('exit', () => {
    if (windowClosed(Date.now() - began)) close()
  })
}
