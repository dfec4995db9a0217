import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parameterKeys } from '../../../shared/rules/parameters.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'
import { ruleGroups } from '../../../renderer/body/rules.ts'

let own: TestKernel
let stop = (): void => undefined

const openTab = async (name: string): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = userEvent.setup()
  await withBody(own, { count: 1 })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}9{/Alt}')
  await user.click(await screen.findByRole('tab', { name }))
  return user
}

const openRule = async (name: string, user: ReturnType<typeof userEvent.setup>) => {
  const row = (await screen.findByText(name)).closest('tr')
  row?.focus()
  await user.keyboard('{Enter}')
  return screen.findByRole('dialog', { name: `修改：${name}` })
}

const parameter = async (key: string) =>
  value(await own.client.body.parameters({})).find((one) => one.key === key)

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('warns before a new term and refuses to go back to an earlier one', async () => {
  const user = await openTab('常委会')
  expect(await screen.findByRole('heading', { name: '第九届' })).toBeTruthy()
  const term = screen.getByLabelText('届')
  await user.clear(term)
  await user.type(term, '10')
  expect(await screen.findByText(/由第九届改为第十届，保存即为换届/)).toBeTruthy()
  await user.clear(term)
  await user.type(term, '8{Enter}')
  expect(await screen.findByText('现在已是第9届，届数不能往回改。')).toBeTruthy()
})

it('reads the number of a term in Chinese numerals, and says what it cannot read', async () => {
  const user = await openTab('常委会')
  await screen.findByRole('heading', { name: '第九届' })
  const term = screen.getByLabelText<HTMLInputElement>('届')
  await user.clear(term)
  await user.type(term, '本届{Enter}')
  expect(await screen.findByText(/看不懂“本届”。请写数字，例如 8 或者八。/)).toBeTruthy()
  expect(document.activeElement).toBe(term)
  await user.clear(term)
  await user.type(term, '第十届')
  expect(await screen.findByText(/由第九届改为第十届，保存即为换届/)).toBeTruthy()
  await user.clear(term)
  await user.type(term, '八{Enter}')
  expect(await screen.findByText('现在已是第9届，届数不能往回改。')).toBeTruthy()
  expect(term.value).toBe('八')
})

it('lays out every rule once', () => {
  const shown = ruleGroups.flatMap(({ keys }) => keys)
  expect(shown.toSorted()).toEqual(parameterKeys.toSorted())
})

it('case 12: a quorum of a third is refused at the field with the article, and cannot be saved', async () => {
  const user = await openTab('议事规则')
  const dialog = await openRule('出席法定人数', user)
  const denominator = within(dialog).getByLabelText('分母')
  await user.clear(denominator)
  await user.type(denominator, '3')
  expect(within(dialog).getByRole('alert').textContent).toContain('第五十一条第三款')
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(
    true,
  )
  await user.keyboard('{Enter}')
  expect(await parameter('quorum')).toMatchObject({ isDefault: true, value: { num: 1, den: 2 } })
})

it('saves a rule with its source and the day it was confirmed, and takes it back', async () => {
  const user = await openTab('议事规则')
  const dialog = await openRule('全体组成人员的算法', user)
  await user.click(within(dialog).getByRole('combobox', { name: '现值' }))
  await user.click(await screen.findByRole('option', { name: '名额', hidden: true }))
  await user.type(within(dialog).getByLabelText('出处'), '本级议事规则 第五条')
  await user.type(within(dialog).getByLabelText('核对日期'), '2026.11.1{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await parameter('base')).toMatchObject({
    value: 'quota',
    source: '本级议事规则 第五条',
    confirmedOn: '2026-11-01',
    isDefault: false,
  })
  const again = await openRule('全体组成人员的算法', user)
  await user.click(within(again).getByRole('button', { name: '恢复默认' }))
  await waitFor(async () => expect(await parameter('base')).toMatchObject({ isDefault: true }))
})

it('asks for the article before a dismissal may be voted on by keypads', async () => {
  const user = await openTab('议事规则')
  const dialog = await openRule('撤职案可按表决器（本级规则视为无记名投票）', user)
  await user.click(within(dialog).getByText('是'))
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  expect(
    await within(dialog).findByText(/须写明本级规则中把表决器视为无记名投票的条款/),
  ).toBeTruthy()
  expect(await parameter('dismissalByDevice')).toMatchObject({ isDefault: true, value: false })
  await user.type(within(dialog).getByLabelText('出处'), '本级议事规则 第三十条{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await parameter('dismissalByDevice')).toMatchObject({
    value: true,
    source: '本级议事规则 第三十条',
  })
})

it('edits speaking time, who approves leave and lists of posts', async () => {
  const user = await openTab('议事规则')
  const limits = await openRule('发言时间', user)
  const first = within(limits).getByLabelText('分组会议，第一次（分钟）')
  await user.clear(first)
  expect(within(limits).getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(
    true,
  )
  await user.type(first, '0{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await parameter('speechLimits')).toMatchObject({
    value: { plenary: { first: 10, second: 10 }, group: { first: 0, second: 10 } },
  })
  expect(await screen.findByText(/分组会议 不限，第二次 10 分钟/)).toBeTruthy()

  const approvers = await openRule('请假由谁批准', user)
  const group = within(approvers).getByRole('group', { name: '分组会议' })
  await user.click(within(group).getByLabelText('小组召集人'))
  await user.click(within(approvers).getByRole('button', { name: '保存' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await parameter('leaveApprovers'))?.value).toMatchObject({
    plenary: ['chair', 'presiding-vice-chair'],
    group: ['chair', 'presiding-vice-chair', 'vice-chair', 'secretary-general', 'group-convenor'],
  })

  const posts = await openRule('须逐人表决的职务', user)
  await user.type(within(posts).getByLabelText('现值'), '副市长{Enter}局局长 ')
  await user.click(within(posts).getByRole('button', { name: '保存' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await parameter('individualPosts'))?.value).toEqual(['副市长', '局局长'])
})

it('backs up, then restores only after asking, says what is kept, and begins anew', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  const user = await openTab('数据与备份')
  await user.keyboard('{Control>}b{/Control}')
  await user.click(await screen.findByRole('button', { name: '恢复' }))
  const dialog = await screen.findByRole('dialog', { name: '用这份备份恢复？' })
  expect(dialog.textContent).toContain('不会删除')
  await user.click(within(dialog).getByRole('button', { name: '恢复到这份备份' }))
  expect(await screen.findByText(/已恢复。原来的数据保留为/)).toBeTruthy()
  expect(reload).toHaveBeenCalledOnce()
  // The page that begins anew says it again.
  expect(sessionStorage.getItem('yixi.notices')).toContain('已恢复')
})
