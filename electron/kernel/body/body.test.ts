import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
})
afterEach(() => own.dispose())

const facts = {
  name: '临江市人民代表大会常务委员会',
  shortName: '市人大常委会',
  level: 'city' as const,
  rev: 0,
  term: { number: 9, seats: 41, startsOn: '2022-01-10' },
}
const setQuorum = (num: number, den: number, rev = 0) =>
  own.client.body.setParameter({ key: 'quorum', value: { num, den, strict: true }, rev })

describe('the body', () => {
  beforeEach(async () => {
    value(await own.client.journal.signOn({ name: '经办人' }))
  })

  it('is set up once and changed by revision', async () => {
    const made = value(await own.client.body.save(facts))
    expect(made.term).toMatchObject({ number: 9, seats: 41, rev: 1 })
    const next = value(await own.client.body.save({ ...facts, rev: made.rev, shortName: '常委会' }))
    expect(next).toMatchObject({ shortName: '常委会', rev: 2 })
    expect(refusal(await own.client.body.save(facts)).code).toBe('conflict')
  })

  it.each([
    ['city', 28, '组织法 47④(二)'],
    ['city', 62, '组织法 47④(二)'],
    ['county', 14, '组织法 47④(三)'],
    ['province', 96, '组织法 47④(一)'],
  ] as const)('%s with %i seats is refused with the article', async (level, seats, article) => {
    const answer = await own.client.body.save({ ...facts, level, term: { ...facts.term, seats } })
    expect(refusal(answer).fields?.['term.seats']?.params).toMatchObject({ article })
    expect(value(await own.client.body.get({}))).toBeNull()
  })

  it('refuses a name that is not the full one', async () => {
    const answer = await own.client.body.save({ ...facts, name: '临江市人大常委会' })
    expect(refusal(answer).fields?.['name']?.key).toBe('body.nameNotFull')
  })

  it('a new term ends the one before and starts with nobody in office', async () => {
    const made = value(await own.client.body.save(facts))
    const { startsOn } = made.term
    const tooEarly = { ...facts, rev: made.rev, term: { number: 10, seats: 43, startsOn } }
    expect(refusal(await own.client.body.save(tooEarly)).fields?.['term.startsOn']?.key).toBe(
      'body.termStarts',
    )
    const term = { number: 10, seats: 43, startsOn: '2027-01-12' }
    expect(value(await own.client.body.save({ ...facts, rev: made.rev, term })).term.seats).toBe(43)
    expect(value(await own.client.roster.members({}))).toEqual([])
  })
})

describe('seats', () => {
  it('do not change within a term once anything was voted on (组织法 47⑤)', async () => {
    const members = await withBody(own)
    const { sessionId, sittingId } = await withSitting(own, members)
    const item = { rev: 0, sessionId, kind: 'bill' as const, title: '甲' }
    const itemId = value(await own.client.session.saveItem(item)).id
    const question = value(await own.client.ballot.ask({ itemId, kind: 'bill', title: '甲' }))
    value(await own.client.ballot.open({ questionId: question.id, sittingId }))
    const { rev, term } = value(await own.client.body.get({})) ?? { rev: 0, term: facts.term }
    const { number, startsOn } = term
    const answer = await own.client.body.save({
      ...facts,
      rev,
      term: { number, startsOn, seats: 35 },
    })
    expect(refusal(answer).fields?.['term.seats']?.key).toBe('body.seatsFixed')
  })
})

describe('local parameters', () => {
  beforeEach(async () => {
    await withBody(own, { count: 30, seats: 30 })
  })

  it('case 12: a quorum below one half is refused with the article', async () => {
    expect(refusal(await setQuorum(1, 3))).toMatchObject({
      code: 'rule',
      message: { key: 'rules.floor.quorum', params: { article: '组织法 51③' } },
    })
    const kept = value(await own.client.body.parameters({})).find((one) => one.key === 'quorum')
    expect(kept).toMatchObject({ isDefault: true })
  })

  it('case 11: a stricter quorum holds from then on; taking it back restores the law', async () => {
    const set = value(await setQuorum(2, 3))
    expect(set).toMatchObject({ isDefault: false, rev: 1 })
    const { sittingId } = await withSitting(own, [])
    expect(value(await own.client.attendance.roll({ sittingId })).quorum.needed).toBe(21)
    value(await own.client.body.resetParameter({ key: 'quorum', rev: 1 }))
    expect(value(await own.client.attendance.roll({ sittingId })).quorum.needed).toBe(16)
  })

  it('case 34: the method of a dismissal is locked to secret paper', async () => {
    const answer = await own.client.body.setParameter({
      key: 'voteMethod.dismissal',
      value: 'device',
      rev: 0,
    })
    expect(refusal(answer).message?.params).toMatchObject({ article: '监督法 62③' })
  })

  it('case 34: keypads for a dismissal need the article that counts them as a secret ballot', async () => {
    const allow = { key: 'dismissalByDevice', value: true, rev: 0 }
    const bare = refusal(await own.client.body.setParameter({ ...allow, source: ' ' }))
    expect(bare.fields).toEqual({ source: { key: 'body.sourceNeeded' } })
    const source = '本级议事规则 第三十条'
    value(await own.client.body.setParameter({ ...allow, source }))
    const answer = await own.client.body.setParameter({ ...allow, value: false, rev: 1 })
    expect(value(answer)).toMatchObject({ value: false, source: '' })
  })

  it('keep their source and the day they were confirmed', async () => {
    const set = {
      key: 'base',
      value: 'quota',
      source: '本级议事规则 第四条',
      confirmedOn: '2026-01-05',
      rev: 0,
    }
    value(await own.client.body.setParameter(set))
    const base = value(await own.client.body.parameters({})).find((one) => one.key === 'base')
    expect(base).toEqual({ ...set, rev: 1, isDefault: false })
  })
})
