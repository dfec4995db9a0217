import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const judges = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    personName: `审${'甲乙丙丁戊己庚辛'[n] ?? ''}`,
    post: '临江市中级人民法院审判员',
  }))

const outcomes = async ({ sessionId }: Hall) =>
  value(await own.client.appointment.nominations({ sessionId })).flatMap((one) =>
    one.acts.map((act) => act.outcome),
  )

describe('merged votes', () => {
  it('算例 38 合并表决，八人同一组数字；未过则八人全部未通过', async () => {
    const place = await room.hall(31)
    const ids = await room.acts(place, judges(8))
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    expect(merged).toMatchObject({ actIds: ids, mergeBasis: { by: 'council', note: '' } })
    const vote = await room.open(place, merged)
    await room.lock(vote, sides(15, 16))
    expect(await outcomes(place)).toEqual(Array(8).fill('failed'))
  })

  it('算例 38 合并表决通过的，八人各有一条任免记录，同日生效', async () => {
    const place = await room.hall(31)
    const ids = await room.acts(place, judges(8))
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    await room.lock(await room.open(place, merged), sides(16, 15))
    const [nomination] = value(await own.client.appointment.nominations(place))
    expect(
      nomination?.acts.map(({ id, outcome, effectiveOn }) => [id, outcome, effectiveOn]),
    ).toEqual(ids.map((id) => [id, 'passed', '2026-11-26']))
  })

  it('算例 39 有人对一人提异议，该人单列，其余合并', async () => {
    const place = await room.hall(31)
    const ids = await room.acts(place, judges(8))
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    const out = { questionId: merged.id, rev: merged.rev, actIds: ids.slice(2, 3) }
    const [rest, alone] = value(await own.client.ballot.takeOut(out))
    expect(rest).toMatchObject({ id: merged.id, actIds: ids.filter((id) => id !== ids[2]) })
    expect(rest?.title).not.toContain('审丙')
    expect(alone).toMatchObject({ actIds: [ids[2]], mergeBasis: null, itemId: place.itemId })
    if (!rest || !alone) throw new Error('two questions expected')
    await room.decided(place, alone, false)
    await room.decided(place, rest)
    const expected = ids.map((id) => (id === ids[2] ? 'failed' : 'passed'))
    expect(await outcomes(place)).toEqual(expected)
  })

  it('算例 41 合并表决中撤回一人的，其余照常表决', async () => {
    const place = await room.hall(31)
    const ids = await room.acts(place, judges(3))
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    const { id, rev } = merged
    const take = (actIds: string[]) =>
      own.client.ballot.withdraw({ id, rev, reason: '提请人撤回', actIds })
    expect(room.key(await take(['nobody']))).toBe('ballot.chamber.actNotHere')
    const rest = value(await take(ids.slice(1, 2)))
    expect(rest).toMatchObject({ actIds: [ids[0], ids[2]], withdrawn: null })
    expect(rest.title).not.toContain('审乙')
    await room.decided(place, rest)
    expect(await outcomes(place)).toEqual(['passed', 'withdrawn', 'passed'])
  })

  it('算例 41 撤回表决事项中的全部任免，即撤回该事项', async () => {
    const place = await room.hall(31)
    const ids = await room.acts(place, judges(2))
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    const { id, rev } = merged
    const gone = value(
      await own.client.ballot.withdraw({ id, rev, reason: '提请人撤回', actIds: ids }),
    )
    expect(gone.withdrawn).toMatchObject({ reason: '提请人撤回' })
    expect(await outcomes(place)).toEqual(['withdrawn', 'withdrawn'])
  })

  it('算例 39 开始表决后不能再移出，也不能全部移出', async () => {
    const place = await room.hall(31)
    const ids = await room.acts(place, judges(3))
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    const { id: questionId, rev } = merged
    const taking = (actIds: string[]) => own.client.ballot.takeOut({ questionId, rev, actIds })
    expect(room.key(await taking(ids))).toBe('ballot.chamber.nothingLeft')
    expect(room.key(await taking(['nobody']))).toBe('ballot.chamber.actNotHere')
    await room.open(place, merged)
    expect(room.key(await taking(ids.slice(0, 1)))).toBe('ballot.alreadyVoted')
  })

  it('算例 40 须逐人表决的职务不得合并', async () => {
    const place = await room.hall(31)
    await room.setParameter('individualPosts', ['副市长'])
    const ids = await room.acts(place, [
      { personName: '王某', post: '临江市副市长' },
      { personName: '李某', post: '临江市财政局局长' },
    ])
    const asking = { itemId: place.itemId, actIds: ids, manner: 'merged' as const }
    expect(room.key(await own.client.ballot.askActs(asking))).toBe('rules.merge.individual')
    expect(await room.askActs(place, ids)).toHaveLength(2)
  })

  it('算例 17 合并由到会多数决定的，11/20 同意即可合并，虽不到全体过半数', async () => {
    const place = await room.hall(31, 11)
    await room.setParameter('mergeAuthority', 'present-majority')
    await room.setParameter('presentMajorityMotions', ['merge-vote'])
    const ids = await room.acts(place, judges(3))
    const asking = { itemId: place.itemId, actIds: ids, manner: 'merged' as const }
    expect(room.key(await own.client.ballot.askActs(asking))).toBe('rules.merge.motion-needed')
    const motion = await room.ask(place, 'procedural', { motion: 'merge-vote', title: '合并表决' })
    const vote = await room.open(place, motion, 'show-of-hands')
    const carried = await room.lock(vote, sides(11, 9))
    expect(carried.outcome).toMatchObject({
      verdict: 'passed',
      threshold: { base: 20, needed: 11 },
    })
    const [merged] = await room.askActs(place, ids, 'merged')
    expect(merged?.mergeBasis).toEqual({ by: 'present-majority', note: '', voteId: carried.id })
  })

  it('算例 17 合并动议没有通过的，不得合并', async () => {
    const place = await room.hall(31)
    await room.setParameter('mergeAuthority', 'present-majority')
    const actIds = await room.acts(place, judges(2))
    const motion = await room.ask(place, 'procedural', { motion: 'merge-vote', title: '合并表决' })
    await room.decided(place, motion, false)
    const asking = { itemId: place.itemId, actIds, manner: 'merged' as const }
    expect(room.key(await own.client.ballot.askActs(asking))).toBe('rules.merge.motion-needed')
  })

  it('算例 18 暂不付表决的动议 10/20 不成立', async () => {
    const place = await room.hall(31, 11)
    await room.setParameter('presentMajorityMotions', ['defer-vote'])
    const motion = await room.ask(place, 'procedural', { motion: 'defer-vote' })
    const vote = await room.open(place, motion, 'show-of-hands')
    const locked = await room.lock(vote, sides(10, 10))
    expect(locked.outcome).toMatchObject({ verdict: 'failed', threshold: { base: 20, needed: 11 } })
  })

  it('算例 42 同一人免三项职务一并表决，不问合并由谁定，生成三条记录', async () => {
    const place = await room.hall(31)
    await room.setParameter('mergeAuthority', 'present-majority')
    const ids = await room.acts(
      place,
      ['庭长', '审判委员会委员', '审判员'].map((post) => ({
        act: 'remove' as const,
        verb: '免去',
        personName: '王某',
        post: `临江市中级人民法院${post}`,
      })),
    )
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    expect(merged.mergeBasis).toBeNull()
    await room.decided(place, merged)
    expect(await outcomes(place)).toEqual(['passed', 'passed', 'passed'])
  })
})

describe('asking by one key', () => {
  it('makes the item’s question once, with the body’s method for its kind', async () => {
    const place = await room.hall(31)
    const itemId = await room.item(place, 'report', '关于预算执行情况的报告')
    const first = value(await own.client.ballot.askItem({ itemId }))
    expect(first).toMatchObject({
      kind: 'report',
      method: 'device',
      title: '关于预算执行情况的报告',
    })
    expect(value(await own.client.ballot.askItem({ itemId }))).toEqual(first)
    await room.decided(place, first)
    const settled = 'ballot.chamber.itemSettled.decided'
    expect(room.key(await own.client.ballot.askItem({ itemId }))).toBe(settled)
  })

  it('is refused where acts wait for their vote and where the item does not tell the kind', async () => {
    const place = await room.hall(31)
    const itemId = await room.item(place, 'appointment')
    await room.acts({ itemId }, judges(2))
    expect(room.key(await own.client.ballot.askItem({ itemId }))).toBe('ballot.chamber.actsWaiting')
    const other = await room.item(place, 'other')
    const asked = await own.client.ballot.askItem({ itemId: other })
    expect(room.key(asked)).toBe('ballot.chamber.kindUnknown')
  })

  it('算例 47 对质询答复不满意的，按联名人过半数：5 人联名须 3 人', async () => {
    const place = await room.hall(31)
    const motion = { title: '对答复不满意', motion: 'inquiry-unsatisfied' as const }
    const asking = { itemId: place.itemId, kind: 'procedural' as const, ...motion }
    expect(room.key(await own.client.ballot.ask(asking))).toBe('ballot.chamber.signatoriesNeeded')
    for (const [yes, verdict] of [
      [2, 'failed'],
      [3, 'passed'],
    ] as const) {
      const question = await room.ask(place, 'procedural', { ...motion, signatories: 5 })
      const vote = await room.open(place, question, 'show-of-hands')
      const locked = await room.lock(vote, sides(yes, 5 - yes))
      expect(locked.outcome).toMatchObject({ verdict, threshold: { base: 5, needed: 3 } })
    }
  })

  it('算例 41 同一议题已有一项有结果的，撤回另一项不算撤回议题', async () => {
    const place = await room.hall(31)
    await room.decided(place, await room.ask(place))
    const { id, rev } = await room.ask(place)
    const stale = { id, rev: rev + 1, reason: '提案人撤回' }
    expect(room.key(await own.client.ballot.withdraw(stale))).toBe('conflict')
    own.events.length = 0
    value(await own.client.ballot.withdraw({ ...stale, rev }))
    const { items } = value(await own.client.session.get({ id: place.sessionId }))
    expect(items[0]?.state).toBe('decided')
    // Whoever looks at the acts or at the agenda sees it too.
    expect(own.events).toMatchObject([
      { changed: { topics: expect.arrayContaining(['ballot', 'appointment', 'session']) } },
    ])
  })

  it('算例 41 表决前撤回，审议终止；开始表决后不能撤回', async () => {
    const place = await room.hall(31)
    const question = await room.ask(place)
    const facts = { id: question.id, rev: question.rev, reason: '提案人撤回，主任会议同意' }
    const gone = value(await own.client.ballot.withdraw(facts))
    expect(gone.withdrawn).toEqual({ at: '2026-11-26T09:10:00', reason: facts.reason })
    expect(room.key(await room.opening(place, gone))).toBe('ballot.chamber.withdrawn')
    const { items } = value(await own.client.session.get({ id: place.sessionId }))
    expect(items[0]?.state).toBe('withdrawn')
    const itemId = await room.item(place)
    const later = await room.ask({ itemId })
    const vote = await room.open(place, later)
    const { rev } = value(await own.client.ballot.question({ id: later.id }))
    const late = { id: later.id, rev, reason: '撤回' }
    expect(room.key(await own.client.ballot.withdraw(late))).toBe('rules.withdraw.begun')
    value(await own.client.ballot.void({ voteId: vote.id, rev: vote.rev, reason: '设备故障' }))
    expect(room.key(await own.client.ballot.withdraw(late))).toBe('rules.withdraw.begun')
  })
})
