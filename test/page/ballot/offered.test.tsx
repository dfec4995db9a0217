import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chamber, sides, type Hall } from '../../builders/chamber.ts'
import { App } from '../../../renderer/app/App.tsx'
import { useDeskState } from '../../../renderer/ballot/state.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

// What the desk offers before a vote is only what the kernel would take.

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
  user = userEvent.setup()
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const openDesk = async () => {
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('navigation', { name: '议程' })
}
const takeUp = async () => {
  const { items } = value(await own.client.session.get({ id: place.sessionId }))
  const { id = '', rev = 0 } = items[0] ?? {}
  value(await own.client.session.setItemState({ id, rev, state: 'current' }))
}

it('算例 59 puts on one paper what can be voted on now, and leaves off who waits for it', async () => {
  const post = '临江市财政局局长'
  const ids = await room.acts(place, [
    { act: 'remove', verb: '免去', personName: '李某', post },
    { personName: '张某', post },
    { personName: '王某', post: '临江市教育局局长' },
  ])
  await room.askActs(place, ids)
  await takeUp()
  await openDesk()
  await screen.findByRole('button', { name: /一张票表决其余 2 项/ })
  await user.keyboard('u')
  await waitFor(async () => {
    const { sessionId } = place
    const [sheet] = value(await own.client.ballot.sheets({ sessionId }))
    expect(sheet?.votes).toHaveLength(2)
  })
})

it('offers no vote in a group, and says why', async () => {
  await room.ask(place)
  await takeUp()
  const { sittings } = value(await own.client.session.get({ id: place.sessionId }))
  const { id = '', rev = 0 } = sittings[0] ?? {}
  value(await own.client.session.setSittingState({ id, rev, state: 'adjourned' }))
  const facts = { kind: 'group' as const, groupName: '第一组', startsAt: '2026-11-26T14:00:00' }
  const { sessionId } = place
  const group = value(await own.client.session.saveSitting({ rev: 0, sessionId, ...facts }))
  const opening = { id: group.id, rev: group.rev, state: 'open' as const }
  value(await own.client.session.setSittingState(opening))
  value(await own.client.attendance.callRoll({ sittingId: group.id, exceptions: [] }))
  await openDesk()
  await screen.findByText(/分组/u, { selector: '.ballot-panel *' })
  expect(screen.getByRole('button', { name: /开始表决/ })).toHaveProperty('disabled', true)
})

it('asks first, before a method is changed, where figures were entered already', async () => {
  await room.setParameter('fallbackMethod', 'secret-paper')
  const vote = await room.open(place, await room.ask(place), 'device')
  await openDesk()
  await screen.findByRole('group', { name: '票数' })
  await user.keyboard('a{F8}')
  const dialog = await screen.findByRole('dialog')
  // The body's own method for when keypads fail is the one it offers.
  within(dialog).getByRole('button', { name: /作废，改用无记名投票/u })
  const { votes } = value(await own.client.ballot.question({ id: vote.questionId }))
  expect(votes.map(({ state }) => state)).toEqual(['open'])
})

it('says that the membership has changed as soon as it has, whoever changed it', async () => {
  await room.decided(place, await room.ask(place))
  const itemId = await room.item(place)
  await room.ask({ itemId })
  await openDesk()
  await screen.findByRole('navigation', { name: '议程' })
  const leaver = value(await own.client.roster.members({})).at(-1)
  if (!leaver) throw new Error('members expected')
  const { id, rev, name, kind, startsOn } = leaver
  const end = { endsAt: '2026-11-26T09:09:00', endReason: 'resignation' as const }
  value(await own.client.roster.saveMember({ id, rev, name, kind, startsOn, ...end }))
  await screen.findByText('组成人员 31→30，过半数 16')
})

it('corrects nothing once the session is closed', async () => {
  const vote = await room.open(place, await room.ask(place))
  await room.lock(vote, sides(31))
  const detail = async () => value(await own.client.session.get({ id: place.sessionId }))
  const { id = '', rev = 0 } = (await detail()).sittings[0] ?? {}
  value(await own.client.session.setSittingState({ id, rev, state: 'adjourned' }))
  const closing = { id: place.sessionId, rev: (await detail()).rev, state: 'closed' as const }
  value(await own.client.session.setState(closing))
  await openDesk()
  expect(await screen.findByRole('button', { name: /^更正/ })).toHaveProperty('disabled', true)
})
