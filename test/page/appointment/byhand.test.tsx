import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { chamber } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
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

it('the first act typed by hand says what is to be done; the next one goes on with it', async () => {
  const { sessionId, itemId } = await chamber(own).hall(31)
  const facts = {
    rev: 0,
    itemId,
    nominator: '市长周启航',
    nominatorKind: 'government-head' as const,
  }
  value(await own.client.appointment.saveNomination(facts))
  const acts = async () =>
    value(await own.client.appointment.nominations({ sessionId })).flatMap((one) => one.acts)
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}6{/Alt}')
  await screen.findByRole('button', { name: /逐条新增/u })
  const openForm = async () => {
    await user.keyboard('n')
    return screen.findByRole('dialog', { name: '新增任免事项' })
  }
  const doingOf = (dialog: HTMLElement) =>
    within(dialog).getByRole<HTMLInputElement>('combobox', { name: /^事项/u })
  const dialog = await openForm()
  const form = within(dialog)
  expect(doingOf(dialog).value).toBe('')
  await user.type(form.getByLabelText(/^姓名/u), '江一帆')
  await user.type(form.getByLabelText(/^职务/u), '临江市教育局局长')
  expect(form.getByRole<HTMLButtonElement>('button', { name: /^保存/u }).disabled).toBe(true)
  await user.keyboard('{Enter}')
  expect(await acts()).toEqual([])
  await user.click(doingOf(dialog))
  await user.click(await screen.findByRole('option', { name: /^决定免去/u, hidden: true }))
  await user.click(form.getByRole('button', { name: /^保存/u }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await acts()).toMatchObject([{ act: 'remove', verb: '决定免去', personName: '江一帆' }])
  expect(doingOf(await openForm()).value).toMatch(/^决定免去/u)
})
