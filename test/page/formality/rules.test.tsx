import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { aftermath } from '../../builders/aftermath.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let user: ReturnType<typeof userEvent.setup>
let stop = (): void => undefined

beforeEach(async () => {
  own = testKernel()
  steps = aftermath(own)
  user = userEvent.setup()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const open = async (): Promise<void> => {
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}m{/Alt}')
  await screen.findByRole('heading', { name: '任后' })
}
const lineOf = async (text: string) =>
  within(await screen.findByRole('grid', { name: '任后' }))
    .getAllByRole('row')
    .map((row) => row.textContent)
    .find((line) => line?.includes(text))

it('says which rule is missing where days are empty, and leads to it by one key', async () => {
  const place = await steps.hall(29)
  await steps.setParameter('publishDays', 10)
  const judge = { personName: '高文康', post: '临江市中级人民法院审判员' }
  for (const question of await steps.proposed(place, 'president', [judge]))
    await steps.decided(place, question)
  await open()
  await screen.findByText(
    /^2 项没有期限：设置里还没有核对“宪法宣誓的期限、表决后几日内行文通知”。/u,
  )
  await user.keyboard('{Shift>}b{/Shift}')
  await screen.findByRole('heading', { name: '设置' })
  const row = (await screen.findByText('宪法宣誓的期限')).closest('tr')
  await waitFor(() => expect(document.activeElement).toBe(row))
  await steps.setParameter('notifyDays', 3)
  await user.keyboard('{Alt>}m{/Alt}')
  await screen.findByText('1 项还没有按现行规则算出期限。')
  expect(await lineOf('任免通知临江市中级人民法院')).toContain('未设期限')
  const [again] = screen.getAllByRole('button', { name: '按现行规则重算' }).toReversed()
  if (again) await user.click(again)
  await waitFor(async () =>
    expect(await lineOf('任免通知临江市中级人民法院')).toContain('还有 3 天'),
  )
  await screen.findByText(/^1 项没有期限：设置里还没有核对“宪法宣誓的期限”。/u)
})

it('is silent where the office has confirmed that it has no such rule', async () => {
  const place = await steps.hall(29)
  const judge = { personName: '高文康', post: '临江市中级人民法院审判员' }
  for (const question of await steps.proposed(place, 'president', [judge]))
    await steps.decided(place, question)
  await open()
  await screen.findByText(/^3 项没有期限：/u)
  for (const { key, value: now, rev } of value(await own.client.body.parameters({})))
    if (['oathWithin', 'notifyDays', 'publishDays'].includes(key))
      value(await own.client.body.setParameter({ key, value: now, confirmedOn: '2026-11-20', rev }))
  await waitFor(() => expect(screen.queryByText(/没有期限：/u)).toBeNull())
  expect(await lineOf('任免通知临江市中级人民法院')).toContain('未设期限')
})

it('gives what follows from an end without a vote its day too, once the rule is stated', async () => {
  await steps.hall(29)
  const held = { personName: '江一帆', postName: '临江市财政局局长', fromOn: '2021-03-04' }
  const { id, rev } = value(await own.client.ledger.saveTenure({ rev: 0, ...held }))
  value(await own.client.ledger.endTenure({ id, rev, on: '2026-11-25', cause: 'died' }))
  await open()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await screen.findByText(/^1 项没有期限：设置里还没有核对“表决后几日内报备案”。/u)
  await steps.setParameter('filingDays', 10)
  await user.click(await screen.findByRole('button', { name: '按现行规则重算' }))
  await waitFor(async () => expect(await lineOf('江一帆')).toContain('2026年12月5日'))
  expect(value(await own.client.formality.due({}))).toMatchObject([{ dueOn: '2026-12-05' }])
})

it('shows what ends without a vote ask for also where there is no session yet', async () => {
  await withBody(own, { count: 0 })
  const held = { personName: '江一帆', postName: '临江市财政局局长', fromOn: '2021-03-04' }
  const { id, rev } = value(await own.client.ledger.saveTenure({ rev: 0, ...held }))
  value(await own.client.ledger.endTenure({ id, rev, on: '2026-11-25', cause: 'died' }))
  await open()
  await user.click(await screen.findByRole('tab', { name: '各次会议待办' }))
  await waitFor(async () => expect(await lineOf('江一帆')).toContain('备案'))
})
