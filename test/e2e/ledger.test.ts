import { afterEach, beforeEach, expect, test } from 'vitest'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { allFaults } from './lib/axe.ts'
import { misfits } from './lib/fits.ts'

// The ledger from nothing, by keyboard alone, in a real browser: catalogue, opening tenures with a conflict, a question, a course.

let app: App
/** What was found wrong with the page, by where it was looked at. */
let found: Record<string, string[]>

const press = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const type = (text: string) => app.page.keyboard.insertText(text)
const dialog = () => app.page.getByRole('dialog')
const grid = () => app.page.getByRole('grid')
const look = async (name: string): Promise<void> => {
  const faults = [...(await allFaults(app.page)), ...(await misfits(app.page))]
  if (faults.length > 0) found[name] = faults
}
const turnTo = async (name: string, chord: string): Promise<void> => {
  const tab = app.page.getByRole('tab', { name, exact: true })
  for (let turns = 0; turns < 6; turns += 1) {
    if ((await tab.getAttribute('aria-selected')) === 'true') return
    const before = await app.page.getByRole('tab', { selected: true }).textContent()
    await press(chord)
    await expect
      .poll(() => app.page.getByRole('tab', { selected: true }).textContent())
      .not.toBe(before)
  }
}

const header = '姓名,职务,任职日期,离任日期,离任原因,代理'
const right = [
  '云知岚,临江市统计局局长,2018-03-01,2022-01-20,免去,',
  '云知岚,临江市财政局局长,2022-01-20,,,',
]
/** A day that does not exist; mended. */
const impossible = '卓清和,临江市中级人民法院副院长,2023-02-30,,,'
const possible = '卓清和,临江市中级人民法院副院长,2023-02-28,,,'
/** Two hold the one post at once; mended, the first has gone before the second came. */
const overlapping = '费不疑,临江市财政局局长,2019-05-08,2022-03-01,免去,'
const mended = '费不疑,临江市财政局局长,2019-05-08,2022-01-20,免去,'

/** The sheet the page gets as soon as it asks for a file. */
let sheet: readonly string[]

/** Presses the button that has the focus and asks for a file. */
const give = async (lines: readonly string[]): Promise<void> => {
  sheet = lines
  await press('Enter')
}
const focused = () => app.page.evaluate(() => document.activeElement?.textContent ?? '')
const tabBackTo = async (words: string): Promise<void> => {
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await focused()).startsWith(words)) return
    await press('Shift+Tab')
  }
  throw new Error(`nothing to tab to says ${words}`)
}

beforeEach(async () => {
  found = {}
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport: { width: 1366, height: 768 } })
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const name = '临江市人民代表大会常务委员会'
  const term = { number: 9, seats: 41, startsOn: '2022-01-10' }
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  // Heard from the start: a listener added with the key press may come too late for it.
  app.page.on('filechooser', (chooser) => {
    const buffer = Buffer.from([header, ...sheet].join('\n'))
    void chooser.setFiles({ name: '现有任职.csv', mimeType: 'text/csv', buffer })
  })
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await press('Alt+L')
  await app.page.getByRole('heading', { name: '台账还是空的' }).waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

test('a ledger from nothing: catalogue, opening tenures with a conflict mended, who held what, a course', async () => {
  const { page, client } = app
  await look('empty')
  await turnTo('机构职务', 'Shift+ArrowRight')
  await page.getByRole('button', { name: '起始目录' }).waitFor()
  await expect.poll(focused).toBe('起始目录')
  await press('Enter')
  await dialog().waitFor()
  await look('starter')
  await press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await page.getByText(/已加入机构 \d+ 个/u).waitFor()
  await page.getByRole('navigation', { name: '机构' }).getByText('财政局').waitFor()
  await look('catalogue')

  await turnTo('在任', 'Shift+ArrowLeft')
  await grid().waitFor()
  await press('Control+i')
  await expect.poll(focused).toBe('选择任职表')
  await give([...right, impossible, overlapping])
  await grid().getByRole('img', { name: '有误' }).first().waitFor()
  await press('ArrowDown')
  const row = grid().getByRole('row').filter({ hasText: '费不疑' })
  for (let presses = 0; (await row.getAttribute('aria-selected')) !== 'true'; presses += 1) {
    if (presses > 8) throw new Error('the row is not reached')
    await press('ArrowDown')
  }
  await page
    .getByText(/此职务只能一人担任.*云知岚/u)
    .first()
    .waitFor()
  await look('conflict')
  await press('Control+Enter')
  expect(value(await client.ledger.asOf({ on: '2026-11-26' }))).toEqual([])
  await tabBackTo('换一个文件')
  await give([...right, possible, mended])
  await page.getByRole('button', { name: /确认导入 4 行/u }).waitFor()
  await look('mended')
  await press('Control+Enter')
  await page.getByText('已导入：新增 4 项，更改 0 项，相同 0 项。').waitFor()

  await grid().waitFor()
  await press('/')
  await type('财政局局长')
  await press('ArrowDown', 'Shift+F')
  await type('2022-01-19')
  await press('Enter')
  await grid().getByText('费不疑').waitFor()
  await look('as-of')
  await press('Control+A')
  await type('2022年1月20日')
  await press('Enter')
  await grid().getByText('云知岚').waitFor()
  expect(await grid().getByText('费不疑').count()).toBe(0)

  await press('Control+f', 'ArrowDown')
  await press('Enter')
  const course = page.getByRole('figure', { name: '云知岚的任职经历' })
  await course.waitFor()
  expect(await course.getByRole('listitem').allTextContents()).toEqual([
    '临江市统计局局长 2018年3月1日 – 2022年1月20日 · 免去',
    '临江市财政局局长 2022年1月20日 – 至今',
  ])
  await look('course')

  const twice = { rev: 0, name: '云知岚', kind: 'ordinary' as const, startsOn: '2017-01-10' }
  const left = { endsAt: '2018-02-28', endReason: 'resignation' as const }
  value(await client.roster.saveMember({ ...twice, ...left }))
  await page.getByRole('button', { name: '另有同名者 1 人' }).waitFor()
  await press('Shift+C')
  await page.getByRole('option').waitFor()
  await press('ArrowDown', 'Enter')
  await page.getByText('名册任期 1 段').waitFor()
  await look('uniting')
  await expect.poll(focused).toBe('取消')
  await press('Tab', 'Enter')
  await dialog().waitFor({ state: 'detached' })
  await expect.poll(() => course.getByRole('listitem').count()).toBe(3)
  expect(value(await client.ledger.findPerson({ text: '云知岚' }))).toHaveLength(1)
  expect(found).toEqual({})
})
