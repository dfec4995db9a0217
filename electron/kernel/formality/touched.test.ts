import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Reply } from '../../../shared/contract/define.ts'
import type { Formality } from '../../../shared/contract/formality.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
beforeEach(() => {
  own = testKernel()
  steps = aftermath(own)
})
afterEach(() => own.dispose())

it.each<[string, (notice: Formality) => Promise<Reply<unknown>>, Partial<Formality>]>([
  [
    'a day',
    ({ id, rev }) => own.client.formality.setDue({ id, rev, dueOn: '2026-12-03', note: '等文号' }),
    { dueOn: '2026-12-03' },
  ],
  [
    'a note',
    ({ id, rev }) =>
      own.client.formality.settle({ changes: [{ id, rev }], state: 'due', note: '等文号' }),
    { note: '等文号' },
  ],
])('%s entered by hand outlives a correction and its correction', async (_, touch, kept) => {
  const place = await steps.hall(31)
  const line = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
  const [question] = await steps.proposed(place, 'mayor', [line])
  if (!question) throw new Error('one question expected')
  await steps.decided(place, question)
  const notices = async () =>
    (await steps.after(place)).formalities.filter(({ kind }) => kind === 'notice')
  const [notice] = await notices()
  if (!notice) throw new Error('one notice expected')
  value(await touch(notice))
  await steps.corrected(question, false)
  expect(await notices()).toEqual([])
  await steps.corrected(question, true)
  expect(await notices()).toMatchObject([{ id: notice.id, ...kept }])
})

it('the oath somebody new has taken outlives a correction and its correction', async () => {
  const place = await steps.hall(31)
  const line = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
  const [question] = await steps.proposed(place, 'mayor', [line])
  if (!question) throw new Error('one question expected')
  await steps.decided(place, question)
  const oaths = async () =>
    (await steps.after(place)).formalities.filter(({ kind }) => kind === 'oath')
  const changes = (await oaths()).map(({ id, rev }) => ({ id, rev }))
  const [taken] = value(await own.client.formality.settle({ changes, state: 'done' }))
  if (!taken) throw new Error('one oath expected')
  await steps.corrected(question, false)
  expect(await oaths()).toMatchObject([{ id: taken.id, doubt: 'void' }])
  await steps.corrected(question, true)
  expect(await oaths()).toMatchObject([{ id: taken.id, state: 'done', doubt: null }])
})

it('follows the post a tenure is tied to since', async () => {
  const place = await steps.hall(31)
  const since = { rev: 0, fromOn: '2022-01-10' }
  const name = '临江市行政审批服务局'
  const organ = value(await own.client.ledger.saveOrgan({ ...since, kind: 'government', name }))
  const facts = { organId: organ.id, kind: 'government-member', title: '局长' } as const
  const post = { ...facts, verb: '决定任命', single: true, certificate: false }
  const { id: postId } = value(await own.client.ledger.savePost({ ...since, ...post }))
  const line = { verb: '决定任命', personName: '方明远', post: '临江市审批局局长' }
  const [question] = await steps.proposed(place, 'mayor', [line])
  if (!question) throw new Error('one question expected')
  await steps.decided(place, question)
  const certificates = async () =>
    (await steps.after(place)).formalities.filter(({ kind }) => kind === 'certificate')
  expect(await certificates()).toHaveLength(1)
  const { tenures } = value(await own.client.ledger.session({ sessionId: place.sessionId }))
  const { id, rev } = tenures[0] ?? { id: '', rev: 0 }
  value(await own.client.ledger.tieTenure({ id, rev, postId }))
  expect(await certificates()).toEqual([])
})

it('goes by the catalogue of the day of the vote', async () => {
  const place = await steps.hall(31)
  const name = '临江市财政局'
  const since = { rev: 0, fromOn: '2022-01-10' }
  const organ = value(await own.client.ledger.saveOrgan({ ...since, kind: 'government', name }))
  const facts = { organId: organ.id, kind: 'government-member', title: '局长' } as const
  const post = { ...facts, verb: '决定任命', single: true, certificate: true }
  const { id, rev } = value(await own.client.ledger.savePost({ ...since, ...post }))
  const later = { id, rev, fromOn: '2027-01-01', certificate: false }
  value(await own.client.ledger.savePost({ ...post, ...later }))
  const line = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
  const [question] = await steps.proposed(place, 'mayor', [line])
  if (!question) throw new Error('one question expected')
  await steps.decided(place, question)
  const { formalities } = await steps.after(place)
  expect(formalities.map(({ kind }) => kind)).toContain('certificate')
})
