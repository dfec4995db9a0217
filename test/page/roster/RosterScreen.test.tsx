import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined

const openRoster = async (count: number): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = userEvent.setup()
  await withBody(own, { count })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}3{/Alt}')
  await screen.findByRole('heading', { name: '人员' })
  return user
}

const members = async () => value(await own.client.roster.members({}))
const rowNames = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.roster-name')?.textContent)

const sheet = (lines: readonly string[]) =>
  new File([lines.join('\n')], '名册.csv', { type: 'text/csv' })

const choose = async (file: File) => {
  const input = await screen.findByLabelText('选择名册文件')
  fireEvent.change(input, { target: { files: [file] } })
}

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('lists members in the official order with the counts, and finds by initials', async () => {
  const user = await openRoster(12)
  const all = (await members()).map(({ name }) => name)
  await waitFor(() => expect(rowNames()).toEqual(all))
  expect(screen.getByText('名额').parentElement?.textContent).toBe('名额31')
  expect(screen.getByText('实有').parentElement?.textContent).toBe('实有12')
  expect(screen.getByText('缺额').parentElement?.textContent).toBe('缺额19')
  await user.keyboard('{Control>}f{/Control}')
  await user.type(screen.getByRole('searchbox'), 'zj')
  const found = value(await own.client.roster.find({ text: 'zj' })).map(({ name }) => name)
  await waitFor(() => expect(rowNames().toSorted()).toEqual(found.toSorted()))
})

it('shows the membership of another day', async () => {
  const user = await openRoster(4)
  await user.type(await screen.findByLabelText('截至'), '2021年12月31日{Enter}')
  await waitFor(() => expect(screen.getByText('实有').parentElement?.textContent).toBe('实有0'))
})

it('moves the selected member up by key and keeps its place', async () => {
  const user = await openRoster(9)
  await waitFor(() => expect(rowNames()).toHaveLength(9))
  const before = rowNames()
  const last = screen.getByRole('grid').querySelector<HTMLElement>('tbody tr:last-child')
  await user.click(last ?? document.body)
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  const expected = [...before.slice(0, 7), before[8], before[7]]
  await waitFor(() => expect(rowNames()).toEqual(expected))
  expect((await members()).map(({ name }) => name)).toEqual(expected)
})

it('keeps the note when something else is changed, and says at the field what is missing', async () => {
  const user = await openRoster(2)
  const [, second] = await members()
  if (!second) throw new Error('two members were made')
  const { id, rev, name, kind, startsOn } = second
  value(await own.client.roster.saveMember({ id, rev, name, kind, startsOn, note: '兼职' }))
  await waitFor(() => expect(rowNames()).toHaveLength(2))
  await user.click(screen.getByText(name))
  await user.keyboard('e')
  const dialog = await screen.findByRole('dialog', { name: '修改人员' })
  await waitFor(() =>
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>('备注').value).toBe('兼职'),
  )
  await user.type(within(dialog).getByLabelText('离任日期'), '2026-3-1{Enter}')
  expect(await within(dialog).findByText('填了离任日期，还须选择离任原因。')).toBeTruthy()
  await user.clear(within(dialog).getByLabelText('离任日期'))
  await user.type(within(dialog).getByLabelText('民族'), '回族{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement?.textContent).toContain(name))
  const [person] = value(await own.client.roster.find({ text: name }))
  expect(person).toMatchObject({ note: '兼职', nationality: '回族' })
})

it('makes somebody the ledger knows a member without making two people of one', async () => {
  const user = await openRoster(2)
  const held = { postName: '临江市财政局局长', fromOn: '2020-01-10' }
  const known = value(await own.client.ledger.saveTenure({ rev: 0, personName: '甘露生', ...held }))
  const added = async (somebodyElse: boolean) => {
    await user.click(screen.getByRole('button', { name: /新增组成人员/ }))
    const dialog = await screen.findByRole('dialog', { name: '新增组成人员' })
    await user.type(within(dialog).getByLabelText('姓名'), '甘露生')
    const which = await within(dialog).findByRole('combobox', { name: '已有同名的人' })
    if (somebodyElse) {
      await user.click(which)
      await user.click(await screen.findByRole('option', { name: /另一个人/, hidden: true }))
    }
    await user.type(within(dialog).getByLabelText('离任日期'), '2026-3-1')
    await user.click(within(dialog).getByRole('combobox', { name: '离任原因' }))
    await user.click(await screen.findByRole('option', { name: '辞职', hidden: true }))
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  const persons = async () =>
    (await members()).filter(({ name }) => name === '甘露生').map(({ personId }) => personId)
  await added(false)
  expect(await persons()).toEqual([known.personId])
  await added(true)
  expect(new Set(await persons()).size).toBe(2)
})

it('算例 82 asks people to confirm where a mandate ended otherwise than the law names', async () => {
  const user = await openRoster(2)
  const [, second] = await members()
  await user.click(await screen.findByText(second?.name ?? ''))
  await user.keyboard('e')
  const dialog = await screen.findByRole('dialog', { name: '修改人员' })
  const reason = async (name: string) => {
    await user.click(within(dialog).getByRole('combobox', { name: '离任原因' }))
    await user.click(await screen.findByRole('option', { name, hidden: true }))
  }
  await reason('代表资格终止')
  expect(within(dialog).getByText(/请对照本级规定确认/)).toBeTruthy()
  await reason('罢免')
  expect(within(dialog).getByText(/不另行表决，由常委会公告/)).toBeTruthy()
  await reason('辞职')
  expect(within(dialog).queryByText(/不另行表决|请对照本级规定确认/)).toBeNull()
})

it('previews a sheet cell by cell, writes nothing until confirmed, and then everything', async () => {
  const user = await openRoster(0)
  await user.keyboard('{Control>}i{/Control}')
  await choose(
    sheet([
      '姓名,性别,职务,任职日期,序号',
      '卫明远,男,主任,2022-01-18,1',
      '云 澜,女,委员,2022.1.18,2',
    ]),
  )
  const grid = await screen.findByRole('grid', { name: '导入名册' })
  expect(within(grid).getByText('云澜')).toBeTruthy()
  expect(screen.getByText('尚未写入任何内容。')).toBeTruthy()
  expect(await members()).toEqual([])
  await user.click(screen.getByRole('button', { name: /确认导入 2 人/ }))
  expect(await screen.findByText('已导入：新增 2 人，更改 0 人，相同 0 人。')).toBeTruthy()
  expect((await members()).map(({ name }) => name)).toEqual(['卫明远', '云澜'])
})

it('names what is wrong with a cell, lets nothing be imported, and narrows to the wrong rows', async () => {
  const user = await openRoster(0)
  await user.keyboard('{Control>}i{/Control}')
  await choose(
    sheet(['姓名,性别,职务,任职日期', '卫明远,男,主任,2022-02-30', '云澜,女,委员,2022-01-18']),
  )
  const grid = await screen.findByRole('grid', { name: '导入名册' })
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: /确认导入/ })
  expect(confirm.disabled).toBe(true)
  await user.click(within(grid).getByText('卫明远'))
  expect(await screen.findByText(/任职日期 · .*这一天不存在/)).toBeTruthy()
  expect(within(grid).getAllByRole('img', { name: '有误' })).toHaveLength(1)
  await user.click(screen.getByLabelText(/有误 1/))
  await waitFor(() => expect(within(grid).queryByText('云澜')).toBeNull())
  expect(within(grid).getByText('卫明远')).toBeTruthy()
  expect(await members()).toEqual([])
})

it('says why a file cannot be read', async () => {
  const user = await openRoster(0)
  await user.keyboard('{Control>}i{/Control}')
  await choose(new File([], '空.csv'))
  expect((await screen.findByRole('alert')).textContent).toContain('“空.csv”是空的')
})
