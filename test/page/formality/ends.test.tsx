import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { aftermath } from '../../builders/aftermath.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined

beforeEach(async () => {
  own = testKernel()
  const steps = aftermath(own)
  await steps.hall(29)
  await steps.setParameter('filingDays', 10)
  await steps.setParameter('announceEnds', true)
  const held = { personName: '江一帆', postName: '临江市财政局局长', fromOn: '2021-03-04' }
  const { id, rev } = value(await own.client.ledger.saveTenure({ rev: 0, ...held }))
  value(await own.client.ledger.endTenure({ id, rev, on: '2026-11-20', cause: 'died' }))
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('算例 55 lists what follows from a death among all that is open, and settles it', async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}m{/Alt}')
  await screen.findByRole('heading', { name: '任后' })
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  const list = await screen.findByRole('grid', { name: '任后' })
  const lines = () => within(list).getAllByRole('row').slice(1)
  await waitFor(() => expect(lines()).toHaveLength(2))
  const words = '江一帆的临江市财政局局长职务自2026年11月20日起终止（去世）'
  const [filing, publication] = lines().map((row) => row.textContent)
  for (const text of ['备案', words, '未经会议', '2026年11月30日', '还有 4 天'])
    expect(filing).toContain(text)
  expect(publication).toContain('向社会公布')
  lines()[0]?.focus()
  const detail = await screen.findByRole('region', { name: '所选事项' })
  await within(detail).findByText(words)
  await within(detail).findByText('2026年11月20日职务终止，10日内（当日不计）')
  await user.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog', { name: '登记办理（1 项）' }))
  await user.type(dialog.getByLabelText('文号或编号'), '备〔2026〕3号{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(lines()).toHaveLength(1))
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  const seen = await screen.findByRole('grid', { name: '任后' })
  const done = () => within(seen).getAllByRole('row').slice(1)
  await waitFor(() => expect(done()).toHaveLength(1))
  for (const text of ['备案', words, '未经会议', '已办', '备〔2026〕3号'])
    expect(done()[0]?.textContent).toContain(text)
  done()[0]?.focus()
  await user.keyboard('{Shift>}{Delete}{/Shift}')
  await screen.findByText('还没有办过的任后事项')
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
  const again = await screen.findByRole('grid', { name: '任后' })
  await waitFor(() => expect(within(again).getAllByRole('row').slice(1)).toHaveLength(2))
})
