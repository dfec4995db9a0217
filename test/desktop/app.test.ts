import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  callFrom,
  launchDesktop,
  makeFolder,
  openStranger,
  quit,
  type Desktop,
  type Shown,
} from './lib/launch.ts'

// The compiled main and preload, driven from outside. The same file runs on Electron itself where it is installed.

const made = makeFolder()
const dataDir = join(made.folder, 'data')
let desktop: Desktop

beforeAll(async () => {
  desktop = await launchDesktop(dataDir, '--demo')
})
afterAll(async () => {
  await desktop.app.close()
  made.remove()
})

const call = (method: string, input?: unknown) => callFrom(desktop.page, method, input)
const windowCount = () =>
  desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const shownAddress = () =>
  desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  )

describe('the window', () => {
  test('shows our page under our own scheme', async () => {
    expect(await shownAddress()).toMatch(/^app:\/\/yixi\//)
    await desktop.page.waitForSelector('#root > *')
    expect(await windowCount()).toBe(1)
  })

  test('becomes visible once there is something to see', async () => {
    const visible = () =>
      desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await expect.poll(visible).toBe(true)
  })

  test('gives its page the bridge, frozen, and nothing of Node or Electron', async () => {
    const world = await desktop.page.evaluate(() => ({
      bridge: Object.keys((window as unknown as Shown).yixi).sort(),
      frozen: Object.isFrozen((window as unknown as Shown).yixi),
      leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    }))
    expect(world).toEqual({ bridge: ['call', 'cancel', 'on'], frozen: true, leaks: [] })
  })

  test('has a native menu for copying and pasting', async () => {
    const menu = await desktop.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
    )
    expect(menu).toContain('编辑')
  })
})

describe('calls and announcements', () => {
  test('a call reaches the kernel, a refusal comes back as data', async () => {
    expect(await call('journal.place')).toMatchObject({ ok: true, value: { folder: dataDir } })
    expect(await call('body.nothing')).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await call('session.get', { id: 7 })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    })
  })

  test('what cannot be a method is refused before the kernel', async () => {
    const reply = await desktop.page.evaluate(() =>
      (window as unknown as Shown).yixi.call({} as unknown as string, {}),
    )
    expect(reply).toEqual({ ok: false, error: { code: 'internal' } })
  })

  test('a change is announced until one stops listening', async () => {
    await desktop.page.evaluate(() => {
      const shown = window as unknown as Shown
      shown.seen = []
      shown.off = shown.yixi.on((event) => shown.seen.push(event))
    })
    expect(await call('journal.signOn', { name: '周文书' })).toMatchObject({ ok: true })
    await desktop.page.waitForFunction(() => (window as unknown as Shown).seen.length > 0)
    const first = await desktop.page.evaluate(() => {
      const shown = window as unknown as Shown
      shown.off()
      return shown.seen.splice(0)
    })
    expect(first).toMatchObject([{ type: 'changed', changed: { topics: ['journal'] } }])

    // A second listener hears the next one; by then the first would have, too.
    await desktop.page.evaluate(() => {
      const shown = window as unknown as Shown
      shown.off = shown.yixi.on(() => document.body.setAttribute('data-heard', ''))
    })
    await call('journal.signOn', { name: '吴文书' })
    await desktop.page.waitForSelector('[data-heard]')
    expect(await desktop.page.evaluate(() => (window as unknown as Shown).seen)).toEqual([])
  })

  test('cancelling a task nobody runs does nothing', async () => {
    await desktop.page.evaluate(() => (window as unknown as Shown).yixi.cancel('nothing'))
    expect(await call('journal.operator')).toEqual({ ok: true, value: '吴文书' })
  })
})

describe('what is forbidden', () => {
  test.each(['https://example.org/', 'http://127.0.0.1:1/', 'file:///etc/hosts', 'app://other/x'])(
    'fetching %s',
    async (address) => {
      const got = desktop.page.evaluate((url) => fetch(url).then(() => 'got it'), address)
      await expect(got).rejects.toThrow(/fetch/)
    },
  )

  test('a request the policy of the page would let pass is cancelled beneath it', async () => {
    const { cancelled, passed } = await desktop.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({
        width: 400,
        height: 300,
        show: false,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
        },
      })
      const outcome = (address: string) =>
        window.loadURL(address).then(
          () => 'loaded',
          (error: unknown) => String(error),
        )
      const elsewhere = await outcome('https://example.org/')
      const ours = await outcome('app://yixi/')
      window.close()
      return { cancelled: elsewhere, passed: ours }
    })
    expect(cancelled).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(passed).toBe('loaded')
    await expect.poll(windowCount).toBe(1)
  })

  test.each([
    ['https://example.org/', 'https://example.org/'],
    ['./index.html', 'app://yixi/index.html'],
  ])('going to %s', async (address, meant) => {
    const before = await shownAddress()
    // Listens after the app's own listener, and so sees what that one decided.
    const asked = desktop.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((done) => {
          BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event) => {
            done([event.url, event.defaultPrevented])
          })
        }),
    )
    await desktop.app.evaluate(() => undefined)
    await desktop.page.evaluate((url) => {
      ;(window as unknown as Shown).seen = ['still here']
      location.href = url
    }, address)
    expect(await asked).toEqual([meant, true])
    expect(await desktop.page.evaluate(() => (window as unknown as Shown).seen)).toEqual([
      'still here',
    ])
    expect(await shownAddress()).toBe(before)
  })

  test('but the page may load itself anew', async () => {
    await desktop.page.evaluate(() => {
      ;(window as unknown as Shown).seen = ['before']
      location.reload()
    })
    await desktop.page.waitForFunction(() => !('seen' in window) && 'yixi' in window)
    expect(await call('journal.operator')).toEqual({ ok: true, value: '吴文书' })
  })

  test('opening a window', async () => {
    await desktop.page.evaluate(() => {
      window.open('https://example.org/')
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.remove()
    })
    expect(await call('journal.operator')).toMatchObject({ ok: true })
    expect(await windowCount()).toBe(1)
    await expect.poll(() => desktop.app.windows().length).toBe(1)
  })

  test('inline scripts, evaluated text and foreign frames', async () => {
    const refused = await desktop.page.evaluate(async () => {
      const directives: string[] = []
      const both = new Promise<void>((done) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          directives.push(effectiveDirective)
          if (directives.length === 2) done()
        })
      })
      const script = document.createElement('script')
      script.textContent = 'window.planted = true'
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org/'
      document.body.append(script, frame)
      await both
      script.remove()
      frame.remove()
      return [...directives.sort(), 'planted' in window]
    })
    expect(refused).toEqual(['frame-src', 'script-src-elem', false])
  })

  test.each(['geolocation', 'notifications', 'clipboard-read', 'camera'])(
    'the permission %s',
    async (name) => {
      const state = await desktop.page.evaluate(
        async (permission) =>
          (await navigator.permissions.query({ name: permission as PermissionName })).state,
        name,
      )
      expect(state).toBe('denied')
    },
  )

  test('a window with our preload that is not our window', async () => {
    const other = await openStranger(desktop, 'preload.cjs')
    await other.waitForFunction(() => 'yixi' in window)
    expect(await callFrom(other, 'journal.signOn', { name: '外人' })).toEqual({
      ok: false,
      error: { code: 'internal' },
    })
    expect(await call('journal.operator')).toEqual({ ok: true, value: '吴文书' })
    await other.close()
    await expect.poll(windowCount).toBe(1)
  })
})

describe('saving papers', () => {
  const folder = join(made.folder, '文件')
  mkdirSync(folder)
  const answerDialog = (answer: { canceled: boolean; filePaths: string[] }) =>
    desktop.app.evaluate(({ dialog }, given) => {
      dialog.showOpenDialog = () => Promise.resolve(given)
    }, answer)
  const exportAgenda = async () => {
    const sessions = (await call('session.list')) as { ok: true; value: { id: string }[] }
    return call('papers.export', {
      taskId: 'export',
      sessionId: sessions.value[0]?.id,
      papers: ['agenda'],
      format: 'docx',
    })
  }

  test('files land in the folder chosen, and a second export stands beside the first', async () => {
    await answerDialog({ canceled: false, filePaths: [folder] })
    expect(await exportAgenda()).toMatchObject({ ok: true, value: { folder, cancelled: false } })
    await exportAgenda()
    const files = readdirSync(folder).sort()
    expect(files).toHaveLength(2)
    expect(files.some((name) => name.endsWith(' (2).docx'))).toBe(true)
    for (const name of files) {
      expect(readFileSync(join(folder, name)).subarray(0, 2).toString()).toBe('PK')
    }
  })

  test('a dialog called off writes nothing', async () => {
    const before = readdirSync(folder)
    await answerDialog({ canceled: true, filePaths: [] })
    expect(await exportAgenda()).toMatchObject({ ok: true, value: { cancelled: true } })
    expect(readdirSync(folder)).toEqual(before)
  })
})

test('quitting from here leaves nothing behind', async () => {
  const own = join(made.folder, 'own')
  const second = await launchDesktop(own)
  expect(await quit(second)).toBe(0)
  expect(existsSync(join(own, 'yixi.lock'))).toBe(false)
})
