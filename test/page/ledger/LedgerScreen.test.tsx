import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refusal, testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { openLedger as openPage } from './ledger.testkit.tsx'

type Page = Awaited<ReturnType<typeof openPage>>

let own: TestKernel
let user: Page['user']
let turnTo: Page['turnTo']
let stop = (): void => undefined

const openLedger = async (): Promise<void> => {
  ;({ user, stop, turnTo } = await openPage(own.kernel))
}

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
const pick = async (dialog: HTMLElement, field: string, name: string | RegExp): Promise<void> => {
  await user.click(within(dialog).getByRole('combobox', { name: field }))
  await user.click(await screen.findByRole('option', { name, hidden: true }))
}
const retype = async (field: HTMLElement, text: string): Promise<void> => {
  await user.clear(field)
  await user.type(field, text)
}

/** Those in office alone: among the posts of a whole catalogue a person may be out of sight. */
const inOffice = async (name: string): Promise<HTMLElement> => {
  await user.click(await screen.findByRole('radio', { name: /^在任/ }))
  return screen.findByText(name)
}

const starter = async () => value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
const postNamed = async (fullName: string) => {
  const found = value(await own.client.ledger.posts({})).find((post) => post.fullName === fullName)
  if (!found) throw new Error(`no post ${fullName}`)
  return found
}
const enter = async (personName: string, postName: string, more: object = {}) => {
  const { id: postId } = await postNamed(postName)
  return value(
    await own.client.ledger.saveTenure({
      ...{ rev: 0, personName, postId, postName, fromOn: '2022-01-20' },
      ...more,
    }),
  )
}
const held = async (on = '2026-11-26') => value(await own.client.ledger.asOf({ on }))
const FINANCE = '临江市财政局局长'

beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 0 })
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('says where to begin, and adds the starter catalogue by keyboard, once', async () => {
  await openLedger()
  expect(await screen.findByText('台账还是空的')).toBeTruthy()
  await turnTo('机构职务')
  await user.click(await screen.findByRole('button', { name: '起始目录' }))
  const dialog = await screen.findByRole('dialog', { name: '起始目录' })
  await waitFor(() =>
    expect(within(dialog).getByLabelText<HTMLInputElement>('起始日期').value).toBe('2022年1月10日'),
  )
  await user.click(within(dialog).getByRole('button', { name: '加入' }))
  await gone()
  const { organs, posts } = value(await own.client.ledger.catalogue({}))
  expect(
    await screen.findByText(`已加入机构 ${organs.length} 个、职务 ${posts.length} 个。`),
  ).toBeTruthy()
  expect(await starter()).toEqual({ organs: 0, posts: 0 })
  const list = await screen.findByRole('navigation', { name: '机构' })
  await waitFor(() => expect(within(list).getByText('财政局')).toBeTruthy())
})

it('shows who holds what on a day, what is vacant, and finds by initials', async () => {
  await starter()
  const tenure = await enter('云知岚', FINANCE)
  await openLedger()
  const grid = await screen.findByRole('grid', { name: /截至.*在任/ })
  await user.keyboard('{Control>}f{/Control}')
  await user.type(screen.getByRole('searchbox'), 'yzl')
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(2))
  expect(within(grid).getByText('云知岚')).toBeTruthy()
  expect(within(grid).getByText('手工录入')).toBeTruthy()
  await retype(screen.getByRole('searchbox'), '教育局局长')
  expect(await within(grid).findByText('空缺')).toBeTruthy()
  await retype(screen.getByRole('searchbox'), '财政局局长')
  const before = screen.getByLabelText('截至日期')
  await user.type(before, '2022-1-19{Enter}')
  await waitFor(() => expect(screen.queryByText('云知岚')).toBeNull())
  await retype(before, '2022-1-20{Enter}')
  expect(await screen.findByText('云知岚')).toBeTruthy()
  expect((await held('2022-01-20')).map(({ id }) => id)).toEqual([tenure.id])
})

it('enters a tenure, ends it for a death, and takes the end back', async () => {
  await starter()
  await openLedger()
  await screen.findByRole('grid')
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '录入任职' })
  await user.type(within(dialog).getByLabelText(/姓名/), '云知岚')
  await user.type(within(dialog).getByRole('combobox', { name: '目录中的职务' }), '财政局{Enter}')
  await waitFor(() =>
    expect(within(dialog).getByLabelText<HTMLInputElement>(/职务全称/).value).toBe(FINANCE),
  )
  await user.type(within(dialog).getByLabelText('任职日期'), '2022.1.20{Enter}')
  await gone()
  const { id: postId } = await postNamed(FINANCE)
  expect(await held()).toMatchObject([{ personName: '云知岚', postId, fromOn: '2022-01-20' }])
  await user.click(await inOffice('云知岚'))
  await user.keyboard('o')
  const ending = await screen.findByRole('dialog', { name: '结束云知岚的任职' })
  await retype(within(ending).getByLabelText(/^离任日期/), '2026-11-20')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await gone()
  expect(await held('2026-11-20')).toEqual([])
  const [course] = value(await own.client.ledger.findPerson({ text: '云知岚' }))
  const { tenures } = value(await own.client.ledger.person({ personId: course?.id ?? '' }))
  expect(tenures).toMatchObject([{ toOn: '2026-11-20', endReason: 'died' }])
  await turnTo('人员')
  await user.type(screen.getByRole('searchbox'), '云知岚')
  await user.click(await screen.findByText('现无任职'))
  await user.click(await screen.findByRole('button', { name: '撤回结束' }))
  expect(await screen.findByText('云知岚的任职已恢复为在任。')).toBeTruthy()
  expect(await held()).toHaveLength(1)
})

it('算例 54 says why retirement ends nothing by itself, and what to do', async () => {
  await starter()
  const { id, rev } = await enter('云知岚', FINANCE)
  await openLedger()
  await user.click(await inOffice('云知岚'))
  await user.keyboard('o')
  const dialog = await screen.findByRole('dialog', { name: '结束云知岚的任职' })
  await pick(dialog, '原因', '退休')
  await user.click(within(dialog).getByRole('button', { name: '结束任职' }))
  const refused = refusal(
    await own.client.ledger.endTenure({ id, rev, on: '2026-11-26', cause: 'retired' }),
  )
  expect(refused.message?.key).toBeTruthy()
  const said = await within(dialog).findByRole('alert')
  expect(said.textContent).toContain('退休不能自行终止临江市财政局局长的职务')
  expect(within(dialog).getByRole('combobox', { name: '原因' }).getAttribute('aria-invalid')).toBe(
    'true',
  )
  expect(await held()).toHaveLength(1)
})

it('warns of another holder of a single post, and refuses one person the same post twice', async () => {
  await starter()
  await enter('云知岚', FINANCE)
  await openLedger()
  await inOffice('云知岚')
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '录入任职' })
  const name = within(dialog).getByLabelText(/姓名/)
  await user.type(name, '费不疑')
  await user.type(within(dialog).getByRole('combobox', { name: '目录中的职务' }), '财政局{Enter}')
  expect(await within(dialog).findByText(/只能由一人担任.*云知岚/)).toBeTruthy()
  await retype(name, '云知岚')
  await waitFor(() => expect(within(dialog).queryByText(/只能由一人担任/)).toBeNull())
  await user.type(within(dialog).getByLabelText('任职日期'), '2024-1-1{Enter}')
  await waitFor(() =>
    expect(within(dialog).getByLabelText('任职日期').getAttribute('aria-invalid')).toBe('true'),
  )
  expect(await held()).toHaveLength(1)
})

it('draws a person’s course: acting, then in full, with the ends named', async () => {
  await starter()
  await enter('云知岚', '临江市教育局局长', {
    fromOn: '2018-03-01',
    toOn: '2022-01-20',
    endReason: 'removed',
  })
  await enter('云知岚', FINANCE)
  await openLedger()
  await user.click(await inOffice('云知岚'))
  await user.keyboard('{Enter}')
  const picture = await screen.findByRole('figure', { name: '云知岚的任职经历' })
  expect(
    within(picture)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    '临江市教育局局长 2018年3月1日 – 2022年1月20日 · 免去',
    '临江市财政局局长 2022年1月20日 – 至今',
  ])
  const table = screen.getByRole('grid', { name: '云知岚的任职经历' })
  expect(within(table).getAllByRole('row')).toHaveLength(3)
})

it('adds a post with the facts the law gives its kind, changes it from a day on, and ends it', async () => {
  await starter()
  await openLedger()
  await turnTo('机构职务')
  await user.click(await screen.findByRole('button', { name: /^政府\d/ }))
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '新增职务：临江市人民政府' })
  await user.type(within(dialog).getByLabelText(/职务名称/), '市长助理')
  await pick(dialog, '类别', '政府组成人员')
  expect(within(dialog).getByText('不选即按类别：政府首长')).toBeTruthy()
  expect(within(dialog).getByLabelText<HTMLInputElement>('上一级政府').checked).toBe(true)
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  await gone()
  expect(await postNamed('临江市人民政府市长助理')).toMatchObject({
    kind: 'government-member',
    verb: '决定任命',
    nominators: [],
    filing: ['government-above'],
  })
  await user.keyboard('e')
  const changing = await screen.findByRole('dialog', { name: '修改职务' })
  await user.click(within(changing).getByLabelText('撤销'))
  await retype(within(changing).getByLabelText(/^撤销日期/), '2026-11-1{Enter}')
  await gone()
  expect(value(await own.client.ledger.posts({})).some(({ title }) => title === '市长助理')).toBe(
    false,
  )
  expect(
    value(await own.client.ledger.posts({ on: '2026-10-31' })).some(
      ({ title }) => title === '市长助理',
    ),
  ).toBe(true)
})

it('marks a review, and the person leaves the list of those not reviewed', async () => {
  await starter()
  await enter('云知岚', FINANCE)
  await openLedger()
  await turnTo('未评议')
  await user.click(await screen.findByText('云知岚'))
  await user.keyboard('{Shift>}r{/Shift}')
  await screen.findByRole('dialog', { name: '记录云知岚的履职评议' })
  await user.keyboard('{Control>}{Enter}{/Control}')
  await gone()
  expect(await screen.findByText(/都已评议/)).toBeTruthy()
  expect(await held()).toMatchObject([{ personName: '云知岚' }])
  expect((await held())[0]?.reviewedOn).not.toBeNull()
})

it('ties what was entered freely to a post of the catalogue', async () => {
  await starter()
  value(
    await own.client.ledger.saveTenure({
      ...{ rev: 0, personName: '云知岚', postName: '临江市财政局正局级局长' },
      fromOn: '2022-01-20',
    }),
  )
  await openLedger()
  await user.click(await inOffice('云知岚'))
  expect(await screen.findAllByText('未对应')).toHaveLength(2)
  await user.keyboard('{Shift>}t{/Shift}')
  await screen.findByRole('dialog', { name: '把云知岚的任职对应到目录' })
  await waitFor(() =>
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)[0]).toBe(FINANCE),
  )
  await user.keyboard('财政局')
  await screen.findByRole('option', { name: FINANCE })
  await user.keyboard('{Enter}')
  await gone()
  const { id: postId } = await postNamed(FINANCE)
  expect(await held()).toMatchObject([{ postId, postName: '临江市财政局正局级局长' }])
})

it('counts nothing where nothing passed, and says how far the posts are filled', async () => {
  const { posts } = await starter()
  await enter('云知岚', FINANCE)
  await openLedger()
  await turnTo('统计')
  expect(await screen.findByText('这段时间没有通过的任免')).toBeTruthy()
  expect(
    await screen.findByText(
      new RegExp(`现有职务 ${posts} 个，有人担任 1 个，空缺 ${posts - 1} 个`),
    ),
  ).toBeTruthy()
  await retype(screen.getByLabelText('统计截止日'), '2021-1-1{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('截止日早于起始日')
})

const sheet = (lines: readonly string[]) =>
  new File([lines.join('\n')], '任职.csv', { type: 'text/csv' })

it('previews opening tenures, names the cell that is wrong, and writes only what is right', async () => {
  await starter()
  await openLedger()
  await screen.findByRole('grid')
  await user.keyboard('{Control>}i{/Control}')
  const choose = async (file: File) =>
    fireEvent.change(await screen.findByLabelText('选择任职表'), { target: { files: [file] } })
  await choose(
    sheet([
      '姓名,职务,任职日期',
      `云知岚,${FINANCE},2022-02-30`,
      '费不疑,临江市教育局局长,2022-01-20',
    ]),
  )
  const grid = await screen.findByRole('grid', { name: '导入任职' })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /确认导入/ }).disabled).toBe(true)
  await user.click(within(grid).getByText('云知岚'))
  expect(await screen.findByText(/任职日期 · /)).toBeTruthy()
  expect(await held()).toEqual([])
  await choose(
    sheet([
      '姓名,职务,任职日期',
      `云知岚,${FINANCE},2022-02-28`,
      '费不疑,临江市教育局局长,2022-01-20',
    ]),
  )
  await user.click(await screen.findByRole('button', { name: /确认导入 2 行/ }))
  expect(await screen.findByText('已导入：新增 2 项，更改 0 项，相同 0 项。')).toBeTruthy()
  expect((await held()).map(({ personName }) => personName).toSorted()).toEqual([
    '云知岚',
    '费不疑',
  ])
})

it('has nothing to write where a sheet is there already, whatever it says of it', async () => {
  await starter()
  await openLedger()
  await screen.findByRole('grid')
  const choose = async () =>
    fireEvent.change(await screen.findByLabelText('选择任职表'), {
      target: {
        files: [
          sheet([
            '姓名,职务,任职日期,离任日期,离任原因',
            `云知岚,${FINANCE},2022-01-20,2023-01-20,调出`,
            `费不疑,${FINANCE},2022-06-20,,`,
            '江一帆,临江市财政局局掌,2022-06-20,,',
          ]),
        ],
      },
    })
  await user.keyboard('{Control>}i{/Control}')
  await choose()
  expect(await screen.findByText(/有 1 个职务对不上目录（第 4 行）/)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: '! 需核对 3' }))
  await user.click(await screen.findByRole('button', { name: /确认导入 3 行/ }))
  expect(await screen.findByText('已导入：新增 3 项，更改 0 项，相同 0 项。')).toBeTruthy()
  await screen.findByRole('grid', { name: /截至.*在任/ })
  await user.keyboard('{Control>}i{/Control}')
  await choose()
  expect(await screen.findByRole('radio', { name: '= 相同 2' })).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /确认导入/ }).disabled).toBe(true)
  expect(screen.queryByText(/对不上目录/)).toBeNull()
})
