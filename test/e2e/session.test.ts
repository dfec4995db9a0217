import { afterEach, beforeEach, expect, test } from 'vitest'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// Sessions and their agenda by keyboard and by mouse, in a real browser.

let app: App

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const dialog = () => app.page.getByRole('dialog')
const newest = async () => {
  const [first] = value(await app.client.session.list({}))
  return value(await app.client.session.get({ id: first?.id ?? '' }))
}
const titles = async () => (await newest()).items.map(({ title }) => title)

beforeEach(async () => {
  app = await startApp({
    demo: true,
    now: '2026-11-26T01:10:00Z',
    viewport: { width: 1366, height: 768 },
  })
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await app.page.reload()
  // The screen's keys are there with its list.
  await app.page.getByRole('navigation', { name: '会议' }).waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

test('a session is made by keyboard alone: number, days, sitting, begun', async () => {
  const { page } = app
  await key('n')
  await dialog().getByText('第二十一次会议').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await key('Tab', 'Control+A')
  await page.keyboard.type('2026.12.20')
  await key('Enter')
  await page.getByRole('heading', { name: '第九届人大常委会第二十一次会议' }).waitFor()
  await page.getByText('还没有场次。全体会议').waitFor()
  expect(await newest()).toMatchObject({
    number: 21,
    startsOn: '2026-12-20',
    endsOn: '2026-12-20',
    state: 'planned',
  })
  await key('Shift+N')
  await dialog().getByLabel('开始时间').fill('9:30')
  await key('Enter')
  await page.getByRole('button', { name: /第一次全体会议/ }).waitFor()
  expect((await newest()).sittings).toMatchObject([{ startsAt: '2026-12-20T09:30:00' }])
  await key('Shift+Space')
  // The clock stands on another day: the focus is on the button that leaves it be.
  await dialog()
    .getByText(/2026年12月20日，今天是/)
    .waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await key('Tab', 'Enter')
  await page.getByRole('button', { name: '休会' }).waitFor()
  expect(await newest()).toMatchObject({ state: 'open', sittings: [{ state: 'open' }] })
  expect(await seriousFaults(page)).toEqual([])
})

test('the agenda is typed, pasted, and put in order by keyboard and by dragging', async () => {
  const { page } = app
  await key('n')
  await dialog().getByText('第二十一次会议').waitFor()
  await key('Enter')
  await dialog().waitFor({ state: 'detached' })
  await key('Alt+2')
  await page.getByRole('heading', { name: '议程还没有议题' }).waitFor()
  await key('n')
  await page.keyboard.insertText('审议人事任免案')
  await key('Enter')
  await page.getByRole('option', { name: /审议人事任免案/ }).waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      '一、通过会议议程；\n二、听取工作情况的报告（书面）；\n三、其他。',
    ),
  )
  await key('Control+V')
  await page.getByText('已加入 3 项议题。').waitFor()
  expect(await titles()).toEqual(['审议人事任免案', '通过会议议程', '听取工作情况的报告', '其他'])
  const rows = page.getByRole('option')
  await rows.filter({ hasText: '听取工作情况的报告' }).click()
  await key('Alt+ArrowUp', 'Alt+ArrowUp')
  await expect
    .poll(titles)
    .toEqual(['听取工作情况的报告', '审议人事任免案', '通过会议议程', '其他'])
  const firstIsActive = () => rows.first().evaluate((row) => row === document.activeElement)
  await expect.poll(firstIsActive).toBe(true)
  await key('Alt+ArrowDown')
  await expect
    .poll(titles)
    .toEqual(['审议人事任免案', '听取工作情况的报告', '通过会议议程', '其他'])
  await rows.nth(1).filter({ hasText: '听取工作情况的报告' }).waitFor()
  await drag('通过会议议程', '审议人事任免案')
  await expect
    .poll(titles)
    .toEqual(['通过会议议程', '审议人事任免案', '听取工作情况的报告', '其他'])
  expect(await rows.first().textContent()).toContain('一、')
  expect(await seriousFaults(page)).toEqual([])
})

/** Drags an item of the agenda by its grip onto the place of another. */
const drag = async (from: string, onto: string): Promise<void> => {
  const rows = app.page.getByRole('option')
  const grip = await rows.filter({ hasText: from }).locator('.kit-grip').boundingBox()
  const goal = await rows.filter({ hasText: onto }).locator('.kit-grip').boundingBox()
  if (!grip || !goal) throw new Error('the rows are not on the page')
  const { mouse } = app.page
  await mouse.move(grip.x + 6, grip.y + 6)
  await mouse.down()
  await mouse.move(grip.x + 6, grip.y - 6, { steps: 3 })
  await mouse.move(goal.x + 6, goal.y + 2, { steps: 6 })
  await mouse.up()
}

test('what is being typed is never taken for a shortcut', async () => {
  const { page } = app
  await key('Alt+2')
  await page.getByRole('option').first().waitFor()
  await key('n')
  const before = await titles()
  await page.keyboard.type('nedgwfv')
  expect(await page.getByLabel('新议题').inputValue()).toBe('nedgwfv')
  expect(await titles()).toEqual(before)
  expect(await dialog().count()).toBe(0)
})

test('a session is closed with what is left named, and its record stands', async () => {
  const { page } = app
  await page.getByRole('heading', { name: '第九届人大常委会第二十次会议' }).waitFor()
  await key('Control+Enter')
  await dialog().getByText('第一次全体会议正在进行，将同时休会。').waitFor()
  await dialog().getByText('表决 13 项，还有 6 项没有结果。').waitFor()
  await dialog().getByText('还有 3 件任免事项没有付表决。').waitFor()
  await key('Escape')
  await dialog().waitFor({ state: 'detached' })
  expect((await newest()).state).toBe('open')
  await key('Control+Enter')
  await dialog().getByRole('button', { name: '闭会' }).click()
  await page.getByText('会议已闭会，记录不再更改。').waitFor()
  expect(await newest()).toMatchObject({ state: 'closed', sittings: [{ state: 'adjourned' }] })
  await key('Alt+2')
  await page.getByRole('option').first().click()
  await key('Alt+ArrowDown', 'Delete')
  expect(await dialog().count()).toBe(0)
  expect((await titles())[0]).toBe('通过会议议程')
})
