import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { createClient, type Client, type Reply } from '../../../shared/contract/index.ts'
import { launchChromium } from './browser.ts'
import { startHost, type Host } from './host.ts'

export type AppOptions = {
  /** Opens the example body instead of an empty file. */
  demo?: boolean
  /** ISO moment at which the clocks of host and page stand still. */
  now?: string
  /** A data folder to open; it is kept. A fresh one, removed at the end, when absent. */
  dataDir?: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  locale?: string
}

/** The whole app: host, kernel, database and page in a real browser. */
export type App = {
  page: Page
  context: BrowserContext
  host: Host
  /** `http://127.0.0.1:<port>` */
  origin: string
  dataDir: string
  /** Where exported papers arrive. */
  exportsDir: string
  /** Asks the kernel behind the page's back; gives the value and throws what was refused. */
  call: (method: string, input?: unknown) => Promise<unknown>
  /** The same with types and with refusals as data. */
  client: Client
  /** Errors of the page's console and scripts so far; a healthy run has none. */
  problems: string[]
  /** Draws the page into out/pictures and gives the path. */
  screenshot: (name: string, options?: { fullPage?: boolean }) => Promise<string>
  /** Ends browser and host in the orderly way and removes what was made for the test. */
  close: () => Promise<void>
}

const pictures = fileURLToPath(new URL('../../../out/pictures', import.meta.url))

const watchProblems = (page: Page): string[] => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`)
  })
  return problems
}

const openPage = async (options: AppOptions) => {
  const browser = await launchChromium()
  const context = await browser.newContext({
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: options.viewport ?? { width: 1320, height: 880 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (options.now !== undefined) await page.clock.setFixedTime(options.now)
  return { browser, context, page }
}

/** Calls with the page's own cookie, without needing the page. */
const bridgeOf = (context: BrowserContext, origin: string) => ({
  call: async (method: string, input: unknown): Promise<Reply<unknown>> => {
    const answer = await context.request.post(`${origin}/call`, {
      headers: { origin },
      data: { method, input },
    })
    return (await answer.json()) as Reply<unknown>
  },
})

/** Starts host and browser and opens the page. */
export const startApp = async (options: AppOptions = {}): Promise<App> => {
  const folder = mkdtempSync(join(tmpdir(), 'yixi-e2e-'))
  const dataDir = options.dataDir ?? join(folder, 'data')
  const exportsDir = join(folder, 'exports')
  const { demo = false, now } = options
  const host = await startHost({ dataDir, exportsDir, demo, ...(now === undefined ? {} : { now }) })
  const { browser, context, page } = await openPage(options)
  const problems = watchProblems(page)
  await page.goto(host.url)
  const { origin } = new URL(host.url)
  const bridge = bridgeOf(context, origin)
  return {
    page,
    context,
    host,
    origin,
    dataDir,
    exportsDir,
    problems,
    client: createClient(bridge),
    call: async (method, input = {}) => {
      const reply = await bridge.call(method, input)
      if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
    screenshot: async (name, { fullPage = false } = {}) => {
      mkdirSync(pictures, { recursive: true })
      const path = join(pictures, `${name}.png`)
      await page.screenshot({ path, fullPage, animations: 'disabled', caret: 'hide' })
      return path
    },
    close: async () => {
      await browser.close()
      await host.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
