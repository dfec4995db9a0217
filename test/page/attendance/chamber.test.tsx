import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Sitting } from '../../../shared/contract/session.ts'
import { App } from '../../../renderer/app/App.tsx'
import { PresenceStrip } from '../../../renderer/attendance/index.ts'
import { useKernelQuery } from '../../../renderer/lib/kernel.ts'
import { useNotices } from '../../../renderer/lib/notices.ts'
import { sittingOn, stateRule, turnSitting } from '../../builders/attendance.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

// Roll call by line, leave before the day, video, seats and guests, on the real kernel.

let own: TestKernel
let members: string[]
let place: { sessionId: string; sittingId: string }
let stop = (): void => undefined

beforeEach(async () => {
  useNotices.setState({ notices: [] })
  own = testKernel()
  members = await withBody(own, { count: 9 })
  place = await sittingOn(own, 20, '2026-11-26')
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const open = () => turnSitting(own, place, 'open', '2026-11-26T09:00:00')
const roll = async () => value(await own.client.attendance.roll({ sittingId: place.sittingId }))
const draw = async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}4{/Alt}')
  await screen.findByRole('listbox', { name: '点名册' })
  return user
}
const slip = (n: number) =>
  own.client.attendance.saveLeave({
    ...{ rev: 0, sessionId: place.sessionId, memberId: members[n] ?? '', reason: '因病' },
    ...{ approver: '王文', approverRole: 'chair', grantedOn: '2026-11-20' },
  })

it('marks the line at once, those with leave on leave; a word nobody answers to marks nobody', async () => {
  value(await slip(7))
  await open()
  const user = await draw()
  await user.keyboard('/')
  await user.keyboard('8 9 qqq{Enter}')
  expect(await screen.findByText('没有与“qqq”相符的人，没有标记任何人。')).toBeTruthy()
  expect((await roll()).counts.unmarked).toBe(9)
  const field = screen.getByRole<HTMLInputElement>('searchbox')
  expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('qqq')
  await user.clear(field)
  await user.type(field, '8 9 ')
  expect(screen.getByText('按 Enter：请假 1 人，缺席 1 人，另 7 人记为出席。')).toBeTruthy()
  await user.keyboard('{Enter}')
  await waitFor(async () =>
    expect((await roll()).counts).toMatchObject({ present: 7, onLeave: 1, absent: 1 }),
  )
  expect(
    await screen.findByText(/已点名：应到 9 人，实到 7 人，请假 1 人，缺席 1 人。/),
  ).toBeTruthy()
})

it('goes back to the desk on the space bar once everyone was called, and not before', async () => {
  await open()
  const user = await draw()
  await user.keyboard(' ')
  expect(screen.queryByRole('button', { name: /^回到现场/u })).toBeNull()
  expect(screen.getByRole('listbox', { name: '点名册' })).toBeTruthy()
  await user.keyboard('/8 9{Enter}')
  expect(await screen.findByRole('button', { name: /^回到现场/u })).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('option'))
  await user.keyboard(' ')
  await waitFor(() => expect(screen.queryByRole('listbox', { name: '点名册' })).toBeNull())
  const places = screen.getByRole('navigation', { name: '画面' })
  expect(places.querySelector('[aria-current]')?.textContent).toContain('现场')
})

it('does nothing while an input method composes, nor for a key held down', async () => {
  await open()
  const user = await draw()
  await user.keyboard('/')
  await user.keyboard('8 9')
  const field = screen.getByRole('searchbox')
  const enter = { key: 'Enter', code: 'Enter' }
  fireEvent.keyDown(field, { ...enter, isComposing: true })
  fireEvent.keyDown(field, { ...enter, keyCode: 229 })
  fireEvent.keyDown(field, { ...enter, repeat: true })
  fireEvent.keyDown(field, { key: 'a', code: 'KeyA', isComposing: true, keyCode: 229 })
  await new Promise((done) => setTimeout(done, 50))
  expect((await roll()).counts.unmarked).toBe(9)
})

it('Q takes leave granted before at once; without it asks, and warns of an approver too low', async () => {
  value(await slip(7))
  await open()
  const user = await draw()
  const cards = () => screen.getAllByRole('option')
  expect(cards()[7]?.textContent).toContain('已准假：因病')
  await user.click(cards()[7] as HTMLElement)
  await user.keyboard('q')
  await waitFor(async () => expect((await roll()).entries[7]?.approver).toBe('王文'))
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(cards()[8] as HTMLElement)
  await user.keyboard('q')
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('批准人'), '孙安')
  await user.click(within(dialog).getByRole('combobox', { name: '批准人职务' }))
  await user.click(await screen.findByRole('option', { name: '小组召集人', hidden: true }))
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  const said = await screen.findAllByText('全体会议请假，小组召集人批准的层级不够，请核对请假单。')
  expect(said.length).toBeGreaterThan(0)
  expect(useNotices.getState().notices.map(({ tone, text }) => [tone, text])).toEqual([
    ['warn', said[0]?.textContent],
  ])
  expect((await roll()).entries[8]).toMatchObject({ state: 'onLeave', approver: '孙安' })
})

it('算例 15 on the screen: on video without a decision is not counted, with it is', async () => {
  await open()
  value(await own.client.attendance.callRoll({ sittingId: place.sittingId, exceptions: [] }))
  const user = await draw()
  await user.click(screen.getAllByRole('option')[8] as HTMLElement)
  await user.keyboard('{Shift>}p{/Shift}')
  expect(await screen.findByText('视频 1 人未经决定，不计入实到。')).toBeTruthy()
  expect((await roll()).counts).toMatchObject({ present: 8, absent: 1 })
  await user.click(screen.getByRole('checkbox', { name: '主任会议已决定本次可以视频出席' }))
  expect(await screen.findByText('视频出席 1 人，已计入实到。')).toBeTruthy()
  expect((await roll()).counts).toMatchObject({ present: 9, video: 1 })
})

it('foresees the quorum before the sitting, and says nobody is there yet only once it runs', async () => {
  for (const n of [4, 5, 6, 7, 8]) value(await slip(n))
  await draw()
  expect(
    await screen.findByText('已准假 5 人，最多可到 4 人。还差 1 人，不足法定人数。'),
  ).toBeTruthy()
  expect(screen.queryByText(/现 0 人/)).toBeNull()
})

it('seats everyone in order and moves a seat by keys', async () => {
  await open()
  const user = await draw()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await user.click(await screen.findByRole('button', { name: '按名次排座' }))
  const dialog = await screen.findByRole('dialog')
  const width = within(dialog).getByLabelText('每排座位数')
  await user.clear(width)
  await user.type(width, '3{Enter}')
  await waitFor(async () => expect((await roll()).entries[4]?.seat).toEqual({ row: 2, col: 2 }))
  await user.click(screen.getAllByRole('option')[0] as HTMLElement)
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(async () => expect((await roll()).entries[0]?.seat).toEqual({ row: 2, col: 1 }))
  expect((await roll()).entries[3]?.seat).toEqual({ row: 1, col: 1 })
})

it('warns of absences by the body’s own rules, and only then', async () => {
  await open()
  const exceptions = [{ memberId: members[8] ?? '' }]
  value(await own.client.attendance.callRoll({ sittingId: place.sittingId, exceptions }))
  await turnSitting(own, place, 'adjourned', '2026-11-26T12:00:00')
  const user = await draw()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Shift>}{ArrowRight}{/Shift}')
  await screen.findByText('缺席预警')
  expect(screen.queryByText(/不足三分之二/)).toBeNull()
  await stateRule(own, 'absenceFlags', ['attended-below-two-thirds'])
  expect(await screen.findByText(/2026 年出席 0 天，会议共 1 天，不足三分之二/)).toBeTruthy()
})

it('asks for the roll anew after an adjournment, and leads back to the desk once it was called', async () => {
  await open()
  value(await own.client.attendance.callRoll({ sittingId: place.sittingId, exceptions: [] }))
  await turnSitting(own, place, 'adjourned', '2026-11-26T11:30:00')
  await turnSitting(own, place, 'open', '2026-11-26T14:00:00')
  const facts = { rev: 0, sessionId: place.sessionId, kind: 'bill' as const, title: '某项议案' }
  value(await own.client.session.saveItem(facts))
  const user = await draw()
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByText('本场会议休会后再开，还没有重新点名。请重新点名，再开始表决。')
  await user.click(screen.getByRole('button', { name: /^重新点名/ }))
  await screen.findByText(/^休会后再开，须重新点名/)
  expect(screen.queryByRole('button', { name: /回到现场/ })).toBeNull()
  await user.keyboard('/')
  await user.keyboard('8 9 ')
  expect(screen.getByText('按 Enter：2 人记为没有回来，其余照休会前。')).toBeTruthy()
  await user.keyboard('{Enter}')
  await screen.findByRole('button', { name: /回到现场/ })
  expect(await roll()).toMatchObject({ callAnew: false, counts: { present: 7, absent: 2 } })
})

const Strip = ({ sitting }: { sitting: Sitting }) => {
  const known = useKernelQuery('attendance.roll', { sittingId: sitting.id })
  return known.data ? <PresenceStrip sitting={sitting} roll={known.data} /> : null
}

it('the strip has the numbers, the margin, and on demand who is missing by seat', async () => {
  await open()
  const exceptions = [{ memberId: members[8] ?? '' }, { memberId: members[2] ?? '' }]
  value(await own.client.attendance.callRoll({ sittingId: place.sittingId, exceptions }))
  const seats = [
    { memberId: members[8] ?? '', row: 1, col: 2 },
    { memberId: members[2] ?? '', row: 3, col: 7 },
  ]
  value(await own.client.attendance.saveSeats({ seats }))
  const { sittings } = value(await own.client.session.get({ id: place.sessionId }))
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <Strip sitting={sittings[0] as Sitting} />)
  const strip = await screen.findByRole('region', { name: '出席情况' })
  expect(strip.textContent).toContain('实到7应到9请假0缺席2')
  expect(strip.textContent).toContain('还可离席 2 人。')
  expect(screen.queryByRole('list', { name: '未到人员' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '未到 2 人' }))
  const missing = within(screen.getByRole('list', { name: '未到人员' })).getAllByRole('listitem')
  expect(missing.map((one) => /\d 排 \d 座/.exec(one.textContent)?.[0])).toEqual([
    '1 排 2 座',
    '3 排 7 座',
  ])
  value(
    await own.client.attendance.depart({ sittingId: place.sittingId, memberId: members[0] ?? '' }),
  )
  await waitFor(() => expect(strip.textContent).toContain('还可离席 1 人。'))
})

it('a seat moved shows at once: the next key counts from there, however slow the answer', async () => {
  await open()
  const seats = members.map((memberId, n) => ({
    memberId,
    row: Math.floor(n / 3) + 1,
    col: (n % 3) + 1,
  }))
  value(await own.client.attendance.saveSeats({ seats }))
  const held: (() => void)[] = []
  const call: TestKernel['kernel']['call'] = async (method, input) => {
    if (method === 'attendance.saveSeats') await new Promise<void>((go) => held.push(go))
    return own.kernel.call(method, input)
  }
  const user = userEvent.setup()
  stop = drawPage({ ...own.kernel, call }, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}4{/Alt}')
  await screen.findByRole('listbox', { name: '点名册' })
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  const map = await screen.findByRole('listbox', { name: '座位图' })
  const cards = within(map).getAllByRole('option')
  await user.click(cards[0] as HTMLElement)
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => expect(cards[0]?.style.gridColumn).toBe('2'))
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => expect(cards[0]?.style.gridColumn).toBe('3'))
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(cards[5])
  for (const _ of seats.slice(0, 2)) {
    await waitFor(() => expect(held).toHaveLength(1))
    held.pop()?.()
  }
  await waitFor(async () =>
    expect((await roll()).entries.slice(0, 3).map(({ seat }) => seat?.col)).toEqual([3, 1, 2]),
  )
})
