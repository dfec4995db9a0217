import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const order = async (sessionId: string) => value(await own.client.ballot.order({ sessionId }))

describe('the order of voting', () => {
  it('算例 36 两件修正案先表决，再表决议案', async () => {
    const place = await room.hall(31)
    const motion = await room.ask(place)
    const facts = { amendsId: motion.id, signatories: 5 }
    const first = await room.ask(place, 'amendment', { title: '修正案一', ...facts })
    const second = await room.ask(place, 'amendment', { title: '修正案二', ...facts })
    expect(refusal(await room.opening(place, motion)).message).toMatchObject({
      key: 'rules.order.amendment-first',
      params: { title: '修正案一' },
    })
    expect(room.key(await room.opening(place, second))).toBe('rules.order.amendment-first')
    await room.decided(place, first)
    await room.decided(place, second, false)
    expect((await order(place.sessionId)).map((one) => one.obstacles)).toEqual([[], [], []])
    await room.lock(await room.open(place, motion), sides(31))
    // Nothing stands before what is decided.
    expect((await order(place.sessionId)).map((one) => one.obstacles)).toEqual([[], [], []])
  })

  it('算例 36 修正案先于议案提出并表决的，议题仍未表决，议案可以接着提出', async () => {
    const place = await room.hall(31)
    const early = await room.ask(place, 'amendment', { title: '修正案一', signatories: 5 })
    await room.decided(place, early)
    const state = async () =>
      value(await own.client.session.get({ id: place.sessionId })).items.find(
        ({ id }) => id === place.itemId,
      )?.state
    expect(await state()).not.toBe('decided')
    const motion = value(await own.client.ballot.askItem({ itemId: place.itemId }))
    await room.decided(place, motion)
    expect(await state()).toBe('decided')
  })

  it('算例 10 上一次表决按名额计算的，不说成组成人员变动', async () => {
    const place = await room.hall(31, 1, 35)
    const vote = await room.open(place, await room.ask(place))
    const tally = { for: 16, against: 14, abstain: 0, notPressed: 0 }
    const baseChoice = { base: 'quota' as const, note: '议事规则第三十条' }
    value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally, baseChoice }))
    const next = await room.ask(place, 'procedural', { title: '临时动议' })
    const shown = (await order(place.sessionId)).find(({ questionId }) => questionId === next.id)
    expect(shown?.baseShift).toBeNull()
  })

  it('算例 37 表决前一天截止的，当天提出的修正案逾期；联名不足的不受理', async () => {
    const place = await room.hall(31)
    const motion = await room.ask(place)
    const asking = (more: object) =>
      own.client.ballot.ask({
        itemId: place.itemId,
        kind: 'amendment',
        title: '修正案',
        amendsId: motion.id,
        ...more,
      })
    expect(room.key(await asking({ signatories: 4 }))).toBe('rules.amendment.cosigners')
    value(await asking({ signatories: 5 }))
    await room.setParameter('amendmentCutoff', 'day-before')
    expect(room.key(await asking({ signatories: 5 }))).toBe('rules.amendment.late')
    const early = value(await asking({ signatories: 5, proposedOn: '2026-11-25' }))
    expect(early.proposedOn).toBe('2026-11-25')
  })

  it('算例 37 受理时离表决尚远的，到表决当天再看是否逾期', async () => {
    const place = await room.hall(31)
    const { sessionId } = place
    const { rev, number } = value(await own.client.session.get({ id: sessionId }))
    const longer = { startsOn: '2026-11-26', endsOn: '2026-11-27' }
    value(await own.client.session.save({ id: sessionId, rev, number, ...longer }))
    await room.setParameter('amendmentCutoff', 'day-before')
    const motion = await room.ask(place)
    const amendment = await room.ask(place, 'amendment', { amendsId: motion.id, signatories: 5 })
    expect(room.key(await room.opening(place, amendment))).toBe('rules.amendment.late')
    own.at('2026-11-27T09:10:00')
    expect((await room.open(place, amendment)).state).toBe('open')
  })

  it('算例 37 开始表决后不再受理修正案', async () => {
    const place = await room.hall(31)
    const motion = await room.ask(place)
    const vote = await room.open(place, motion)
    const late = { itemId: place.itemId, kind: 'amendment' as const, title: '修正案' }
    const asking = () => own.client.ballot.ask({ ...late, amendsId: motion.id })
    expect(room.key(await asking())).toBe('rules.amendment.begun')
    await room.lock(vote, sides(31))
    expect(room.key(await asking())).toBe('rules.amendment.begun')
  })

  it('算例 49 任命副职未过，不付表决代理正职', async () => {
    const place = await room.hall(31)
    const ids = await room.acts(place, [
      { verb: '决定任命', personName: '王某', post: '临江市副市长' },
      { act: 'act-as', verb: '决定代理', personName: '王某', post: '临江市市长' },
    ])
    const [deputy, acting] = await room.askActs(place, ids)
    if (!deputy || !acting) throw new Error('two questions expected')
    expect(room.key(await room.opening(place, acting))).toBe('rules.order.deputy-first')
    await room.decided(place, deputy, false)
    expect(room.key(await room.opening(place, acting))).toBe('rules.order.deputy-lost')
    expect((await order(place.sessionId))[1]?.obstacles[0]?.key).toBe('rules.order.deputy-lost')
  })

  it('算例 59 同一职务先免后任；免职未过，任命暂缓', async () => {
    const place = await room.hall(31)
    const post = '临江市财政局局长'
    const ids = await room.acts(place, [
      { personName: '张某', post },
      { act: 'remove', verb: '免去', personName: '李某', post },
    ])
    const [remove, appoint] = await room.askActs(place, ids)
    if (!appoint || !remove) throw new Error('two questions expected')
    expect([remove.actIds, appoint.actIds]).toEqual([ids.slice(1), ids.slice(0, 1)])
    expect(room.key(await room.opening(place, appoint))).toBe('rules.order.removal-first')
    await room.decided(place, remove, false)
    expect(room.key(await room.opening(place, appoint))).toBe('rules.order.removal-lost')
  })

  it('算例 59 免职未过、任命撤回此问的，不能再付表决，也不能说明理由越过', async () => {
    const place = await room.hall(31)
    const post = '临江市财政局局长'
    const held = { personName: '李某', postName: post, fromOn: '2023-01-10' }
    value(await own.client.ledger.saveTenure({ rev: 0, ...held }))
    const ids = await room.acts(place, [
      { act: 'remove', verb: '免去', personName: '李某', post },
      { personName: '张某', post },
    ])
    const [remove, appoint] = await room.askActs(place, ids)
    if (!remove || !appoint) throw new Error('two questions expected')
    await room.decided(place, remove, false)
    value(await own.client.ballot.drop({ id: appoint.id, rev: appoint.rev }))
    const [, actId = ''] = ids
    const asked = { itemId: place.itemId, actIds: [actId], manner: 'individually' as const }
    for (const goPast of [undefined, '已向主任会议说明']) {
      const reply = await own.client.ballot.askActs({ ...asked, ...(goPast ? { goPast } : {}) })
      expect(room.key(reply)).toBe('rules.appoint.occupied-kept')
    }
    const past = { actId, code: 'held-off', reason: '已向主任会议说明' }
    expect(room.key(await own.client.appointment.override(past))).toBe(
      'rules.appoint.occupied-kept',
    )
  })

  it('算例 59 免职通过，任命即可表决；一张票上不得并列', async () => {
    const place = await room.hall(31)
    const post = '临江市财政局局长'
    const ids = await room.acts(place, [
      { act: 'remove', verb: '免去', personName: '李某', post },
      { personName: '张某', post },
    ])
    const [remove, appoint] = await room.askActs(place, ids)
    if (!appoint || !remove) throw new Error('two questions expected')
    const { sittingId } = place
    const questionIds = [remove.id, appoint.id]
    const sheet = await own.client.ballot.openSheet({ questionIds, sittingId })
    expect(room.key(sheet)).toBe('rules.order.removal-first')
    await room.decided(place, remove)
    expect((await room.decided(place, appoint)).outcome?.verdict).toBe('passed')
  })

  it('算例 59 同一职务写法不同、目录里没有的，也先免后任', async () => {
    const place = await room.hall(31)
    const post = '市政府秘书长'
    const removal = { act: 'remove' as const, verb: '决定免去', personName: '李某', post }
    const [left = ''] = await room.acts(place, [removal])
    const full = { verb: '决定任命', personName: '张某', post: '临江市人民政府秘书长' }
    const [taken = ''] = await room.acts(place, [full])
    const asked = await room.askActs(place, [taken, left], 'individually', '会前已核对')
    expect(asked.map(({ actIds }) => actIds)).toEqual([[left], [taken]])
    const obstacles = (await order(place.sessionId)).map((one) => one.obstacles)
    expect(obstacles).toMatchObject([[], [{ key: 'rules.order.removal-first' }]])
    const findings = value(await own.client.appointment.findings(place))
    expect(findings.filter(({ code }) => code === 'order')).toMatchObject([{ actIds: [taken] }])
  })

  it('算例 59 几个人同任的职务，任命不等另一人的免职；目录改为只设一人的，就等', async () => {
    const place = await room.hall(31)
    const post = '临江市中级人民法院审判员'
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    const ids = await room.acts(place, [
      { personName: '张某', post },
      { act: 'remove', verb: '免去', personName: '李某', post },
    ])
    const [appoint, remove] = await room.askActs(place, ids, 'individually', '会前已核对')
    if (!appoint || !remove) throw new Error('two questions expected')
    expect([appoint.actIds, remove.actIds]).toEqual([ids.slice(0, 1), ids.slice(1)])
    const waiting = async () =>
      (await order(place.sessionId)).flatMap(({ obstacles }) => obstacles.map(({ key }) => key))
    expect(await waiting()).toEqual([])
    const { posts } = value(await own.client.ledger.catalogue({}))
    const judge = value(await own.client.ledger.posts({})).find((one) => one.fullName === post)
    const { id, rev, organId, position } = posts.find((one) => one.id === judge?.id) ?? {}
    const { kind, title, verb, nominators, acting, certificate, oath, filing } = judge ?? {}
    const facts = { kind, title, verb, nominators, acting, certificate, oath, filing, single: true }
    const changed = { id, rev, organId, position, fromOn: '2026-01-01', ...facts }
    const save = own.client.ledger.savePost
    value(await save(changed as Parameters<typeof save>[0]))
    expect(await waiting()).toEqual(['rules.order.removal-first'])
  })

  it('算例 60、84 委员先辞职，其后表决的分母少一人，并且说明', async () => {
    const place = await room.hall(30)
    const leaver = value(await own.client.roster.members({})).at(-1)
    if (!leaver) throw new Error('members expected')
    const ids = await room.acts(place, [
      { verb: '任命', personName: leaver.name, post: '临江市财政局局长' },
      {
        act: 'accept-resignation',
        verb: '接受',
        personName: leaver.name,
        post: '临江市人民代表大会常务委员会委员',
      },
    ])
    const [resign, appoint] = await room.askActs(place, ids)
    if (!appoint || !resign) throw new Error('two questions expected')
    expect(room.key(await room.opening(place, appoint))).toBe('rules.order.resignation-first')
    own.at('2026-11-26T09:20:00')
    const accepted = await room.decided(place, resign)
    expect(accepted.inOffice).toBe(30)
    own.at('2026-11-26T09:25:00')
    const now = (await order(place.sessionId)).find((one) => one.questionId === appoint.id)
    expect(now).toEqual({
      questionId: appoint.id,
      obstacles: [],
      baseShift: {
        key: 'rules.base-change.other',
        params: { from: 30, to: 29, neededFrom: 16, needed: 15 },
      },
    })
    const vote = await room.open(place, appoint)
    expect(vote).toMatchObject({ inOffice: 29, counts: { expected: 29, present: 29 } })
    const locked = await room.lock(vote, sides(16, 13))
    expect(locked.outcome).toMatchObject({ verdict: 'passed', threshold: { base: 29, needed: 15 } })
  })

  it('算例 84 组成人员 31→30，过半数仍为 16', async () => {
    const place = await room.hall(31)
    const leaver = value(await own.client.roster.members({})).at(-1)
    if (!leaver) throw new Error('members expected')
    const post = '临江市人民代表大会常务委员会委员'
    const ids = await room.acts(place, [
      { act: 'accept-resignation', verb: '接受', personName: leaver.name, post },
    ])
    const [resign] = await room.askActs(place, ids)
    if (!resign) throw new Error('one question expected')
    await room.decided(place, resign)
    const bill = await room.ask(place)
    own.at('2026-11-26T14:30:00')
    const shift = (await order(place.sessionId)).find(
      (one) => one.questionId === bill.id,
    )?.baseShift
    expect(shift).toEqual({
      key: 'rules.base-change.same',
      params: { from: 31, to: 30, neededFrom: 16, needed: 16 },
    })
    const vote = await room.open(place, bill)
    expect(vote.inOffice).toBe(30)
    await room.lock(vote, sides(16, 14))
    const later = await room.ask(place)
    const quiet = (await order(place.sessionId)).find((one) => one.questionId === later.id)
    expect(quiet?.baseShift).toBeNull()
  })
})
