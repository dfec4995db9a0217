import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { vi } from 'vitest'
import type { Bridge } from '../../../shared/contract/index.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const standIn = join(root, 'test', 'desktop', 'standin', 'electron')

/** Electron's own executable where YIXI_ELECTRON names one, else the stand-in. */
export const binary = process.env['YIXI_ELECTRON'] ?? standIn
export const onStandIn = binary === standIn

// Playwright finds the executable the way the electron package does.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(binary)

/** A folder for one test file, and how to remove it. */
export const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'yixi-desktop-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** The window as its page sees it. */
export type Shown = Window & { yixi: Bridge; seen: unknown[]; off: () => void }

export type Desktop = { app: ElectronApplication; page: Page; stderr: () => string }

/**
 * The window whose address is the one meant, once there is one. Windows come in any order, and the event of a new one
 * may be that of a pop-up which was refused.
 */
export const windowAt = (
  app: ElectronApplication,
  meant: (address: URL) => boolean,
): Promise<Page> =>
  vi.waitFor(
    () => {
      const found = app.windows().find((page) => meant(new URL(page.url())))
      if (!found) throw new Error('no window at the address meant')
      return found
    },
    { timeout: 30_000 },
  )

/** Starts the compiled app on a data folder and waits for its page. */
export const launchDesktop = async (dataDir: string, ...more: string[]): Promise<Desktop> => {
  const app = await _electron.launch({
    cwd: root,
    args: ['.', '--data', dataDir, ...more],
    timeout: 30_000,
  })
  let said = ''
  app.process().stderr?.on('data', (data: Buffer) => (said += data.toString('utf8')))
  const page = await windowAt(app, ({ host }) => host.startsWith('yixi'))
  await page.waitForFunction(() => 'yixi' in window && document.readyState === 'complete')
  return { app, page, stderr: () => said }
}

/** Runs the executable without anyone driving it, to its end. */
export const runToEnd = (
  executable: string,
  args: string[],
): Promise<{ code: number | null; stderr: string }> =>
  new Promise((resolve) => {
    const child = spawn(executable, ['--no-sandbox', '.', ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.once('close', (code) => resolve({ code, stderr }))
  })

/** Asks the kernel through the page's own bridge. */
export const callFrom = (page: Page, method: string, input: unknown = {}) =>
  page.evaluate(
    ([name, value]) => (window as unknown as Shown).yixi.call(name as string, value),
    [method, input],
  )

/**
 * Opens a window that is none of the app's with one of its preloads, and waits for its page.
 * @param preload the name of the file in out/preload
 */
export const openStranger = async ({ app }: Desktop, preload: string): Promise<Page> => {
  const stranger = '?stranger'
  await app.evaluate(
    ({ BrowserWindow }, { file, url }) => {
      const window = new BrowserWindow({
        width: 400,
        height: 300,
        show: false,
        webPreferences: {
          preload: file,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
        },
      })
      return window.loadURL(url)
    },
    { file: join(root, 'out', 'preload', preload), url: `app://yixi/${stranger}` },
  )
  return windowAt(app, ({ search }) => search === stranger)
}

/** Ends the app the way its menu does and gives its exit code. */
export const quit = async ({ app }: Desktop): Promise<number | null> => {
  const child = app.process()
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await app.close()
  // It may have ended by itself before anyone listened.
  return child.exitCode ?? ended
}

export { standIn }
