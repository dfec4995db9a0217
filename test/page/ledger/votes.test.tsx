import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ActKind } from '../../../shared/contract/appointment.ts'
import { chamber, type Hall } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { openLedger } from './ledger.testkit.tsx'

// What votes did, as the ledger's screen shows it.

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
let stop = (): void => undefined

type Line = { act?: ActKind; verb?: string; personName: string; post: string }
const BUREAU = '临江市财政局局长'

const vote = async (lines: Line[], passes = true) => {
  const [question] = await room.askActs(place, await room.acts(place, lines), 'merged')
  if (!question) throw new Error('one question expected')
  return room.decided(place, question, passes)
}
const open = async () => {
  const page = await openLedger(own.kernel)
  ;({ stop } = page)
  return page
}

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
  value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
  await vote([{ personName: '云知岚', post: BUREAU, verb: '决定任命' }])
  await vote([{ personName: '费不疑', post: '临江市教育局局长', verb: '决定任命' }], false)
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('lists what a session did with its votes, and nothing of what failed', async () => {
  const { turnTo, user } = await open()
  await turnTo('会次')
  const grid = await screen.findByRole('grid', { name: '会次' })
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(2))
  const [, row] = within(grid).getAllByRole('row')
  expect(row?.textContent).toMatch(
    /任职云知岚临江市财政局局长2026年11月26日赞成\d+ 反对\d+ 弃权\d+/,
  )
  await user.click(within(grid).getByText('云知岚'))
  const { tenures } = value(await own.client.ledger.session({ sessionId: place.sessionId }))
  const [tenure] = tenures
  const said = `组成人员${tenure?.by?.base}，须${tenure?.by?.needed}`
  expect(await screen.findByText(new RegExp(said, 'u'))).toBeTruthy()
})

it('says of a removal that found nothing to end why, and what to do', async () => {
  const unheld = { act: 'remove', verb: '决定免去', personName: '费不疑', post: BUREAU } as const
  const ids = await room.acts(place, [unheld])
  const [question] = await room.askActs(place, ids, 'merged', '会前已核对')
  if (!question) throw new Error('one question expected')
  await room.decided(place, question)
  const { turnTo, user } = await open()
  await turnTo('会次')
  const grid = await screen.findByRole('grid', { name: '会次' })
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(3))
  expect(within(grid).getAllByRole('row')[1]?.textContent).toMatch(/未入台账费不疑临江市财政局局长/)
  await user.click(within(grid).getByText('费不疑'))
  expect(await screen.findByText(/台账里没有这一任职/)).toBeTruthy()
})

it('shows a vote locked meanwhile without being asked again', async () => {
  const { turnTo } = await open()
  await turnTo('会次')
  const grid = await screen.findByRole('grid', { name: '会次' })
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(2))
  await vote([{ act: 'remove', verb: '决定免去', personName: '云知岚', post: BUREAU }])
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(3))
  expect(within(grid).getByText('免去')).toBeTruthy()
})

it('keeps what a vote says, and takes a note', async () => {
  const { turnTo, user } = await open()
  await turnTo('未评议')
  await user.click(await screen.findByText('云知岚'))
  expect(screen.queryByRole('button', { name: /^删除/ })).toBeNull()
  await user.keyboard('e')
  const dialog = await screen.findByRole('dialog', { name: '修改任职' })
  expect(within(dialog).queryByLabelText('任职日期')).toBeNull()
  await user.type(within(dialog).getByLabelText('备注'), '兼任')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const { tenures } = value(await own.client.ledger.session({ sessionId: place.sessionId }))
  const [tenure] = tenures
  expect(tenure).toMatchObject({ note: '兼任', postName: BUREAU, fromOn: '2026-11-26' })
})

it('counts what passed by verb, organ and month', async () => {
  const { turnTo, user } = await open()
  await turnTo('统计')
  // The page's own clock is not the test's.
  const until = await screen.findByLabelText('统计截止日')
  await user.clear(until)
  await user.type(until, '2026-12-31{Enter}')
  const counted = value(
    await own.client.ledger.statistics({ from: '2022-01-10', to: '2026-12-31' }),
  )
  expect(counted.total).toBe(1)
  const verbs = await screen.findByRole('figure', { name: '按任免类别' })
  expect(within(verbs).getByRole('listitem').textContent).toBe('决定任命1')
  const organs = screen.getByRole('figure', { name: '按机构' })
  expect(within(organs).getByRole('listitem').textContent).toBe('临江市财政局1')
})

it('gives the share of women only where it is recorded of nearly everyone, and says of how many', async () => {
  await vote([{ personName: '费不疑', post: '临江市教育局局长', verb: '决定任命' }])
  const told = async (personName: string, row: string) => {
    const base64 = Buffer.from(`姓名,职务,性别\n${personName},${row}`).toString('base64')
    const sheet = { fileName: '任职表.csv', base64 }
    const { token } = value(await own.client.ledger.readTenureSheet(sheet))
    value(await own.client.ledger.importTenureSheet({ ...sheet, token }))
  }
  await told('云知岚', '临江市统计局副局长,女')
  const { turnTo, user } = await open()
  await turnTo('统计')
  const until = await screen.findByLabelText('统计截止日')
  await user.clear(until)
  await user.type(until, '2026-12-31{Enter}')
  expect(await screen.findByText('2 人次中只有 1 人次有记载，不足九成，不算比例')).toBeTruthy()
  expect(screen.getByText('已知 1')).toBeTruthy()
  const verbs = await screen.findByRole('figure', { name: '按任免类别' })
  expect(within(verbs).getByRole('listitem').textContent).toBe('决定任命2')
  await told('费不疑', '临江市统计局局长,男')
  expect(await screen.findByText('2 人次都有记载，其中 1 人次')).toBeTruthy()
  expect(screen.getByText('50.0%')).toBeTruthy()
  await waitFor(() => expect(within(verbs).getByRole('listitem').textContent).toBe('决定任命2女 1'))
})
