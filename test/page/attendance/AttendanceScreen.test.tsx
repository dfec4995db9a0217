import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RollEntry } from '../../../shared/contract/attendance.ts'
import { pinyinKeys } from '../../../shared/rules/pinyin.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let sittingId = ''

/** A sitting of nine whose roll was not called. */
const notCalled = async (): Promise<void> => {
  await withBody(own, { count: 9 })
  const { client } = own
  const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const session = value(await client.session.save({ rev: 0, number: 20, ...day }))
  const sitting = value(
    await client.session.saveSitting({
      rev: 0,
      sessionId: session.id,
      kind: 'plenary',
      startsAt: '2026-11-26T09:00:00',
    }),
  )
  own.at('2026-11-26T09:00:00')
  const { id, rev } = sitting
  value(await client.session.setSittingState({ id, rev, state: 'open' }))
  sittingId = id
}

const called = async (away = 1): Promise<void> => {
  ;({ sittingId } = await withSitting(own, await withBody(own, { count: 9 }), away))
}

const draw = async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}4{/Alt}')
  await screen.findByRole('listbox', { name: '点名册' })
  return user
}

const roll = async () => value(await own.client.attendance.roll({ sittingId }))
const entryAt = async (index: number): Promise<RollEntry> => {
  const entry = (await roll()).entries[index]
  if (!entry) throw new Error('no such member')
  return entry
}
const revs = () =>
  own.events.filter(
    (event) => event.type === 'changed' && event.changed.topics.includes('attendance'),
  ).length
const card = (name: string) => {
  const found = screen.getAllByRole('option').find((one) => one.textContent?.includes(name))
  if (!found) throw new Error(`no card of ${name}`)
  return found
}
const strip = () => screen.getByRole('group', { name: '出席人数' }).textContent

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('calls the roll by exception: initials, reason, then all others present with one key', async () => {
  await notCalled()
  const user = await draw()
  const { name, memberId } = await entryAt(6)
  await user.keyboard('{Control>}f{/Control}')
  await user.keyboard(`${pinyinKeys(name).full}{Enter}`)
  await waitFor(() => expect(document.activeElement).toBe(card(name)))
  await user.keyboard('q')
  const dialog = await screen.findByRole('dialog', { name: `${name}请假` })
  await user.click(within(dialog).getByRole('button', { name: '因病' }))
  await user.type(within(dialog).getByLabelText('批准人'), '秘书长{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(9))
  expect((await roll()).counts).toMatchObject({ onLeave: 1, unmarked: 8 })
  await user.keyboard('a')
  await waitFor(async () =>
    expect((await roll()).counts).toMatchObject({
      expected: 9,
      present: 8,
      onLeave: 1,
      absent: 0,
      unmarked: 0,
    }),
  )
  const marked = (await roll()).entries.find((one) => one.memberId === memberId)
  expect(marked).toMatchObject({ state: 'onLeave', reason: '因病', approver: '秘书长' })
  await waitFor(() => expect(strip()).toContain('实到8'))
  expect(screen.getByText('点名已完成')).toBeTruthy()
})

it('finds by the number in the official order', async () => {
  await notCalled()
  const user = await draw()
  await user.type(screen.getByRole('searchbox'), '3')
  const { name } = await entryAt(2)
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  expect(card(name).textContent).toContain('3')
  expect(screen.getByRole('heading', { name })).toBeTruthy()
  await user.clear(screen.getByRole('searchbox'))
  await user.type(screen.getByRole('searchbox'), 'zzz')
  expect(await screen.findByText('没有与“zzz”相符的人')).toBeTruthy()
})

it('changes nothing on the second press of the same key', async () => {
  await called()
  const user = await draw()
  const { name } = await entryAt(8)
  await user.click(card(name))
  const before = revs()
  await user.keyboard('q')
  expect(await screen.findByText(`${name}已记为请假，没有变动。`)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  const { name: here } = await entryAt(0)
  await user.click(card(here))
  await user.keyboard('i')
  expect(await screen.findByText(`${here}已在场，没有变动。`)).toBeTruthy()
  expect(revs()).toBe(before)
  expect(await entryAt(8)).toMatchObject({ state: 'onLeave', reason: '因病' })
})

it('keeps times: late, out, and back, each in the numbers at once', async () => {
  await called()
  const user = await draw()
  const { name } = await entryAt(8)
  own.at('2026-11-26T09:40:00')
  await user.click(card(name))
  await user.keyboard('i')
  await waitFor(() => expect(strip()).toContain('实到9'))
  expect(card(name).textContent).toContain('迟到 09:40')
  own.at('2026-11-26T10:15:00')
  await user.keyboard('o')
  await waitFor(() => expect(strip()).toContain('实到8'))
  expect(card(name).textContent).toContain('离席 10:15')
  own.at('2026-11-26T10:31:00')
  await user.keyboard('i')
  await waitFor(() => expect(strip()).toContain('实到9'))
  expect(screen.getByText('09:40 到场，10:15 离席')).toBeTruthy()
  expect(screen.getByText('10:31 到场，至今在场')).toBeTruthy()
  expect((await entryAt(8)).intervals).toEqual([
    { from: '2026-11-26T09:40:00', to: '2026-11-26T10:15:00' },
    { from: '2026-11-26T10:31:00', to: null },
  ])
})

it('takes another time than now, and asks for one that can be read', async () => {
  await called()
  own.at('2026-11-26T10:00:00')
  const user = await draw()
  const { name } = await entryAt(0)
  await user.click(card(name))
  await user.keyboard('{Shift>}o{/Shift}')
  const time = await screen.findByLabelText('时刻')
  await user.clear(time)
  await user.type(time, '{Enter}')
  expect(await screen.findByText('请填时刻，例如 9:30。')).toBeTruthy()
  await user.type(time, '945{Enter}')
  await waitFor(async () => expect((await entryAt(0)).intervals[0]?.to).toBe('2026-11-26T09:45:00'))
})

it('edits the reason of someone away and marks present again', async () => {
  await called()
  const user = await draw()
  const { name } = await entryAt(8)
  await user.click(card(name))
  await user.keyboard('e')
  const reason = await screen.findByLabelText('事由')
  await user.clear(reason)
  await user.type(reason, '因公出国{Enter}')
  await waitFor(async () => expect((await entryAt(8)).reason).toBe('因公出国'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('p')
  await waitFor(async () =>
    expect(await entryAt(8)).toMatchObject({ state: 'present', reason: '' }),
  )
})

it('puts an adjourned sitting right: present means from the start, and times are asked for', async () => {
  await called()
  own.at('2026-11-26T12:00:00')
  const [session] = value(await own.client.session.list({}))
  const detail = value(await own.client.session.get({ id: session?.id ?? '' }))
  const rev = detail.sittings[0]?.rev ?? 0
  value(await own.client.session.setSittingState({ id: sittingId, rev, state: 'adjourned' }))
  own.at('2026-11-26T18:00:00')
  const user = await draw()
  const { name } = await entryAt(8)
  await user.click(card(name))
  await user.keyboard('p')
  await waitFor(() => expect(strip()).toContain('实到9'))
  expect((await entryAt(8)).intervals[0]?.from).toBe('2026-11-26T09:00:00')
  await user.keyboard('o')
  const time = await screen.findByLabelText<HTMLInputElement>('时刻')
  expect(time.value).toBe('12:00')
  await user.clear(time)
  await user.type(time, '11:20{Enter}')
  await waitFor(() => expect(strip()).toContain('实到8'))
  expect((await entryAt(8)).intervals).toEqual([
    { from: '2026-11-26T09:00:00', to: '2026-11-26T11:20:00' },
  ])
})

it('says in numbers how far the quorum is', async () => {
  await notCalled()
  await draw()
  // Nobody was called: the quorum is neither reached nor missed, and the header says no other thing.
  expect(screen.getByText('尚未点名：9 人须 5 人到会。')).toBeTruthy()
  expect(screen.queryByText(/不足法定人数/u)).toBeNull()
  expect(strip()).toContain('· 法定人数 5')
  const exceptions = (await roll()).entries
    .slice(5)
    .map(({ memberId }) => ({ memberId, state: 'absent' as const }))
  value(await own.client.attendance.callRoll({ sittingId, exceptions }))
  expect(await screen.findByText(/达到法定人数：9 人须 5 人到会，现 5 人。/)).toBeTruthy()
  expect(screen.getByText(/再有一人离席即不足法定人数。/)).toBeTruthy()
  const [{ memberId = '' } = {}] = (await roll()).entries
  value(await own.client.attendance.depart({ sittingId, memberId }))
  expect(await screen.findByText(/不足法定人数：9 人须 5 人到会，现 4 人，差 1 人。/)).toBeTruthy()
  await waitFor(() => expect(strip()).toContain('✕ 法定人数 5'))
})

it('goes into the roll with an arrow, so that the keys of the marks mean someone at once', async () => {
  await notCalled()
  const user = await draw()
  expect(document.activeElement).toBe(document.getElementById('content'))
  await user.keyboard('{ArrowDown}x')
  await user.keyboard('{Enter}')
  await waitFor(async () => expect((await entryAt(0)).state).toBe('absent'))
})

it('says nothing of a quorum in the header while a group sits', async () => {
  await withBody(own, { count: 9 })
  const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const session = value(await own.client.session.save({ rev: 0, number: 20, ...day }))
  const group = value(
    await own.client.session.saveSitting({
      rev: 0,
      sessionId: session.id,
      kind: 'group',
      groupName: '第一组',
      startsAt: '2026-11-26T09:00:00',
    }),
  )
  value(await own.client.session.setSittingState({ id: group.id, rev: group.rev, state: 'open' }))
  sittingId = group.id
  await draw()
  await waitFor(() => expect(strip()).toBe('应到9实到0请假0缺席0未点9'))
})
