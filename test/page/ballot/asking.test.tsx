import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { useDeskState } from '../../../renderer/ballot/state.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

// Questions with more to say than their kind and title: amendments, and the answer to an inquiry.

let own: TestKernel
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>
let sessionId: string

const questions = async () => value(await own.client.ballot.questions({ sessionId }))

/** The dialog that asks, on an agenda of one item. */
const openDialog = async () => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('navigation', { name: '议程' })
  await screen.findByRole('button', { name: /^(进入本项|提出表决|开始表决)/ })
  await user.keyboard('n')
  return screen.findByRole('dialog', { name: '提出表决' })
}

/** A motion that six signed and the council did not put to the committee. */
const declinedMotion = async (title: string): Promise<void> => {
  const signed = { kind: 'motion' as const, signatories: 6 }
  const item = { rev: 0, sessionId, kind: 'bill' as const, title, signed }
  const { id, rev } = value(await own.client.session.saveItem(item))
  const reason = '不属于本级职权'
  value(await own.client.session.declineItem({ id, rev, reason }))
}

const choose = async (dialog: HTMLElement, field: string, option: string) => {
  await user.click(within(dialog).getByRole('combobox', { name: field }))
  await user.click(await screen.findByRole('option', { name: option, hidden: true }))
}

beforeEach(async () => {
  own = testKernel()
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
  sessionId = (await withSitting(own, await withBody(own, { count: 31 }))).sessionId
})
afterEach(async () => {
  stop()
  await own.dispose()
})

it('算例 36、37 asks an amendment with what it amends, its day and its signatures', async () => {
  const item = { rev: 0, sessionId, kind: 'bill' as const, title: '水源保护条例' }
  const { id: itemId } = value(await own.client.session.saveItem(item))
  const motion = value(await own.client.ballot.askItem({ itemId }))
  const dialog = await openDialog()
  await choose(dialog, '类别', '修正案')
  await choose(dialog, '修正的议案', '水源保护条例')
  await user.type(within(dialog).getByLabelText('联名人数'), '4')
  await user.click(within(dialog).getByRole('button', { name: '提出' }))
  expect(await within(dialog).findByText(/修正案须 5 人以上联名，现有 4 人/)).toBeTruthy()
  expect(await questions()).toHaveLength(1)
  await user.type(within(dialog).getByLabelText('联名人数'), '{Backspace}5{Enter}')
  await waitFor(async () => expect(await questions()).toHaveLength(2))
  expect((await questions())[1]).toMatchObject({
    kind: 'amendment',
    amendsId: motion.id,
    signatories: 5,
    proposedOn: '2026-11-26',
  })
})

it('proposes the item’s own words, which one’s own take the place of', async () => {
  const item = { rev: 0, sessionId, kind: 'bill' as const, title: '审议《水源保护条例（草案）》' }
  value(await own.client.session.saveItem(item))
  const dialog = await openDialog()
  const title = within(dialog).getByLabelText<HTMLInputElement>(/表决事项/)
  expect(title.value).toBe('《水源保护条例（草案）》')
  await user.keyboard('合并表决')
  expect(title.value).toBe('合并表决')
})

it('算例 47 takes the signatures of the inquiry from its item', async () => {
  const signed = { kind: 'inquiry' as const, signatories: 5 }
  const facts = {
    rev: 0,
    sessionId,
    kind: 'procedural' as const,
    title: '关于供水的质询案',
    signed,
  }
  value(await own.client.session.saveItem(facts))
  const dialog = await openDialog()
  await choose(dialog, '动议', '对质询答复不满意')
  expect(within(dialog).getByLabelText<HTMLInputElement>('质询案提案人数').value).toBe('5')
  await user.click(within(dialog).getByRole('button', { name: '提出' }))
  await waitFor(async () => expect(await questions()).toHaveLength(1))
  expect((await questions())[0]).toMatchObject({ motion: 'inquiry-unsatisfied', signatories: 5 })
})

it('算例 44 says of a motion taken in and not put forward what the agenda says of it', async () => {
  await declinedMotion('审议关于加强山洪防治的议案')
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  const agenda = await screen.findByRole('navigation', { name: '议程' })
  expect(await within(agenda).findByText('不提请')).toBeTruthy()
  expect(screen.queryByText('不予受理')).toBeNull()
})
