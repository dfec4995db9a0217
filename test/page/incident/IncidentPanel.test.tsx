import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Incident } from '../../../shared/contract/incident.ts'
import { App } from '../../../renderer/app/App.tsx'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>
let sittingId = ''
let sessionId = ''
let voteId = ''

beforeEach(async () => {
  own = testKernel()
  const places = await withSitting(own, await withBody(own, { count: 9 }))
  sittingId = places.sittingId
  sessionId = places.sessionId
  const { client } = own
  const facts = {
    rev: 0,
    sessionId: places.sessionId,
    kind: 'bill' as const,
    title: '条例（草案）',
  }
  const item = value(await client.session.saveItem(facts))
  const asked = { itemId: item.id, kind: 'bill' as const, title: '《促进条例》' }
  const question = value(await client.ballot.ask(asked))
  voteId = value(await client.ballot.open({ questionId: question.id, sittingId })).id
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByRole('region', { name: '情况记录' })
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const incidents = async (): Promise<Incident[]> =>
  value(await own.client.incident.list({ sittingId }))
const form = async (name = '记一条情况') => within(await screen.findByRole('dialog', { name }))
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

it('takes a note with one key: text and Enter, now, of the equipment, in the round that is open', async () => {
  own.at('2026-11-26T10:15:20')
  await user.keyboard('g')
  const dialog = await form()
  await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText('情况')))
  await user.keyboard('表决器主机无响应，改用举手表决。{Enter}')
  await gone()
  expect(await incidents()).toMatchObject([
    { kind: 'device', at: '2026-11-26T10:15:20', voteId, text: '表决器主机无响应，改用举手表决。' },
  ])
  expect(screen.getByRole('button', { name: /情况记录 1 条/u })).toBeTruthy()
})

it('takes the kind and a time gone by, and says what is missing', async () => {
  own.at('2026-11-26T10:30:00')
  await user.keyboard('g')
  const dialog = await form()
  await user.click(dialog.getByRole('radio', { name: '主持人裁定' }))
  await user.type(dialog.getByLabelText('发生时间'), '9点{Enter}')
  expect(dialog.getByText('请写明情况。')).toBeTruthy()
  expect(dialog.getByText(/不是有效时间/u)).toBeTruthy()
  await user.type(dialog.getByLabelText('情况'), '主持人裁定重新清点。')
  await user.clear(dialog.getByLabelText('发生时间'))
  await user.type(dialog.getByLabelText('发生时间'), '1005')
  const round = dialog.getByRole<HTMLInputElement>('combobox', { name: '涉及的表决' })
  expect(round.value).toBe('《促进条例》（第 1 轮）')
  await user.click(dialog.getByRole('button', { name: '保存' }))
  await gone()
  expect(await incidents()).toMatchObject([
    { kind: 'ruling', at: '2026-11-26T10:05:00', voteId, text: '主持人裁定重新清点。' },
  ])
})

it('takes another round, or none once none is open', async () => {
  const open = value(await own.client.ballot.questions({ sessionId }))[0]?.votes[0]
  value(await own.client.ballot.void({ voteId, rev: open?.rev ?? 0, reason: '表决器故障' }))
  await screen.findByText(/作废/u)
  await user.keyboard('g')
  const dialog = await form()
  const round = dialog.getByRole<HTMLInputElement>('combobox', { name: '涉及的表决' })
  expect(round.value).toBe('')
  await user.click(round)
  const name = '《促进条例》（第 1 轮）'
  await user.click(await screen.findByRole('option', { name, hidden: true }))
  await user.type(dialog.getByLabelText('情况'), '大屏显示延迟。{Enter}')
  await gone()
  expect(await incidents()).toMatchObject([{ voteId, text: '大屏显示延迟。' }])
})

it('refuses a time still to come in words', async () => {
  await user.keyboard('g')
  const dialog = await form()
  await user.type(dialog.getByLabelText('发生时间'), '23:00')
  await user.type(dialog.getByLabelText('情况'), '停电。{Enter}')
  expect(await dialog.findByText('发生时间还没有到。')).toBeTruthy()
  expect(await incidents()).toEqual([])
})

it('puts a note right by another one; the first stays to be read and is not offered again', async () => {
  value(await own.client.incident.note({ sittingId, kind: 'network', text: '网络中断。', voteId }))
  await user.keyboard('{Shift>}g{/Shift}')
  const list = within(await screen.findByRole('dialog', { name: '情况记录' }))
  await user.click(await list.findByRole('button', { name: '更正' }))
  const dialog = await form('更正情况记录')
  const text = dialog.getByLabelText<HTMLInputElement>('情况')
  expect(text.value).toBe('网络中断。')
  await user.clear(text)
  await user.type(text, '网络中断五分钟。{Enter}')
  await gone()
  const [first, second] = await incidents()
  expect(second).toMatchObject({
    kind: 'network',
    at: first?.at,
    text: '网络中断五分钟。',
    voteId,
    correctsId: first?.id,
  })
  await user.keyboard('{Shift>}g{/Shift}')
  const again = within(await screen.findByRole('dialog', { name: '情况记录' }))
  expect(again.getByText('网络中断。')).toBeTruthy()
  expect(again.getAllByRole('button', { name: '更正' })).toHaveLength(1)
})
