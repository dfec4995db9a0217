import { screen, waitFor, within } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let user: UserEvent
let stop = (): void => undefined

beforeEach(async () => {
  own = testKernel()
  user = userEvent.setup()
  await withBody(own, { count: 1 })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}9{/Alt}')
  await user.click(await screen.findByRole('tab', { name: '议事规则' }))
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const openRule = async (name: string): Promise<HTMLElement> => {
  const row = (await screen.findByText(name)).closest('tr')
  row?.focus()
  await user.keyboard('{Enter}')
  return screen.findByRole('dialog', { name: `修改：${name}` })
}

const save = async (dialog: HTMLElement): Promise<void> => {
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
}

const stated = async (key: string): Promise<unknown> =>
  value(await own.client.body.parameters({})).find((one) => one.key === key)?.value

const rowOf = async (name: string): Promise<string> =>
  (await screen.findByText(name)).closest('tr')?.textContent ?? ''

it('shows each number with what it counts, and that 0 is no rule', async () => {
  expect(await rowOf('任免案最迟在会前几日送达')).toContain('10 日')
  expect(await rowOf('未通过后隔几个月可再提')).toContain('没有规定')
  expect(await rowOf('任前考试的及格分')).toContain('60 分')
  expect(await rowOf('发给任命书的职务')).toContain('按机构职务目录')
  const dialog = await openRule('未通过后隔几个月可再提')
  const months = within(dialog).getByLabelText('现值')
  await user.clear(months)
  await user.type(months, '6')
  await save(dialog)
  expect(await stated('resubmitWaitMonths')).toBe(6)
  await waitFor(async () => expect(await rowOf('未通过后隔几个月可再提')).toContain('6 个月'))
})

it('edits the time for the oath: the unit, and days only where they count', async () => {
  const dialog = await openRule('宪法宣誓的期限')
  expect(within(dialog).queryByLabelText('天数')).toBeNull()
  await user.click(within(dialog).getByRole('combobox', { name: '期限' }))
  await user.click(await screen.findByRole('option', { name: '若干个工作日内', hidden: true }))
  const count = within(dialog).getByLabelText('天数')
  await user.clear(count)
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(
    true,
  )
  await user.type(count, '15')
  await save(dialog)
  expect(await stated('oathWithin')).toEqual({ unit: 'workdays', count: 15, from: 'vote' })
  expect(await rowOf('宪法宣誓的期限')).toContain('自表决通过之日起 15 个工作日内')
})

it('case 54: retirement cannot be made to end an office by itself, nor an acting head be no deputy', async () => {
  const causes = await openRule('不经表决自行终止职务的事由')
  await user.click(within(causes).getByLabelText('退休'))
  expect(within(causes).getByRole('alert').textContent).toContain('法官法第二十条')
  expect(within(causes).getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(
    true,
  )
  await user.click(within(causes).getByLabelText('退休'))
  await user.click(within(causes).getByLabelText('机构撤销或者合并'))
  await save(causes)
  expect(await stated('autoEndCauses')).toEqual(['died'])

  const deputy = await openRule('代理人选须先是副职')
  await user.click(within(deputy).getByText('否'))
  expect(within(deputy).getByRole('alert').textContent).toContain('第五十条第一款第十三项')
})

it('takes the posts that need the exam and the papers a nomination brings', async () => {
  const posts = await openRule('须经任前法律考试的职务')
  await user.type(within(posts).getByLabelText('现值'), '局局长{Enter}审判员')
  await save(posts)
  expect(await stated('examPosts')).toEqual(['局局长', '审判员'])
  const papers = await openRule('任免案须附的材料')
  await user.click(within(papers).getByLabelText('公示情况'))
  await save(papers)
  expect(await stated('materialsRequired')).toEqual([
    'report-form',
    'reason',
    'inspection',
    'resume',
    'publicity',
  ])
})
