import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Speech } from '../../../shared/contract/speech.ts'
import { App } from '../../../renderer/app/App.tsx'
import { useAnnounced } from '../../../renderer/lib/announce.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>
let members: string[] = []
let sittingId = ''
let itemId = ''

beforeEach(async () => {
  own = testKernel()
  members = await withBody(own, { count: 9 })
  const places = await withSitting(own, members)
  sittingId = places.sittingId
  const item = { rev: 0, sessionId: places.sessionId, kind: 'report' as const }
  itemId = value(await own.client.session.saveItem({ ...item, title: '营商环境情况的报告' })).id
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const draw = async (): Promise<void> => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('region', { name: '发言' })
}
const panel = () => within(screen.getByRole('region', { name: '发言' }))
const speeches = async (): Promise<Speech[]> =>
  value(await own.client.speech.list({ sittingId })).speeches
const add = async (n: number): Promise<Speech> =>
  value(await own.client.speech.add({ sittingId, itemId, memberId: members[n] ?? '' }))
/** A member who begins to speak at twenty past nine. */
const begun = async (n: number): Promise<Speech> => {
  const { id } = await add(n)
  own.at('2026-11-26T09:20:00')
  return value(await own.client.speech.start({ id }))
}
/** Puts the kernel's clock forward; the page asks for it when one comes back to it. */
const later = (moment: string): void => {
  own.at(moment)
  window.dispatchEvent(new Event('focus'))
}
const clock = () => panel().getByRole('timer').textContent
const said = () => useAnnounced.getState()

describe('the time left', () => {
  it('算例 91 is said once with a minute left and once when it is used up, never second by second', async () => {
    const { name } = await begun(3)
    await draw()
    await waitFor(() => expect(clock()).toMatch(/^剩余(10:00|9:5\d)$/u))
    const { count } = said()
    later('2026-11-26T09:29:10')
    await waitFor(() => expect(clock()).toMatch(/^剩余不足一分钟0:[45]\d$/u))
    const once = { text: `${name}发言还剩一分钟。`, count: count + 1 }
    await waitFor(() => expect(said()).toEqual(once))
    later('2026-11-26T09:29:30')
    await waitFor(() => expect(clock()).toMatch(/0:[23]\d$/u))
    expect(said()).toEqual(once)
    later('2026-11-26T09:30:42')
    await waitFor(() => expect(clock()).toMatch(/^超时0:4\d$/u))
    later('2026-11-26T09:32:00')
    await waitFor(() => expect(clock()).toMatch(/^超时2:0\d$/u))
    const over = { text: `${name}发言时间已到。`, count: count + 2 }
    await waitFor(() => expect(said()).toEqual(over))
  })

  it('runs on by itself, from one second to the next', async () => {
    await begun(3)
    await draw()
    const first = clock()
    await waitFor(() => expect(clock()).not.toBe(first))
  })

  it('is extended by leave of the chair, who is named', async () => {
    const { name } = await begun(3)
    await draw()
    later('2026-11-26T09:31:00')
    await waitFor(() => expect(clock()).toMatch(/^超时/u))
    await user.keyboard('t')
    const dialog = within(await screen.findByRole('dialog', { name: `延长${name}的发言` }))
    await user.clear(dialog.getByLabelText('延长几分钟'))
    await user.type(dialog.getByLabelText('同意的主持人'), '主持人王一文{Enter}')
    expect(await dialog.findByText('请填 1 到 120 的分钟数。')).toBeTruthy()
    await user.type(dialog.getByLabelText('延长几分钟'), '4{Enter}')
    await waitFor(() => expect(clock()).toMatch(/^剩余(3:00|2:5\d)$/u))
    expect(panel().getByText(/延长 4:00（主持人王一文同意）/u)).toBeTruthy()
    await waitFor(() => expect(said().text).toBe(`${name}的发言延长 4 分钟。`))
  })

  it('is what was used where the body sets no limit, and cannot be extended', async () => {
    const none = { first: 0, second: 0 }
    const limits = { plenary: none, joint: none, group: none }
    value(await own.client.body.setParameter({ key: 'speechLimits', value: limits, rev: 0 }))
    await begun(3)
    await draw()
    later('2026-11-26T10:25:00')
    await waitFor(() => expect(clock()).toMatch(/^已用1:05:0\d$/u))
    await user.keyboard('t')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the list', () => {
  it('takes a person once on an item and says so when nothing changed', async () => {
    const { name } = await add(2)
    await draw()
    await user.keyboard('y')
    await user.type(await screen.findByRole('combobox'), `${name}{Enter}`)
    expect(await screen.findByText(`${name}已在等候，没有变动。`)).toBeTruthy()
    expect(await speeches()).toHaveLength(1)
  })

  it('finds by number, and says when nobody is meant', async () => {
    await draw()
    await user.keyboard('y')
    const field = await screen.findByRole('combobox')
    await screen.findAllByRole('option')
    await user.type(field, 'xyzq{Enter}')
    expect(screen.getByText(/没有与“xyzq”相符的人/u)).toBeTruthy()
    await user.clear(field)
    await user.type(field, '4{Enter}')
    await waitFor(async () =>
      expect(await speeches()).toMatchObject([{ memberId: members[3], itemId, state: 'queued' }]),
    )
  })

  it('has a name of nobody in office for one who sits in, and arrows choose among several', async () => {
    await draw()
    await user.keyboard('y')
    await user.type(await screen.findByRole('combobox'), '林远航{Enter}')
    await waitFor(async () =>
      expect(await speeches()).toMatchObject([{ name: '林远航', memberId: null }]),
    )
    expect(await panel().findByText('列席')).toBeTruthy()
    await user.keyboard('y')
    const field = await screen.findByRole('combobox')
    await user.type(field, 'w')
    const [, second] = await screen.findAllByRole('option')
    const name = second?.querySelector('span:nth-child(2)')?.textContent ?? ''
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(async () => expect((await speeches())[1]?.name).toBe(name))
  })

  it('puts nobody on the list by Enter alone; arrows choose without typing, around the ends too', async () => {
    await draw()
    await user.keyboard('y')
    await screen.findByRole('combobox')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(9))
    await user.keyboard('{Enter}')
    expect(await speeches()).toEqual([])
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(async () => expect(await speeches()).toMatchObject([{ memberId: members[1] }]))
  })

  it('gives the floor and takes it with one key, and back from one called by mistake', async () => {
    const first = await add(1)
    await add(2)
    await draw()
    await user.keyboard('s')
    await panel().findByRole('timer')
    await waitFor(() => expect(said().text).toBe(`${first.name}开始发言。限 10:00`))
    await user.click(panel().getByRole('button', { name: '叫错了，退回等候' }))
    await waitFor(() => expect(panel().queryByRole('timer')).toBeNull())
    expect((await speeches()).map(({ id, state }) => [id, state])[0]).toEqual([first.id, 'queued'])
    await user.keyboard('s')
    await panel().findByRole('timer')
    await user.keyboard('s')
    await waitFor(() => expect(panel().queryByRole('timer')).toBeNull())
    expect((await speeches())[0]).toMatchObject({ id: first.id, state: 'done' })
  })
})

it('gives no floor before the sitting is held, and takes nobody on the list after it', async () => {
  await add(1)
  const [session] = value(await own.client.session.list({}))
  const detail = value(await own.client.session.get({ id: session?.id ?? '' }))
  const rev = detail.sittings[0]?.rev ?? 0
  value(await own.client.session.setSittingState({ id: sittingId, rev, state: 'adjourned' }))
  await draw()
  expect(panel().getByRole('listbox', { name: '等候发言的人' })).toBeTruthy()
  for (const name of ['请下一位', '报名'])
    expect(panel().queryByRole('button', { name })).toBeNull()
  await user.keyboard('sy')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await speeches()).map(({ state }) => state)).toEqual(['queued'])
})

describe('the record', () => {
  it('sums up by person, sets times right with a reason, and lets a speech go on', async () => {
    const one = await begun(3)
    own.at('2026-11-26T09:32:30')
    value(await own.client.speech.stop({ id: one.id }))
    own.at('2026-11-26T09:40:00')
    await draw()
    await user.keyboard('{Shift>}s{/Shift}')
    const dialog = within(await screen.findByRole('dialog', { name: '发言记录' }))
    await user.click(await dialog.findByRole('row', { name: new RegExp(one.name, 'u') }))
    expect(dialog.getByText('超时 2:30')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: '更正' }))
    const title = `更正${one.name}的发言`
    const form = within(await screen.findByRole('dialog', { name: title }))
    await user.clear(form.getByLabelText('结束'))
    await user.type(form.getByLabelText('结束'), '25:00')
    await user.type(form.getByLabelText('更正的理由'), '结束时漏按{Enter}')
    expect(await form.findByText(/不是有效时间/u)).toBeTruthy()
    await user.clear(form.getByLabelText('结束'))
    await user.type(form.getByLabelText('结束'), '9:29:15{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: title })).toBeNull())
    expect(await dialog.findByText('9:15')).toBeTruthy()
    await user.click(dialog.getByRole('tab', { name: '按人合计' }))
    expect(dialog.getByRole('row', { name: new RegExp(`${one.name} ?1 ?9:15`, 'u') })).toBeTruthy()
    await user.click(dialog.getByRole('tab', { name: '逐次' }))
    await user.click(dialog.getByRole('row', { name: new RegExp(one.name, 'u') }))
    await user.click(dialog.getByRole('button', { name: '更正' }))
    const again = within(await screen.findByRole('dialog', { name: title }))
    await user.click(again.getByRole('radio', { name: '误按结束，接着发言' }))
    await user.type(again.getByLabelText('更正的理由'), '误按{Enter}')
    await waitFor(async () =>
      expect((await speeches())[0]).toMatchObject({
        state: 'speaking',
        startedAt: '2026-11-26T09:20:00',
      }),
    )
  })
})
