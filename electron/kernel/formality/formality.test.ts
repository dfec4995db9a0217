import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Formality } from '../../../shared/contract/formality.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import { turnSitting } from '../../../test/builders/attendance.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  steps = aftermath(own)
  place = await steps.hall(31)
})
afterEach(() => own.dispose())

const bureau = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
const judge = { personName: '高文康', post: '临江市中级人民法院审判员' }

const lines = (formalities: readonly Formality[]) =>
  formalities.map(({ kind, toWhom, acts }) => [kind, toWhom, acts.length])
const only = async (kind: Formality['kind']): Promise<Formality> => {
  const found = (await steps.after(place)).formalities.filter((one) => one.kind === kind)
  if (!found[0] || found.length > 1) throw new Error(`${found.length} of ${kind}`)
  return found[0]
}
const settle = (
  { id, rev }: Formality,
  more: Omit<Parameters<typeof own.client.formality.settle>[0], 'changes'>,
) => own.client.formality.settle({ changes: [{ id, rev }], ...more })
const passes = async (
  by: Parameters<typeof steps.proposed>[1],
  list: Parameters<typeof steps.proposed>[2],
) => {
  const questions = await steps.proposed(place, by, list)
  for (const question of questions) await steps.decided(place, question)
  return questions
}

describe('after the vote', () => {
  it('lists what follows from what passed, and nothing of what failed or waits', async () => {
    const [first, second] = await steps.proposed(place, 'president', [
      judge,
      { ...judge, personName: '蒋志安' },
    ])
    expect((await steps.after(place)).formalities).toEqual([])
    await steps.decided(place, first as NonNullable<typeof first>)
    await steps.decided(place, second as NonNullable<typeof second>, false)
    await passes('mayor', [bureau])
    const { formalities, counts } = await steps.after(place)
    expect(lines(formalities)).toEqual([
      ['certificate', '高文康', 1],
      ['certificate', '方明远', 1],
      ['oath', '高文康', 1],
      ['oath', '方明远', 1],
      ['notice', '临江市中级人民法院', 1],
      ['notice', '临江市人民政府', 1],
      ['publication', '向社会公布', 2],
      ['filing', '上一级人民政府', 1],
    ])
    expect(formalities[1]?.acts).toEqual(['决定任命方明远为临江市财政局局长'])
    expect(counts).toEqual({ due: 8, overdue: 0, done: 0, waived: 0 })
  })

  it('算例 50 决定代理检察长通过：当日生效，两份备案，不待批准', async () => {
    await passes('procurator', [{ personName: '王志文', post: '临江市人民检察院副检察长' }])
    const acting = {
      act: 'act-as' as const,
      verb: '决定代理',
      personName: '王志文',
      post: '临江市人民检察院检察长',
    }
    await passes('council', [acting])
    const { formalities } = await steps.after(place)
    const filed = formalities.filter(({ kind }) => kind === 'filing')
    expect(filed.map(({ toWhom }) => toWhom)).toEqual([
      '上一级人民检察院',
      '上一级人民代表大会常务委员会',
    ])
    expect(formalities.filter(({ kind }) => kind === 'approval')).toEqual([])
    const [nomination] = value(
      await own.client.appointment.nominations({ sessionId: place.sessionId }),
    ).toReversed()
    expect(nomination?.acts[0]).toMatchObject({ outcome: 'passed', effectiveOn: '2026-11-26' })
  })

  it('算例 52 检察长辞职 18/31 赞成：待上一级人大常委会批准，另报本级人代会备案', async () => {
    const [question] = await steps.proposed(place, 'self', [
      {
        act: 'accept-resignation',
        verb: '接受',
        personName: '王志文',
        post: '临江市人民检察院检察长',
      },
    ])
    if (!question) throw new Error('not asked')
    const vote = await steps.open(place, question, 'device')
    await steps.lock(vote, { for: 18, against: 10, abstain: 3 })
    expect(lines((await steps.after(place)).formalities)).toEqual([
      ['notice', '临江市人民检察院', 1],
      ['publication', '向社会公布', 1],
      ['filing', '临江市人民代表大会', 1],
      ['approval', '上一级人民代表大会常务委员会', 1],
    ])
  })

  it('算例 52 批准之前检察长仍在任，台账注明待批；批准之日才终止，撤回即恢复', async () => {
    const chief = { personName: '王志文', postName: '临江市人民检察院检察长' }
    value(await own.client.ledger.saveTenure({ rev: 0, ...chief, fromOn: '2022-01-15' }))
    const resigns = { act: 'accept-resignation', verb: '接受', post: chief.postName } as const
    const [question] = await steps.proposed(place, 'self', [
      { ...resigns, personName: chief.personName },
    ])
    if (!question) throw new Error('not asked')
    const vote = await steps.open(place, question, 'device')
    await steps.lock(vote, { for: 18, against: 10, abstain: 3 })
    own.at('2026-12-20T09:00:00')
    const held = async () =>
      value(await own.client.ledger.asOf({ on: '2026-12-20', text: chief.postName }))
    expect(await held()).toMatchObject([
      { toOn: null, endedBy: null, pendingBy: { sessionNumber: 20, for: 18, needed: 16 } },
    ])
    value(await settle(await only('approval'), { state: 'waived', note: '误点' }))
    expect(await held()).toMatchObject([{ toOn: null, pendingBy: { for: 18 } }])
    value(await settle(await only('approval'), { state: 'done', doneOn: '2026-12-10' }))
    expect(await held()).toEqual([])
    const last = value(await own.client.ledger.asOf({ on: '2026-12-09', text: chief.postName }))
    expect(last).toMatchObject([
      { toOn: '2026-12-10', endReason: 'resigned', endedBy: { for: 18 }, pendingBy: null },
    ])
    value(await settle(await only('approval'), { state: 'due' }))
    expect(await held()).toMatchObject([{ toOn: null, pendingBy: { for: 18 } }])
  })

  it('reckons the days from the vote by the body’s rules, and says when they have passed', async () => {
    await steps.setParameter('notifyDays', 3)
    await steps.setParameter('oathWithin', { unit: 'days', count: 30, from: 'vote' })
    await passes('mayor', [bureau])
    expect(await only('notice')).toMatchObject({ dueOn: '2026-11-29', daysLeft: 3, overdue: false })
    expect(await only('oath')).toMatchObject({ dueOn: '2026-12-26', daysLeft: 30 })
    expect(await only('certificate')).toMatchObject({ dueOn: null, dueRule: null, daysLeft: null })
    own.at('2026-11-30T09:00:00')
    expect(await only('notice')).toMatchObject({ daysLeft: -1, overdue: true })
    expect((await steps.after(place)).counts).toMatchObject({ overdue: 1 })
    expect(value(await own.client.formality.due({}))[0]).toMatchObject({
      kind: 'notice',
      sessionNumber: 20,
      termNumber: 9,
    })
  })

  it('算例 73 通过之日生效：公布和任命书的日期另记，不改生效日', async () => {
    await passes('mayor', [bureau])
    own.at('2026-12-08T09:00:00')
    value(await settle(await only('publication'), { state: 'done', doneOn: '2026-11-30' }))
    value(
      await settle(await only('certificate'), { state: 'done', number: '临人常任〔2026〕12号' }),
    )
    expect(await only('publication')).toMatchObject({ state: 'done', doneOn: '2026-11-30' })
    expect(await only('certificate')).toMatchObject({
      doneOn: '2026-12-08',
      number: '临人常任〔2026〕12号',
    })
    const [nomination] = value(
      await own.client.appointment.nominations({ sessionId: place.sessionId }),
    )
    expect(nomination?.acts[0]?.effectiveOn).toBe('2026-11-26')
  })

  it('算例 76 重庆由机关组织的宣誓：自通知发出起15个工作日', async () => {
    await steps.setParameter('oathWithin', { unit: 'workdays', count: 15, from: 'notice' })
    await passes('president', [judge])
    expect((await only('oath')).dueOn).toBeNull()
    own.at('2026-11-27T09:00:00')
    value(await settle(await only('notice'), { state: 'done' }))
    expect(await only('oath')).toMatchObject({ dueOn: '2026-12-18' })
    value(await settle(await only('notice'), { state: 'due' }))
    expect((await only('oath')).dueOn).toBeNull()
  })
})

describe('who is meant', () => {
  it('keeps the oath of somebody tied to another person of the ledger since', async () => {
    await passes('mayor', [bureau])
    const before = await only('oath')
    value(await settle(before, { state: 'done' }))
    const { sessionId } = place
    const [nomination] = value(await own.client.appointment.nominations({ sessionId }))
    const act = nomination?.acts[0]
    if (!act) throw new Error('no act')
    const facts = { rev: 0, name: '方明远', kind: 'ordinary' as const, startsOn: '2026-11-26' }
    const namesake = value(await own.client.roster.saveMember(facts))
    expect(namesake.personId).not.toBe(act.personId)
    const tied = { id: act.id, rev: act.rev, personId: namesake.personId }
    value(await own.client.appointment.tieAct(tied))
    expect(await only('oath')).toMatchObject({ id: before.id, state: 'done', doubt: null })
    const known = value(await own.client.ledger.findPerson({ text: '方明远' }))
    expect(known.map(({ id }) => id)).toEqual([namesake.personId])
    expect(own.events.at(-1)).toMatchObject({
      changed: { topics: expect.arrayContaining(['formality']) },
    })
  })
})

describe('settling', () => {
  it('does many at once, numbers counting up', async () => {
    await passes('president', [judge, { ...judge, personName: '蒋志安' }])
    const certificates = (await steps.after(place)).formalities.filter(
      ({ kind }) => kind === 'certificate',
    )
    const done = value(
      await own.client.formality.settle({
        changes: certificates.map(({ id, rev }) => ({ id, rev })),
        state: 'done',
        number: '临人常任〔2026〕9号',
      }),
    )
    expect(done.map(({ number }) => number)).toEqual([
      '临人常任〔2026〕9号',
      '临人常任〔2026〕10号',
    ])
    expect((await steps.after(place)).counts).toMatchObject({ done: 2 })
  })

  it('changes nothing when one of many is stale', async () => {
    await passes('president', [judge, { ...judge, personName: '蒋志安' }])
    const [one, other] = (await steps.after(place)).formalities
    if (!one || !other) throw new Error('nothing follows')
    const changes = [
      { id: one.id, rev: one.rev },
      { id: other.id, rev: other.rev + 1 },
    ]
    const reply = await own.client.formality.settle({ changes, state: 'done' })
    expect(refusal(reply).code).toBe('conflict')
    expect((await steps.after(place)).counts).toMatchObject({ done: 0 })
  })

  it('asks why something is not done, and refuses days that cannot be', async () => {
    await passes('mayor', [bureau])
    const notice = await only('notice')
    expect(refusal(await settle(notice, { state: 'waived' })).fields).toHaveProperty('note')
    expect(refusal(await settle(notice, { state: 'done', doneOn: '2026-11-25' })).fields).toEqual({
      doneOn: { key: 'formality.beforeVote', params: { day: '2026年11月26日' } },
    })
    expect(refusal(await settle(notice, { state: 'done', doneOn: '2026-11-27' })).fields).toEqual({
      doneOn: { key: 'formality.inFuture', params: { today: '2026年11月26日' } },
    })
    value(await settle(notice, { state: 'waived', note: '当面通知' }))
    expect((await steps.after(place)).counts).toMatchObject({ due: 4, waived: 1 })
  })

  it('takes another day for a reason, and the rule’s own back', async () => {
    await steps.setParameter('notifyDays', 3)
    await passes('mayor', [bureau])
    const { id, rev } = await only('notice')
    const other = { id, rev, dueOn: '2026-12-03' }
    expect(refusal(await own.client.formality.setDue(other)).fields).toHaveProperty('note')
    const set = value(await own.client.formality.setDue({ ...other, note: '主任会议同意' }))
    expect(set).toMatchObject({
      dueOn: '2026-12-03',
      dueSet: true,
      dueRule: { key: 'formality.rule.byHand', params: { reason: '主任会议同意' } },
    })
    await passes('mayor', [{ ...bureau, personName: '于安邦', post: '临江市教育局局长' }])
    expect(await only('notice')).toMatchObject({ dueOn: '2026-12-03', actIds: { length: 2 } })
    const now = await only('notice')
    const back = value(await own.client.formality.setDue({ id, rev: now.rev, dueOn: null }))
    expect(back).toMatchObject({ dueOn: '2026-11-29', dueSet: false })
  })

  it('works with a session that is closed, and finds new rules only when asked to', async () => {
    await passes('mayor', [bureau])
    await turnSitting(own, place, 'adjourned', '2026-11-26T11:00:00')
    const { rev } = value(await own.client.session.get({ id: place.sessionId }))
    value(await own.client.session.setState({ id: place.sessionId, rev, state: 'closed' }))
    await steps.setParameter('publishDays', 5)
    expect((await only('publication')).dueOn).toBeNull()
    value(await settle(await only('certificate'), { state: 'done' }))
    value(await own.client.formality.rework({ sessionId: place.sessionId }))
    expect((await only('publication')).dueOn).toBe('2026-12-01')
    expect((await only('certificate')).state).toBe('done')
  })
})

describe('a correction', () => {
  it('takes away what nobody had done, leaves what was done to be looked at, and finds it again', async () => {
    const [question] = await passes('mayor', [bureau])
    if (!question) throw new Error('not asked')
    value(await settle(await only('certificate'), { state: 'done' }))
    await steps.corrected(question, false)
    const gone = await steps.after(place)
    expect(gone.formalities.map(({ kind, doubt }) => [kind, doubt])).toEqual([
      ['certificate', 'void'],
    ])
    expect(gone.counts).toEqual({ due: 1, overdue: 0, done: 0, waived: 0 })
    expect(value(await own.client.formality.due({}))).toHaveLength(1)
    await steps.corrected(question, true)
    expect(await only('certificate')).toMatchObject({ state: 'done', doubt: null })
    expect((await steps.after(place)).formalities).toHaveLength(5)
  })

  it('takes a certificate back once somebody says so', async () => {
    const [question] = await passes('mayor', [bureau])
    if (!question) throw new Error('not asked')
    value(await settle(await only('certificate'), { state: 'done' }))
    await steps.corrected(question, false)
    const { id, rev } = await only('certificate')
    value(
      await own.client.formality.settle({
        changes: [{ id, rev }],
        state: 'waived',
        note: '已收回',
      }),
    )
    expect((await steps.after(place)).formalities).toEqual([])
    await steps.corrected(question, true)
    expect(await only('certificate')).toMatchObject({ state: 'due' })
  })

  it('says of a notice sent that other acts stand now, until it is sent anew', async () => {
    const [first] = await passes('mayor', [
      bureau,
      { ...bureau, personName: '于安邦', post: '临江市教育局局长' },
    ])
    if (!first) throw new Error('not asked')
    value(await settle(await only('notice'), { state: 'done' }))
    await steps.corrected(first, false)
    expect(await only('notice')).toMatchObject({ state: 'done', doubt: 'changed' })
    expect(value(await own.client.formality.due({})).map(({ kind }) => kind)).toContain('notice')
    value(await settle(await only('notice'), { state: 'done' }))
    expect(await only('notice')).toMatchObject({ state: 'done', doubt: null })
  })
})
