import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Bridge, KernelEvent } from '../../../shared/contract/index.ts'
import type { Serving } from '../../../electron/loopback/server.ts'
import { echoKernel, makePage, startHost } from '../../../electron/loopback/server.testkit.ts'
import { launchChromium } from './browser.ts'

// The script the loopback host gives the page, in a real browser against a real server.

type Watched = Window & { yixi: Bridge; seen: unknown[]; off: () => void }

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

let page: Page
let serving: Serving
let echo: ReturnType<typeof echoKernel>
const files = makePage()
afterAll(files.remove)

beforeEach(async () => {
  echo = echoKernel()
  serving = await startHost(echo.kernel, files.rendererDir)
  page = await (await browser.newContext()).newPage()
  await page.goto(serving.url)
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.seen = []
    watched.off = watched.yixi.on((event) => watched.seen.push(event))
    for (const name of ['yixi:offline', 'yixi:online']) {
      window.addEventListener(name, () => watched.seen.push(name))
    }
  })
})
afterEach(async () => {
  await page.context().close()
  await serving.close()
})

const seen = () => page.evaluate(() => (window as unknown as Watched).seen)
const sees = (what: unknown) =>
  page.waitForFunction(
    (text) => (window as unknown as Watched).seen.some((one) => JSON.stringify(one) === text),
    JSON.stringify(what),
  )
const call = (method: string, input: unknown) =>
  page.evaluate(
    ([name, value]) => (window as unknown as Watched).yixi.call(name as string, value),
    [method, input],
  )
const changed = (rev: number): KernelEvent => ({
  type: 'changed',
  changed: { topics: ['roster'], rev, since: 0 },
})

/** Speaks once the page listens. */
const listening = async () => {
  while (!(await seen()).length) echo.say(changed(0))
}

describe('window.yixi over HTTP', () => {
  test('the address loses its token and the page its chance to change the bridge', async () => {
    expect(page.url()).toBe(`${serving.origin}/`)
    const frozen = await page.evaluate(() => {
      const { yixi } = window as unknown as Watched
      return [Object.isFrozen(yixi), Object.getOwnPropertyDescriptor(window, 'yixi')?.writable]
    })
    expect(frozen).toEqual([true, false])
  })

  test('calls, refusals and cancelling pass', async () => {
    expect(await call('body.get', { 甲: 1 })).toEqual({
      ok: true,
      value: { method: 'body.get', input: { 甲: 1 } },
    })
    expect(await call('test.throw', {})).toEqual({ ok: false, error: { code: 'internal' } })
    await page.evaluate(() => (window as unknown as Watched).yixi.cancel('task-7'))
    await expect.poll(() => echo.cancelled).toEqual(['task-7'])
  })

  test('what the kernel says arrives, until one stops listening', async () => {
    await listening()
    echo.say(changed(8))
    await sees(changed(8))
    await page.evaluate(() => (window as unknown as Watched).off())
    await page.evaluate(() => {
      const watched = window as unknown as Watched
      watched.yixi.on((event) => watched.seen.push(['second', event]))
    })
    echo.say(changed(9))
    await sees(['second', changed(9)])
    expect(await seen()).not.toContainEqual(changed(9))
  })

  test('the page is told that the host is gone, and a call then is an answer', async () => {
    await listening()
    await serving.close()
    await sees('yixi:offline')
    expect(await call('body.get', {})).toEqual({
      ok: false,
      error: { code: 'internal', message: { key: 'hosting.gone' } },
    })
  })

  test('the page is told that a lost stream is back', async () => {
    await listening()
    await page.route('**/call', (route) => route.abort())
    await call('body.get', {})
    await page.unroute('**/call')
    await sees('yixi:online')
    expect((await seen()).slice(-2)).toEqual(['yixi:offline', 'yixi:online'])
    expect(await call('body.get', {})).toMatchObject({ ok: true })
    echo.say(changed(11))
    await sees(changed(11))
  })

  test('nothing from elsewhere loads', async () => {
    const refused = await page.evaluate(async () => {
      const broken: string[] = []
      const all = new Promise<void>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          if (broken.push(event.effectiveDirective) === 4) done()
        })
      })
      const script = document.createElement('script')
      script.textContent = 'window.planted = true'
      document.body.append(script)
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      document.body.append(style)
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org/'
      document.body.append(frame)
      await fetch('https://example.org/').catch(() => undefined)
      await all
      return [...broken.sort(), 'planted' in window]
    })
    expect(refused).toEqual([
      'connect-src',
      'frame-src',
      'script-src-elem',
      'style-src-elem',
      false,
    ])
  })
})
