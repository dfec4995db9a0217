import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { useDeskState } from '../../../renderer/ballot/state.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

// The space bar walks a whole sitting; each step is shown before it is done.

let own: TestKernel
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

const step = (name: RegExp) => screen.findByRole('button', { name })
/** The step, once it can be done. */
const ready = async (name: RegExp) => {
  const button = await step(name)
  await waitFor(() => expect(button).toHaveProperty('disabled', false))
}
const session = async () => {
  const [first] = value(await own.client.session.list({}))
  if (!first) throw new Error('no session')
  return value(await own.client.session.get({ id: first.id }))
}
const questions = async () =>
  value(await own.client.ballot.questions({ sessionId: (await session()).id }))

const openDesk = async () => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('navigation', { name: '议程' })
}

/** A session planned with one plenary sitting, a bill and a report. */
const plan = async (seats = 43, count = 41) => {
  const members = await withBody(own, { count, seats })
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const { id } = value(await own.client.session.save({ rev: 0, number: 20, ...days }))
  const startsAt = '2026-11-26T09:00:00'
  value(await own.client.session.saveSitting({ rev: 0, sessionId: id, kind: 'plenary', startsAt }))
  for (const [kind, title] of [
    ['bill', '促进条例'],
    ['report', '计划执行报告'],
  ] as const)
    value(await own.client.session.saveItem({ rev: 0, sessionId: id, kind, title }))
  return members
}

const callRoll = async (away: readonly string[] = []) => {
  const [sitting] = (await session()).sittings
  const exceptions = away.map((memberId) => ({ memberId, state: 'absent' as const }))
  value(await own.client.attendance.callRoll({ sittingId: sitting?.id ?? '', exceptions }))
}

/** Up to the open vote on the first item. */
const toOpenVote = async () => {
  await step(/^开会/)
  await user.keyboard(' ')
  await step(/^点名/)
  await callRoll()
  for (const name of [/^进入本项/, /^提出表决/, /^开始表决/]) {
    await step(name)
    await user.keyboard(' ')
  }
  await screen.findByRole('group', { name: '票数' })
}

beforeEach(() => {
  own = testKernel()
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('from the opening to the adjournment is one key, pressed when its step is shown', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  await user.keyboard('ajk ')
  const read = screen.getByRole('region', { name: '宣读核对' })
  expect(read.textContent).toContain('赞成 39 票，反对 1 票，弃权 1 票，未按表决器 0 人')
  expect(within(read).getByText('41 ＝ 实到 41 ✓')).toBeTruthy()
  await ready(/^宣读无误，锁定/)
  await user.keyboard(' ')
  await screen.findByText(/^已锁定/)
  await user.keyboard(' ')
  await step(/^审议完毕/)
  expect((await session()).items.map(({ state }) => state)).toEqual(['decided', 'current'])
  await user.keyboard(' ')
  await step(/^休会/)
  await user.keyboard(' ')
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '休会' }))
  await waitFor(async () => expect((await session()).sittings[0]?.state).toBe('adjourned'))
  expect((await session()).items.map(({ state }) => state)).toEqual(['decided', 'deliberated'])
})

/** Two presses of the space bar in one breath: nothing the page does by the clock comes in between. */
const pressTwice = () => {
  for (let n = 0; n < 2; n += 1) fireEvent.keyDown(document.body, { key: ' ', code: 'Space' })
}

it('locks nothing by a second press that comes before anything can have been read', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  await user.keyboard('a')
  pressTwice()
  expect(screen.getByRole('button', { name: /^宣读无误，锁定/ })).toHaveProperty('disabled', true)
  await ready(/^宣读无误，锁定/)
  expect((await questions()).map(({ standing }) => standing)).toEqual([null])
  await user.keyboard(' ')
  await screen.findByText(/^已锁定/)
})

it('keeps the script beneath what is read aloud, and leaves what had the focus in it', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  const lines = await screen.findByRole('region', { name: '主持词各段' })
  lines.focus()
  await user.keyboard('a')
  expect(screen.getByRole('region', { name: '宣读核对' })).toBeTruthy()
  expect(document.activeElement?.id).toBe('content')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^已锁定/)
  expect(screen.queryByRole('region', { name: '宣读核对' })).toBeNull()
  expect(screen.getByRole('region', { name: '主持词各段' })).toBe(lines)
})

it('goes back from what is read aloud with the figures as they were', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  await user.keyboard('aj ')
  expect(screen.queryByRole('group', { name: '票数' })).toBeNull()
  await user.keyboard('k{Escape}')
  const boxes = within(screen.getByRole('group', { name: '票数' })).getAllByRole('textbox')
  expect(boxes.map((box) => (box as HTMLInputElement).value)).toEqual(['40', '1', '0', '0'])
})

it('says nothing of «passed» to be read aloud before the lock, and announces it after', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  await user.keyboard('a')
  expect(screen.getByRole('region', { name: '宣读核对' }).textContent).not.toContain('通过')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^已锁定/)
  const said = document.querySelector('[data-announcer]')
  expect(said?.textContent).toMatch(/促进条例.*：通过。组成人员 41，过半数需 21/)
})

it('does nothing again for a key held down', async () => {
  await plan()
  await openDesk()
  await step(/^开会/)
  await user.keyboard('{ >3/}')
  await step(/^点名/)
  expect(screen.getByRole('navigation', { name: '议程' })).toBeTruthy()
})

it('takes a vote from keypads to hands to paper, one key each', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  await user.keyboard('{F8}')
  await screen.findByText('第 2 轮')
  await user.keyboard('{F8}')
  await screen.findByText('第 3 轮')
  const [question] = await questions()
  expect(question?.votes.map(({ method, state, tally }) => [method, state, tally])).toEqual([
    ['device', 'void', null],
    ['show-of-hands', 'void', null],
    ['secret-paper', 'open', null],
  ])
  expect(question?.votes[1]?.fallbackOf).toBe(question?.votes[0]?.id)
  await user.keyboard('{F8}')
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('button', { name: '本轮作废，改用按表决器' })).toBeTruthy()
})

it('makes the next step to void a round that its own papers make void', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  await user.keyboard('{F8}')
  await screen.findByText('第 2 轮')
  await user.keyboard('{F8}')
  await screen.findByText('第 3 轮')
  await user.keyboard('e30{Enter}31{Escape}a')
  await step(/^作废并重新表决/)
  await user.keyboard(' ')
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByLabelText<HTMLInputElement>(/作废事由/).value).toContain(
    '收回多于发出',
  )
})

it('keeps what is half entered, and takes it up again where it was', async () => {
  await plan()
  await openDesk()
  await toOpenVote()
  await user.keyboard('ajj')
  const { id: sessionId } = await session()
  await waitFor(async () =>
    expect(value(await own.client.ballot.drafts({ sessionId }))[0]?.draft.totals).toMatchObject({
      for: 39,
      against: 2,
    }),
  )
  stop()
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '议程' })
  const group = await screen.findByRole('group', { name: '票数' })
  await waitFor(() => expect(within(group).getByLabelText('赞成')).toHaveProperty('value', '39'))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^已锁定/)
  expect(value(await own.client.ballot.drafts({ sessionId }))).toEqual([])
})

it('asks which membership counts where the two give different verdicts, and records the ground', async () => {
  await plan(35, 32)
  await openDesk()
  await toOpenVote()
  await user.keyboard(`a${'j'.repeat(15)}{Control>}{Enter}{/Control}`)
  const dialog = await screen.findByRole('dialog', { name: '按实有人数，还是按名额？' })
  const confirm = within(dialog).getByRole('button', { name: '按此锁定' })
  expect(confirm).toHaveProperty('disabled', true)
  await user.click(within(dialog).getByRole('radio', { name: '名额 35' }))
  expect(within(dialog).getByText('待锁定：未通过')).toBeTruthy()
  await user.type(within(dialog).getByLabelText(/依据/), '议事规则第三十条{Enter}')
  await screen.findByText(/^已锁定/)
  const [question] = await questions()
  expect(question?.standing).toMatchObject({
    base: 'quota',
    baseNote: '议事规则第三十条',
    outcome: { verdict: 'failed' },
  })
})

it('says that the quorum is lost while a vote is open; the refusal goes once the lock goes through', async () => {
  const members = await plan(31, 31)
  await openDesk()
  await toOpenVote()
  await user.keyboard('a')
  const [sitting] = (await session()).sittings
  const sittingId = sitting?.id ?? ''
  for (const memberId of members.slice(15))
    value(await own.client.attendance.depart({ sittingId, memberId }))
  await screen.findByText('不足法定人数：31 人须 16 人到会，现 15 人，差 1 人。')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/现在到会 15 人，不足法定人数 16 人，不能锁定结果/)
  value(await own.client.attendance.arrive({ sittingId, memberId: members[15] ?? '' }))
  await waitFor(() => expect(screen.queryByText(/^不足法定人数/)).toBeNull())
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^已锁定/)
  expect(screen.queryByText(/不能锁定结果/)).toBeNull()
})

it('says before the next vote that the membership has changed since the last', async () => {
  await plan(43, 31)
  await openDesk()
  await toOpenVote()
  await user.keyboard('a{Control>}{Enter}{/Control}')
  await screen.findByText(/^已锁定/)
  const leaver = value(await own.client.roster.members({})).at(-1)
  if (!leaver) throw new Error('no member')
  const { id, rev, name, kind, startsOn } = leaver
  const endsAt = '2026-11-26T08:50:00'
  value(
    await own.client.roster.saveMember({
      id,
      rev,
      name,
      kind,
      startsOn,
      endsAt,
      endReason: 'resignation',
    }),
  )
  const [, report] = (await session()).items
  const facts = { itemId: report?.id ?? '', kind: 'report' as const, title: '计划执行报告' }
  value(await own.client.ballot.ask(facts))
  await user.keyboard(' ')
  await screen.findByText('组成人员 31→30，过半数 16')
})
