import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { chamber, type Hall } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let place: Hall
let stop = (): void => undefined

beforeEach(async () => {
  own = testKernel()
  const room = chamber(own)
  place = await room.hall(5)
  await room.acts(place, [
    { personName: '何清', post: '临江市人大法制委员会委员' },
    { personName: '顾南', post: '临江市人大常委会办公室主任' },
  ])
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const deputy = async () => {
  const [act] = value(await own.client.appointment.nominations(place)).flatMap(({ acts }) => acts)
  const [person] = value(await own.client.appointment.persons({ actId: act?.id ?? '' }))
  return person?.deputy
}

it('whether a deputy is said where the finding asks for it, and nowhere else', async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}6{/Alt}')
  const panel = within(await screen.findByRole('region', { name: '所选事项' }))
  await panel.findByText(/须由本级人大代表担任，请核对何清是不是代表/u)
  const choice = () => within(panel.getByRole('group', { name: '何清是不是本级人大代表' }))
  expect(choice().getByRole('radio', { name: '没有记载' })).toHaveProperty('checked', true)
  await user.click(choice().getByRole('radio', { name: '不是代表' }))
  await panel.findByText(/何清不是本级人大代表，不能任/u)
  expect(await deputy()).toBe(false)
  // The focus stays, and the arrows go on from there.
  await user.keyboard('{ArrowLeft}')
  await waitFor(() => expect(panel.queryByText(/代表，不能任/u)).toBeNull())
  expect(await deputy()).toBe(true)
  // It stays in sight, to be taken back.
  expect(choice().getByRole('radio', { name: '是代表' })).toHaveProperty('checked', true)
  await user.click(within(screen.getByRole('grid', { name: '任免事项' })).getByText('顾南'))
  await panel.findByRole('heading', { name: /顾南/u })
  expect(panel.queryByRole('group', { name: /是不是本级人大代表/u })).toBeNull()
})
