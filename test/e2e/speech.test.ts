import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Speech } from '../../shared/contract/speech.ts'
import { inventedName, value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// The speakers' list as a clerk keeps it: the keyboard alone, in a real browser, through a restart.

const names = [...Array.from({ length: 12 }, (_, n) => inventedName(n)), '欧阳文澜', '温若谷']

let app: App
let dataDir = ''
let sessionId = ''
let groupId = ''

/** Starts the app when the host's clock stands at a moment; the page's own clock is an hour slow. */
const open = async (at: string, options: { colorScheme?: 'light' | 'dark' } = {}) => {
  const viewport = { width: 1366, height: 768 }
  app = await startApp({ dataDir, now: `2026-11-26T${at}+08:00`, viewport, ...options })
  await app.page.clock.setFixedTime(Date.parse(`2026-11-26T${at}+08:00`) - 3_600_000)
}

const toDesk = async () => {
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await app.page.keyboard.press('Alt+5')
  await panel().waitFor()
}

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const panel = () => app.page.getByRole('region', { name: '发言' })
const clock = () => panel().getByRole('timer')
const dialog = (name: string) => app.page.getByRole('dialog', { name })
/** Waits until someone's line has the focus. */
const focused = (name: string) =>
  panel().locator('[role=option]:focus').filter({ hasText: name }).waitFor()
const speeches = async (): Promise<Speech[]> =>
  value(await app.client.speech.list({ sittingId: groupId })).speeches
/** Puts someone on the list as a clerk does. */
const putOn = async (typed: string, name: string): Promise<void> => {
  await key('y')
  await dialog('报名发言').waitFor()
  await app.page.keyboard.insertText(typed)
  await dialog('报名发言').getByRole('option', { name }).waitFor()
  await key('Enter')
  await panel().getByRole('option', { name }).waitFor()
}

beforeEach(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'yixi-speech-')), 'data')
  await open('09:10:00')
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: 31, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  for (const one of names) {
    const kind = one === names[0] ? ('chair' as const) : ('ordinary' as const)
    value(await client.roster.saveMember({ rev: 0, name: one, kind, startsOn: '2022-01-10' }))
  }
  const members = value(await client.roster.members({}))
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await client.session.save({ rev: 0, number: 20, ...days })).id
  const item = { rev: 0, sessionId, kind: 'report' as const, title: '听取营商环境情况的报告' }
  value(await client.session.saveItem(item))
  const facts = { rev: 0, sessionId, kind: 'group' as const, groupName: '第一组' }
  const startsAt = '2026-11-26T09:00:00'
  const chairId = members[0]?.id ?? null
  const group = value(await client.session.saveSitting({ ...facts, startsAt, chairId }))
  groupId = group.id
  value(await client.session.setSittingState({ id: groupId, rev: group.rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId: groupId, exceptions: [] }))
  await toDesk()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  rmSync(join(dataDir, '..'), { recursive: true, force: true })
  expect(problems).toEqual([])
})

test('a group speaks: on the list by initials, number and name; begun, extended, ended; the record', async () => {
  const { page } = app
  await putOn('oywl', '欧阳文澜')
  const third = value(await app.client.attendance.roll({ sittingId: groupId })).entries[2]
  await putOn('3', third?.name ?? '')
  await putOn('林远航', '林远航')
  expect((await speeches()).map(({ name }) => name)).toEqual(['欧阳文澜', third?.name, '林远航'])
  await key('y')
  await dialog('报名发言').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await app.screenshot('speech-add')
  await key('Escape', 's')
  await clock().waitFor()
  expect(await clock().textContent()).toMatch(/^剩余1[45]:\d\d$/u)
  await key('t')
  await dialog('延长欧阳文澜的发言').waitFor()
  expect(await dialog('延长欧阳文澜的发言').getByLabel('同意的主持人').inputValue()).toBe(names[0])
  expect(await seriousFaults(page)).toEqual([])
  await key('5', 'Enter')
  await panel().getByText('延长 5:00').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await app.screenshot('speech-running')
  await key('s')
  await clock().waitFor({ state: 'detached' })
  await key('s')
  await clock().waitFor()
  await key('s')
  await clock().waitFor({ state: 'detached' })
  expect((await speeches()).map(({ state }) => state)).toEqual(['done', 'done', 'queued'])
  await key('Shift+S')
  await dialog('发言记录')
    .getByRole('row', { name: /欧阳文澜/u })
    .waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await app.screenshot('speech-record')
})

/** The kernel's and the page's words for one moment: the time on the panel, in words and figures. */
const shown = () => clock().textContent()

test('the time goes by the kernel and through a restart; over time is said in words', async () => {
  await putOn('oywl', '欧阳文澜')
  await putOn('wrg', '温若谷')
  await key('s')
  await clock().waitFor()
  await app.close()
  await open('09:24:20', { colorScheme: 'dark' })
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await toDesk()
  await expect.poll(shown).toMatch(/^剩余不足一分钟0:[34]\d$/u)
  expect(await seriousFaults(app.page)).toEqual([])
  await app.screenshot('speech-last-dark')
  await app.close()
  await open('09:27:00', { colorScheme: 'dark' })
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await toDesk()
  await expect.poll(shown).toMatch(/^超时2:\d\d$/u)
  expect(await seriousFaults(app.page)).toEqual([])
  await app.screenshot('speech-over-dark')
  await key('t')
  await dialog('延长欧阳文澜的发言').waitFor()
  await key('9', 'Enter')
  await expect.poll(shown).toMatch(/^剩余[67]:\d\d$/u)
  await app.page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
  await key('s')
  await clock().waitFor({ state: 'detached' })
  expect((await speeches())[0]).toMatchObject({ state: 'done', endedAt: '2026-11-26T09:27:00' })
})

test('the list is put in order and thinned by keys alone, and an input method composes in peace', async () => {
  const { page } = app
  for (const [typed, name] of [
    ['oywl', '欧阳文澜'],
    ['wrg', '温若谷'],
  ] as const)
    await putOn(typed, name)
  await key('y')
  await dialog('报名发言').waitFor()
  const cdp = await app.context.newCDPSession(page)
  for (const text of ['l', 'li', 'lin'])
    await cdp.send('Input.imeSetComposition', { text, selectionStart: 3, selectionEnd: 3 })
  await cdp.send('Input.dispatchKeyEvent', {
    ...{ type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' },
  })
  await cdp.send('Input.insertText', { text: '林远航' })
  await dialog('报名发言').getByRole('option', { name: '林远航' }).waitFor()
  expect(await speeches()).toHaveLength(2)
  await key('Enter')
  await panel().getByRole('option', { name: '林远航' }).waitFor()
  const order = async () => (await speeches()).map(({ name }) => name)
  await key('Shift+Y')
  await focused('欧阳文澜')
  await key('End')
  await focused('林远航')
  await key('Alt+ArrowUp', 'Alt+ArrowUp')
  await expect.poll(order).toEqual(['林远航', '欧阳文澜', '温若谷'])
  await focused('林远航')
  await key('ArrowDown')
  await focused('欧阳文澜')
  await key('Delete')
  await expect.poll(order).toEqual(['林远航', '温若谷'])
  await focused('温若谷')
  await key('s')
  await clock().waitFor()
})
