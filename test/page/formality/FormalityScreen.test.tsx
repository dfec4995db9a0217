import Database from 'better-sqlite3'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Question } from '../../../shared/contract/ballot.ts'
import { App } from '../../../renderer/app/App.tsx'
import { aftermath } from '../../builders/aftermath.ts'
import type { Hall } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall
let questions: Question[]
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

const judges = ['高文康', '蒋志安', '于安邦'].map((personName) => ({
  personName,
  post: '临江市中级人民法院审判员',
}))

beforeEach(async () => {
  own = testKernel()
  steps = aftermath(own)
  place = await steps.hall(29)
  await steps.setParameter('notifyDays', 3)
  await steps.setParameter('publishDays', 10)
  questions = await steps.proposed(place, 'president', judges)
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const pass = async (): Promise<void> => {
  for (const question of questions) await steps.decided(place, question)
}
const open = async (): Promise<void> => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}m{/Alt}')
  await screen.findByRole('heading', { name: '任后' })
}
const list = () => screen.findByRole('grid', { name: '任后' })
const lines = async () =>
  within(await list())
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)
const goTo = async (text: string): Promise<HTMLElement> => {
  const [cell] = await within(await list()).findAllByText(text)
  const row = cell?.closest('tr')
  if (!row) throw new Error(`no row of ${text}`)
  row.focus()
  await waitFor(() => expect(row.getAttribute('aria-selected')).toBe('true'))
  return row
}
const form = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }))
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
const stored = async () => (await steps.after(place)).formalities

it('says that nothing follows before anything has passed, and fills as the votes are locked', async () => {
  await open()
  await screen.findByText('还没有通过的任免')
  expect(screen.getByRole('button', { name: /一键生成全部文书/u })).toHaveProperty('disabled', true)
  await pass()
  await waitFor(async () => expect(await lines()).toHaveLength(8))
  const [first] = await lines()
  expect(first).toContain('任命书高文康')
  expect(first).toContain('任命高文康为临江市中级人民法院审判员')
})

it('says before the papers are made what they would leave room for, and leads there', async () => {
  const heads = ['财政局', '审计局'].map((organ, at) => ({
    verb: '决定任命',
    personName: ['林守正', '贺长庚'][at] ?? '',
    post: `临江市${organ}局长`,
  }))
  questions = await steps.proposed(place, 'mayor', heads)
  await pass()
  await open()
  expect(await screen.findByText(/这些还没有填，印出来留空/u)).toBeTruthy()
  expect(screen.getByText(/2 人一起宣誓，还没有填领誓人/u)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '去文书填写' }))
  expect(await screen.findByRole('navigation', { name: '选择文书' })).toBeTruthy()
})

it('tells in words how late or how near each is', async () => {
  await pass()
  own.at('2026-11-30T09:00:00')
  await open()
  await waitFor(async () => {
    const rows = await lines()
    expect(rows.find((row) => row?.includes('任免通知临江市中级人民法院'))).toContain(
      '2026年11月29日✕ 逾期 1 天',
    )
    expect(rows.find((row) => row?.includes('向社会公布'))).toContain('还有 6 天')
    expect(rows.find((row) => row?.includes('任命书'))).toContain('未设期限')
  })
  expect(await screen.findByText('逾期 1')).toBeTruthy()
})

it('settles many at once from the keyboard, numbers counting up', async () => {
  await pass()
  await open()
  await list()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(async () => expect(await lines()).toHaveLength(3))
  await user.keyboard('a')
  await screen.findByText('已选 3 项')
  await user.keyboard('{Enter}')
  const dialog = await form('登记办理（3 项）')
  await user.type(dialog.getByLabelText('文号或编号'), '临人常任〔2026〕12号{Enter}')
  await gone()
  await waitFor(async () =>
    expect((await stored()).slice(0, 3).map(({ state, number }) => [state, number])).toEqual([
      ['done', '临人常任〔2026〕12号'],
      ['done', '临人常任〔2026〕13号'],
      ['done', '临人常任〔2026〕14号'],
    ]),
  )
  expect((await screen.findByRole('button', { name: /^任命书/u })).textContent).toContain(
    '3 项已毕',
  )
})

it('leaves day and number of what is done already when several are settled', async () => {
  await pass()
  const [certificate] = await stored()
  if (!certificate) throw new Error('nothing follows')
  const changes = [{ id: certificate.id, rev: certificate.rev }]
  const facts = { state: 'done' as const, doneOn: '2026-11-26', number: '临人常任〔2026〕12号' }
  value(await own.client.formality.settle({ changes, ...facts }))
  own.at('2026-11-28T09:00:00')
  await open()
  await list()
  await user.click(screen.getByRole('radio', { name: '全部' }))
  await waitFor(async () => expect(await lines()).toHaveLength(8))
  await goTo('临江市中级人民法院')
  await user.keyboard('a')
  await screen.findByText('已选 8 项')
  await user.keyboard('{Enter}')
  const dialog = await form('登记办理（7 项）')
  await user.type(dialog.getByLabelText('备注'), '一并办理{Enter}')
  await gone()
  await waitFor(async () =>
    expect((await stored()).map(({ state, doneOn, number }) => [state, doneOn, number])).toEqual([
      ['done', '2026-11-26', facts.number],
      ...Array.from({ length: 7 }, () => ['done', '2026-11-28', '']),
    ]),
  )
})

it('settles what was ticked with the mouse by Enter, as the button says', async () => {
  await pass()
  await open()
  await list()
  await user.click(screen.getByRole('checkbox', { name: '全部选中' }))
  await screen.findByText('已选 8 项')
  await user.keyboard('{Enter}')
  await form('登记办理（8 项）')
})

it('marks rows with the space bar and wants a reason for what is left undone', async () => {
  await pass()
  await open()
  await goTo('临江市中级人民法院')
  await user.keyboard(' ')
  await screen.findByText('已选 1 项')
  await user.keyboard('{Delete}')
  const dialog = await form('登记免办（1 项）')
  await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText(/^理由/u)))
  await user.keyboard('{Enter}')
  await dialog.findByText('请写明理由。')
  await user.type(dialog.getByLabelText(/^理由/u), '当面通知')
  await user.keyboard('{Enter}')
  await gone()
  await waitFor(async () =>
    expect((await stored()).find(({ kind }) => kind === 'notice')).toMatchObject({
      state: 'waived',
      note: '当面通知',
    }),
  )
})

it('sets another day with its reason, and shows it', async () => {
  await pass()
  await open()
  await goTo('临江市中级人民法院')
  await user.keyboard('e')
  const dialog = await form('另定期限')
  const day = dialog.getByLabelText('期限（最后一日）')
  await user.clear(day)
  await user.type(day, '2026-12-03')
  await user.type(dialog.getByLabelText(/^理由/u), '主任会议同意{Enter}')
  await gone()
  const detail = await screen.findByRole('region', { name: '所选事项' })
  await within(detail).findByText('另定：主任会议同意')
  await within(detail).findByText('2026年12月3日')
})

it('shows what a correction left behind, and lets it go once it was taken back', async () => {
  await pass()
  const [certificate] = await stored()
  if (!certificate) throw new Error('nothing follows')
  const changes = [{ id: certificate.id, rev: certificate.rev }]
  value(await own.client.formality.settle({ changes, state: 'done' }))
  const [first] = questions
  if (first) await steps.corrected(first, false)
  await open()
  const row = await goTo('已不成立')
  expect(row.textContent).toContain('高文康')
  const detail = await screen.findByRole('region', { name: '所选事项' })
  await within(detail).findByText(/请收回已发出的文书/u)
  await user.keyboard('{Delete}')
  const dialog = await form('登记免办（1 项）')
  await user.type(dialog.getByLabelText(/^理由/u), '任命书已收回{Enter}')
  await gone()
  await waitFor(async () =>
    expect((await lines()).filter((line) => line?.includes('高文康'))).toEqual([]),
  )
})

it('lists what is open of all sessions, each under its own', async () => {
  await pass()
  await open()
  await list()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await waitFor(async () => expect((await lines())[0]).toContain('第二十次会议'))
  expect((await lines())[0]).toContain('任免通知临江市中级人民法院')
})

it('makes every paper by one press and lists what left the house', async () => {
  await pass()
  await open()
  await list()
  await screen.findByText('还没有生成过文书。')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(own.saved.length).toBeGreaterThan(3))
  const press = await screen.findByText(/· 经办人 · \d+ 个文件/u)
  expect(press.textContent).toContain(`${own.saved.length} 个文件`)
  expect(own.saved.some(({ name }) => name.endsWith('.xlsx'))).toBe(true)
})

it('marks files a correction has overtaken, with what changed, until they are made again', async () => {
  await pass()
  own.at('2026-11-26T11:00:00')
  await open()
  await list()
  await screen.findByText('还没有生成过文书。')
  const make = async (count: number) => {
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.getAllByText(/· 经办人 · \d+ 个文件/u)).toHaveLength(count))
  }
  await make(1)
  expect(screen.queryByText('已有更正')).toBeNull()
  own.at('2026-11-26T11:05:00')
  const [first] = questions
  if (first) await steps.corrected(first, false)
  await screen.findByText(/请重新生成全部文书/u)
  const since = /更正：任命高文康为临江市中级人民法院审判员（未通过）$/u
  expect(screen.getByText(since)).toBeTruthy()
  own.at('2026-11-26T11:10:00')
  await make(2)
  const [latest, earlier] = screen.getAllByText(/· 经办人 · \d+ 个文件/u)
  expect(latest?.textContent).not.toContain('已有更正')
  expect(earlier?.textContent).toContain('已有更正')
  expect(screen.queryByText(/请重新生成全部文书/u)).toBeNull()
  expect(screen.getByText(/请用此后生成的/u)).toBeTruthy()
})

it('sends nobody to papers that were made before the correction too', async () => {
  await pass()
  await open()
  await list()
  await screen.findByText('还没有生成过文书。')
  for (const [at, count] of [
    ['2026-11-26T11:00:00', 1],
    ['2026-11-26T11:02:00', 2],
  ] as const) {
    own.at(at)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.getAllByText(/· 经办人 · \d+ 个文件/u)).toHaveLength(count))
  }
  own.at('2026-11-26T11:05:00')
  const [first] = questions
  if (first) await steps.corrected(first, false)
  await waitFor(() => expect(screen.getAllByText(/请重新生成全部文书/u)).toHaveLength(2))
  expect(screen.queryByText(/请用此后生成的/u)).toBeNull()
})

it('marks files of an act tied to another post since', async () => {
  await pass()
  value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
  own.at('2026-11-26T11:00:00')
  await open()
  await list()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/· 经办人 · \d+ 个文件/u)
  own.at('2026-11-26T11:05:00')
  const [nomination] = value(await own.client.appointment.nominations(place))
  const { id = '', rev = 0 } = nomination?.acts[0] ?? {}
  const posts = [{ position: 1, postId: null }]
  value(await own.client.appointment.tieAct({ id, rev, posts }))
  expect(await screen.findByText('已有更正')).toBeTruthy()
  expect(screen.getByText(/改认职务：任命高文康为临江市中级人民法院审判员$/u)).toBeTruthy()
})

it('marks an attendance sheet that names a member otherwise, and no agenda beside it', async () => {
  await pass()
  const { sessionId } = place
  const hand = async (paper: 'attendance' | 'agenda') =>
    value(
      await own.client.papers.export({ taskId: paper, sessionId, papers: [paper], format: 'text' }),
    )
  own.at('2026-11-26T11:00:00')
  await hand('agenda')
  own.at('2026-11-26T11:01:00')
  await hand('attendance')
  own.at('2026-11-26T11:05:00')
  const [member] = value(await own.client.roster.members({}))
  if (!member) throw new Error('no member')
  const { id, rev, kind, startsOn, name } = member
  value(await own.client.roster.saveMember({ id, rev, kind, startsOn, name: '阮知微' }))
  await open()
  await list()
  const [attendance, agenda] = await screen.findAllByText(/· 经办人 · 1 个文件/u)
  expect(attendance?.textContent).toContain('已有更正')
  expect(agenda?.textContent).not.toContain('已有更正')
  expect(screen.getByText(new RegExp(`姓名更正：${name}改为阮知微`, 'u'))).toBeTruthy()
  expect(screen.getByText(/请在“文书”重新导出/u)).toBeTruthy()
})

it('lists what follows from acts that passed before such lists were kept', async () => {
  await pass()
  const db = new Database(own.file)
  db.exec('DELETE FROM formalityAct; DELETE FROM formality')
  db.close()
  await open()
  await user.click(await screen.findByRole('button', { name: '按现行规则列出' }))
  await waitFor(async () => expect(await lines()).toHaveLength(8))
})
