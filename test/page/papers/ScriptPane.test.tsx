import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ScriptPane } from '../../../renderer/papers/index.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let sessionId: string
let sittingId: string
let itemId: string
let questionId: string

beforeEach(async () => {
  own = testKernel()
  ;({ sessionId, sittingId } = await withSitting(own, await withBody(own), 1))
  const item = { rev: 0, sessionId, kind: 'bill' as const, title: '审议《2026年某条例（草案）》' }
  itemId = value(await own.client.session.saveItem(item)).id
  const asked = { itemId, kind: 'bill' as const, title: '《某条例》', method: 'device' as const }
  questionId = value(await own.client.ballot.ask(asked)).id
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const draw = async (at: { sittingId?: null } = {}) => {
  const user = userEvent.setup()
  const sitting = at.sittingId === null ? null : sittingId
  stop = drawPage(
    own.kernel,
    <ScriptPane
      sessionId={sessionId}
      sittingId={sitting}
      itemId={itemId}
      questionId={questionId}
    />,
  )
  return user
}

const lines = () => screen.findByRole('region', { name: '主持词各段' })
const lock = async () => {
  const vote = value(await own.client.ballot.open({ questionId, sittingId }))
  const tally = { for: 29, against: 1, abstain: 0 }
  value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
}

it('says the result once it is locked and not before', async () => {
  await draw()
  const pane = await lines()
  const setOff = [...pane.querySelectorAll('mark')].map((mark) => mark.textContent)
  expect(setOff).toContain('（　　　　）')
  expect(pane.textContent).toContain('2026年')
  expect(setOff).not.toContain('2026')
  expect(pane.textContent).toContain('赞成（　）票')
  expect(pane.textContent).not.toContain('通过')
  await lock()
  await waitFor(() => expect(pane.textContent).toContain('赞成29票，反对1票，弃权0票'))
  expect(pane.textContent).toContain('通过。')
  expect(within(pane).getByText('29').tagName).toBe('MARK')
})

it('goes on to the words of the method fallen back on', async () => {
  const vote = value(await own.client.ballot.open({ questionId, sittingId }))
  await draw()
  const pane = await lines()
  const here = () => pane.querySelector('[data-here]')?.textContent
  expect(here()).toContain('《某条例》')
  const broken = { voteId: vote.id, rev: vote.rev, reason: '表决器发生故障' }
  value(await own.client.ballot.fallBack(broken))
  await waitFor(() => expect(here()).toContain('表决器发生故障，改用举手方式表决。'))
})

it('takes one’s own words in place, keeps them, and gives the made ones back', async () => {
  const user = await draw()
  const pane = await lines()
  const line = () => within(pane).getByText('请按表决器。').closest('[data-passage]')
  await user.click(within(line() as HTMLElement).getByRole('button', { name: '改写这一段' }))
  const field = await screen.findByLabelText('这一段读作')
  expect(document.activeElement).toBe(field)
  await user.clear(field)
  await user.type(field, '请各位按表决器。{Enter}')
  expect(await within(pane).findByText('请各位按表决器。')).toBeTruthy()
  expect(within(pane).getByText('已改写')).toBeTruthy()
  const changed = within(pane).getByText('请各位按表决器。').closest('[data-passage]')
  const pencil = within(changed as HTMLElement).getByRole('button', { name: '改写这一段' })
  await waitFor(() => expect(document.activeElement).toBe(pencil))
  await user.keyboard('e')
  await user.click(await screen.findByRole('button', { name: '恢复原文' }))
  expect(await within(pane).findByText('请按表决器。')).toBeTruthy()
})

it('refuses a result said before it is locked, in one sentence', async () => {
  const user = await draw()
  const pane = await lines()
  const pending = within(pane)
    .getAllByText(/表决结果/u)[0]
    ?.closest('[data-passage]')
  await user.click(within(pending as HTMLElement).getByRole('button', { name: '改写这一段' }))
  const field = await screen.findByLabelText('这一段读作')
  await user.clear(field)
  await user.type(field, '一致通过。{Enter}')
  expect(await screen.findByText(/结果还没有锁定，这一段不能写“通过”/u)).toBeTruthy()
  expect(screen.getByLabelText('这一段读作')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByLabelText('这一段读作')).toBeNull())
})

it('leaves a passage out where it is emptied, and says so', async () => {
  const user = await draw()
  const pane = await lines()
  const line = within(pane).getByText('请审议。').closest('[data-passage]')
  await user.click(within(line as HTMLElement).getByRole('button', { name: '改写这一段' }))
  await user.clear(await screen.findByLabelText('这一段读作'))
  await user.keyboard('{Enter}')
  expect(await within(pane).findByText('（这一段不读）')).toBeTruthy()
})

it('opens over the whole screen and goes back', async () => {
  const user = await draw()
  await lines()
  await user.click(screen.getByRole('button', { name: /通读/u }))
  const reader = await screen.findByRole('dialog', { name: '主持词通读' })
  expect(document.activeElement).toBe(reader)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog', { name: '主持词通读' })).toBeNull())
})

it('says that there is no script without a sitting', async () => {
  await draw({ sittingId: null })
  expect(await screen.findByText(/还没有安排全体会议，没有主持词/u)).toBeTruthy()
})
