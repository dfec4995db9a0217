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

const bureau = '临江市财政局局长'
const appoint = { personName: '张某', post: bureau }
const remove = { act: 'remove' as const, verb: '免去', personName: '李某', post: bureau }

describe('amendments that do not name their motion', () => {
  it('算例 36 议题只有一个议案的，就是对它的修正案，先行表决', async () => {
    const place = await room.hall(31)
    const motion = await room.ask(place)
    const amendment = await room.ask(place, 'amendment', { title: '修正案' })
    expect(amendment.amendsId).toBe(motion.id)
    expect(room.key(await room.opening(place, motion))).toBe('rules.order.amendment-first')
  })

  it('算例 36 先于议案提出的，议案也要等它', async () => {
    const place = await room.hall(31)
    const amendment = await room.ask(place, 'amendment', { title: '修正案' })
    const motion = await room.ask(place)
    expect(room.key(await room.opening(place, motion))).toBe('rules.order.amendment-first')
    await room.decided(place, amendment)
    expect((await room.open(place, motion)).state).toBe('open')
  })

  it('算例 37 议案已经付表决的，不再受理', async () => {
    const place = await room.hall(31)
    await room.open(place, await room.ask(place))
    const late = { itemId: place.itemId, kind: 'amendment' as const, title: '修正案' }
    expect(room.key(await own.client.ballot.ask(late))).toBe('rules.amendment.begun')
  })

  it('有几个可以修正的，须指明', async () => {
    const place = await room.hall(31)
    await room.ask(place, 'bill', { title: '决议一' })
    await room.ask(place, 'bill', { title: '决议二' })
    const unclear = { itemId: place.itemId, kind: 'amendment' as const, title: '修正案' }
    expect(room.key(await own.client.ballot.ask(unclear))).toBe('ballot.chamber.amendsUnclear')
  })
})

describe('acts that nobody has put to the vote yet', () => {
  it('算例 59 免职案还没有付表决的，任命也要等它', async () => {
    const place = await room.hall(31)
    const [first = '', second = ''] = await room.acts(place, [appoint, remove])
    const [asked] = await room.askActs(place, [first])
    if (!asked) throw new Error('one question expected')
    expect(refusal(await room.opening(place, asked)).message).toMatchObject({
      key: 'rules.order.removal-first',
      params: { person: '李某' },
    })
    const [removal] = await room.askActs(place, [second])
    if (!removal) throw new Error('one question expected')
    await room.decided(place, removal)
    expect((await room.open(place, asked)).state).toBe('open')
  })

  it('算例 59 免职案误撤后重新提出并通过的，任命可以表决', async () => {
    const place = await room.hall(31)
    const [first = ''] = await room.acts(place, [remove])
    const [slip] = await room.askActs(place, [first])
    const { id, rev } = slip ?? { id: '', rev: 0 }
    value(await own.client.ballot.withdraw({ id, rev, reason: '误录' }))
    const again = await room.acts(place, [remove, appoint])
    const [removal, appointing] = await room.askActs(place, again)
    if (!removal || !appointing) throw new Error('two questions expected')
    await room.decided(place, removal)
    expect((await room.open(place, appointing)).state).toBe('open')
  })
})

describe('merged by stealth', () => {
  it('算例 49、60 先后相依的两项不能并成一次表决', async () => {
    const place = await room.hall(31)
    const merging = (actIds: string[]) =>
      own.client.ballot.askActs({ itemId: place.itemId, actIds, manner: 'merged' })
    const head = await room.acts(place, [
      { verb: '决定任命', personName: '王某', post: '临江市副市长' },
      { act: 'act-as', verb: '决定代理', personName: '王某', post: '临江市市长' },
    ])
    expect(room.key(await merging(head))).toBe('rules.order.deputy-apart')
    const leaver = await room.acts(place, [
      {
        act: 'accept-resignation',
        verb: '接受',
        personName: '赵某',
        post: '临江市人民代表大会常务委员会委员',
      },
      { personName: '赵某', post: '临江市审计局局长' },
    ])
    expect(room.key(await merging(leaver))).toBe('rules.order.resignation-apart')
  })

  it('算例 17 在别的议题上通过的合并动议不算', async () => {
    const place = await room.hall(31)
    await room.setParameter('mergeAuthority', 'present-majority')
    const judges = ['甲', '乙'].map((who) => ({
      personName: `审${who}`,
      post: '临江市中级人民法院审判员',
    }))
    const actIds = await room.acts(place, judges)
    const itemId = await room.item(place, 'appointment', '另一批任免案')
    const motion = await room.ask({ itemId }, 'procedural', { motion: 'merge-vote' })
    await room.decided(place, motion)
    const asking = { actIds, manner: 'merged' as const }
    const elsewhere = await own.client.ballot.askActs({ itemId, ...asking })
    expect(room.key(elsewhere)).toBe('appointment.otherItem')
    const here = await own.client.ballot.askActs({ itemId: place.itemId, ...asking })
    expect(room.key(here)).toBe('rules.merge.motion-needed')
  })

  it('算例 17 合并动议更正为未通过的，合并的表决不能开始', async () => {
    const place = await room.hall(31)
    await room.setParameter('mergeAuthority', 'present-majority')
    const judges = ['甲', '乙'].map((who) => ({
      personName: `审${who}`,
      post: '临江市中级人民法院审判员',
    }))
    const ids = await room.acts(place, judges)
    const motion = await room.ask(place, 'procedural', { motion: 'merge-vote' })
    const { id: voteId, rev } = await room.decided(place, motion)
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    const words = { reason: '录入有误', witness: '复核人' }
    value(await own.client.ballot.correct({ voteId, rev, tally: sides(3, 28), ...words }))
    expect(room.key(await room.opening(place, merged))).toBe('rules.merge.motion-needed')
  })

  it('算例 40 付表决前才定须逐人的，合并的表决不能开始', async () => {
    const place = await room.hall(31)
    const posts = ['临江市副市长', '临江市财政局局长']
    const ids = await room.acts(
      place,
      posts.map((post, n) => ({ personName: `任${'甲乙'[n] ?? ''}`, post })),
    )
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    await room.setParameter('individualPosts', ['副市长'])
    expect(room.key(await room.opening(place, merged))).toBe('rules.merge.individual')
  })

  it('只有程序性动议才带动议种类：议案不能借用联名人的门槛', async () => {
    const place = await room.hall(31)
    const facts = { itemId: place.itemId, kind: 'bill' as const, title: '决议' }
    const borrowed = { ...facts, motion: 'inquiry-unsatisfied' as const, signatories: 5 }
    expect(room.key(await own.client.ballot.ask(borrowed))).toBe('ballot.chamber.motionKind')
  })
})
