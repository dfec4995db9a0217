import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { useDeskState } from '../../../renderer/ballot/state.ts'
import { chamber, type Hall } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

// What the law has come to forbid after the asking, as the clerk at the desk meets it.

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

beforeEach(async () => {
  own = testKernel()
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
  room = chamber(own)
  place = await room.hall(31)
  const item = value(await own.client.session.get({ id: place.sessionId })).items[0]
  const { id, rev } = item ?? { id: '', rev: 0 }
  value(await own.client.session.setItemState({ id, rev, state: 'current' }))
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const openDesk = async (): Promise<void> => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('navigation', { name: '议程' })
}

/** Judges, each under a nomination of its own. */
const judges = async (...names: string[]): Promise<string[]> => {
  const ids: string[] = []
  for (const personName of names)
    ids.push(...(await room.acts(place, [{ personName, post: '临江市中级人民法院审判员' }])))
  return ids
}

const nominations = async () => value(await own.client.appointment.nominations(place))
const questions = async () => value(await own.client.ballot.questions(place))

/** Puts the nomination of somebody in another's name. */
const nominatedBy = async (
  name: string,
  nominatorKind: 'government-head' | 'court-president',
): Promise<void> => {
  const all = await nominations()
  const found = all.find(({ acts }) => acts.some(({ personName }) => personName === name))
  const { id = '', rev = 0, itemId = '' } = found ?? {}
  const nominator = nominatorKind === 'court-president' ? '市中级人民法院院长' : '市长'
  const facts = { id, rev, itemId, nominator, nominatorKind }
  value(await own.client.appointment.saveNomination(facts))
}

const forbidden = /临江市中级人民法院审判员须由法院院长提请，现由市长提请。/
const openButton = () => screen.getByRole('button', { name: /^开始表决/ })

it('is said with the way out; taken back, the others go on by the space bar, all by the keyboard', async () => {
  const ids = await judges('审甲', '审乙', '审丙')
  await room.askActs(place, ids, 'merged')
  await openDesk()
  await waitFor(() => expect(openButton()).toHaveProperty('disabled', false))
  await nominatedBy('审乙', 'government-head')
  expect(await screen.findByText(forbidden)).toBeTruthy()
  expect(await screen.findByText(/按法律现在不能表决.*撤回此问/)).toBeTruthy()
  expect(openButton()).toHaveProperty('disabled', true)
  await user.keyboard(' ')
  expect((await questions()).flatMap(({ votes }) => votes)).toEqual([])
  await user.keyboard('{Delete}')
  const put = await screen.findByRole('button', { name: /^2 件付表决/ })
  expect(screen.getByText(/^审乙的任免现在不能付表决，先不列入/)).toBeTruthy()
  expect(screen.getByText(forbidden)).toBeTruthy()
  await user.keyboard('m')
  await waitFor(() => expect(put.textContent).toContain('合并'))
  await user.keyboard(' ')
  await waitFor(async () => expect(await questions()).toHaveLength(1))
  expect((await questions())[0]?.actIds).toEqual([ids[0], ids[2]])
  await waitFor(() => expect(openButton()).toHaveProperty('disabled', false))
  await user.keyboard(' ')
  await screen.findByRole('button', { name: /全体赞成/ })
})

it('leaves the space bar the way to where it is mended when nothing else waits', async () => {
  await judges('审甲')
  await nominatedBy('审甲', 'government-head')
  await openDesk()
  await screen.findByRole('button', { name: /^到“任免”中办理/ })
  await user.keyboard(' ')
  const panel = await screen.findByRole('region', { name: '所选事项' })
  await user.keyboard('{Shift>}d{/Shift}')
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox'), '更换提请人{Enter}')
  await waitFor(() => expect(panel.textContent).toContain('更换提请人'))
  expect((await nominations())[0]?.acts[0]?.outcome).toBe('deferred')
})

it('after a void round is said without what can no longer be done, and is opened once it is mended', async () => {
  const [question] = await room.askActs(place, await judges('审甲'))
  if (!question) throw new Error('one question expected')
  const { id: voteId, rev } = await room.open(place, question)
  value(await own.client.ballot.void({ voteId, rev, reason: '设备故障' }))
  await nominatedBy('审甲', 'government-head')
  await openDesk()
  expect(await screen.findByText(/按法律现在不能表决.*先进行其他事项/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /^撤回此问/ })).toHaveProperty('disabled', true)
  await nominatedBy('审甲', 'court-president')
  await waitFor(() => expect(openButton()).toHaveProperty('disabled', false))
  await user.keyboard(' ')
  await screen.findByRole('button', { name: /全体赞成/ })
})

it('says of several what is the same once, and names them', async () => {
  await judges('审甲', '审乙', '审丙')
  await nominatedBy('审甲', 'government-head')
  await nominatedBy('审丙', 'government-head')
  await openDesk()
  await screen.findByRole('button', { name: /^1 件付表决/ })
  expect(screen.getByText(/^审甲、审丙的任免现在不能付表决/)).toBeTruthy()
  expect(screen.getAllByText(forbidden)).toHaveLength(1)
})

it('keeps no other off the paper with several lines', async () => {
  const ids = await judges('审甲', '审乙', '审丙')
  await room.askActs(place, ids)
  await nominatedBy('审丙', 'government-head')
  await openDesk()
  await screen.findByRole('button', { name: /^一张票表决其余 2 项/ })
  await user.keyboard('u')
  await waitFor(async () =>
    expect(value(await own.client.ballot.sheets(place))[0]?.votes).toHaveLength(2),
  )
})
