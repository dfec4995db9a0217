import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { chamber } from '../../builders/chamber.ts'
import { inventedName, testKernel, value, type TestKernel } from '../../builders/kernel.ts'
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

it('an act on a member renamed since is shown as about that person, with the present name', async () => {
  const room = chamber(own)
  const place = await room.hall(31)
  const was = inventedName(5)
  const post = '临江市人民代表大会常务委员会法制工作委员会副主任'
  await room.acts(place, [{ personName: was, post }])
  const member = value(await own.client.roster.members({})).find(({ name }) => name === was)
  if (!member) throw new Error('no member')
  const { id, rev, kind, startsOn } = member
  value(await own.client.roster.saveMember({ id, rev, kind, startsOn, name: '阮知微' }))
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}6{/Alt}')
  await screen.findByRole('grid', { name: '任免事项' })
  expect(await screen.findByText(new RegExp(`^${was}在台账中现名阮知微`, 'u'))).toBeTruthy()
  expect(screen.queryByText(/台账中还没有此人/u)).toBeNull()
})
