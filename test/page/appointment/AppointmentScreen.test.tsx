import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stateRule } from '../../builders/attendance.ts'
import {
  inventedName,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>
let sessionId = ''
let sittingId = ''

const proposed = [
  '任命：',
  '何书兰（女，回族，1985年3月生）、邵正平为临江市中级人民法院审判员。',
  '免去：',
  '陈华荣的临江市中级人民法院立案庭庭长职务。',
  '鉴于工作变动，上述同志的其他职务另行安排，任免事项待定。',
].join('\n')

/** One act, as the national encoding writes it. */
const gbk = new Uint8Array([
  0xc8, 0xce, 0xc3, 0xfc, 0xce, 0xc2, 0xc8, 0xf4, 0xb9, 0xc8, 0xce, 0xaa, 0xca, 0xd0, 0xb7, 0xa2,
  0xd5, 0xb9, 0xba, 0xcd, 0xb8, 0xc4, 0xb8, 0xef, 0xce, 0xaf, 0xd4, 0xb1, 0xbb, 0xe1, 0xd6, 0xf7,
  0xc8, 0xce, 0xa1, 0xa3,
])

const names = ['何清', '顾南', '孟秋白']

/** An item on appointments and, unless told otherwise, a nomination with three acts. */
const prepare = async ({ nominated = true } = {}) => {
  const made = await withSitting(own, await withBody(own, { count: 31 }), 2)
  sessionId = made.sessionId
  sittingId = made.sittingId
  const item = value(
    await own.client.session.saveItem({
      rev: 0,
      sessionId,
      kind: 'appointment',
      title: '人事任免案',
    }),
  )
  if (!nominated) return
  const nomination = value(
    await own.client.appointment.saveNomination({
      rev: 0,
      itemId: item.id,
      nominator: '市中级人民法院院长',
      nominatorKind: 'court-president',
    }),
  )
  const acts = names.map((personName) => ({
    act: 'appoint' as const,
    verb: '任命',
    personName,
    post: '市中级人民法院审判员',
  }))
  value(await own.client.appointment.addActs({ nominationId: nomination.id, acts }))
}

const open = async () => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}6{/Alt}')
  await screen.findByRole('heading', { name: '任免' })
}

const acts = async () =>
  value(await own.client.appointment.nominations({ sessionId })).flatMap((one) => one.acts)
const questions = async () => value(await own.client.ballot.questions({ sessionId }))
const revOf = async (id: string) => (await acts()).find((act) => act.id === id)?.rev
const persons = async () => (await acts()).map((act) => act.personName)

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

describe('a nomination', () => {
  it('leads to the agenda while that has no item', async () => {
    await withSitting(own, await withBody(own, { count: 31 }), 2)
    await open()
    await screen.findByText('还没有提请')
    await user.keyboard('{Control>}i{/Control}')
    const dialog = within(await screen.findByRole('dialog', { name: '新增提请' }))
    await dialog.findByText(/^议程还没有议题/u)
    const lead = dialog.getByRole('button', { name: '去议程' })
    await waitFor(() => expect(document.activeElement).toBe(lead))
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: '议程' })
  })

  it('offers who may propose here, taken by one press with the kind', async () => {
    await prepare({ nominated: false })
    await open()
    await screen.findByText('还没有提请')
    await user.keyboard('{Shift>}n{/Shift}')
    const may = within(await screen.findByRole('group', { name: '可以提请的' }))
    const court = await may.findByRole('button', { name: '市中级人民法院院长' })
    expect(may.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      '主任会议',
      '市长',
      '市监察委员会主任',
      '市中级人民法院院长',
      '市人民检察院检察长',
    ])
    await user.click(court)
    await user.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(async () =>
      expect(value(await own.client.appointment.nominations({ sessionId }))).toMatchObject([
        { nominator: '市中级人民法院院长', nominatorKind: 'court-president' },
      ]),
    )
  })
})

describe('a text', () => {
  it('is read into acts once who proposed it is known; nothing unread gets lost', async () => {
    await prepare({ nominated: false })
    await open()
    await screen.findByText('还没有提请')
    await user.keyboard('{Control>}i{/Control}')
    const dialog = await screen.findByRole('dialog')
    const nominator = within(dialog).getByRole('textbox', { name: /^提请人(?!类别)/ })
    await user.type(nominator, '市中级人民法院院长{Enter}')
    const text = await screen.findByLabelText('提请或者公布的文本')
    await user.click(text)
    await user.paste(proposed)
    const table = await screen.findByRole('table', { name: '读出的事项' })
    const cells = within(table)
      .getAllByRole<HTMLInputElement>('textbox')
      .map((cell) => cell.value)
    expect(cells.filter((_cell, index) => index % 3 === 0)).toEqual(['何书兰', '邵正平', '陈华荣'])
    const unread = screen.getByRole('region', { name: '未读懂的句子' })
    expect(within(unread).getAllByRole('listitem')).toHaveLength(1)
    expect(screen.getByText('还有 1 句未处理，处理后才能加入。')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^加入 3 项/ })).toHaveProperty('disabled', true)
    await user.click(within(unread).getByRole('button', { name: '已阅，不涉及任免' }))
    expect(within(unread).getAllByRole('listitem')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: /^加入 3 项/ }))
    await screen.findByRole('grid', { name: '任免事项' })
    expect(await acts()).toMatchObject([
      { act: 'appoint', verb: '任命', personName: '何书兰', post: '临江市中级人民法院审判员' },
      { act: 'appoint', verb: '任命', personName: '邵正平' },
      { act: 'remove', verb: '免去', personName: '陈华荣', post: '临江市中级人民法院立案庭庭长' },
    ])
  })

  it('keeps a row added by hand from being added while it lacks something', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    await user.keyboard('{Control>}i{/Control}')
    await user.click(await screen.findByLabelText('提请或者公布的文本'))
    await user.paste(proposed)
    await user.click(await screen.findByRole('button', { name: '手工补一行' }))
    expect(screen.getByText('有 1 行缺事项、姓名或者职务。')).toBeTruthy()
    const doing = screen.getByLabelText<HTMLSelectElement>('第 4 行事项')
    expect(document.activeElement).toBe(doing)
    expect(doing.selectedOptions[0]?.text).toBe('选择事项')
    await user.type(screen.getByLabelText('第 4 行姓名'), '温若谷')
    await user.type(screen.getByLabelText('第 4 行职务'), '市发展和改革委员会主任')
    const addAll = screen.getByRole<HTMLButtonElement>('button', { name: /^加入 4 项/ })
    expect(addAll.disabled).toBe(true)
    await user.selectOptions(doing, '决定任命')
    await user.click(screen.getByRole('button', { name: /^加入 4 项/ }))
    await waitFor(async () => expect(await acts()).toHaveLength(7))
  })

  it('whose rows were changed is neither read again nor left without asking', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    await user.keyboard('{Control>}i{/Control}')
    await user.click(await screen.findByLabelText('提请或者公布的文本'))
    await user.paste(proposed)
    await user.click(await screen.findByRole('button', { name: '已阅，不涉及任免' }))
    screen.getByText('女、回族、1985.03')
    await user.type(screen.getByLabelText('第 1 行事由'), '工作需要')
    await user.keyboard('{Escape}')
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: '取消' }),
    )
    await user.click(screen.getByRole('button', { name: /^读取/ }))
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByLabelText('第 1 行事由')).toHaveProperty('value', '工作需要')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(async () => expect((await acts())[3]?.reason).toBe('工作需要'))
    const personId = (await acts())[3]?.personId ?? ''
    expect(value(await own.client.ledger.person({ personId })).name).toBe('何书兰')
  })

  it('from a file in GBK is read too, and what is no text is refused in words', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    await user.keyboard('{Control>}i{/Control}')
    const input = await screen.findByLabelText('打开文本、表格或任免审批表')
    const damaged = new File([new Uint8Array([0x50, 0xff, 0xff, 0xff])], '名单.txt')
    fireEvent.change(input, { target: { files: [damaged] } })
    await screen.findByText(/“名单\.txt”读不出文字/)
    fireEvent.change(input, { target: { files: [new File([gbk], '名单.txt')] } })
    expect(await screen.findByLabelText('第 1 行姓名')).toHaveProperty('value', '温若谷')
  })
})

describe('the list of acts', () => {
  it('is put in order, changed, withdrawn and cleared by the keyboard', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(async () => expect(await persons()).toEqual(['顾南', '何清', '孟秋白']))
    await user.keyboard('e')
    const dialog = await screen.findByRole('dialog')
    const post = within(dialog).getByLabelText(/职务/)
    await user.clear(post)
    await user.type(post, '市中级人民法院执行局局长{Enter}')
    await waitFor(async () => expect((await acts())[1]?.post).toBe('市中级人民法院执行局局长'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('w')
    const taking = within(await screen.findByRole('dialog'))
    await taking.findByText('撤回须经主任会议同意。')
    await stateRule(own, 'withdrawRule', 'in-writing')
    await taking.findByText('提案人书面要求撤回的，即行终止。')
    await user.type(taking.getByLabelText(/撤回事由/), '提请人撤回{Enter}')
    await screen.findByText('已撤回')
    expect((await acts())[1]?.outcome).toBe('withdrawn')
  })

  it('is taken back with its reason also once it has been put to the vote', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    const { itemId } = value(await own.client.appointment.nominations({ sessionId }))[0] ?? {}
    const actIds = (await acts()).map(({ id }) => id)
    const asked = { itemId: itemId ?? '', actIds, manner: 'merged' as const, goPast: '会前已核对' }
    value(await own.client.ballot.askActs(asked))
    await screen.findAllByText('待表决')
    await user.keyboard('w')
    const taking = within(await screen.findByRole('dialog'))
    await user.type(taking.getByLabelText(/撤回事由/), '提请人撤回{Enter}')
    await screen.findByText('已撤回')
    expect((await acts()).map(({ outcome }) => outcome)).toEqual([
      'withdrawn',
      'pending',
      'pending',
    ])
  })

  it('put to the vote before the session meets is taken back by a key, and deferred', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    const { itemId } = value(await own.client.appointment.nominations({ sessionId }))[0] ?? {}
    const actIds = (await acts()).slice(0, 2).map(({ id }) => id)
    const one = { actIds, manner: 'merged' as const, goPast: '会前已核对' }
    value(await own.client.ballot.askActs({ itemId: itemId ?? '', ...one }))
    await screen.findByText(/^已付表决，还没有开始表决。/)
    await user.keyboard('{Delete}')
    const taking = within(await screen.findByRole('dialog'))
    await taking.findByText(/此问中的 2 项回到待付表决/)
    await user.keyboard('{Enter}')
    await waitFor(async () =>
      expect(value(await own.client.ballot.questions({ sessionId }))).toEqual([]),
    )
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await screen.findByRole('button', { name: /^暂缓表决/ })
    await user.keyboard('{Shift>}d{/Shift}')
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox'), '另行审议{Enter}')
    await waitFor(async () => expect((await acts())[0]?.outcome).toBe('deferred'))
    await screen.findByText(/待定 \d+，暂缓 1$/)
    await screen.findByText(/暂缓表决 1/)
  })

  it('goes to the vote person by person', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    await user.keyboard('{Shift>}m{/Shift}')
    await screen.findByRole('dialog')
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await questions()).toHaveLength(3))
    await waitFor(() => expect(screen.getAllByText('待表决')).toHaveLength(3))
    expect(screen.getByRole('button', { name: /逐人付表决 0 项/ })).toHaveProperty('disabled', true)
  })

  it('goes to one vote for those marked, and shows what came of it', async () => {
    await prepare()
    await open()
    await screen.findByRole('grid')
    await user.keyboard('.{ArrowDown}.m')
    await screen.findByRole('dialog')
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await questions()).toHaveLength(1))
    const [question] = await questions()
    if (!question) throw new Error('nothing asked')
    expect(question.actIds).toHaveLength(2)
    const vote = value(await own.client.ballot.open({ questionId: question.id, sittingId }))
    const tally = { for: 15, against: 14, abstain: 0 }
    value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
    await waitFor(() => expect(screen.getAllByText('未通过')).toHaveLength(2))
    expect(
      screen.getAllByText('赞成 15　反对 14　弃权 0', { normalizer: (text) => text }),
    ).toHaveLength(2)
    expect((await acts()).map((act) => act.outcome)).toEqual(['failed', 'failed', 'pending'])
  })
})

it('warns of a member proposed for a post outside the congress, until a resignation is proposed too', async () => {
  await prepare()
  const [nomination] = value(await own.client.appointment.nominations({ sessionId }))
  const nominationId = nomination?.id ?? ''
  for (const act of nomination?.acts ?? [])
    value(await own.client.appointment.removeAct({ id: act.id, rev: (await revOf(act.id)) ?? 0 }))
  const mayor = { nominator: '市长', nominatorKind: 'government-head' as const }
  const { rev = 0, itemId = '' } = nomination ?? {}
  value(await own.client.appointment.saveNomination({ id: nominationId, rev, itemId, ...mayor }))
  const personName = inventedName(10)
  const act = { act: 'appoint' as const, verb: '决定任命', personName, post: '市教育局局长' }
  value(await own.client.appointment.addActs({ nominationId, acts: [act] }))
  const warning = `${personName}是常委会组成人员，拟任市教育局局长。`
  const warned = () => screen.queryAllByText(warning, { exact: false }).length
  await open()
  await screen.findByText(warning, { exact: false })
  const actIds = (await acts()).map(({ id }) => id)
  const goPast = '本人将于会前辞去常委会职务'
  value(await own.client.ballot.askActs({ itemId, actIds, manner: 'individually', goPast }))
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('heading', { name: `${personName}为市教育局局长` })
  expect(warned()).toBe(1)
  const post = '市人大常委会委员'
  const leaving = { act: 'accept-resignation' as const, verb: '接受', personName, post }
  value(await own.client.appointment.addActs({ nominationId, acts: [leaving] }))
  await waitFor(() => expect(warned()).toBe(0))
})
