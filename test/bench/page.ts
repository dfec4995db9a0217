import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import react from '@vitejs/plugin-react'
import { launchChromium } from '../e2e/lib/browser.ts'
import { startHost, type Host } from '../e2e/lib/host.ts'
import { startDesk, voteOnce, type Press } from './desk.ts'
import { figures, ratioOf, sorted, type Samples } from './measure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The least React can show: one heading, built and served like our own page. */
const buildEmptyPage = async (folder: string): Promise<string> => {
  const source = join(root, 'out', 'empty-page')
  mkdirSync(source, { recursive: true })
  writeFileSync(
    join(source, 'index.html'),
    `<!doctype html><html><head><meta charset="utf-8"><title>empty</title></head>
<body><main id="root"></main><script type="module" src="./main.jsx"></script></body></html>`,
  )
  writeFileSync(
    join(source, 'main.jsx'),
    `import { createRoot } from 'react-dom/client'
createRoot(document.getElementById('root')).render(<h1 className="usable">empty</h1>)`,
  )
  const outDir = join(folder, 'empty')
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  })
  rmSync(source, { recursive: true, force: true })
  return outDir
}

/** From asking for the page to the frame after `selector` stands in it, in milliseconds; the cache is warm. */
const paints = async (
  browser: Browser,
  host: Host,
  selector: string,
  runs: number,
): Promise<Samples> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(host.url)
  const { origin } = new URL(host.url)
  const times: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    await page.goto(`${origin}/`, { waitUntil: 'commit' })
    await page.locator(selector).first().waitFor()
    const time = await page.evaluate(
      () =>
        new Promise<number>((done) =>
          requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)),
        ),
    )
    if (run > 0) times.push(time)
  }
  await context.close()
  return sorted(times)
}

/** Presses a key and waits for the frame in which the verdict box changed, both measured in the page itself. */
const keyToVerdict = async (page: Page, key: string): Promise<number> => {
  await page.evaluate(() => {
    const watched = window as unknown as { painted: Promise<number> }
    const shown = (): string => {
      const box = document.querySelector<HTMLElement>('.ballot-verdict')
      return box ? `${box.dataset['tone'] ?? ''} ${box.textContent}` : ''
    }
    const before = shown()
    watched.painted = new Promise((done) => {
      let start = 0
      window.addEventListener('keydown', (event) => (start = event.timeStamp), {
        capture: true,
        once: true,
      })
      const seen = new MutationObserver(() => {
        if (shown() === before) return
        seen.disconnect()
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0))
      })
      seen.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
    })
  })
  await page.keyboard.press(key)
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
}

/** Votes measured at the desk. */
const VOTES = 40

/** On the desk: «all for» to the pending verdict, and the lock to the locked one. */
const deskTimes = async (): Promise<object> => {
  const app = await startDesk(VOTES + 2)
  const times: Record<string, number[]> = { a: [], 'Control+Enter': [] }
  const press: Press = async (page, key) => {
    times[key]?.push(await keyToVerdict(page, key))
  }
  try {
    for (let vote = 0; vote < VOTES + 2; vote += 1) await voteOnce(app.page, press)
  } finally {
    await app.close()
  }
  const after = (key: string) => figures(sorted(times[key]?.slice(2) ?? []))
  return {
    keyToPendingVerdictMs: { goal: { p95: 50 }, ...after('a') },
    lockToLockedVerdictMs: after('Control+Enter'),
  }
}

/** Figures of the page in a real browser over the loopback host. */
export const pageFigures = async (): Promise<object> => {
  const folder = mkdtempSync(join(tmpdir(), 'yixi-bench-'))
  const places = (name: string) => ({
    dataDir: join(folder, name),
    exportsDir: join(folder, `${name}-exports`),
  })
  const browser = await launchChromium()
  try {
    const rendererDir = await buildEmptyPage(folder)
    const empty = await startHost({ ...places('empty-data'), rendererDir })
    const bare = await paints(browser, empty, '.usable', 20)
    await empty.stop()
    const app = await startHost({ ...places('demo'), demo: true })
    const ours = await paints(browser, app, 'input', 20)
    await app.stop()
    return { firstUsablePaintAgainstEmptyPage: ratioOf(ours, bare), ...(await deskTimes()) }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
