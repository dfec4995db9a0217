import { afterEach, expect, test } from 'vitest'
import type { VoteMethod } from '../../shared/contract/ballot.ts'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { allFaults } from './lib/axe.ts'
import { prepareChamber, type Chamber } from './lib/chamber.ts'
import { misfits } from './lib/fits.ts'

// Every screen and dialog of a sitting: no fault for axe of any weight, nothing cut off on the smallest screen.

let app: App
let chamber: Chamber
let theme: 'light' | 'dark'
/** What was found, by the name of the picture. */
let found: Record<string, string[]>

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

const press = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const panel = (text: RegExp) => app.page.locator('.ballot-panel').getByText(text).first().waitFor()
const dialog = () => app.page.getByRole('dialog').last()

const look = async (name: string): Promise<void> => {
  await app.screenshot(`look-${name}-${theme}`)
  const faults = [...(await allFaults(app.page)), ...(await misfits(app.page))]
  if (faults.length > 0) found[name] = faults
}

/** Opens a dialog by its key, looks at it and leaves it. */
const lookInto = async (key: string, name: string): Promise<void> => {
  await press(key)
  await dialog().waitFor()
  await look(name)
  await press('Escape')
  await dialog().waitFor({ state: 'hidden' })
}

const itemOf = (number: number) => {
  const item = chamber.items[number - 1]
  if (!item) throw new Error(`no item ${number}`)
  return item
}
const agendaRow = (number: number) =>
  app.page.getByRole('navigation', { name: '议程' }).getByText(itemOf(number).title)

/** Two seats stand empty: a verdict may hang on whether they are counted. */
const leaveSeatsEmpty = async (): Promise<void> => {
  const { client } = app
  const body = value(await client.body.get({}))
  if (!body) throw new Error('no body')
  const { name, shortName, level, rev, term } = body
  const { number, startsOn } = term
  const seats = { number, seats: 43, startsOn }
  value(await client.body.save({ name, shortName, level, rev, term: seats }))
}

const openSitting = async (): Promise<void> => {
  const { client } = app
  const { sessionId, sittingId, members } = chamber
  const seats = members.map(({ id }, at) => ({
    memberId: id,
    row: Math.floor(at / 8) + 1,
    col: (at % 8) + 1,
  }))
  value(await client.attendance.saveSeats({ seats }))
  const rev = value(await client.session.get({ id: sessionId })).sittings[0]?.rev ?? 0
  value(await client.session.setSittingState({ id: sittingId, rev, state: 'open' }))
  const exceptions = members
    .slice(36, 38)
    .map(({ id }) => ({ memberId: id, state: 'onLeave' as const, reason: '因病' }))
  value(await client.attendance.callRoll({ sittingId, exceptions }))
  const people = [{ name: '季云帆', post: '市人民政府副市长' }]
  value(await client.attendance.addGuests({ sittingId, kind: 'sitIn', people }))
}

const toDesk = async (): Promise<void> => {
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await press('Alt+5')
  await app.page.getByRole('navigation', { name: '议程' }).waitFor()
}

/** Puts a bill to the vote in some way and shows it on the desk while it is open. */
const openVote = async (number: number, method: VoteMethod) => {
  const { id: itemId } = itemOf(number)
  const asked = value(
    await app.client.ballot.ask({ itemId, kind: 'bill', title: `关于第${number}项的决定`, method }),
  )
  const scrutineers = chamber.members.slice(5, 7).map(({ id }) => id)
  const { sittingId } = chamber
  const vote = value(await app.client.ballot.open({ questionId: asked.id, sittingId, scrutineers }))
  await agendaRow(number).click()
  await app.page.locator('.ballot-subject').getByText(`关于第${number}项的决定`).first().waitFor()
  return vote
}

const voidVote = async ({ id: voteId, rev }: { id: string; rev: number }): Promise<void> => {
  value(await app.client.ballot.void({ voteId, rev, reason: '重新进行' }))
}

const places = async (...all: (readonly [key: string, name: string])[]): Promise<void> => {
  for (const [key, name] of all) {
    await press(key)
    await app.page.locator('.app-rail [aria-current=page]').waitFor()
    await app.page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
    await app.page.locator('.kit-spinner').first().waitFor({ state: 'detached' })
    await look(name)
  }
}

const lookAtVotes = async (): Promise<void> => {
  await agendaRow(2).click()
  await app.page.locator('.ballot-subject').getByText(itemOf(2).title).first().waitFor()
  await look('desk-item')
  await lookInto('n', 'desk-ask')
  await openVote(2, 'device')
  await panel(/全体赞成/u)
  await look('desk-entering')
  await lookInto('Control+i', 'desk-totals')
  await lookInto('F9', 'desk-void')
  await press('a', 'j', 'Control+Enter')
  await panel(/锁定/u)
  await look('desk-read-back')
  await press('Control+Enter')
  await app.page.getByRole('button', { name: /^更正/u }).first().waitFor()
  await look('desk-locked')
  await lookInto('c', 'desk-correct')
  const named = await openVote(3, 'named')
  await look('desk-named')
  await voidVote(named)
  const paper = await openVote(8, 'secret-paper')
  await look('desk-paper')
  await lookInto('Shift+U', 'desk-count')
  await voidVote(paper)
  await look('desk-void-round')
}

const lookAtSheet = async (): Promise<void> => {
  const { client } = app
  const { sittingId, actIds } = chamber
  const { id: itemId } = itemOf(9)
  await agendaRow(9).click()
  await app.page.locator('.ballot-subject').getByText(itemOf(9).title).first().waitFor()
  await look('desk-acts')
  const manner = 'individually' as const
  const method = 'secret-paper' as const
  const asked = value(
    await client.ballot.askActs({
      itemId,
      actIds: [...actIds.slice(2, 4), ...actIds.slice(6)],
      manner,
      method,
    }),
  )
  const questionIds = asked.map(({ id }) => id)
  const scrutineers = chamber.members.slice(5, 7).map(({ id }) => id)
  value(await client.ballot.openSheet({ questionIds, sittingId, scrutineers }))
  await toDesk()
  await agendaRow(9).click()
  await look('desk-sheet')
}

/** A dismissal before anybody was heard, and a vote that hangs on whether members or seats are counted. */
const lookAtHardCases = async (): Promise<void> => {
  const { client } = app
  const { sessionId } = chamber
  const facts = { rev: 0, sessionId, kind: 'dismissal' as const, title: '审议撤职案' }
  const item = value(await client.session.saveItem(facts))
  chamber.items.push(item)
  const council = { nominator: '主任会议', nominatorKind: 'council' as const }
  const nomination = { rev: 0, itemId: item.id, ...council }
  const { id: nominationId } = value(await client.appointment.saveNomination(nomination))
  const act = {
    act: 'dismiss' as const,
    verb: '撤销',
    personName: '费不疑',
    post: '副市长',
    reason: '严重违反政务纪律',
  }
  const { acts } = value(await client.appointment.addActs({ nominationId, acts: [act] }))
  const actIds = acts.map(({ id }) => id)
  value(await client.ballot.askActs({ itemId: item.id, actIds, manner: 'individually' }))
  const taken = { id: item.id, rev: await revOf(13), state: 'current' as const }
  value(await client.session.setItemState(taken))
  await agendaRow(13).click()
  await panel(/申辩/u)
  await look('desk-dismissal')
  await lookInto('Shift+X', 'desk-defence')
  const close = await openVote(7, 'device')
  await panel(/全体赞成/u)
  await press('a', ...Array.from({ length: 18 }, () => 'j'), 'Control+Enter')
  await app.page.getByText(/名额/u).first().waitFor()
  await look('desk-base')
  await press('Escape')
  await voidVote(close)
}

const lookBeside = async (): Promise<void> => {
  const { client } = app
  const { sittingId, members } = chamber
  const { id: itemId } = itemOf(2)
  value(await client.session.setItemState({ id: itemId, rev: await revOf(2), state: 'current' }))
  for (const { id: memberId } of members.slice(3, 7))
    value(await client.speech.add({ sittingId, itemId, memberId }))
  const noted = { sittingId, kind: 'network' as const, text: '主席台网络中断三分钟' }
  value(await client.incident.note(noted))
  await toDesk()
  await agendaRow(2).click()
  await lookInto('g', 'incident-note')
  await lookInto('Shift+G', 'incident-list')
  await lookInto('y', 'speech-add')
  await press('s')
  await app.page.getByRole('timer').waitFor()
  await look('desk-speaking')
  await lookInto('t', 'speech-extend')
  await lookInto('Shift+S', 'speech-record')
  await lookInto('v', 'script-reader')
  await lookInto('F1', 'shortcuts')
  await lookInto('F2', 'cards')
  await lookInto('Control+k', 'palette')
}
const revOf = async (number: number): Promise<number> =>
  value(await app.client.session.get({ id: chamber.sessionId })).items[number - 1]?.rev ?? 0

const lookAtAttendance = async (): Promise<void> => {
  await places(['Alt+4', 'attendance-1'])
  for (const view of [2, 3, 4, 5]) {
    await press('Shift+ArrowRight')
    await look(`attendance-${view}`)
  }
}

const lookAtSettings = async (): Promise<void> => {
  await places(['Alt+9', 'settings-1'])
  const tabs = app.page.getByRole('main').getByRole('tab')
  for (let at = 1; at < (await tabs.count()); at += 1) {
    await tabs.nth(at).click()
    await look(`settings-${at + 1}`)
  }
}

test.each(['light', 'dark'] as const)(
  'nothing is wrong with any of them, %s',
  async (scheme) => {
    theme = scheme
    found = {}
    app = await startApp({ viewport: { width: 1366, height: 768 }, colorScheme: scheme })
    chamber = await prepareChamber(app.client)
    await leaveSeatsEmpty()
    await toDesk()
    await look('desk-planned')
    await openSitting()
    await lookAtVotes()
    await lookAtHardCases()
    await lookAtSheet()
    await lookBeside()
    await lookAtAttendance()
    await places(
      ['Alt+1', 'session'],
      ['Alt+2', 'agenda'],
      ['Alt+6', 'appointment'],
      ['Alt+7', 'papers'],
      ['Alt+8', 'journal'],
      ['Alt+0', 'hall'],
      ['Alt+-', 'safety'],
    )
    await lookAtSettings()
    value(await app.client.safety.startRehearsal({ taskId: 'look' }))
    await app.page.getByText('演练第1次').first().waitFor()
    await press('Alt+5')
    await look('rehearsal')
    expect(found).toEqual({})
  },
  600_000,
)
