import { describe, expect, it } from 'vitest'
import { actOn, findingsOf } from '../../../test/builders/check-input.ts'
import type { PostKind } from '../../contract/ledger.ts'
import { checkParameter, parameterDefaults } from '../parameters.ts'
import { endingObstacle } from './ending.ts'
import { formalitiesOf, type AfterInput, type PassedAct, type PostAsks } from './formalities.ts'
import { postKindFacts } from './post-kinds.ts'

const act = (
  verb: PassedAct['act'],
  post: string,
  kind: PostKind,
  { asks = {}, ...more }: Partial<PassedAct> & { asks?: Partial<PostAsks> } = {},
): PassedAct => {
  const { certificate, oath, filing } = postKindFacts[kind]
  return {
    id: `${verb} ${post}`,
    act: verb,
    personName: '方明远',
    personId: null,
    post,
    posts: [{ name: post, kind, certificate, oath, filing: [...filing], ...asks }],
    toldTo: '临江区人民政府',
    effectiveOn: '2026-03-30',
    ...more,
  }
}
const of = (kind: string, acts: PassedAct[], rules: Partial<AfterInput['rules']> = {}) =>
  formalitiesOf({
    acts,
    rules: { ...parameterDefaults, ...rules },
    closesOn: '2026-03-31',
    noticedOn: new Map(),
  }).filter((one) => one.kind === kind)

const close = { oathWithin: { unit: 'session-close' as const, count: 0, from: 'vote' as const } }
const head = act('appoint', '青山区财政局局长', 'government-member')

describe('what follows a vote', () => {
  it('before the session closes means its last day, for the council’s ceremony and its certificates', () => {
    const judge = act('appoint', '青山区人民法院审判员', 'court-officer', { personName: '高文康' })
    const days = (kind: string) => of(kind, [head, judge], close).map(({ dueOn }) => dueOn)
    expect(days('oath')).toEqual(['2026-03-31', null])
    expect(days('certificate')).toEqual(['2026-03-31', null])
  })

  it('the approved are put into office too, where the catalogue says so', () => {
    const asks = { certificate: true, oath: 'council' } as const
    const below = act('approve-appoint', '江北县人民检察院检察长', 'lower-chief-procurator', {
      asks,
    })
    expect(of('certificate', [below])).toHaveLength(1)
    expect(of('oath', [below])).toMatchObject([{ heldBy: 'council' }])
  })

  it('files a resignation with the congress where it elected, and nowhere by the catalogue', () => {
    const routes = (post: string, kind: PostKind) =>
      of('filing', [act('accept-resignation', post, kind)]).map(({ toWhom }) => toWhom)
    expect(routes('青山区人民政府副区长', 'government-deputy')).toEqual(['congress'])
    expect(routes('青山区财政局局长', 'government-member')).toEqual([])
  })

  it('has days of its own for the notice and for publishing', () => {
    const rules = { notifyDays: 3, publishDays: 5 }
    expect(of('notice', [head], rules)).toMatchObject([{ dueOn: '2026-04-02' }])
    expect(of('publication', [head], rules)).toMatchObject([{ dueOn: '2026-04-04' }])
  })

  it('two of one name take two oaths', () => {
    const other = act('appoint', '青山区教育局局长', 'government-member', { personId: 'p2' })
    expect(of('oath', [{ ...head, personId: 'p1' }, other])).toHaveLength(2)
    expect(of('oath', [{ ...head, personId: 'p2' }, other])).toHaveLength(1)
  })
})

describe('what needs no vote', () => {
  it('a retired procurator is removed under the law on procurators', () => {
    const { renamePolicy, autoEndCauses } = parameterDefaults
    const rules = { renamePolicy, autoEndCauses }
    const facts = { rules, personName: '方明远', postName: '青山区人民检察院检察长' }
    const articleFor = (kind: PostKind) => endingObstacle('retired', { ...facts, kind })?.article
    expect(articleFor('chief-procurator')).toBe('检察官法 20(六)')
    expect(articleFor('court-president')).toBe('法官法 20(六)')
  })

  it('death always ends an office', () => {
    expect(checkParameter('autoEndCauses', ['abolished']).ok).toBe(false)
    expect(checkParameter('autoEndCauses', ['died']).ok).toBe(true)
  })

  it('a deputy above resigns under an article of its own', () => {
    const from = 'self' as const
    const left = actOn('accept-resignation', '方明远', '江南省第十四届人民代表大会代表', { from })
    expect(findingsOf([left])).toEqual([])
  })
})

it('two failures in a term count where the body has not said otherwise', () => {
  const { resubmitMax, resubmitScope, resubmitWaitMonths } = parameterDefaults
  expect({ resubmitMax, resubmitScope, resubmitWaitMonths }).toEqual({
    resubmitMax: 2,
    resubmitScope: 'cumulative',
    resubmitWaitMonths: 0,
  })
})
