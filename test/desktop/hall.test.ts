import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HallBridge } from '../../shared/contract/hall.ts'
import {
  callFrom,
  launchDesktop,
  makeFolder,
  openStranger,
  quit,
  windowAt,
  type Desktop,
  type Shown,
} from './lib/launch.ts'

// The screens of the hall as windows of the desktop: where they stand, what they can reach, how they come back.

const made = makeFolder()
const dataDir = join(made.folder, 'data')
let desktop: Desktop
let hall: Page

type InHall = Window & { hall: HallBridge; nudges: number }

const isScreen = ({ host, search }: URL, screen: string): boolean =>
  host.startsWith('hall') && search.includes('podium') === (screen === 'podium')

/** Does what the desk's command does, and waits for the screen to be drawn. */
const openFrom = async (own: Desktop, screen: 'hall' | 'podium' = 'hall'): Promise<Page> => {
  const address = screen === 'hall' ? '/hall' : '/hall?screen=podium'
  await own.page.evaluate((path) => {
    window.open(path, '_blank', 'noopener')
  }, address)
  const opened = await windowAt(own.app, (address) => isScreen(address, screen))
  await opened.waitForSelector('.hall-frame')
  return opened
}
const boxes = (own: Desktop) =>
  own.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      address: window.webContents.getURL(),
      bounds: window.getBounds(),
      fullscreen: window.isFullScreen(),
    })),
  )

beforeAll(async () => {
  desktop = await launchDesktop(dataDir, '--demo')
  await callFrom(desktop.page, 'journal.signOn', { name: '周文书' })
  await desktop.app.evaluate(({ screen }) => {
    const laptop = { x: 0, y: 0, width: 1920, height: 1080 }
    const wall = { x: 1920, y: 0, width: 3840, height: 2160 }
    const both = [laptop, wall].map((bounds) => ({ bounds, workArea: bounds }))
    screen.getAllDisplays = () => both as unknown as Electron.Display[]
  })
  hall = await openFrom(desktop)
})
afterAll(async () => {
  await desktop.app.close()
  made.remove()
})

describe('the window', () => {
  test('covers the display the desk is not on, at an address of its own', async () => {
    const shown = (await boxes(desktop)).find(({ address }) => address === 'app://hall/')
    expect(shown).toMatchObject({ fullscreen: true, bounds: { x: 1920, width: 3840 } })
  })

  test('is opened once, however often it is asked for', async () => {
    await desktop.page.evaluate(() => {
      window.open('/hall', '_blank', 'noopener')
    })
    await callFrom(desktop.page, 'journal.operator')
    expect(await boxes(desktop)).toHaveLength(2)
  })

  test('is no place for a dialog: folders are asked for over the desk', async () => {
    const over = desktop.app.evaluate(
      ({ dialog }) =>
        new Promise((done) => {
          dialog.showOpenDialog = (window: unknown) => {
            done((window as Electron.BrowserWindow).webContents.getURL())
            return Promise.resolve({ canceled: true, filePaths: [] })
          }
        }),
    )
    await desktop.app.evaluate(() => undefined)
    expect(await callFrom(desktop.page, 'safety.chooseFolder', { taskId: 'c' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await over).toBe('app://yixi/')
  })

  test('draws what the sitting is at', async () => {
    expect(await hall.locator('.hall-layer:not([data-back]) h1').textContent()).toContain(
      '欧阳文澜',
    )
  })

  test('leaves the display that was taken away, and never covers the desk', async () => {
    await desktop.app.evaluate(({ screen }) => {
      const before = screen.getAllDisplays()
      screen.getAllDisplays = () => before.slice(0, 1)
      screen.emit('display-removed')
      screen.getAllDisplays = () => before
    })
    const alone = (await boxes(desktop)).find(({ address }) => address === 'app://hall/')
    expect(alone).toMatchObject({ fullscreen: false, bounds: { x: 960, width: 960 } })
    await desktop.app.evaluate(({ screen }) => screen.emit('display-added'))
    const back = (await boxes(desktop)).find(({ address }) => address === 'app://hall/')
    expect(back).toMatchObject({ fullscreen: true, bounds: { x: 1920 } })
  })
})

describe('what it can reach', () => {
  test('two functions, frozen, and nothing of Node, Electron or the desk', async () => {
    const world = await hall.evaluate(() => ({
      bridge: Object.keys((window as unknown as InHall).hall).sort(),
      frozen: Object.isFrozen((window as unknown as InHall).hall),
      leaks: ['yixi', 'require', 'process', 'module', 'ipcRenderer', 'electron', 'opener'].filter(
        (name) => (window as unknown as Record<string, unknown>)[name] ?? false,
      ),
    }))
    expect(world).toEqual({ bridge: ['frame', 'on'], frozen: true, leaks: [] })
  })

  test.each([
    ['ballot.questions'],
    ['roster.members'],
    ['hall.set'],
    [''],
    [{ method: 'hall.set' }],
    [null],
  ])('asking for %j as a screen is refused before the kernel', async (asked) => {
    const reply = await hall.evaluate(
      (screen) => (window as unknown as InHall).hall.frame(screen as 'hall'),
      asked,
    )
    expect(reply).toEqual({ ok: false, error: { code: 'internal' } })
  })

  test('a window with its preload that is no screen of the hall gets no frame', async () => {
    const other = await openStranger(desktop, 'preload-hall.cjs')
    await other.waitForFunction(() => 'hall' in window)
    const reply = await other.evaluate(() => (window as unknown as InHall).hall.frame('hall'))
    expect(reply).toEqual({ ok: false, error: { code: 'internal' } })
    await other.close()
    await expect.poll(async () => (await boxes(desktop)).length).toBe(2)
  })

  test('no file of the desk, no other address, no window', async () => {
    const outcomes = await hall.evaluate(async () => {
      const got = (path: string) =>
        fetch(path).then(
          ({ status }) => status,
          () => 'failed',
        )
      window.open('/hall?screen=podium', '_blank', 'noopener')
      return [await got('/index.html'), await got('/'), await got('https://example.org/')]
    })
    expect(outcomes).toEqual([404, 200, 'failed'])
    expect(await boxes(desktop)).toHaveLength(2)
  })

  test('nothing the desk stores', async () => {
    await desktop.page.evaluate(() => localStorage.setItem('desk', 'secret'))
    expect(await hall.evaluate(() => localStorage.getItem('desk'))).toBeNull()
  })

  test('a nudge carries nothing', async () => {
    await hall.evaluate(() => {
      const shown = window as unknown as InHall & { heard: unknown[][] }
      shown.heard = []
      shown.hall.on((...args: unknown[]) => shown.heard.push(args))
    })
    await callFrom(desktop.page, 'hall.set', { blank: true })
    await hall.waitForSelector('.hall-layer:not([data-back]) [data-scene=blank]')
    const heard = await hall.evaluate(() => (window as unknown as { heard: unknown[][] }).heard)
    expect(heard).toEqual(heard.map(() => []))
    expect(heard.length).toBeGreaterThan(0)
    await callFrom(desktop.page, 'hall.set', { blank: false })
    await hall.waitForSelector('.hall-layer:not([data-back]) [data-scene=result]')
  })
})

test('the podium has a window of its own', async () => {
  const podium = await openFrom(desktop, 'podium')
  await podium.waitForSelector('[data-scene=podium]')
  expect(await boxes(desktop)).toHaveLength(3)
  await podium.close()
  await expect.poll(async () => (await boxes(desktop)).length).toBe(2)
})

test('a screen open at the end is open again at the next start, one closed by hand is not', async () => {
  const folder = join(made.folder, 'again')
  const first = await launchDesktop(folder)
  await callFrom(first.page, 'journal.signOn', { name: '周文书' })
  await openFrom(first)
  const podium = await openFrom(first, 'podium')
  await podium.close()
  await expect.poll(async () => (await boxes(first)).length).toBe(2)
  expect(await quit(first)).toBe(0)
  const second = await launchDesktop(folder)
  await expect
    .poll(async () => (await boxes(second)).map(({ address }) => address).sort())
    .toEqual(['app://hall/', 'app://yixi/'])
  expect(await quit(second)).toBe(0)
})

test('the screens go with the desk', async () => {
  const own = await launchDesktop(join(made.folder, 'end'))
  await openFrom(own)
  const ended = new Promise((done) => own.app.process().once('exit', done))
  await own.page.close()
  expect(await ended).toBe(0)
  expect((own.page as unknown as Shown) && own.stderr()).not.toContain('is not modelled')
})
