import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incident } from '../../shared/contract/incident.ts'
import { inventedName, value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// What goes wrong in the hall, noted with one key at the desk, and found again in the minutes.

let app: App
let sessionId = ''
let sittingId = ''
let voteId = ''

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const dialog = (name: string) => app.page.getByRole('dialog', { name })
const incidents = async (): Promise<Incident[]> =>
  value(await app.client.incident.list({ sittingId }))
/** Axe in both themes; leaves the light one. */
const faults = async (): Promise<string[]> => {
  const found: string[] = []
  for (const theme of ['dark', 'light']) {
    await app.page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    found.push(...(await seriousFaults(app.page)).map((fault) => `${theme}: ${fault}`))
  }
  return found
}
/** Everything the minutes say, as text. */
const minutes = async (): Promise<string> => {
  const { previews } = value(await app.client.papers.preview({ sessionId, paper: 'minutes' }))
  return previews.map(({ text }) => text).join('\n')
}

beforeEach(async () => {
  app = await startApp({ now: '2026-11-26T02:15:20Z', viewport: { width: 1366, height: 768 } })
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: 31, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  for (let n = 0; n < 31; n += 1) {
    const kind = n === 0 ? ('chair' as const) : ('ordinary' as const)
    const facts = { rev: 0, name: inventedName(n), kind, startsOn: '2022-01-10' }
    value(await client.roster.saveMember(facts))
  }
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await client.session.save({ rev: 0, number: 20, ...days })).id
  const bill = { rev: 0, sessionId, kind: 'bill' as const, title: '审议促进条例（草案）' }
  const item = value(await client.session.saveItem(bill))
  const startsAt = '2026-11-26T09:00:00'
  const facts = { rev: 0, sessionId, kind: 'plenary' as const, startsAt }
  const sitting = value(await client.session.saveSitting(facts))
  sittingId = sitting.id
  value(await client.session.setSittingState({ id: sittingId, rev: sitting.rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId, exceptions: [] }))
  const question = value(
    await client.ballot.ask({ itemId: item.id, kind: 'bill', title: '《临江市促进条例》' }),
  )
  voteId = value(await client.ballot.open({ questionId: question.id, sittingId })).id
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await key('Alt+5')
  await app.page.getByRole('region', { name: '情况记录' }).waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

test('a keypad fails while a vote is open: noted, put right, in the minutes; by keys alone', async () => {
  const { page } = app
  await key('g')
  const text = dialog('记一条情况').getByLabel('情况', { exact: true })
  await text.waitFor()
  await expect.poll(() => text.evaluate((one) => one === document.activeElement)).toBe(true)
  // The input method works on letters and on its own Enter: nothing is saved, no key of the desk fires.
  const cdp = await app.context.newCDPSession(page)
  await cdp.send('Input.imeSetComposition', { text: 'jak', selectionStart: 3, selectionEnd: 3 })
  await cdp.send('Input.dispatchKeyEvent', {
    ...{ type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' },
  })
  await cdp.send('Input.insertText', { text: '表决器主机无响应，改用举手表决' })
  expect(await incidents()).toEqual([])
  expect(await faults()).toEqual([])
  await app.screenshot('incident-note')
  await key('Enter')
  await dialog('记一条情况').waitFor({ state: 'detached' })
  expect(await incidents()).toMatchObject([
    { kind: 'device', at: '2026-11-26T10:15:20', voteId, operator: '钱书文' },
  ])
  await key('g')
  await text.waitFor()
  await page.keyboard.insertText('主持人裁定重新清点到会人数')
  await key('Shift+Tab', 'ArrowRight', 'ArrowRight', 'Enter')
  await dialog('记一条情况').waitFor({ state: 'detached' })
  expect((await incidents())[1]).toMatchObject({ kind: 'ruling', voteId })

  await key('Shift+G')
  const first = dialog('情况记录').getByRole('button', { name: '更正' }).first()
  await first.waitFor()
  await expect.poll(() => dialog('情况记录').locator(':focus').count()).toBe(1)
  await key('Tab')
  expect(await first.evaluate((one) => one === document.activeElement)).toBe(true)
  await key('Enter')
  const corrected = dialog('更正情况记录').getByLabel('情况', { exact: true })
  await corrected.waitFor()
  await corrected.fill('表决器主机断电，改用举手表决')
  await key('Enter')
  await dialog('更正情况记录').waitFor({ state: 'detached' })
  await key('Shift+G')
  await dialog('情况记录').getByText('已更正').waitFor()
  expect(await faults()).toEqual([])
  await app.screenshot('incident-list')

  const paper = await minutes()
  expect(paper).toContain(
    '设备：表决器主机无响应，改用举手表决（后更正为：表决器主机断电，改用举手表决）。',
  )
  expect(paper).toContain('主持人裁定：主持人裁定重新清点到会人数。')
})

test('who spoke how long stands in the minutes, with what the chair granted', async () => {
  const { client } = app
  const member = value(await client.roster.members({}))[5]
  const added = value(await client.speech.add({ sittingId, memberId: member?.id ?? '' }))
  const { id, rev } = value(await client.speech.start({ id: added.id }))
  value(await client.speech.extend({ id, rev, minutes: 5, by: '王一文' }))
  value(await client.speech.stop({ id }))
  const paper = await minutes()
  expect(paper).toContain(member?.name)
  expect(paper).toMatch(/延长/u)
})
