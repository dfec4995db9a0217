import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act } from '../../../shared/contract/appointment.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(() => own.dispose())

const judge = { personName: '顾南', post: '临江市中级人民法院审判员' }
const bureau = { personName: '沈知远', post: '临江市财政局局长' }

const nominate = async (
  nominatorKind: 'government-head' | 'court-president',
  ...acts: { act?: Act['act']; verb?: string; personName: string; post: string }[]
): Promise<Act[]> => {
  const who = { rev: 0, itemId: place.itemId, nominator: nominatorKind, nominatorKind }
  const { id: nominationId } = value(await own.client.appointment.saveNomination(who))
  const added = acts.map((one) => ({ act: 'appoint' as const, verb: '任命', ...one }))
  return value(await own.client.appointment.addActs({ nominationId, acts: added })).acts
}
const findings = async () =>
  value(await own.client.appointment.findings({ sessionId: place.sessionId }))
const at = async (actId: string | undefined) =>
  (await findings()).filter(({ actIds }) => actIds.includes(actId ?? ''))
const ask = (acts: readonly Act[], goPast?: string) =>
  own.client.ballot.askActs({
    itemId: place.itemId,
    actIds: acts.map(({ id }) => id),
    manner: 'individually',
    ...(goPast ? { goPast } : {}),
  })
const again = async (id: string | undefined): Promise<Act> => {
  const all = value(await own.client.appointment.nominations(place)).flatMap((one) => one.acts)
  const found = all.find((act) => act.id === id)
  if (!found) throw new Error('act expected')
  return found
}

/** A bureau with one head, and somebody who holds the post since 2022. */
const holder = async (personName: string): Promise<void> => {
  const organ = value(
    await own.client.ledger.saveOrgan({
      rev: 0,
      kind: 'government',
      fromOn: '2022-01-10',
      name: '临江市财政局',
    }),
  )
  const post = value(
    await own.client.ledger.savePost({
      rev: 0,
      organId: organ.id,
      fromOn: '2022-01-10',
      title: '局长',
      kind: 'government-member',
      verb: '决定任命',
      single: true,
    }),
  )
  const facts = { rev: 0, personName, postId: post.id, postName: bureau.post }
  value(await own.client.ledger.saveTenure({ ...facts, fromOn: '2022-02-20' }))
}

describe('a nomination that came late', () => {
  it('算例 72 is told of, except at a session called out of turn', async () => {
    const [act] = await nominate('government-head', bureau)
    const known = value(await own.client.appointment.nominations(place))[0]
    if (!known) throw new Error('nomination expected')
    const { id, rev, itemId, nominator, nominatorKind } = known
    const late = { id, rev, itemId, nominator, nominatorKind, receivedOn: '2026-11-25' }
    value(await own.client.appointment.saveNomination(late))
    const codes = async () => (await at(act?.id)).map(({ code }) => code)
    expect(await codes()).toContain('late')
    const held = value(await own.client.session.get({ id: place.sessionId }))
    const { number, startsOn, endsOn } = held
    const facts = { id: held.id, number, startsOn, endsOn, extraordinary: true }
    const saved = value(await own.client.session.save({ ...facts, rev: held.rev }))
    expect(saved.extraordinary).toBe(true)
    expect(await codes()).not.toContain('late')
  })
})

describe('what the statute forbids', () => {
  it('is refused in its own sentence, and no reason goes past it', async () => {
    const [act] = await nominate('government-head', judge)
    const [block] = await at(act?.id)
    expect(block).toMatchObject({ severity: 'block', code: 'nominator' })
    expect(refusal(await ask([act as Act], '主任会议同意')).message).toEqual(block?.message)
    const past = { actId: act?.id ?? '', code: 'nominator', reason: '主任会议同意' }
    expect(refusal(await own.client.appointment.override(past)).message).toEqual(block?.message)
    expect(value(await own.client.ballot.questions(place))).toEqual([])
  })

  it('keeps a question closed also where it came about after the asking', async () => {
    const [act] = await nominate('court-president', judge)
    const [question] = value(await ask([act as Act]))
    if (!question || !act) throw new Error('one question expected')
    const [nomination] = value(await own.client.appointment.nominations(place))
    const wrong = { nominator: '市长', nominatorKind: 'government-head' as const }
    const { id, rev = 0 } = nomination ?? { id: '' }
    const facts = { id, rev, itemId: place.itemId, ...wrong }
    value(await own.client.appointment.saveNomination(facts))
    expect(room.key(await room.opening(place, question))).toBe('rules.appoint.nominator')
  })
})

describe('a warning', () => {
  it('holds the vote off until a reason is kept with it, and says how many there are', async () => {
    await holder('旧任')
    const [act] = await nominate('government-head', bureau)
    const open = refusal(await ask([act as Act]))
    expect(open.message).toEqual({ key: 'appointment.findingsOpen', params: { count: 1 } })
    expect(Object.keys(open.fields ?? {})).toEqual(['findings.0'])
    const past = { actId: act?.id ?? '', code: 'occupied', reason: '原任另案免职' }
    value(await own.client.appointment.override(past))
    expect((await at(act?.id)).find(({ code }) => code === 'occupied')?.override).toMatchObject({
      reason: '原任另案免职',
      operator: '经办人',
    })
    expect(value(await ask([act as Act]))).toHaveLength(1)
  })

  it('gone past is open again once it is taken back, and once it says something else', async () => {
    await holder('旧任')
    const [act] = await nominate('government-head', bureau)
    const actId = act?.id ?? ''
    const past = { actId, code: 'occupied', reason: '原任另案免职' }
    value(await own.client.appointment.override(past))
    value(await own.client.appointment.takeBackOverride({ actId, code: 'occupied' }))
    expect((await at(actId)).find(({ code }) => code === 'occupied')?.override).toBeNull()
    value(await own.client.appointment.override(past))
    const { rev } = await again(actId)
    const other = { ...bureau, personName: '陆知秋', act: 'appoint' as const, verb: '决定任命' }
    value(await own.client.appointment.saveAct({ id: actId, rev, ...other }))
    expect((await at(actId)).find(({ code }) => code === 'occupied')?.override).toBeNull()
  })

  it('is gone past for all the acts asked by one reason, kept with each', async () => {
    await holder('旧任')
    const acts = await nominate('government-head', bureau, { ...bureau, personName: '陆知秋' })
    value(await ask(acts, '主任会议研究同意'))
    const kept = (await findings()).filter(({ override }) => override !== null)
    expect(new Set(kept.flatMap(({ actIds }) => actIds))).toEqual(new Set(acts.map(({ id }) => id)))
    expect(kept.every(({ override }) => override?.reason === '主任会议研究同意')).toBe(true)
  })

  it('nobody gave cannot be gone past', async () => {
    const [act] = await nominate('court-president', judge)
    const past = { actId: act?.id ?? '', code: 'occupied', reason: '无' }
    expect(room.key(await own.client.appointment.override(past))).toBe(
      'appointment.nothingToGoPast',
    )
  })
})

describe('a deferred act', () => {
  it('is not put to the vote until it is resumed, and can be changed meanwhile', async () => {
    const [act] = await nominate('government-head', bureau)
    const { id = '', rev = 0 } = act ?? {}
    const deferred = value(await own.client.appointment.deferAct({ id, rev, reason: '另行审议' }))
    expect(deferred).toMatchObject({ outcome: 'deferred', deferredReason: '另行审议' })
    expect(room.key(await ask([deferred]))).toBe('appointment.isDeferred')
    const twice = await own.client.appointment.deferAct({ id, rev: deferred.rev, reason: '再议' })
    expect(room.key(twice)).toBe('appointment.alreadyDeferred')
    const facts = { ...bureau, act: 'appoint' as const, verb: '决定任命', reason: '工作需要' }
    const changed = value(await own.client.appointment.saveAct({ id, rev: deferred.rev, ...facts }))
    expect(changed.outcome).toBe('deferred')
    const resumed = value(await own.client.appointment.resumeAct({ id, rev: changed.rev }))
    expect(resumed).toMatchObject({ outcome: 'pending', deferredReason: null })
    expect(value(await ask([resumed]))).toHaveLength(1)
  })
})

describe('posts and persons', () => {
  it('are tied by their very names; likely ones wait for a hand', async () => {
    await holder('旧任')
    const [exact, likely] = await nominate('government-head', bureau, {
      personName: '陆知秋',
      post: '临江市财局局长',
    })
    const posts = value(await own.client.appointment.posts(place))
    expect(posts.map(({ actId, certainty }) => [actId, certainty])).toEqual([
      [exact?.id, 'exact'],
      [likely?.id, 'likely'],
    ])
    const candidate = posts[1]?.candidates[0]?.id ?? ''
    const tie = { id: likely?.id ?? '', rev: likely?.rev ?? 0 }
    value(
      await own.client.appointment.tieAct({ ...tie, posts: [{ position: 1, postId: candidate }] }),
    )
    expect(value(await own.client.appointment.posts(place))[1]).toMatchObject({
      postId: candidate,
      certainty: 'tied',
    })
  })

  it('are those of the name alone: nobody of another name can be meant', async () => {
    await holder('旧任')
    const [act] = await nominate('government-head', { ...bureau, personName: '旧任' })
    expect(act?.personId).not.toBeNull()
    const members = value(await own.client.roster.members({}))
    const wrong = { id: act?.id ?? '', rev: act?.rev ?? 0, personId: members[0]?.personId ?? '' }
    expect(room.key(await own.client.appointment.tieAct(wrong))).toBe('appointment.otherName')
    const persons = value(await own.client.appointment.persons({ actId: act?.id ?? '' }))
    expect(persons).toMatchObject([{ name: '旧任', posts: [bureau.post] }])
  })
})

describe('rows not added yet', () => {
  it('are looked at like acts, and nothing is stored', async () => {
    await holder('旧任')
    await nominate('government-head', { ...bureau, personName: '陆知秋' })
    const [chosen] = value(await own.client.appointment.nominations(place))
    if (!chosen) throw new Error('nomination expected')
    const { id: nominationId, nominator, nominatorKind } = chosen
    const drafts = [
      // Put where it is by hand: the law would have it under the president of the court.
      {
        act: 'appoint' as const,
        verb: '任命',
        ...judge,
        place: { nominationId, nominator, nominatorKind },
      },
      { act: 'appoint' as const, verb: '决定任命', ...bureau },
      { act: 'remove' as const, verb: '', personName: '', post: '' },
    ]
    const checked = value(
      await own.client.appointment.checkDraft({
        nominationId,
        acts: drafts,
      }),
    )
    const codes = (id: string) =>
      checked.findings.filter(({ actIds }) => actIds.includes(id)).map(({ code }) => code)
    expect(codes('draft.0')).toContain('nominator')
    expect(codes('draft.1')).toContain('occupied')
    expect(checked.posts.map(({ actId, certainty }) => [actId, certainty])).toContainEqual([
      'draft.1',
      'exact',
    ])
    expect(value(await own.client.appointment.nominations(place))[0]?.acts).toHaveLength(1)
  })
})

describe('what comes with an act', () => {
  it('is noted and taken back, with its own revision', async () => {
    const [act] = await nominate('government-head', bureau)
    const actId = act?.id ?? ''
    const listed = value(await own.client.appointment.materials(place))
    const form = listed.find(({ kind }) => kind === 'report-form')
    expect(form).toMatchObject({ actId, fact: null, rev: 0 })
    const came = { actId, kind: 'report-form' as const, state: 'received' as const }
    const saved = value(
      await own.client.appointment.saveMaterial({ ...came, rev: 0, receivedOn: '2026-11-10' }),
    )
    expect(saved.find(({ kind }) => kind === 'report-form')).toMatchObject({
      fact: { state: 'received', receivedOn: '2026-11-10' },
      rev: 1,
    })
    expect(refusal(await own.client.appointment.saveMaterial({ ...came, rev: 0 })).code).toBe(
      'conflict',
    )
    const gone = { actId, kind: 'report-form' as const, rev: 1, state: null }
    const left = value(await own.client.appointment.saveMaterial(gone))
    expect(left.find(({ kind }) => kind === 'report-form')).toMatchObject({ fact: null, rev: 0 })
  })

  it('is noted as all received at once: what must come and is missing, nothing else', async () => {
    const [first, second, gone] = await nominate(
      'government-head',
      bureau,
      { personName: '陆知秋', post: '临江市民政局局长' },
      { personName: '方明远', post: '临江市审计局局长' },
    )
    const listed = async () =>
      value(await own.client.appointment.materials(place)).map(
        ({ actId, kind, fact }) => `${actId} ${kind} ${fact?.receivedOn ?? '-'}`,
      )
    const actId = first?.id ?? ''
    const form = { actId, kind: 'report-form' as const, rev: 0, state: 'received' as const }
    value(await own.client.appointment.saveMaterial({ ...form, receivedOn: '2026-11-10' }))
    const { id = '', rev = 0, nominationId = '' } = gone ?? {}
    value(await own.client.appointment.withdrawAct({ id, rev, reason: '提请人撤回' }))
    const before = await listed()
    const all = { nominationId, receivedOn: '2026-11-12' }
    const kinds = ['report-form', 'resume'] as const
    value(await own.client.appointment.receiveMaterials({ ...all, kinds: [...kinds] }))
    const due = before.map((line) => {
      const [of = '', kind = '', day] = line.split(' ')
      const taken = of !== gone?.id && kinds.some((one) => one === kind) && day === '-'
      return `${of} ${kind} ${taken ? '2026-11-12' : day}`
    })
    expect(await listed()).toEqual(due)
    expect(due).toContain(`${actId} report-form 2026-11-10`)
    expect(due.filter((line) => line.endsWith('2026-11-12'))).toEqual([
      `${actId} resume 2026-11-12`,
      `${second?.id} report-form 2026-11-12`,
      `${second?.id} resume 2026-11-12`,
    ])
    expect(
      refusal(await own.client.appointment.receiveMaterials({ ...all, kinds: [...kinds] })).message,
    ).toMatchObject({ key: 'appointment.nothingAwaited' })
  })
})

it('case 42: what one person gives up goes to one vote, what others give up to votes of their own', async () => {
  const away = { act: 'remove' as const, verb: '免去' }
  const acts = await nominate(
    'court-president',
    { ...away, personName: '何清', post: '临江市中级人民法院民事审判第一庭庭长' },
    { ...away, personName: '顾南', post: '临江市中级人民法院审判员' },
    { ...away, personName: '何清', post: '临江市中级人民法院审判员' },
  )
  const asked = value(
    await own.client.ballot.askActs({
      itemId: place.itemId,
      actIds: acts.map(({ id }) => id),
      manner: 'by-person',
      goPast: '台账正在补录',
    }),
  )
  expect(asked.map(({ actIds }) => actIds)).toEqual([[acts[0]?.id, acts[2]?.id], [acts[1]?.id]])
})
