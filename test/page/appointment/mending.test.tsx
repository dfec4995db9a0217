import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { chamber, type Hall } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

// Acts written with other verbs than their posts: put right by one key, in the list read and in the list kept.

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const open = async () => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}6{/Alt}')
  await screen.findByRole('grid', { name: '任免事项' })
}
const verbs = async () =>
  value(await own.client.appointment.nominations(place)).flatMap((one) =>
    one.acts.map(({ verb }) => verb),
  )
const said = (count: number) => screen.findByText(`${count} 项的文书用语与职务的通常写法不同。`)
const mendKey = '{Control>}m{/Control}'

const heads = [
  { verb: '任命', personName: '沈知远', post: '临江市财政局局长' },
  { act: 'remove' as const, verb: '免去', personName: '卢景明', post: '临江市教育局局长' },
  { verb: '决定任命', personName: '陆知秋', post: '临江市民政局局长' },
]

it('a list with several verbs is put right by one key, those marked alone if any are', async () => {
  await room.acts(place, heads)
  await open()
  await said(2)
  await user.keyboard('{ArrowDown}.')
  await said(1)
  await user.keyboard(mendKey)
  await waitFor(async () => expect(await verbs()).toEqual(['任命', '决定免去', '决定任命']))
  await user.keyboard('.')
  await said(1)
  await user.keyboard(mendKey)
  await waitFor(async () => expect(await verbs()).toEqual(['决定任命', '决定免去', '决定任命']))
  await waitFor(() => expect(screen.queryByText(/^\d 项的文书用语/u)).toBeNull())
})

it('rows read are put right before they are added, each with the verb of its own post', async () => {
  await room.acts(place, heads.slice(2))
  await open()
  await user.keyboard('{Control>}i{/Control}')
  await user.click(await screen.findByLabelText('提请或者公布的文本'))
  await user.paste(
    '任命：\n沈知远为临江市财政局局长；\n何清为临江市中级人民法院审判员。\n免去：\n卢景明的临江市教育局局长职务。',
  )
  await said(2)
  const table = within(screen.getByRole('table', { name: '读出的事项' }))
  expect(table.getAllByText(/文书用语一般是/u)).toHaveLength(2)
  await user.keyboard(mendKey)
  const written = () =>
    [1, 2, 3].map((row) => {
      const choice = screen.getByLabelText<HTMLSelectElement>(`第 ${row} 行事项`)
      return choice.selectedOptions[0]?.text
    })
  await waitFor(() => expect(written().toSorted()).toEqual(['任命', '决定任命', '决定免去']))
  await waitFor(() => expect(screen.queryByText(/文书用语一般是/u)).toBeNull())
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByRole('grid', { name: '任免事项' })
  await waitFor(async () =>
    expect((await verbs()).toSorted()).toEqual(['任命', '决定任命', '决定任命', '决定免去']),
  )
})
