import { afterEach, beforeEach, expect, test } from 'vitest'
import { pinyinKeys } from '../../shared/rules/pinyin.ts'
import { inventedName, value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// The roll call of 41 by a line of exceptions, leave before the day, seats and guests, by keys in a real browser.

let app: App
let sittingId = ''
let sessionId = ''
let keys = 0

/** Presses keys and counts each. */
const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) {
    keys += 1
    await app.page.keyboard.press(chord)
  }
}
const type = (text: string): Promise<void> =>
  key(...[...text].map((one) => (one === ' ' ? 'Space' : one)))
const roll = async () => value(await app.client.attendance.roll({ sittingId }))
const counts = async () => (await roll()).counts
const search = () => app.page.getByRole('searchbox')
const line = () => app.page.getByRole('group', { name: '列出未到的人' })

const special = ['欧阳文澜', '温若谷', '章三丰', '钟少卿', '阿依努尔·买买提']

beforeEach(async () => {
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport: { width: 1366, height: 768 } })
  keys = 0
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: 41, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  const names = [...Array.from({ length: 36 }, (_, n) => inventedName(n)), ...special]
  for (const [n, one] of names.entries()) {
    const kind = n === 0 ? ('chair' as const) : ('ordinary' as const)
    value(await client.roster.saveMember({ rev: 0, name: one, kind, startsOn: '2022-01-10' }))
  }
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await client.session.save({ rev: 0, number: 20, ...days })).id
  const startsAt = '2026-11-26T09:00:00'
  const sitting = value(
    await client.session.saveSitting({ rev: 0, sessionId, kind: 'plenary', startsAt }),
  )
  sittingId = sitting.id
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

const begin = async (): Promise<void> => {
  const sitting = value(await app.client.session.get({ id: sessionId })).sittings[0]
  value(
    await app.client.session.setSittingState({
      ...{ id: sittingId, rev: sitting?.rev ?? 0, state: 'open' },
    }),
  )
  await show()
}
const show = async (): Promise<void> => {
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await app.page.keyboard.press('Alt+4')
  await app.page.getByRole('listbox', { name: '点名册' }).waitFor()
}
const grant = async (name: string): Promise<void> => {
  const entry = (await roll()).entries.find((one) => one.name === name)
  value(
    await app.client.attendance.saveLeave({
      ...{ rev: 0, sessionId, memberId: entry?.memberId ?? '', reason: '因病' },
      ...{ approver: '主任', approverRole: 'chair', grantedOn: '2026-11-25' },
    }),
  )
}
const numberOf = async (name: string): Promise<number> =>
  (await roll()).entries.find((one) => one.name === name)?.number ?? 0

test('41 members, 4 away, one of them with leave: the whole roll in at most 15 keys', async () => {
  await grant('欧阳文澜')
  await begin()
  const [a, b, c] = [await numberOf('温若谷'), await numberOf('钟少卿'), await numberOf('欧阳文澜')]
  keys = 0
  await key('/')
  await type(`${a} ${b} ${c} zsf`)
  await line().getByText('按 Enter：请假 1 人，缺席 3 人，另 37 人记为出席。').waitFor()
  expect(await seriousFaults(app.page)).toEqual([])
  await key('Enter')
  await expect
    .poll(counts)
    .toMatchObject({ expected: 41, present: 37, onLeave: 1, absent: 3, unmarked: 0 })
  expect(keys).toBeLessThanOrEqual(15)
  const entries = (await roll()).entries.filter(({ state }) => state === 'absent')
  expect(entries.map(({ name }) => name).sort()).toEqual(['钟少卿', '温若谷', '章三丰'].sort())
  // The same line again changes nothing.
  const before = await roll()
  await key('/')
  await type(`${a} ${b} ${c} zsf`)
  await key('Enter')
  await expect.poll(() => search().inputValue()).toBe('')
  expect((await roll()).entries).toEqual(before.entries)
})

test('initials of several ask, unknown words say so, and until all is clear nobody is marked', async () => {
  const { page } = app
  await begin()
  await key('/')
  await type('qqq zs 40')
  await line().getByText('没有与“qqq”相符的人，没有标记任何人。').waitFor()
  await key('Enter')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('qqq')
  await type('41')
  await key('Enter')
  const which = line().getByRole('group', { name: '“zs”指哪一位？' })
  await expect
    .poll(() =>
      which
        .getByRole('button')
        .first()
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true)
  expect((await counts()).unmarked).toBe(41)
  expect(await seriousFaults(page)).toEqual([])
  const chosen = (await which.getByRole('button').first().textContent()) ?? ''
  await key('Enter')
  await expect.poll(() => search().evaluate((one) => one === document.activeElement)).toBe(true)
  await key('Enter')
  await expect.poll(counts).toMatchObject({ present: 38, absent: 3, unmarked: 0 })
  const away = (await roll()).entries.filter(({ state }) => state === 'absent')
  expect(away.map(({ number, name }) => `${number} ${name}`)).toContain(chosen)
})

test('an input method composing in the field finds nobody, marks nobody and fires no key', async () => {
  const { page } = app
  await begin()
  const cdp = await app.context.newCDPSession(page)
  await key('/')
  for (const text of ['a', 'aq', 'aqx', 'aqxp']) {
    await cdp.send('Input.imeSetComposition', {
      ...{ text, selectionStart: text.length, selectionEnd: text.length },
    })
  }
  for (const chord of ['Enter', 'Space', 'a']) {
    await page.evaluate((name) => {
      const target = document.activeElement
      const init = { key: name, code: name, keyCode: 229, bubbles: true, cancelable: true }
      target?.dispatchEvent(new KeyboardEvent('keydown', { ...init, isComposing: true }))
    }, chord)
  }
  expect(await counts()).toMatchObject({ unmarked: 41, present: 0 })
  expect(await search().evaluate((one) => one === document.activeElement)).toBe(true)
  await cdp.send('Input.insertText', { text: '温若谷' })
  await key('Enter')
  await page.locator('[role=option]:focus').filter({ hasText: '温若谷' }).waitFor()
  expect((await counts()).unmarked).toBe(41)
})

test('before the day: leave by keys, the forecast in words here and on the overview', async () => {
  const { page } = app
  await show()
  await key('Shift+ArrowRight', 'Shift+ArrowRight')
  await page.getByRole('heading', { name: '请假单', exact: true }).waitFor()
  await key('n')
  await page.getByRole('dialog', { name: '新增请假单' }).waitFor()
  await page.keyboard.insertText('温若谷')
  await page.getByRole('option', { name: '温若谷' }).waitFor()
  await key('ArrowDown', 'Enter', 'Tab', 'Tab')
  await page.keyboard.insertText('因公出差')
  await page.getByLabel('批准人', { exact: true }).focus()
  await page.keyboard.insertText('孙秘书长')
  await page.getByRole('combobox', { name: '批准人职务' }).focus()
  await key('ArrowDown')
  await page.getByRole('option', { name: '秘书长' }).waitFor()
  const pointed = page.locator('[role=option][data-combobox-selected]')
  for (let n = 0; n < 6 && (await pointed.allTextContents()).join() !== '秘书长'; n += 1)
    await key('ArrowDown')
  await key('Enter')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByLabel('批准人', { exact: true }).focus()
  await key('Enter')
  await page.getByRole('row', { name: /温若谷/ }).waitFor()
  await page.getByText('整次会议请假，秘书长批准的层级不够，请核对请假单。').first().waitFor()
  await page.getByText('已准假 1 人，最多可到 40 人。再有 20 人不到即不足法定人数。').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await app.page.keyboard.press('Alt+1')
  await page.getByText('已准假 1 人，最多可到 40 人。再有 20 人不到即不足法定人数。').waitFor()
  expect(await seriousFaults(page)).toEqual([])
})

test('seats: in official order, moved by keys, and who is missing is named by seat', async () => {
  const { page } = app
  await begin()
  await key('Shift+ArrowRight')
  await page.getByRole('button', { name: '按名次排座' }).click()
  await page.getByRole('dialog').waitFor()
  await key('Enter')
  const map = page.getByRole('listbox', { name: '座位图' })
  await map.waitFor()
  await page.getByText('已为 41 人排座。').waitFor()
  await map.locator('.attendance-hall [role=option]').nth(40).waitFor()
  const [first, second] = (await roll()).entries
  await page.getByRole('option').first().click()
  await key('Alt+ArrowRight')
  const seatOf = async (id: string | undefined) =>
    (await roll()).entries.find(({ memberId }) => memberId === id)?.seat
  await expect.poll(() => seatOf(first?.memberId)).toEqual({ row: 1, col: 2 })
  expect(await seatOf(second?.memberId)).toEqual({ row: 1, col: 1 })
  await page
    .locator('[role=option]:focus')
    .filter({ hasText: first?.name ?? '' })
    .waitFor()
  await key('ArrowDown')
  await page.locator('[role=option]:focus').filter({ hasText: '10' }).waitFor()
  await key('x')
  await page.getByRole('dialog').waitFor()
  await key('Enter')
  await expect.poll(counts).toMatchObject({ absent: 1 })
  expect(await seriousFaults(page)).toEqual([])
})

test('guests: many at once, numbered, P and X say who came', async () => {
  const { page } = app
  await begin()
  await key('Shift+ArrowLeft')
  await page.getByRole('heading', { name: '列席和旁听' }).waitFor()
  await key('n')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.insertText('李列席 市财政局局长\n周旁听\n李列席 市财政局局长')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '加入 3 人' }).click()
  await page.getByText('列席现有 2 人。').waitFor()
  await page.getByRole('row', { name: /周旁听/ }).click()
  await key('x')
  await expect.poll(counts).toMatchObject({ sitIn: 1, observe: 0 })
  await page.getByText('共 2 人，到 1 人').waitFor()
  await key('p')
  await expect.poll(counts).toMatchObject({ sitIn: 2 })
})

test('every view is free of serious accessibility faults in both themes, and focus is never lost', async () => {
  const { page } = app
  await grant('温若谷')
  const { entries } = await roll()
  const ids = entries.map(({ memberId }) => memberId)
  const seats = ids.map((memberId, n) => ({
    memberId,
    row: Math.floor(n / 9) + 1,
    col: (n % 9) + 1,
  }))
  value(await app.client.attendance.saveSeats({ seats }))
  const suspended = { rev: 0, memberId: ids[20] ?? '', startsOn: '2026-11-01', reason: '立案审查' }
  value(await app.client.attendance.saveSuspension(suspended))
  await begin()
  const exceptions = [{ memberId: ids[2] ?? '' }]
  value(await app.client.attendance.callRoll({ sittingId, exceptions }))
  const mark = { sittingId, memberId: ids[30] ?? '', state: 'present' as const, video: true }
  value(await app.client.attendance.mark(mark))
  const people = [{ name: '李列席', post: '市财政局局长' }]
  value(await app.client.attendance.addGuests({ sittingId, kind: 'sitIn', people }))
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  for (const wanted of ['light', 'dark']) {
    if ((await theme()) !== wanted) await key('Control+Shift+L')
    await expect.poll(theme).toBe(wanted)
    for (const view of ['点名', '座位', '请假', '列席旁听']) {
      await page.getByRole('tab', { name: view, selected: true }).waitFor()
      expect([view, wanted, await seriousFaults(page)]).toEqual([view, wanted, []])
      await key('Shift+ArrowRight')
    }
  }
  await page.getByRole('tab', { name: '点名', selected: true }).waitFor()
  await key('ArrowDown', 'ArrowRight', 'q')
  await page.getByRole('dialog').waitFor()
  await key('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('[role=option]:focus').waitFor()
})

test('initials are those people type', () => {
  expect(special.map((name) => pinyinKeys(name).initials)).toEqual([
    'oywl',
    'wrg',
    'zsf',
    'zsq',
    'aynemmt',
  ])
})
