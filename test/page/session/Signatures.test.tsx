import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { signedInput } from '../../../renderer/session/signed.ts'
import { stateRule } from '../../builders/attendance.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
beforeEach(() => {
  own = testKernel()
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const item = async () => {
  const [first] = value(await own.client.session.list({}))
  return value(await own.client.session.get({ id: first?.id ?? '' })).items[0]
}

/** An agenda of one item, chosen. */
const draw = async () => {
  const { sessionId } = await withSitting(own, await withBody(own, { count: 9 }))
  const title = '关于加强水源保护的议案'
  value(await own.client.session.saveItem({ rev: 0, sessionId, kind: 'bill', title }))
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}2{/Alt}')
  await user.click(await screen.findByRole('option', { name: /水源保护/ }))
  return user
}

it('cases 43 and 44: refuses too few signatures at the field, keeps enough, and lets the council decline', async () => {
  const user = await draw()
  await user.click(await screen.findByRole('combobox', { name: '联名提出' }))
  await user.click(await screen.findByRole('option', { name: '议案', hidden: true }))
  expect(await screen.findByText('组成人员 9，须 5 人以上（组织法 52③）')).toBeTruthy()
  await user.type(screen.getByLabelText('联名人数'), '4')
  await user.keyboard('{Control>}s{/Control}')
  expect(
    await screen.findByText(/议案联名须 5 人以上（组织法 52③），现有 4 人，不能受理/),
  ).toBeTruthy()
  expect((await item())?.signed).toBeNull()
  await user.clear(screen.getByLabelText('联名人数'))
  await user.type(screen.getByLabelText('联名人数'), '5')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText(/组成人员 9，须 5 人，联名 5 人/)).toBeTruthy()

  await user.click(screen.getByRole('button', { name: '主任会议决定不提请' }))
  const dialog = await screen.findByRole('dialog', { name: '不提请常委会会议' })
  await user.type(within(dialog).getByLabelText('向提案人说明的理由'), '属于政府职权')
  await user.click(within(dialog).getByRole('button', { name: '不提请' }))
  expect(await screen.findByText('主任会议决定不提请：属于政府职权')).toBeTruthy()
  await waitFor(async () =>
    expect(await item()).toMatchObject({ state: 'declined', declined: { reason: '属于政府职权' } }),
  )
})

it('says on what the body lets an item be taken back, once it is', async () => {
  const user = await draw()
  const condition = '撤回须经主任会议同意，并向常委会报告。'
  await stateRule(own, 'withdrawRule', 'council-and-report')
  await user.click(await screen.findByRole('combobox', { name: '进展' }))
  expect(screen.queryByText(condition)).toBeNull()
  await user.click(await screen.findByRole('option', { name: '已撤回', hidden: true }))
  await screen.findByText(condition)
  expect(await item()).toMatchObject({ state: 'withdrawn' })
})

it('sends signatures only where they changed, and a day only where it was set', () => {
  const signed = {
    kind: 'motion' as const,
    signatories: 5,
    base: 31,
    needed: 5,
    at: '2026-11-20T09:00:00',
  }
  const draft = { signedKind: 'motion' as const, signatories: 5, signedOn: '2026-11-20' }
  expect(signedInput({ signed }, draft)).toEqual({})
  expect(signedInput({ signed: null }, { ...draft, signedKind: null })).toEqual({})
  expect(signedInput({ signed }, { ...draft, signedKind: null })).toEqual({ signed: null })
  expect(signedInput({ signed }, { ...draft, signatories: 6 })).toEqual({
    signed: { kind: 'motion', signatories: 6 },
  })
  expect(signedInput({ signed: null }, draft)).toEqual({
    signed: { kind: 'motion', signatories: 5, at: '2026-11-20T00:00:00' },
  })
  expect(signedInput({ signed: null }, { ...draft, signatories: null, signedOn: null })).toEqual({
    signed: { kind: 'motion', signatories: 0 },
  })
})
