import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NominatorKind } from '../../shared/contract/appointment.ts'
import { inventedName, value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'
import { misfits } from './lib/fits.ts'

// What follows the votes: settled, dated and made into papers by the keyboard alone, in a real browser.

let app: App
let sessionId = ''
let dataDir = ''

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const dialog = () => app.page.getByRole('dialog')
const gone = () => dialog().waitFor({ state: 'detached' })
const after = async () => value(await app.client.formality.ofSession({ sessionId }))

type Act = {
  act?: 'appoint' | 'accept-resignation'
  verb: string
  personName: string
  post: string
}

/** Proposes acts, puts each to the vote and decides it: all for, or all against. */
const decide = async (
  place: { itemId: string; sittingId: string },
  proposer: { nominator: string; nominatorKind: NominatorKind },
  acts: readonly Act[],
  passes: boolean,
): Promise<void> => {
  const { client } = app
  const { itemId, sittingId } = place
  const { id: nominationId } = value(
    await client.appointment.saveNomination({ rev: 0, itemId, ...proposer }),
  )
  const full = acts.map((act) => ({ act: 'appoint' as const, ...act }))
  const nomination = value(await client.appointment.addActs({ nominationId, acts: full }))
  const actIds = nomination.acts.map(({ id }) => id)
  const asked = { itemId, actIds, manner: 'individually' as const, goPast: '会前已核对' }
  for (const { id: questionId } of value(await client.ballot.askActs(asked))) {
    const round = { questionId, sittingId, method: 'device' as const, scrutineers: [] }
    const vote = value(await client.ballot.open(round))
    const tally = { for: passes ? 29 : 0, against: passes ? 0 : 29, abstain: 0 }
    value(await client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
  }
}

const setRule = async (name: string, given: unknown): Promise<void> => {
  const { client } = app
  const { rev = 0 } = value(await client.body.parameters({})).find((one) => one.key === name) ?? {}
  value(await client.body.setParameter({ key: name, value: given, rev }))
}

const prepare = async (): Promise<void> => {
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: 29, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  for (let n = 0; n < 29; n += 1) {
    const kind = n === 0 ? ('chair' as const) : ('ordinary' as const)
    const facts = { rev: 0, name: inventedName(n), kind, startsOn: '2022-01-10' }
    value(await client.roster.saveMember(facts))
  }
  await setRule('notifyDays', 3)
  await setRule('publishDays', 5)
  await setRule('filingDays', 30)
  await setRule('oathWithin', { unit: 'workdays', count: 15, from: 'notice' })
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await client.session.save({ rev: 0, number: 20, ...days })).id
  const item = { rev: 0, sessionId, kind: 'appointment' as const, title: '人事任免案' }
  const itemId = value(await client.session.saveItem(item)).id
  const startsAt = '2026-11-26T09:00:00'
  const { id: sittingId, rev } = value(
    await client.session.saveSitting({ rev: 0, sessionId, kind: 'plenary', startsAt }),
  )
  value(await client.session.setSittingState({ id: sittingId, rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId, exceptions: [] }))
  const place = { itemId, sittingId }
  const mayor = { nominator: '市长周启航', nominatorKind: 'government-head' as const }
  const president = { nominator: '院长沈立言', nominatorKind: 'court-president' as const }
  const bureau = (personName: string, post: string) => ({ verb: '决定任命', personName, post })
  await decide(
    place,
    mayor,
    [bureau('方明远', '临江市财政局局长'), bureau('余青信', '临江市教育局局长')],
    true,
  )
  await decide(place, mayor, [bureau('邵正平', '临江市民政局局长')], false)
  const judges = ['何书兰', '陈华荣', '高文康'].map((personName) => ({
    verb: '任命',
    personName,
    post: '临江市中级人民法院刑事审判第二庭副庭长、审判员',
  }))
  await decide(place, president, judges, true)
  const left = { act: 'accept-resignation' as const, verb: '接受', personName: '崔文安' }
  await decide(
    place,
    { nominator: '主任会议', nominatorKind: 'council' },
    [{ ...left, post: '临江市人民检察院检察长' }],
    true,
  )
}

const viewport = { width: 1366, height: 768 }

/** Five days after the session: the notices are late. */
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'yixi-after-'))
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport, dataDir })
  await prepare()
  await app.close()
  app = await startApp({ now: '2026-12-01T01:10:00Z', viewport, dataDir })
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await key('Alt+m')
  await list().waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
  expect(problems).toEqual([])
})

const list = () => app.page.getByRole('grid', { name: '任后' })
const rows = () => list().locator('tbody tr')
const count = async (number: number): Promise<void> => {
  await rows()
    .nth(number - 1)
    .waitFor()
  await rows().nth(number).waitFor({ state: 'detached' })
}
const look = async (name: string): Promise<void> => {
  await app.screenshot(`formality-${name}`)
  expect([name, ...(await seriousFaults(app.page)), ...(await misfits(app.page))]).toEqual([name])
}

test('what follows the votes is settled, dated and made into papers by the keyboard alone', async () => {
  const { page } = app
  // 5 certificates, 5 oaths, 3 notices, publication, filings with the government above and the congress, an approval.
  await count(17)
  await page.getByText('逾期 3').first().waitFor()
  await look('light')
  await key('Control+Shift+l')
  await look('dark')
  await key('Control+Shift+l')

  await key('Alt+ArrowDown')
  await count(3)

  // All certificates at once, their numbers counting up.
  await key('Alt+ArrowDown')
  await count(5)
  await key('a', 'Enter')
  await dialog().waitFor()
  await look('settle')
  await dialog().getByLabel('文号或编号').focus()
  await page.keyboard.insertText('临人常任〔2026〕12号')
  await key('Enter')
  await gone()
  await page.getByText('没有待办的任后事项').waitFor()
  const certificates = (await after()).formalities.filter(({ kind }) => kind === 'certificate')
  expect(certificates.map(({ number, doneOn }) => [number, doneOn])).toEqual(
    [12, 13, 14, 15, 16].map((number) => [`临人常任〔2026〕${number}号`, '2026-12-01']),
  )

  // The late notice of the first nominator; the days of the oaths are reckoned from it.
  await key('Alt+ArrowDown', 'Alt+ArrowDown')
  await count(3)
  await key('ArrowDown', 'ArrowDown')
  await page.getByRole('region', { name: '所选事项' }).getByText('任免通知').waitFor()
  await key('Enter')
  await dialog().waitFor()
  await key('Enter')
  await gone()
  await count(2)
  await page.getByText('逾期 2').first().waitFor()
  const [notice] = (await after()).formalities.filter(
    ({ kind, state }) => kind === 'notice' && state === 'done',
  )
  const oath = (await after()).formalities.find(
    ({ kind, actIds }) => kind === 'oath' && notice?.actIds.includes(actIds[0] ?? ''),
  )
  expect(oath).toMatchObject({ dueOn: '2026-12-22', daysLeft: 21 })

  // Another day for the next one, which has the focus.
  await key('e')
  await dialog().waitFor()
  await dialog().getByRole('textbox', { name: '期限（最后一日）' }).fill('2026-12-03')
  await dialog().getByLabel('理由').focus()
  await page.keyboard.insertText('主任会议同意')
  await key('Enter')
  await gone()
  await page.getByText('另定：主任会议同意').waitFor()
  await look('dated')

  // Everything on paper by one press.
  await key('Control+Enter')
  await page.getByText(/· 钱书文 · \d+ 个文件/u).waitFor()
  const files = readdirSync(app.exportsDir, { recursive: true }).map(String)
  expect(files.filter((name) => name.endsWith('.docx')).length).toBeGreaterThan(6)
  expect(files.filter((name) => name.endsWith('.xlsx'))).toHaveLength(1)
  await look('made')

  // What is open of every session.
  await key('Shift+ArrowRight')
  await list().getByText('第九届人大常委会第二十次会议').first().waitFor()
  await look('all')

  // What was seen to of every session.
  await key('Shift+ArrowRight')
  await list().getByText('临人常任〔2026〕12号').waitFor()
  await count(6)
  await look('settled')
})

test('where the rules say nothing of days, one key leads to them', async () => {
  const { page } = app
  await setRule('notifyDays', 0)
  await setRule('oathWithin', { unit: 'none', count: 15, from: 'notice' })
  value(await app.client.formality.rework({ sessionId }))
  await page.getByText(/^\d+ 项没有期限：/u).waitFor()
  await look('unsaid')
  await key('Shift+B')
  await page.getByRole('heading', { name: '设置' }).waitFor()
  await page.locator('tr:focus', { hasText: '宪法宣誓的期限' }).waitFor()
  await key('Enter')
  await dialog().getByText('宪法宣誓的期限').first().waitFor()
  await key('Escape')
  await gone()
})

test('on paper the list stands alone and whole', async () => {
  const { page } = app
  await count(17)
  await page.emulateMedia({ media: 'print' })
  await app.screenshot('formality-print', { fullPage: true })
  expect(await page.getByRole('navigation', { name: '画面' }).isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: /一键生成/u }).isVisible()).toBe(false)
  expect(await rows().last().isVisible()).toBe(true)
})
