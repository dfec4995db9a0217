import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act, ActKind } from '../../../shared/contract/appointment.ts'
import type { Question } from '../../../shared/contract/ballot.ts'
import {
  inventedName,
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let sittingId: string
let sessionId: string
let itemId: string
let nominationId: string

beforeEach(async () => {
  own = testKernel()
  const members = await withBody(own)
  const places = await withSitting(own, members)
  sittingId = places.sittingId
  sessionId = places.sessionId
  const facts = { rev: 0, sessionId, kind: 'appointment' as const, title: '人事任免案' }
  itemId = value(await own.client.session.saveItem(facts)).id
  const who = { rev: 0, itemId, nominator: '市长', nominatorKind: 'government-head' as const }
  nominationId = value(await own.client.appointment.saveNomination(who)).id
})
afterEach(() => own.dispose())

type ActLine = [act: ActKind, verb: string, personName: string, post: string, reason?: string]

const addActs = async (...lines: ActLine[]): Promise<Act[]> => {
  const acts = lines.map(([act, verb, personName, post, reason = '']) => ({
    act,
    verb,
    personName,
    post,
    reason,
  }))
  return value(await own.client.appointment.addActs({ nominationId, acts })).acts
}
const askAll = async (
  acts: readonly Act[],
  manner: 'individually' | 'merged',
): Promise<Question[]> =>
  value(await own.client.ballot.askActs({ itemId, actIds: acts.map((act) => act.id), manner }))

const decide = async (question: Question | undefined, yes: number, present = 31): Promise<void> => {
  const questionId = question?.id ?? ''
  const vote = value(await own.client.ballot.open({ questionId, sittingId }))
  const paper = vote.method === 'secret-paper' ? { issued: present, collected: present } : {}
  const tally = { for: yes, against: present - yes, abstain: 0, ...paper }
  value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
}
const acts = async (): Promise<Act[]> =>
  value(await own.client.appointment.nominations({ sessionId }))[0]?.acts ?? []

describe('names and posts', () => {
  it('are stored bare, and a name with signs is refused with its row', async () => {
    const [act] = await addActs(['appoint', '决定任命', '张　三', '临江市财政局局长'])
    expect(act?.personName).toBe('张三')
    const bad = await own.client.appointment.addActs({
      nominationId,
      acts: [
        { act: 'appoint', verb: '任命', personName: '李四', post: '某局局长' },
        { act: 'appoint', verb: '任命', personName: '×××', post: '某局局长' },
      ],
    })
    expect(Object.keys(refusal(bad).fields ?? {})).toEqual(['acts.1.personName'])
    expect((await acts()).map((one) => one.personName)).toEqual(['张三'])
  })
})

describe('putting acts to the vote', () => {
  it('individually gives each its own question in the words of the paper, the removal first', async () => {
    const added = await addActs(
      ['appoint', '决定任命', '张三', '临江市财政局局长'],
      ['remove', '决定免去', '李四', '临江市财政局局长'],
    )
    expect((await askAll(added, 'individually')).map((question) => question.title)).toEqual([
      '决定免去李四的临江市财政局局长职务',
      '决定任命张三为临江市财政局局长',
    ])
  })

  it('case 38: a merged vote that fails fails for all, one that passes passes for all', async () => {
    const lines = ['甲', '乙', '丙'].map((who): ActLine => [
      'appoint',
      '任命',
      `王${who}`,
      '临江市财政局副局长',
    ])
    const added = await addActs(...lines)
    const [question] = await askAll(added, 'merged')
    await decide(question, 15)
    expect((await acts()).map((act) => act.outcome)).toEqual(['failed', 'failed', 'failed'])
    expect((await acts()).every((act) => act.effectiveOn === null)).toBe(true)
  })

  it('case 73: what passed takes effect on the day of the vote', async () => {
    const [question] = await askAll(
      await addActs(['appoint', '任命', '张三', '某局局长']),
      'merged',
    )
    await decide(question, 16)
    own.at('2026-12-01T09:00:00')
    expect((await acts())[0]).toMatchObject({ outcome: 'passed', effectiveOn: '2026-11-26' })
  })

  it('asks an act once only, and never what needs no vote (case 80)', async () => {
    const added = await addActs(
      ['appoint', '任命', '张三', '某局局长'],
      ['end', '相应终止', '李四', '临江市第九届人民代表大会常务委员会委员'],
    )
    await askAll(added.slice(0, 1), 'individually')
    const again = await own.client.ballot.askActs({
      itemId,
      actIds: [added[0]?.id ?? ''],
      manner: 'individually',
    })
    expect(refusal(again).message?.key).toBe('appointment.alreadyAsked')
    const ending = await own.client.ballot.askActs({
      itemId,
      actIds: [added[1]?.id ?? ''],
      manner: 'individually',
    })
    expect(refusal(ending).message?.key).toBe('appointment.noVoteNeeded')
  })

  it('a dismissal is a question of its own kind on secret paper and merges with nothing', async () => {
    const added = await addActs(
      ['dismiss', '撤销', '张三', '某局局长', '严重违反政务纪律'],
      ['remove', '免去', '李四', '某局局长'],
    )
    const ids = added.map((act) => act.id)
    const merged = await own.client.ballot.askActs({ itemId, actIds: ids, manner: 'merged' })
    expect(refusal(merged).message?.key).toBe('ballot.notMergeable')
    const [first] = await askAll(added, 'individually')
    expect(first).toMatchObject({ kind: 'dismissal', method: 'secret-paper' })
  })
})

describe('a member who resigns', () => {
  const resigns = async (): Promise<Question | undefined> => {
    const post = '临江市第九届人民代表大会常务委员会委员'
    const added = await addActs(['accept-resignation', '接受', inventedName(30), post])
    return (await askAll(added, 'individually'))[0]
  }

  it('case 60 and 84: leaves the membership at that very moment, and the next vote is decided by one fewer', async () => {
    const question = await resigns()
    expect(question?.kind).toBe('resignation')
    own.at('2026-11-26T09:20:00')
    await decide(question, 31)
    own.at('2026-11-26T09:21:00')
    const now = value(await own.client.roster.membership({}))
    const before = value(await own.client.roster.membership({ at: '2026-11-26T09:19:00' }))
    expect([before.inOffice, now.inOffice, now.vacancies]).toEqual([31, 30, 1])
    const added = await addActs(['appoint', '任命', '张三', '某局局长'])
    const [next] = await askAll(added.slice(1), 'merged')
    const vote = value(await own.client.ballot.open({ questionId: next?.id ?? '', sittingId }))
    expect(vote).toMatchObject({ inOffice: 30, counts: { present: 30 } })
  })

  it('stays when the resignation is not accepted, and comes back when the result is corrected', async () => {
    const question = await resigns()
    await decide(question, 31)
    const standing = value(await own.client.ballot.question({ id: question?.id ?? '' })).standing
    value(
      await own.client.ballot.correct({
        voteId: standing?.id ?? '',
        rev: standing?.rev ?? 0,
        tally: { for: 13, against: 18, abstain: 0 },
        reason: '录入时颠倒',
        witness: '复核人',
      }),
    )
    own.at('2026-11-26T10:00:00')
    expect(value(await own.client.roster.membership({})).inOffice).toBe(31)
    expect((await acts())[0]).toMatchObject({ outcome: 'failed', effectiveOn: null })
  })

  it('takes what ends with the office along', async () => {
    const name = inventedName(30)
    const congress = '临江市第九届人民代表大会常务委员会'
    const added = await addActs(
      ['accept-resignation', '接受', name, `${congress}委员`],
      ['end', '相应终止', name, `${congress}代表资格审查委员会委员`],
    )
    const [question] = await askAll(added.slice(0, 1), 'individually')
    await decide(question, 31)
    expect((await acts()).map((act) => act.outcome)).toEqual(['passed', 'passed'])
  })
})

describe('before the vote', () => {
  it('an act can be changed, moved, withdrawn and removed; afterwards it stands', async () => {
    const added = await addActs(
      ['appoint', '任命', '张三', '甲局局长'],
      ['appoint', '任命', '李四', '乙局局长'],
      ['appoint', '任命', '王五', '丙局局长'],
    )
    const [first, second, third] = added
    value(await own.client.appointment.moveAct({ id: third?.id ?? '', rev: 1, position: 1 }))
    expect((await acts()).map((act) => act.personName)).toEqual(['王五', '张三', '李四'])
    value(await own.client.appointment.removeAct({ id: second?.id ?? '', rev: 2 }))
    value(
      await own.client.appointment.withdrawAct({
        id: first?.id ?? '',
        rev: 2,
        reason: '提请人撤回',
      }),
    )
    expect((await acts()).map(({ outcome }) => outcome)).toEqual(['pending', 'withdrawn'])
    const answer = await own.client.ballot.askActs({
      itemId,
      actIds: [first?.id ?? ''],
      manner: 'merged',
    })
    expect(refusal(answer).message?.key).toBe('appointment.notPending')
  })
})
