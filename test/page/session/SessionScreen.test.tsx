import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { pinyinKeys } from '../../../shared/rules/pinyin.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined

const draw = async (heading: string, keys: string) => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard(keys)
  await screen.findByRole('heading', { name: heading })
  return user
}

const theSession = async () => {
  const [first] = value(await own.client.session.list({}))
  return value(await own.client.session.get({ id: first?.id ?? '' }))
}
const titles = async () => (await theSession()).items.map(({ title }) => title)
const shownTitles = () =>
  screen.getAllByRole('option').map((row) => row.querySelector('.session-item-title')?.textContent)
const strip = () => screen.getByRole('group', { name: '出席人数' }).textContent

const withAgenda = async (...items: string[]) => {
  const { sessionId, sittingId } = await withSitting(own, await withBody(own, { count: 9 }), 2)
  for (const title of items)
    value(await own.client.session.saveItem({ rev: 0, sessionId, kind: 'other', title }))
  return { sessionId, sittingId }
}

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('marks a session called out of turn, and keeps the mark when it is changed', async () => {
  const { sessionId } = await withSitting(own, await withBody(own, { count: 3 }), 0)
  const user = await draw('会议', '{Alt>}1{/Alt}')
  await user.keyboard('e')
  const dialog = await screen.findByRole('dialog')
  const mark = await within(dialog).findByRole<HTMLInputElement>('checkbox', { name: '临时召集' })
  expect(mark.checked).toBe(false)
  await user.click(mark)
  await user.click(within(dialog).getByRole('button', { name: /保存/ }))
  const heading = await screen.findByRole('heading', { name: /第二十次会议/ })
  expect(await within(heading).findByText('临时召集')).toBeTruthy()
  expect(value(await own.client.session.get({ id: sessionId })).extraordinary).toBe(true)
})

it('numbers a new session after the last one and says it in Chinese numerals', async () => {
  const members = await withBody(own, { count: 3 })
  const day = { startsOn: '2026-09-26', endsOn: '2026-09-26' }
  value(await own.client.session.save({ rev: 0, number: 19, ...day, chairId: members[0] ?? null }))
  const user = await draw('会议', '{Alt>}1{/Alt}')
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '新建会议' })
  await waitFor(() =>
    expect(within(dialog).getByLabelText<HTMLInputElement>('次数').value).toBe('20'),
  )
  expect(within(dialog).getByText('第二十次会议')).toBeTruthy()
  // Another number typed at once takes the place of the one proposed.
  const number = within(dialog).getByLabelText<HTMLInputElement>('次数')
  await waitFor(() => expect([number.selectionStart, number.selectionEnd]).toEqual([0, 2]))
  await user.keyboard('38')
  expect(await within(dialog).findByText('第三十八次会议')).toBeTruthy()
  await user.keyboard('{Control>}a{/Control}20')
  const start = within(dialog).getByLabelText('开始日期')
  await user.clear(start)
  await user.type(start, '2026-11-26{Enter}')
  expect(await screen.findByRole('heading', { name: /第九届人大常委会第二十次会议/ })).toBeTruthy()
  expect(await theSession()).toMatchObject({
    number: 20,
    startsOn: '2026-11-26',
    endsOn: '2026-11-26',
    chairId: members[0],
  })
})

it('finds who presides by pinyin, and Enter in the field never saves past an unfound name', async () => {
  const members = await withBody(own, { count: 3 })
  const [, second] = value(await own.client.roster.membership({})).members
  const user = await draw('会议', '{Alt>}1{/Alt}')
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '新建会议' })
  const chair = await within(dialog).findByRole<HTMLInputElement>('combobox', { name: '主持人' })
  await user.type(chair, 'qqqq{Enter}')
  expect(screen.getByRole('dialog', { name: '新建会议' })).toBe(dialog)
  await user.clear(chair)
  await user.type(chair, pinyinKeys(second?.name ?? '').initials)
  await user.keyboard('{Enter}')
  expect(chair.value).toContain(second?.name)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await theSession()).chairId).toBe(second?.id)
  expect(members).toContain(second?.id)
})

it('says at the field when the number is taken, and keeps what was typed', async () => {
  await withAgenda()
  const user = await draw('会议', '{Alt>}1{/Alt}')
  await user.keyboard('n')
  const number = await screen.findByLabelText<HTMLInputElement>('次数')
  await waitFor(() => expect(number.value).toBe('21'))
  await user.clear(number)
  await user.type(number, '20{Enter}')
  expect(await screen.findByText('本届已有第 20 次会议，请核对次数。')).toBeTruthy()
  expect(value(await own.client.session.list({}))).toHaveLength(1)
})

it('adds a sitting, opens and adjourns it by key', async () => {
  await withAgenda()
  const user = await draw('会议', '{Alt>}1{/Alt}')
  await screen.findByText('第一次全体会议')
  await user.keyboard('{Shift>}n{/Shift}')
  const dialog = await screen.findByRole('dialog', { name: '新增场次' })
  await user.click(within(dialog).getByLabelText('分组会议'))
  expect(within(dialog).getByLabelText<HTMLInputElement>('组名').value).toBe('第一组')
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  await screen.findByText('第一组分组会议')
  own.at('2026-11-26T14:31:00')
  expect(screen.getByRole('button', { name: /^开会/ }).textContent).toContain('空格')
  await user.keyboard('{Shift>} {/Shift}')
  await waitFor(async () =>
    expect((await theSession()).sittings[1]).toMatchObject({
      kind: 'group',
      state: 'open',
      startsAt: '2026-11-26T14:31:00',
    }),
  )
  own.at('2026-11-26T17:00:00')
  await waitFor(() => expect(screen.getAllByRole('button', { name: /休会/ })).toHaveLength(2))
  await user.keyboard('{Shift>} {/Shift}')
  await waitFor(async () =>
    expect((await theSession()).sittings[1]).toMatchObject({
      state: 'adjourned',
      endsAt: '2026-11-26T17:00:00',
    }),
  )
})

it('says what is ready and what is missing, and follows what changes', async () => {
  const { sittingId } = await withAgenda()
  await draw('会议', '{Alt>}1{/Alt}')
  expect(await screen.findByText('议程还没有议题。')).toBeTruthy()
  expect(await screen.findByText('已点名：应到 9，实到 7，请假 2，缺席 0。')).toBeTruthy()
  const [first] = value(await own.client.roster.members({}))
  await own.client.attendance.depart({ sittingId, memberId: first?.id ?? '' })
  expect(await screen.findByText('已点名：应到 9，实到 6，请假 2，缺席 1。')).toBeTruthy()
})

it('closes a session with its open sitting after asking, and then lets nothing be changed', async () => {
  await withAgenda('通过会议议程')
  const user = await draw('会议', '{Alt>}1{/Alt}')
  await screen.findByText('第一次全体会议')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', { name: '第九届人大常委会第二十次会议闭会？' })
  const cancel = within(dialog).getByRole('button', { name: '取消' })
  await waitFor(() => expect(document.activeElement).toBe(cancel))
  expect(within(dialog).getByText('第一次全体会议正在进行，将同时休会。')).toBeTruthy()
  expect((await theSession()).state).toBe('open')
  await user.click(within(dialog).getByRole('button', { name: '闭会' }))
  expect(await screen.findByText('会议已闭会，记录不再更改。')).toBeTruthy()
  expect(await theSession()).toMatchObject({ state: 'closed', sittings: [{ state: 'adjourned' }] })
  expect(screen.queryByRole('button', { name: /^(休会|续会|开会)/ })).toBeNull()
})

it('adds items by typing, each Enter one, with the kind judged by the title', async () => {
  await withAgenda()
  const user = await draw('议程', '{Alt>}2{/Alt}')
  await user.keyboard('n')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('新议题')))
  await user.keyboard('一、通过会议议程；{Enter}')
  await waitFor(async () => expect(await titles()).toEqual(['通过会议议程']))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('新议题').value).toBe(''))
  expect(document.activeElement).toBe(screen.getByLabelText('新议题'))
  await user.keyboard('审议人事任免案{Enter}')
  await waitFor(async () => expect(await titles()).toEqual(['通过会议议程', '审议人事任免案']))
  expect((await theSession()).items.map(({ kind }) => kind)).toEqual(['agenda', 'appointment'])
  expect(await screen.findByText('二、')).toBeTruthy()
})

it('makes an item of every pasted line', async () => {
  await withAgenda()
  const user = await draw('议程', '{Alt>}2{/Alt}')
  await user.click(screen.getByLabelText('新议题'))
  await user.paste(
    '一、通过会议议程；\n二、审议关于环境状况的报告（书面）；\n\n三、审议人事任免案。',
  )
  await waitFor(async () =>
    expect(await titles()).toEqual(['通过会议议程', '审议关于环境状况的报告', '审议人事任免案']),
  )
  expect((await theSession()).items.map(({ written }) => written)).toEqual([false, true, false])
})

it('orders items by key, several presses in a row, and keeps the choice', async () => {
  await withAgenda('甲', '乙', '丙', '丁')
  const user = await draw('议程', '{Alt>}2{/Alt}')
  await user.click(await screen.findByText('丁'))
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}')
  await waitFor(() => expect(shownTitles()).toEqual(['丁', '甲', '乙', '丙']))
  await waitFor(async () => expect(await titles()).toEqual(['丁', '甲', '乙', '丙']))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(async () => expect(await titles()).toEqual(['甲', '丁', '乙', '丙']))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('marks how far an item has come, edits it and removes it', async () => {
  await withAgenda('甲', '乙')
  const user = await draw('议程', '{Alt>}2{/Alt}')
  await user.click(await screen.findByText('甲'))
  await user.keyboard('{Shift>} {/Shift}')
  await waitFor(async () => expect((await theSession()).items[0]?.state).toBe('current'))
  await user.keyboard('e')
  const title = await screen.findByLabelText('题目')
  expect(document.activeElement).toBe(title)
  await user.clear(title)
  await user.type(title, '改过的题目')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect((await titles())[0]).toBe('改过的题目'))
  expect((await theSession()).items[0]?.state).toBe('current')
  await user.click(screen.getByText('乙'))
  await user.keyboard('{Delete}')
  const dialog = await screen.findByRole('dialog', { name: '删除议题' })
  await user.click(within(dialog).getByRole('button', { name: '删除' }))
  await waitFor(async () => expect(await titles()).toEqual(['改过的题目']))
})

it('keeps what was typed into an item when one goes on without saving', async () => {
  await withAgenda('甲', '乙')
  const user = await draw('议程', '{Alt>}2{/Alt}')
  await user.click(await screen.findByText('甲'))
  await user.keyboard('e')
  await user.type(await screen.findByLabelText('题目'), '之一')
  await user.click(screen.getByText('乙'))
  await waitFor(async () => expect(await titles()).toEqual(['甲之一', '乙']))
  await user.type(await screen.findByLabelText('题目'), '之二')
  await user.keyboard('{Alt>}1{/Alt}')
  await waitFor(async () => expect(await titles()).toEqual(['甲之一', '乙之二']))
})

it('shows session, sitting and numbers in the header of every place', async () => {
  await withAgenda('甲')
  const user = await draw('会议', '{Alt>}1{/Alt}')
  await waitFor(() => expect(strip()).toBe('应到9实到7请假2缺席0✓ 法定人数 5'))
  for (const place of ['2', '3', '4', '5', '6', '7', '8', '9']) {
    await user.keyboard(`{Alt>}${place}{/Alt}`)
    expect(strip()).toBe('应到9实到7请假2缺席0✓ 法定人数 5')
  }
  expect(screen.getByText('第九届人大常委会第二十次会议').closest('header')).toBeTruthy()
})

it('keeps the sessions of two terms apart, where their numbers begin anew', async () => {
  await withAgenda()
  const { term, rev, ...facts } = value(await own.client.body.get({})) ?? expect.fail('no body')
  const next = { number: term.number + 1, seats: term.seats, startsOn: '2026-11-27' }
  const { name, shortName, level } = facts
  value(await own.client.body.save({ name, shortName, level, rev, term: next }))
  const day = { startsOn: '2026-11-28', endsOn: '2026-11-28' }
  value(await own.client.session.save({ rev: 0, number: 1, ...day }))
  await draw('会议', '{Alt>}1{/Alt}')
  const list = await screen.findByRole('navigation', { name: '会议' })
  expect(
    within(list)
      .getAllByRole('heading')
      .map(({ textContent }) => textContent),
  ).toEqual(['第十届', '第九届'])
})
