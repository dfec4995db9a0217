import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PaperSettings } from '../../../shared/papers/settings.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

// 任免通知 (documents.md §3.12): whom the list of what follows a vote names is whom the paper is addressed to.

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  steps = aftermath(own)
  place = await steps.hall(31)
})
afterEach(() => own.dispose())

type By = Parameters<typeof steps.proposed>[1]
type Act = Parameters<typeof steps.proposed>[2][number]

const passes = async (by: By, ...acts: Act[]): Promise<void> => {
  for (const question of await steps.proposed(place, by, acts)) await steps.decided(place, question)
}
const notices = async () =>
  (await steps.after(place)).formalities.filter(({ kind }) => kind === 'notice')
const listed = async (): Promise<string[]> => (await notices()).map(({ toWhom }) => toWhom)

/** To whom each notice says it goes, as printed. */
const printed = async (): Promise<(string | undefined)[]> => {
  const { sessionId } = place
  const { previews } = value(await own.client.papers.preview({ sessionId, paper: 'notices' }))
  return previews.map(({ paper }) =>
    paper.blocks.flatMap((block) => (block.block === 'addressee' ? [block.to] : [])).join(),
  )
}

const bureau = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
const acting = (post: string): Act => ({
  act: 'act-as',
  verb: '决定代理',
  personName: '王志文',
  post,
})
const leaves = (personName: string, post: string): Act => ({
  act: 'accept-resignation',
  verb: '接受',
  personName,
  post,
})

it('is the organ, of what its head and of what the council proposed for it: one notice', async () => {
  await passes('mayor', bureau, {
    ...bureau,
    verb: '决定任命',
    personName: '王志文',
    post: '临江市副市长',
  })
  await passes('council', acting('临江市人民政府代理市长'))
  expect(await listed()).toEqual(['临江市人民政府'])
  expect((await notices())[0]?.acts).toHaveLength(3)
  expect(await printed()).toEqual(['临江市人民政府'])
})

it.each<[By, Act, string]>([
  ['mayor', bureau, '临江市人民政府'],
  ['president', { personName: '高文康', post: '临江市中级人民法院审判员' }, '临江市中级人民法院'],
  ['procurator', { personName: '高文康', post: '临江市人民检察院检察员' }, '临江市人民检察院'],
  ['self', leaves('蒋志安', '临江市人民检察院检察长'), '临江市人民检察院'],
  ['self', leaves('蒋志安', '江源省人民代表大会代表'), '蒋志安'],
  [
    'council',
    { personName: '于安邦', post: '临江市人民代表大会常务委员会办公室副主任' },
    '临江市人民代表大会常务委员会各工作机构',
  ],
])('of what the %s proposed, list and paper say the same (%#)', async (by, act, to) => {
  await passes(by, act)
  expect(await listed()).toEqual([to])
  expect(await printed()).toEqual([to])
})

it('is each of two who resign, though both proposed it themselves', async () => {
  await passes(
    'self',
    leaves('蒋志安', '江源省人民代表大会代表'),
    leaves('于安邦', '江源省人民代表大会代表'),
  )
  expect(await listed()).toEqual(['蒋志安', '于安邦'])
  expect(await printed()).toEqual(['蒋志安', '于安邦'])
})

it('follows who is said to have proposed once that is mended', async () => {
  await passes('mayor', bureau)
  const { sessionId } = place
  const [nomination] = value(await own.client.appointment.nominations({ sessionId }))
  if (!nomination) throw new Error('no nomination')
  const { id, itemId, rev, receivedOn } = nomination
  const other = { nominator: '部分组成人员', nominatorKind: 'other' as const }
  value(await own.client.appointment.saveNomination({ id, itemId, rev, receivedOn, ...other }))
  expect(await listed()).toEqual(['部分组成人员'])
  expect(await printed()).toEqual(['部分组成人员'])
})

const callsItself = async (to: string): Promise<void> => {
  const { value: now, rev } = value(await own.client.papers.settings({}))
  const settings = now as PaperSettings
  const notice = { addressees: { 'government-head': to } }
  const changed = { ...settings, after: { ...settings.after, notice } }
  value(await own.client.papers.saveSettings({ value: changed, rev }))
}

it('follows the office’s own words for what is still to be sent, and keeps what was entered of it', async () => {
  await passes('mayor', bureau)
  const [notice] = await notices()
  const { id = '', rev = 0 } = notice ?? {}
  value(await own.client.formality.setDue({ id, rev, dueOn: '2026-12-05', note: '另有约定' }))
  await callsItself('临江市人民政府办公室')
  expect(await listed()).toEqual(['临江市人民政府办公室'])
  expect(await printed()).toEqual(['临江市人民政府办公室'])
  expect((await notices())[0]).toMatchObject({ id, dueOn: '2026-12-05', dueSet: true })
})

it('dates nothing anew by a rule stated since, when the office names its addressee otherwise', async () => {
  await passes('mayor', bureau)
  const dated = async () =>
    (await steps.after(place)).formalities.map(({ kind, dueOn }) => [kind, dueOn])
  const before = await dated()
  await steps.setParameter('notifyDays', 3)
  await callsItself('临江市人民政府办公室')
  expect(await listed()).toEqual(['临江市人民政府办公室'])
  expect(await dated()).toEqual(before)
})

it('reckons oaths from a notice that went out before the office named its addressee otherwise', async () => {
  await steps.setParameter('oathWithin', { unit: 'workdays', count: 15, from: 'notice' })
  await passes('mayor', bureau)
  const [notice] = await notices()
  const changes = [{ id: notice?.id ?? '', rev: notice?.rev ?? 0 }]
  value(await own.client.formality.settle({ changes, state: 'done', doneOn: '2026-11-26' }))
  const oathDue = async () =>
    (await steps.after(place)).formalities.find(({ kind }) => kind === 'oath')?.dueOn
  const before = await oathDue()
  expect(before).not.toBeNull()
  await callsItself('临江市人民政府办公室')
  const { sessionId } = place
  value(await own.client.formality.rework({ sessionId }))
  expect(await oathDue()).toBe(before)
  expect(await notices()).toMatchObject([{ state: 'done', doubt: null }])
})
