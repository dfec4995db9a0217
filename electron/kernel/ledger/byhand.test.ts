import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Organ, Post, Tenure } from '../../../shared/contract/ledger.ts'
import { chamber } from '../../../test/builders/chamber.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 3 })
})
afterEach(() => own.dispose())

const bureau = '临江市财政局局长'
const enter = async (
  more: Partial<Parameters<TestKernel['client']['ledger']['saveTenure']>[0]> = {},
) =>
  own.client.ledger.saveTenure({
    rev: 0,
    personName: '江一帆',
    postName: bureau,
    fromOn: '2021-03-04',
    ...more,
  })
const end = (tenure: Tenure, cause: Parameters<typeof own.client.ledger.endTenure>[0]['cause']) =>
  own.client.ledger.endTenure({ id: tenure.id, rev: tenure.rev, on: '2026-05-08', cause })
const keyOf = (reply: Parameters<typeof refusal>[0]) => refusal(reply).message?.key

describe('ending a tenure without a vote', () => {
  it('算例 54 退休不自动终止职务：拒绝，并指出须经免职表决', async () => {
    const failed = refusal(await end(value(await enter()), 'retired'))
    expect(failed.message?.key).toBe('rules.ending.retired')
    expect(failed.fields?.['cause']?.key).toBe('rules.ending.way.retired')
  })

  it('算例 55 去世自动终止，不表决；登记有误可以撤回', async () => {
    const tenure = value(await enter())
    const ended = value(await end(tenure, 'died'))
    expect(ended).toMatchObject({ toOn: '2026-05-08', endReason: 'died', endedByActId: null })
    expect(keyOf(await end(ended, 'died'))).toBe('ledger.refused.endedAlready')
    const open = value(await own.client.ledger.reopenTenure({ id: ended.id, rev: ended.rev }))
    expect(open).toMatchObject({ toOn: null, endReason: null })
    const again = own.client.ledger.reopenTenure({ id: open.id, rev: open.rev })
    expect(keyOf(await again)).toBe('ledger.refused.notEndedByHand')
  })

  it('算例 56 机构撤销：按规定自行终止的登记即可，浙江须免职表决', async () => {
    const first = value(await enter())
    const strict = chamber(own)
    await strict.setParameter('autoEndCauses', ['died'])
    expect(keyOf(await end(first, 'abolished'))).toBe('rules.ending.abolished')
    await strict.setParameter('autoEndCauses', ['died', 'abolished'])
    expect(value(await end(first, 'abolished')).endReason).toBe('abolished')
  })

  it('算例 57 机构更名：按本级规则，不重任的不终止', async () => {
    expect(keyOf(await end(value(await enter()), 'renamed'))).toBe('rules.ending.rename-keep')
  })

  it('never ends before it begins', async () => {
    const { id, rev } = value(await enter({ fromOn: '2026-06-01' }))
    const early = { id, rev, on: '2026-05-08', cause: 'died' as const }
    expect(keyOf(await own.client.ledger.endTenure(early))).toBe('ledger.refused.endsBeforeStart')
  })
})

describe('a post a person loosened', () => {
  it('is not tied again by its name alone, but is by a person', async () => {
    const catalogue = async (title: string) => {
      const [organ] = value(await own.client.ledger.catalogue({})).organs
      const facts = { kind: 'government-member', verb: '决定任命', single: true } as const
      const made =
        organ ??
        value(
          await own.client.ledger.saveOrgan({
            ...{ rev: 0, kind: 'government', fromOn: '2020-01-01', name: '临江市财政局' },
          }),
        )
      const { id: organId } = made
      const post = { rev: 0, organId, fromOn: '2020-01-01', title, ...facts }
      return value(await own.client.ledger.savePost(post))
    }
    const { id: postId } = await catalogue('局长')
    const tenure = value(await enter())
    expect(tenure.postId).toBe(postId)
    const { id } = tenure
    const loosened = await own.client.ledger.tieTenure({ id, rev: tenure.rev, postId: null })
    expect(value(loosened).postId).toBeNull()
    await catalogue('副局长')
    const now = async () =>
      value(await own.client.ledger.asOf({ on: '2026-11-26', text: bureau }))[0]
    expect((await now())?.postId).toBeNull()
    const tied = await own.client.ledger.tieTenure({ id, rev: (await now())?.rev ?? 0, postId })
    expect(value(tied).postId).toBe(postId)
  })
})

describe('entering and mending', () => {
  it('moves a tenure to a span that begins after its old end', async () => {
    const { id, rev } = value(await enter({ toOn: '2023-05-06', endReason: 'removed' }))
    const later = { fromOn: '2024-01-08', toOn: '2025-02-03', endReason: 'other' } as const
    const moved = value(await enter({ id, rev, ...later }))
    expect(moved).toMatchObject({ id, ...later })
    const open = value(await enter({ id, rev: moved.rev, fromOn: '2026-01-08' }))
    expect(open).toMatchObject({ fromOn: '2026-01-08', toOn: null, endReason: null })
  })

  it('refuses one post twice over the same days, whatever end of it is told', async () => {
    value(await enter({ toOn: '2023-05-06', endReason: 'removed' }))
    expect(keyOf(await enter({ fromOn: '2022-01-01' }))).toBe('ledger.refused.overlap')
    expect(keyOf(await enter({ fromOn: null }))).toBe('ledger.refused.overlap')
    expect(keyOf(await enter({ fromOn: '2020-01-01' }))).toBe('ledger.refused.overlap')
    expect(value(await enter({ fromOn: '2023-05-06' })).toOn).toBeNull()
    const early = { fromOn: '2019-01-01', toOn: '2021-03-04', endReason: 'other' as const }
    expect(value(await enter(early)).toOn).toBe('2021-03-04')
  })

  it('does not reopen over a tenure that came after', async () => {
    const first = value(await end(value(await enter()), 'died'))
    value(await enter({ fromOn: '2026-06-01' }))
    const { id, rev } = first
    expect(keyOf(await own.client.ledger.reopenTenure({ id, rev }))).toBe('ledger.refused.overlap')
  })

  it('asks for a reason with an end, and for an end with a reason', async () => {
    expect(keyOf(await enter({ toOn: '2023-05-06' }))).toBe('ledger.refused.reasonMissing')
    expect(keyOf(await enter({ endReason: 'other' }))).toBe('ledger.refused.endMissing')
    const turned = { toOn: '2020-05-06', endReason: 'other' as const }
    expect(keyOf(await enter(turned))).toBe('ledger.refused.endsBeforeStart')
  })

  it('mends what was entered, on its newest state alone', async () => {
    const { id, rev, personId } = value(await enter())
    const facts = { id, personId, fromOn: '2021-04-05', note: '补录' }
    expect(value(await enter({ ...facts, rev }))).toMatchObject({
      fromOn: '2021-04-05',
      note: '补录',
      source: 'entered',
    })
    expect(refusal(await enter({ ...facts, rev })).code).toBe('conflict')
  })

  it('asks which of two namesakes is meant', async () => {
    const { personId } = value(await enter())
    value(
      await own.client.roster.saveMember({
        rev: 0,
        name: '江一帆',
        kind: 'ordinary',
        startsOn: '2022-01-10',
      }),
    )
    expect(keyOf(await enter({ postName: '某局局长' }))).toBe('ledger.refused.namesakes')
    expect(value(await enter({ postName: '某局局长', personId })).personId).toBe(personId)
  })

  it('leaves members to the roster', async () => {
    const [member] = value(await own.client.ledger.asOf({ on: '2026-11-26' }))
    const { id = '', rev = 0 } = member ?? {}
    expect(keyOf(await own.client.ledger.removeTenure({ id, rev }))).toBe('ledger.refused.isMember')
  })

  it('keeps a person who is taken off the roster and holds a post', async () => {
    const who = { rev: 0, name: '江一帆', kind: 'ordinary' as const, startsOn: '2022-01-10' }
    const member = value(await own.client.roster.saveMember(who))
    const { personId } = value(await enter())
    expect(personId).toBe(member.personId)
    value(await own.client.roster.removeMember({ id: member.id, rev: member.rev }))
    const { tenures } = value(await own.client.ledger.person({ personId }))
    expect(tenures.map(({ postName }) => postName)).toEqual([bureau])
  })

  it('removes what was entered by mistake', async () => {
    const { id, rev } = value(await enter())
    value(await own.client.ledger.removeTenure({ id, rev }))
    const gone = await own.client.ledger.reopenTenure({ id, rev })
    expect(refusal(gone).code).toBe('not_found')
  })
})

describe('the catalogue', () => {
  const organ = { rev: 0, kind: 'government' as const, fromOn: '2022-01-10', name: '临江市数据局' }
  const post = {
    rev: 0,
    fromOn: '2022-01-10',
    title: '局长',
    kind: 'government-member' as const,
    verb: '决定任命',
    single: true,
  }
  const both = async (): Promise<{ organ: Organ; post: Post }> => {
    const made = value(await own.client.ledger.saveOrgan(organ))
    return {
      organ: made,
      post: value(await own.client.ledger.savePost({ ...post, organId: made.id })),
    }
  }

  it('adds the usual organs and posts of the level once', async () => {
    const first = value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    expect(first.posts).toBeGreaterThan(90)
    expect(value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))).toEqual({
      organs: 0,
      posts: 0,
    })
    const posts = value(await own.client.ledger.posts({ on: '2026-11-26' }))
    const head = posts.find(({ fullName }) => fullName === bureau)
    expect(head).toMatchObject({
      kind: 'government-member',
      verb: '决定任命',
      single: true,
      filing: ['government-above'],
      organName: '临江市财政局',
    })
    expect(value(await own.client.ledger.posts({ on: '2021-12-31' }))).toEqual([])
  })

  it('ties tenures that bear a post’s very name as soon as it is there, and shows them with its organ', async () => {
    value(await enter({ postName: '市数据局局长' }))
    const made = await both()
    const held = await own.client.ledger.asOf({ on: '2026-11-26', organId: made.organ.id })
    expect(value(held).map(({ postId }) => postId)).toEqual([made.post.id])
  })

  it('gives each day the names and facts of that day', async () => {
    const made = await both()
    const { id, rev } = made.organ
    const renamed = { ...organ, id, rev, fromOn: '2024-01-01', name: '临江市数据资源局' }
    value(await own.client.ledger.saveOrgan(renamed))
    const fullNames = async (on: string) =>
      value(await own.client.ledger.posts({ on })).map(({ fullName }) => fullName)
    expect(await fullNames('2023-12-31')).toEqual(['临江市数据局局长'])
    expect(await fullNames('2024-01-01')).toEqual(['临江市数据资源局局长'])
    const gone = { ...post, id: made.post.id, rev: made.post.rev, organId: id, abolished: true }
    value(await own.client.ledger.savePost({ ...gone, fromOn: '2025-01-01' }))
    expect(await fullNames('2025-01-01')).toEqual([])
  })

  it('refuses a second organ or post of one name, and an end without a beginning', async () => {
    const made = await both()
    expect(keyOf(await own.client.ledger.saveOrgan(organ))).toBe('ledger.refused.organExists')
    const again = { ...post, organId: made.organ.id }
    expect(keyOf(await own.client.ledger.savePost(again))).toBe('ledger.refused.postExists')
    const gone = { ...organ, name: '临江市某局', abolished: true }
    expect(keyOf(await own.client.ledger.saveOrgan(gone))).toBe('ledger.refused.abolishedFirst')
  })

  it('keeps what a tenure rests on, and lets the rest go', async () => {
    const made = await both()
    const fromOn = '2022-01-10'
    const tenure = value(await enter({ postName: '临江市数据局局长' }))
    const drop = async () => {
      const { posts } = value(await own.client.ledger.catalogue({}))
      const rev = posts[0]?.rev ?? 0
      return own.client.ledger.removePost({ id: made.post.id, rev, fromOn })
    }
    expect(keyOf(await drop())).toBe('ledger.refused.postInUse')
    value(await own.client.ledger.removeTenure({ id: tenure.id, rev: tenure.rev }))
    value(await drop())
    const { id, rev } = made.organ
    value(await own.client.ledger.removeOrgan({ id, rev, fromOn }))
    expect(value(await own.client.ledger.catalogue({}))).toEqual({ organs: [], posts: [] })
  })

  it('ties and looses a tenure by hand', async () => {
    const made = await both()
    const { id, rev } = value(await enter({ postName: '数据局一把手' }))
    const tied = value(await own.client.ledger.tieTenure({ id, rev, postId: made.post.id }))
    expect(tied).toMatchObject({ postId: made.post.id, organId: made.organ.id })
    const loose = { id, rev: tied.rev, postId: null }
    expect(value(await own.client.ledger.tieTenure(loose)).postId).toBeNull()
  })
})
