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

const papers = { issued: 31, collected: 31, spoiled: 0 }

const dismissal = async () => {
  const place = await room.hall(31)
  const question = await room.ask(place, 'dismissal')
  const { id, rev } = question
  const heard = { id, rev, manner: 'in-writing' as const, note: '书面申辩已印发' }
  return { place, question, hear: () => own.client.ballot.noteDefence(heard) }
}

describe('dismissals', () => {
  it('算例 65 书面申辩未印发即表决的，拒绝；记录申辩的处理后可以表决', async () => {
    const { place, question, hear } = await dismissal()
    expect(room.key(await room.opening(place, question))).toBe('ballot.chamber.defenceMissing')
    expect(value(await hear()).defence).toEqual({ manner: 'in-writing', note: '书面申辩已印发' })
    expect((await room.open(place, question)).method).toBe('secret-paper')
  })

  it('算例 34 用表决器的，拒绝；本级规则有条文的可以，条文随本轮留存', async () => {
    const { place, question, hear } = await dismissal()
    value(await hear())
    const blocked = 'verdict.blocked.secret-paper-required'
    expect(room.key(await room.opening(place, question, 'device'))).toBe(blocked)
    expect(room.key(await room.opening(place, question, 'named'))).toBe(blocked)
    await room.setParameter('dismissalByDevice', true, '本级任免办法 第二十条')
    const vote = await room.open(place, question, 'device')
    expect(vote.rules.dismissalByDevice).toBe('本级任免办法 第二十条')
    await room.setParameter('dismissalByDevice', false)
    expect((await room.lock(vote, sides(31))).outcome?.verdict).toBe('passed')
  })

  it('算例 34 本级规则要求的监票人不足，拒绝', async () => {
    const { place, question, hear } = await dismissal()
    value(await hear())
    await room.setParameter('scrutineerCount', 2)
    const [first = '', second = ''] = place.members
    const few = await room.opening(place, question, 'secret-paper', [first])
    expect(refusal(few).message).toMatchObject({
      key: 'ballot.chamber.scrutineersFew',
      params: { needed: 2, given: 1 },
    })
    const vote = await room.open(place, question, 'secret-paper', [first, second])
    expect(vote.scrutineers).toHaveLength(2)
  })

  it('算例 16 有视频出席的，撤职案不得表决', async () => {
    const { place, question, hear } = await dismissal()
    value(await hear())
    const { sittingId, members } = place
    value(await own.client.attendance.permitVideo({ sittingId, permitted: true }))
    const memberId = members[5] ?? ''
    value(await own.client.attendance.mark({ sittingId, memberId, state: 'present', video: true }))
    const answer = await room.opening(place, question)
    expect(room.key(answer)).toBe('verdict.blocked.video-against-secret-paper')
  })

  it('算例 16 罢免上级代表同样须无记名，有视频出席的不得表决', async () => {
    const place = await room.hall(31)
    const { sittingId, members } = place
    value(await own.client.attendance.permitVideo({ sittingId, permitted: true }))
    const memberId = members[5] ?? ''
    value(await own.client.attendance.mark({ sittingId, memberId, state: 'present', video: true }))
    const answer = await room.opening(place, await room.ask(place, 'recall'))
    expect(room.key(answer)).toBe('verdict.blocked.video-against-secret-paper')
  })

  it('算例 8 主持人的一票计入：第 16 票使之通过', async () => {
    const place = await room.hall(30, 14)
    const { client } = own
    const sitting = value(await client.session.get({ id: place.sessionId })).sittings[0]
    const [chairId = ''] = place.members
    const { id, rev, kind, startsAt } = sitting ?? { id: '', rev: 0, kind: 'plenary', startsAt: '' }
    const chaired = { id, rev, sessionId: place.sessionId, kind, startsAt, chairId }
    expect(value(await client.session.saveSitting(chaired)).chairId).toBe(chairId)
    const vote = await room.open(place, await room.ask(place))
    expect(vote.counts.present).toBe(16)
    expect((await room.lock(vote, sides(16))).outcome?.verdict).toBe('passed')
  })
})

describe('who watches over the count', () => {
  it('算例 33 监票人就是人选的，须更换；不在会场的不能监票', async () => {
    const place = await room.hall(31, 1)
    const members = value(await own.client.roster.members({}))
    const [candidate, other] = members.slice(10, 12)
    const away = members.at(-1)
    if (!candidate || !other || !away) throw new Error('members expected')
    const post = '临江市人大常委会法制工作委员会主任'
    const ids = await room.acts(place, [{ personName: candidate.name, post }])
    const [question] = await room.askActs(place, ids)
    if (!question) throw new Error('one question expected')
    const opening = (id: string) => room.opening(place, question, 'secret-paper', [id])
    expect(refusal(await opening(candidate.id)).message).toEqual({
      key: 'ballot.chamber.scrutineerConcerned',
      params: { names: candidate.name },
    })
    expect(room.key(await opening(away.id))).toBe('ballot.chamber.scrutineerAway')
    await room.setParameter('scrutineerCount', 2)
    const twice = await room.opening(place, question, 'secret-paper', [other.id, other.id])
    expect(refusal(twice).message).toEqual({
      key: 'ballot.chamber.scrutineersFew',
      params: { needed: 2, given: 1 },
    })
    await room.setParameter('scrutineerCount', 1)
    expect(value(await opening(other.id)).scrutineers).toEqual([other.name])
  })
})

describe('who is counted', () => {
  it('算例 14 列席人员举手不计票：票数多于到会组成人员即作废', async () => {
    const place = await room.hall(31, 11)
    const { sittingId } = place
    const people = [...'甲乙丙丁戊己庚'].map((one) => ({ name: `周${one}` }))
    value(await own.client.attendance.addGuests({ sittingId, kind: 'sitIn', people }))
    const vote = await room.open(place, await room.ask(place), 'show-of-hands')
    expect(vote.counts.present).toBe(20)
    expect(room.key(await room.locking(vote, sides(27)))).toBe(
      'verdict.void.more-votes-than-present',
    )
    expect((await room.lock(vote, sides(20))).tally?.for).toBe(20)
  })

  it('算例 15 视频出席：主任会议未同意的不计到会，同意的计入', async () => {
    const place = await room.hall(31, 13)
    const { sittingId, members } = place
    for (const memberId of members.slice(0, 3))
      value(
        await own.client.attendance.mark({ sittingId, memberId, state: 'present', video: true }),
      )
    const question = await room.ask(place)
    expect(refusal(await room.opening(place, question, 'show-of-hands')).message).toMatchObject({
      key: 'verdict.blocked.no-quorum',
      params: { present: 15 },
    })
    value(await own.client.attendance.permitVideo({ sittingId, permitted: true }))
    const vote = await room.open(place, question, 'show-of-hands')
    expect(vote).toMatchObject({ video: 3, counts: { present: 18 } })
    expect((await room.lock(vote, sides(18))).outcome?.verdict).toBe('passed')
  })

  it('本级规则须用纸票的职务，不得用表决器', async () => {
    const place = await room.hall(31)
    await room.setParameter('secretPaperPosts', ['副市长'])
    const ids = await room.acts(place, [{ personName: '王某', post: '临江市副市长' }])
    const [question] = await room.askActs(place, ids)
    if (!question) throw new Error('one question expected')
    expect(room.key(await room.opening(place, question, 'device'))).toBe('rules.merge.paper-post')
    const vote = await room.open(place, question, 'secret-paper')
    expect((await room.lock(vote, { ...sides(31), ...papers })).state).toBe('locked')
  })
})
