import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Frame, Shown } from '../../shared/contract/hall.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'
import { startHost, type Host } from './lib/host.ts'

// The hall page in a tab of its own, steered from the desk.

const pictures = fileURLToPath(new URL('../../out/pictures', import.meta.url))
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]

let app: App
let hall: Page
let session: SessionDetail
const problems: string[] = []

const front = '.hall-layer:not([data-back])'
const showing = (selector: string) => hall.waitForSelector(`${front} ${selector}`)
const title = async () => (await hall.locator(`${front} h1`).textContent()) ?? ''
const set = async (input: Parameters<App['client']['hall']['set']>[0]) =>
  value(await app.client.hall.set(input))
const frame = async (): Promise<Frame> => value(await app.client.hall.frame({}))
/** Waits until the hall shows the frame the kernel has now. */
const settled = async (): Promise<Frame> => {
  const now = await frame()
  const text = 'title' in now ? now.title : ''
  await hall.waitForFunction(
    ([scene, words]) => {
      const shown = document.querySelector('.hall-layer:not([data-back])')
      const is = shown?.querySelector(`[data-scene=${scene}]`)
      return is?.textContent.includes(words ?? '')
    },
    [now.scene, text],
  )
  return now
}

beforeAll(async () => {
  app = await startApp({ demo: true, viewport: { width: 1366, height: 768 } })
  value(await app.client.journal.signOn({ name: '周文书' }))
  const [first] = value(await app.client.session.list({}))
  session = value(await app.client.session.get({ id: first?.id ?? '' }))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await app.page.keyboard.press('Alt+0')
  const [opened] = await Promise.all([
    app.context.waitForEvent('page'),
    app.page.getByRole('main').getByRole('button', { name: '打开会场屏' }).click(),
  ])
  hall = opened
  hall.on('pageerror', (error) => problems.push(String(error)))
  hall.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await hall.waitForSelector('.hall-frame')
})
afterAll(() => app.close())

test('the hall has an address of its own and cannot reach the desk', async () => {
  expect(new URL(hall.url()).origin).toBe(`http://localhost:${new URL(app.origin).port}`)
  const reached = await hall.evaluate(async (desk) => {
    const status = (address: string, init: RequestInit = {}) =>
      fetch(address, init).then(
        (answer) => answer.status,
        () => 'refused',
      )
    const body = JSON.stringify({ method: 'roster.members', input: {} })
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    return {
      desk: await status(`${desk}/call`, { ...post, credentials: 'include' }),
      own: await status('/call', post),
      hall: await status('/hall/call', post),
      opener: window.opener as unknown,
      bridge: Object.keys((window as unknown as { hall: object }).hall),
      desks: 'yixi' in window,
    }
  }, app.origin)
  expect(reached).toEqual({
    desk: 'refused',
    own: 403,
    hall: 403,
    opener: null,
    bridge: ['frame', 'on'],
    desks: false,
  })
  // Two of these were refused by the page's own policy and by the host, as they should be.
  problems.length = 0
})

describe('keys of the desk', () => {
  const press = (key: string) => app.page.keyboard.press(key)

  test('B blanks and brings back, F freezes, R steps back, Shift+H follows again', async () => {
    await showing('[data-scene=result]')
    const live = await title()
    await press('b')
    await showing('[data-scene=blank]')
    await press('b')
    await showing('[data-scene=result]')
    await press('r')
    await hall.waitForFunction(
      (before) => document.querySelector('.hall-layer:not([data-back]) h1')?.textContent !== before,
      live,
    )
    const earlier = await title()
    await press('f')
    await expect.poll(async () => (await frame()).frozen).toBe(true)
    await press('Shift+H')
    await hall.waitForFunction(
      (text) => document.querySelector('.hall-layer:not([data-back]) h1')?.textContent === text,
      live,
    )
    expect(earlier).not.toBe(live)
    expect((await frame()).frozen).toBe(false)
  })

  test('H puts the chosen item on the screen, again H the persons of it', async () => {
    await press('Alt+5')
    await app.page.getByRole('main').waitFor()
    await press('h')
    await expect.poll(async () => value(await app.client.hall.state({})).shown).not.toBeNull()
    const scenes = new Set([(await settled()).scene])
    for (let again = 0; again < 2; again += 1) {
      const { rev } = await frame()
      await press('h')
      await expect.poll(async () => (await frame()).rev).not.toBe(rev)
      scenes.add((await settled()).scene)
    }
    expect(scenes).toContain('list')
    await press('Shift+H')
    await showing('[data-scene=result]')
  })

  test('the desk shows what the hall sees, and says when it stands still', async () => {
    await press('Alt+0')
    const thumb = app.page.getByRole('img', { name: /会场所见/ })
    await thumb.waitFor()
    const drawn = thumb.locator(`${front} h1`)
    await expect.poll(() => drawn.textContent()).toBe(await title())
    await press('f')
    await app.page.getByRole('img', { name: '会场所见: 已冻结' }).waitFor()
    await press('f')
    await app.page.getByRole('img', { name: '会场所见: 跟随会议' }).waitFor()
  })
})

const picture = async (name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  await hall.setViewportSize({ width: 1920, height: 1080 })
  expect(await seriousFaults(hall)).toEqual([])
  await hall.screenshot({ path: join(pictures, `hall-${name}.png`) })
}

/** Everything that can be put on the screen in the example sitting. */
const everything = async (): Promise<Shown[]> => {
  const questions = value(await app.client.ballot.questions({ sessionId: session.id }))
  return [
    { scene: 'welcome' },
    { scene: 'attendance' },
    { scene: 'adjourned' },
    ...session.items.map(({ id: itemId }) => ({ scene: 'item' as const, itemId })),
    ...session.items
      .filter(({ kind }) => kind === 'appointment')
      .map(({ id: itemId }) => ({ scene: 'list' as const, itemId })),
    ...questions.map(({ id: questionId }) => ({ scene: 'question' as const, questionId })),
    ...questions
      .filter(({ standing }) => standing)
      .map(({ id: questionId }) => ({ scene: 'result' as const, questionId })),
  ]
}

test('fifty switches: at no frame is the screen empty, or two pictures in it', async () => {
  await hall.evaluate(() => {
    const seen = { frames: 0, changes: 0, empty: 0, double: 0, titles: new Set<string>() }
    Object.assign(window, { seen })
    const look = () => {
      const layers = [...document.querySelectorAll('.hall-layer')].filter(
        (layer) => getComputedStyle(layer).visibility === 'visible',
      )
      if (layers.length !== 1) seen.double += 1
      const text = layers[0]?.querySelector('.hall-scene')?.textContent ?? ''
      const box = layers[0]?.querySelector('.hall-scene h1')?.getBoundingClientRect()
      if (text === '' || !box || box.height === 0) seen.empty += 1
      seen.titles.add(text)
    }
    const everyFrame = () => {
      seen.frames += 1
      look()
      requestAnimationFrame(everyFrame)
    }
    requestAnimationFrame(everyFrame)
    new MutationObserver(() => {
      seen.changes += 1
      look()
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  const all = await everything()
  for (let at = 0; at < 50; at += 1) {
    await set({ shown: all[at % all.length] ?? null })
    await settled()
  }
  const seen = await hall.evaluate(() => {
    const { titles, ...rest } = (
      window as unknown as { seen: { titles: Set<string>; frames: number; changes: number } }
    ).seen
    return { ...rest, titles: titles.size }
  })
  expect(seen).toMatchObject({ empty: 0, double: 0 })
  expect(seen.frames).toBeGreaterThan(50)
  expect(seen.changes).toBeGreaterThan(50)
  expect(seen.titles).toBeGreaterThan(20)
})

test.each(sizes)('every scene is whole and large enough at $width', async (viewport) => {
  await hall.setViewportSize(viewport)
  for (const shown of await everything()) {
    await set({ shown })
    const { look } = await settled()
    const found = await hall.evaluate(
      ([selector, letter]) => {
        const layer = document.querySelector(selector as string)
        const stage = layer?.querySelector('.hall-stage')
        const scene = layer?.querySelector('.hall-scene')
        const least = (letter as number) * (stage?.clientWidth ?? 0)
        const small = [...(layer?.querySelectorAll('*') ?? [])]
          .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3))
          .filter((one) => parseFloat(getComputedStyle(one).fontSize) < least - 0.5)
          .map((one) => one.textContent)
        const cut = [
          ...(layer?.querySelectorAll('h1, p, li, dd, .hall-head span, .hall-foot span') ?? []),
        ]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.textContent)
        const over = (scene?.scrollHeight ?? 0) - (scene?.clientHeight ?? 0)
        return { small, cut, over: Math.max(0, over - 1) }
      },
      [front, look.letter],
    )
    expect([shown, found]).toEqual([shown, { small: [], cut: [], over: 0 }])
  }
})

test.each(['dark', 'light'] as const)(
  '%s: axe finds nothing; pictures at three sizes',
  async (theme) => {
    const settings = value(await app.client.hall.settings({}))
    value(await app.client.hall.saveSettings({ ...settings, theme }))
    mkdirSync(pictures, { recursive: true })
    const kinds = new Map((await everything()).map((shown) => [shown.scene, shown]))
    for (const shown of kinds.values()) {
      await set({ shown })
      await settled()
      expect(await seriousFaults(hall)).toEqual([])
      for (const { width, height } of sizes) {
        await hall.setViewportSize({ width, height })
        await hall.screenshot({ path: join(pictures, `hall-${shown.scene}-${theme}-${width}.png`) })
      }
    }
  },
)

test('a vote, its correction, a speech and the podium, as they are drawn', async () => {
  const { client } = app
  const sittingId = session.sittings.find(({ state }) => state === 'open')?.id ?? ''
  const item = session.items.find(({ state }) => state === 'pending')
  const asked = {
    itemId: item?.id ?? '',
    kind: 'procedural' as const,
    title: '关于会议日程调整的事项',
  }
  const question = value(await client.ballot.ask({ ...asked, method: 'device' }))
  const vote = value(await client.ballot.open({ questionId: question.id, sittingId }))
  value(
    await client.ballot.keepDraft({
      voteId: vote.id,
      draft: { totals: { for: 30, against: 1, abstain: 1 } },
    }),
  )
  await hall
    .getByText('已按')
    .and(hall.locator(`${front} *`))
    .waitFor()
  await picture('voting')
  const tally = { for: 34, against: 1, abstain: 1 }
  const locked = value(await client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
  await showing('[data-scene=result]')
  const people = { reason: '读数误录', witness: '复核人' }
  const right = { for: 33, against: 2, abstain: 1 }
  value(
    await client.ballot.correct({ voteId: locked.id, rev: locked.rev, tally: right, ...people }),
  )
  await showing('.hall-correction')
  expect(await hall.locator(`${front} s`).textContent()).toContain('原宣布：赞成 34 票')
  await picture('correction')
  const speech = value(await client.speech.add({ sittingId, name: '市财政局局长 何书兰' }))
  value(await client.speech.start({ id: speech.id }))
  await showing('.hall-countdown')
  await picture('speech')
  await hall.goto(`${new URL(hall.url()).origin}/hall?screen=podium`)
  await showing('[data-scene=podium]')
  await picture('podium')
  value(await client.speech.stop({ id: speech.id }))
  await hall.waitForFunction(
    () => !document.querySelector('.hall-layer:not([data-back]) .hall-countdown'),
  )
  await picture('podium-quiet')
  await hall.goto(`${new URL(hall.url()).origin}/hall`)
  await hall.waitForSelector('.hall-frame')
  expect(problems).toEqual([])
})

test('its source gone is said plainly, the picture stays, and it goes on by itself after a restart', async () => {
  await set({ shown: null })
  const before = (await settled()).scene
  const { exportsDir, dataDir } = app
  await app.host.stop()
  await hall.waitForSelector('.hall-lost')
  expect(await hall.locator('.hall-lost').textContent()).toContain('连接已断开')
  expect(await hall.locator(`${front} [data-scene=${before}] h1`).count()).toBe(1)
  await hall.screenshot({ path: join(pictures, 'hall-lost.png') })
  const again: Host = await startHost({ dataDir, exportsDir })
  try {
    expect(new URL(again.url).origin).toBe(app.origin)
    await hall.waitForSelector('.hall-lost', { state: 'detached' })
    expect(await hall.locator(`${front} [data-scene=${before}] h1`).count()).toBe(1)
  } finally {
    await again.stop()
  }
})
