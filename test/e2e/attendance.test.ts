import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RollCounts } from '../../shared/contract/attendance.ts'
import { inventedName, value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// The roll call by exception, and its numbers on every screen, in a real browser.

let app: App
let sittingId = ''

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const dialog = () => app.page.getByRole('dialog')
const strip = () => app.page.getByRole('group', { name: '出席人数' })
/** Waits until a member's card has the focus, as after a dialog. */
const focused = (name: string) =>
  app.page.locator('[role=option]:focus').filter({ hasText: name }).waitFor()
const roll = async () => value(await app.client.attendance.roll({ sittingId }))
const counts = async (): Promise<RollCounts> => (await roll()).counts

beforeEach(async () => {
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport: { width: 1366, height: 768 } })
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: 31, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  const names = [...Array.from({ length: 28 }, (_, n) => inventedName(n)), '欧阳文澜', '温若谷']
  for (const one of [...names, '阿依努尔·买买提']) {
    const kind = one === names[0] ? ('chair' as const) : ('ordinary' as const)
    value(await client.roster.saveMember({ rev: 0, name: one, kind, startsOn: '2022-01-10' }))
  }
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const sessionId = value(await client.session.save({ rev: 0, number: 20, ...days })).id
  const startsAt = '2026-11-26T09:00:00'
  const sitting = value(
    await client.session.saveSitting({ rev: 0, sessionId, kind: 'plenary', startsAt }),
  )
  sittingId = sitting.id
  value(await client.session.setSittingState({ id: sittingId, rev: sitting.rev, state: 'open' }))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await key('Alt+4')
  await app.page.getByRole('listbox', { name: '点名册' }).waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

test('what is told for a moment covers none of the figures, however many they are', async () => {
  const { page } = app
  // Refusals stay until they are dismissed; as carried over to a page that begins anew.
  const refusals = ['甲', '乙', '丙', '丁'].map((one, id) => {
    const text = `没有保存：${one}处的资料已被改动。请核对后再保存。`
    return { id, tone: 'bad', text }
  })
  const carried = JSON.stringify(refusals)
  await page.evaluate((text) => sessionStorage.setItem('yixi.notices', text), carried)
  await page.reload()
  await page.getByRole('navigation', { name: '画面' }).waitFor()
  await key('Alt+4')
  await page.getByRole('listbox', { name: '点名册' }).waitFor()
  await expect.poll(() => strip().textContent()).toContain('未点31')
  const told = page.locator('.kit-toasts')
  await told.getByText('丁处的资料已被改动', { exact: false }).waitFor()
  const covered = await told.evaluate((notices) => {
    const at = notices.getBoundingClientRect()
    const figures = [...document.querySelectorAll('.kit-counts, .attendance-numbers')]
    return figures.flatMap((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      const meets = left < at.right && right > at.left && top < at.bottom && bottom > at.top
      return meets ? [one.textContent] : []
    })
  })
  expect(covered).toEqual([])
})

test('everyone present except: initials, a reason, and one key for the rest', async () => {
  const { page } = app
  await key('Control+F')
  await page.keyboard.type('oywl')
  await key('Enter', 'q')
  await dialog().getByRole('heading', { name: '欧阳文澜请假' }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.insertText('因病')
  await key('Enter')
  await focused('欧阳文澜')
  await key('/')
  await page.keyboard.type('wrg')
  await key('Enter', 'x')
  await dialog().waitFor()
  await key('Enter')
  await focused('温若谷')
  await expect.poll(counts).toMatchObject({ onLeave: 1, absent: 1, unmarked: 29 })
  await key('a')
  await expect
    .poll(counts)
    .toMatchObject({ expected: 31, present: 29, onLeave: 1, absent: 1, unmarked: 0 })
  await expect.poll(() => strip().textContent()).toBe('应到31实到29请假1缺席1✓ 法定人数 16')
  await key('a', 'x')
  expect(await counts()).toMatchObject({ present: 29, absent: 1 })
  expect(await seriousFaults(page)).toEqual([])
})

test('late, gone and back change the numbers, which stand on every screen', async () => {
  const { page } = app
  const late = (await roll()).entries.find(({ name }) => name === '阿依努尔·买买提')
  const exceptions = [{ memberId: late?.memberId ?? '', state: 'absent' as const }]
  value(await app.client.attendance.callRoll({ sittingId, exceptions }))
  await expect.poll(() => strip().textContent()).toContain('实到30')
  await page.getByRole('option', { name: /阿依努尔/ }).click()
  await key('i')
  await expect.poll(() => strip().textContent()).toContain('实到31')
  await key('i')
  await page.getByText('阿依努尔·买买提已在场，没有变动。').waitFor()
  await key('o')
  await expect.poll(() => strip().textContent()).toContain('实到30')
  for (const place of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    await key(`Alt+${place}`)
    expect(await strip().textContent()).toBe('应到31实到30请假0缺席1✓ 法定人数 16')
  }
})

test('cards keep to their place with long names', async () => {
  const boxes = await app.page.getByRole('option').evaluateAll((cards) =>
    cards.map((card) => {
      const { width, height } = card.getBoundingClientRect()
      return [Math.round(width * 4) / 4, Math.round(height * 4) / 4]
    }),
  )
  expect(new Set(boxes.map(String)).size).toBe(1)
  const name = app.page.getByRole('option', { name: /阿依努尔/ }).locator('b')
  expect(await name.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})
