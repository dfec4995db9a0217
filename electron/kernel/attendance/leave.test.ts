import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { attendance } from '../../../shared/contract/attendance.ts'
import {
  entryOf,
  heldOn,
  sittingOn,
  stateRule,
  turnSitting,
} from '../../../test/builders/attendance.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let members: string[]
let place: { sessionId: string; sittingId: string }
beforeEach(async () => {
  own = testKernel('2026-11-20T09:00:00')
  members = await withBody(own)
  place = await sittingOn(own, 20, '2026-11-26')
})
afterEach(() => own.dispose())

const member = (n: number): string => members[n] ?? ''
const slip = (n: number, facts: Partial<InputOf<(typeof attendance)['saveLeave']>> = {}) =>
  own.client.attendance.saveLeave({
    ...{ rev: 0, sessionId: place.sessionId, memberId: member(n), reason: '因病' },
    ...{ approver: '王文', approverRole: 'chair' as const, grantedOn: '2026-11-20' },
    ...facts,
  })
const open = () => turnSitting(own, place, 'open', '2026-11-26T09:00:00')
const call = async (exceptions: { memberId: string }[] = []) =>
  value(await own.client.attendance.callRoll({ sittingId: place.sittingId, exceptions }))
const forecast = async () => value(await own.client.attendance.forecast(place))[0]

describe('leave granted before the day', () => {
  it('is taken over by the roll call with its reason and approval', async () => {
    value(await slip(30))
    value(await slip(29, { sittingId: place.sittingId, reason: '因公出差' }))
    await open()
    const roll = await call()
    expect(roll.counts).toMatchObject({ present: 29, onLeave: 2, absent: 0, unmarked: 0 })
    expect(entryOf(roll, member(30))).toMatchObject({
      ...{ state: 'onLeave', reason: '因病', approver: '王文', approverRole: 'chair' },
      here: false,
    })
    expect(entryOf(roll, member(29)).reason).toBe('因公出差')
  })

  it('makes an exception without a state leave; without a slip it is an absence', async () => {
    value(await slip(30))
    await open()
    const roll = await call([{ memberId: member(30) }, { memberId: member(28) }])
    expect(roll.counts).toMatchObject({ present: 29, onLeave: 1, absent: 1 })
    expect(await call([{ memberId: member(30) }, { memberId: member(28) }])).toEqual(roll)
  })

  it('stays leave where one marked so at the roll call is named again', async () => {
    await open()
    const said = { state: 'onLeave' as const, reason: '因病', approver: '王文' }
    const mark = { sittingId: place.sittingId, memberId: member(28), ...said }
    const roll = value(await own.client.attendance.mark(mark))
    expect(entryOf(await call([{ memberId: member(28) }]), member(28))).toEqual(
      entryOf(roll, member(28)),
    )
  })

  it('is not leave while nobody has granted it', async () => {
    value(await slip(30, { approver: '', approverRole: '', grantedOn: null }))
    expect(await forecast()).toMatchObject({ onLeave: 0, canCome: 31 })
    await open()
    expect(entryOf(await call(), member(30))).toMatchObject({ state: 'present', leave: null })
  })

  it('for one sitting outranks that for the whole session, and one slip stands for each', async () => {
    value(await slip(30, { sittingId: place.sittingId, reason: '因公出差' }))
    value(await slip(30))
    const again = refusal(await slip(30))
    expect(again).toMatchObject({ fields: { memberId: { key: 'attendance.leaveTwice' } } })
    const roll = value(await own.client.attendance.roll({ sittingId: place.sittingId }))
    expect(entryOf(roll, member(30)).leave?.reason).toBe('因公出差')
    expect(value(await own.client.attendance.leaves(place)).map((one) => one.sittingId)).toEqual([
      null,
      place.sittingId,
    ])
  })

  it('says by whom it was granted, and can be changed and removed', async () => {
    expect(refusal(await slip(30, { approver: '' }))).toMatchObject({
      fields: { approver: { key: 'attendance.approverNeeded' } },
    })
    const { id, rev } = value(await slip(30))
    const changed = value(await slip(30, { id, rev, reason: '因事' }))
    expect(changed).toMatchObject({ id, reason: '因事', rev: rev + 1 })
    expect(refusal(await slip(30, { id, rev })).code).toBe('conflict')
    const other = await sittingOn(own, 21, '2026-12-26')
    const moved = { id, rev: changed.rev, sessionId: other.sessionId }
    expect(refusal(await slip(30, moved)).message?.key).toBe('attendance.otherSession')
    expect(refusal(await slip(29, { sittingId: other.sittingId }))).toMatchObject({
      fields: { sittingId: { key: 'attendance.otherSession' } },
    })
    value(await own.client.attendance.removeLeave({ id, rev: changed.rev }))
    expect(value(await own.client.attendance.leaves(place))).toEqual([])
  })

  it('keeps its member on the roster and its sitting in the session', async () => {
    value(await slip(30, { sittingId: place.sittingId }))
    const { rev } = value(await own.client.roster.members({}))[30] ?? { rev: 0 }
    const gone = refusal(await own.client.roster.removeMember({ id: member(30), rev }))
    expect(gone.message?.key).toBe('roster.memberInUse')
    const sitting = value(await own.client.session.get({ id: place.sessionId })).sittings[0]
    const facts = { id: place.sittingId, rev: sitting?.rev ?? 0 }
    expect(refusal(await own.client.session.removeSitting(facts)).message?.key).toBe(
      'session.sittingInUse',
    )
  })
})

describe('who may approve', () => {
  it('算例 88 全体会议请假仅获秘书长批准：提示层级不足，仍可登记', async () => {
    const low = { approverRole: 'secretary-general' as const, sittingId: place.sittingId }
    const { fault } = value(await slip(30, low))
    expect(fault).toEqual({
      key: 'rules.leave.too-low.plenary',
      params: { role: 'secretary-general' },
    })
    expect(value(await slip(29, { sittingId: place.sittingId })).fault).toBeNull()
    const before = value(await own.client.attendance.roll({ sittingId: place.sittingId }))
    expect(entryOf(before, member(30))).toMatchObject({ state: null, approverFault: fault })
    await open()
    expect(entryOf(await call(), member(30))).toMatchObject({
      ...{ state: 'onLeave', approverFault: fault },
    })
  })

  it('算例 88 点名时登记的请假同样提示；本级规则可以另定', async () => {
    await open()
    const mark = { sittingId: place.sittingId, memberId: member(3), state: 'onLeave' as const }
    const said = { reason: '因病', approver: '孙安', approverRole: 'secretary-general' as const }
    const roll = value(await own.client.attendance.mark({ ...mark, ...said }))
    expect(entryOf(roll, member(3)).approverFault?.key).toBe('rules.leave.too-low.plenary')
    const roles = ['chair', 'secretary-general']
    await stateRule(own, 'leaveApprovers', {
      ...{ whole: roles, plenary: roles, joint: roles, group: roles },
    })
    const after = value(await own.client.attendance.roll({ sittingId: place.sittingId }))
    expect(entryOf(after, member(3)).approverFault).toBeNull()
  })
})

describe('the forecast', () => {
  it('says who can come at most and how far that is from the quorum', async () => {
    for (const n of [20, 21, 22, 23, 24, 25, 26, 27, 28]) value(await slip(n))
    expect(await forecast()).toEqual({
      ...{ sittingId: place.sittingId, inOffice: 31, base: 31, needed: 16 },
      ...{ onLeave: 9, suspended: 0, canCome: 22, margin: 6 },
    })
  })

  it('算例 9 请假者不出分母：N 仍 31，门槛 16', async () => {
    for (const n of [26, 27, 28, 29, 30]) value(await slip(n))
    await open()
    const roll = await call([{ memberId: member(24) }, { memberId: member(25) }])
    expect(roll.counts).toMatchObject({ expected: 31, present: 24, onLeave: 5, absent: 2 })
    expect(roll.quorum).toEqual({ base: 31, needed: 16, present: 24, met: true })
  })

  it('算例 83 暂停执行职务的又请了假，只少一人', async () => {
    const facts = { startsOn: '2026-11-20', endsOn: null, reason: '立案审查' }
    value(await own.client.attendance.saveSuspension({ rev: 0, memberId: member(29), ...facts }))
    for (const n of [29, 30]) value(await slip(n))
    expect(await forecast()).toMatchObject({ onLeave: 1, suspended: 1, canCome: 29, margin: 13 })
  })

  it('and the roll take the seats for all members where the body’s rules do', async () => {
    const body = value(await own.client.body.get({}))
    if (!body) throw new Error('a body expected')
    const { name, shortName, level, rev, term } = body
    const more = { number: term.number, startsOn: term.startsOn, seats: 35 }
    value(await own.client.body.save({ name, shortName, level, rev, term: more }))
    await stateRule(own, 'base', 'quota')
    expect(await forecast()).toMatchObject({ base: 35, needed: 18, canCome: 31, margin: 13 })
    const { quorum } = value(await own.client.attendance.roll({ sittingId: place.sittingId }))
    expect(quorum).toMatchObject({ base: 35, needed: 18 })
  })

  it('falls below zero when too many are away, and counts a body’s stricter quorum', async () => {
    for (let n = 15; n < 31; n += 1) value(await slip(n))
    expect(await forecast()).toMatchObject({ canCome: 15, needed: 16, margin: -1 })
    await stateRule(own, 'quorum', { num: 2, den: 3, strict: true })
    expect(await forecast()).toMatchObject({ canCome: 15, needed: 21, margin: -6 })
  })
})

describe('absence warnings', () => {
  const warnings = async () => value(await own.client.attendance.warnings({}))

  it('算例 89 全年会议 18 天未批缺 7 天：超过三分之一，只提示，不除名', async () => {
    await stateRule(own, 'absenceFlags', ['days-over-third'])
    for (let n = 0; n < 18; n += 1) {
      const day = `2026-${String(3 + Math.floor(n / 6)).padStart(2, '0')}-${String(10 + (n % 6))}`
      const state = 'absent' as const
      await heldOn(own, 100 + n, day, n < 7 ? [{ memberId: member(30), state }] : [])
      if (n === 5) expect(await warnings()).toHaveLength(1)
    }
    own.at('2026-11-20T09:00:00')
    const last = value(await own.client.roster.members({}))[30]
    expect(await warnings()).toEqual([
      {
        ...{ memberId: member(30), name: last?.name },
        message: {
          key: 'rules.absence.days-over-third',
          params: { year: '2026', missed: 7, of: 18, percent: 38.9 },
        },
      },
    ])
    expect(value(await own.client.roster.membership({})).inOffice).toBe(31)
  })

  it('算例 90 未经批准连续三次：应当辞去的提示，N 不变直至接受', async () => {
    await stateRule(own, 'absenceFlags', ['unapproved-three-in-row'])
    const absent = [{ memberId: member(30), state: 'absent' as const }]
    const leave = [{ memberId: member(29), state: 'onLeave' as const }]
    await heldOn(own, 101, '2026-05-20', [...absent, ...leave])
    await heldOn(own, 102, '2026-07-20', [...absent, ...leave])
    expect(await warnings()).toEqual([])
    await heldOn(own, 103, '2026-09-20', [...absent, ...leave])
    expect(await warnings()).toMatchObject([
      {
        memberId: member(30),
        message: { key: 'rules.absence.unapproved-three-in-row', params: { times: 3 } },
      },
    ])
    expect(value(await own.client.roster.membership({})).inOffice).toBe(31)
  })

  it('算例 83、15 暂停执行职务期间不算缺席，到末日为止；视频未计入到会的也不算', async () => {
    await stateRule(own, 'absenceFlags', ['days-over-half'])
    const days = ['2026-03-20', '2026-05-20', '2026-07-20']
    const suspended = { startsOn: '2026-05-01', endsOn: '2026-07-20', reason: '立案审查' }
    value(
      await own.client.attendance.saveSuspension({ rev: 0, memberId: member(29), ...suspended }),
    )
    const away = [28, 29, 30].map((n) => ({ memberId: member(n), state: 'absent' as const }))
    for (const [n, day] of days.entries()) await heldOn(own, 101 + n, day, away)
    const [held] = value(await own.client.session.list({})).filter(({ number }) => number === 103)
    const { sittings } = value(await own.client.session.get({ id: held?.id ?? '' }))
    const mark = { memberId: member(28), state: 'present' as const, video: true }
    value(await own.client.attendance.mark({ sittingId: sittings[0]?.id ?? '', ...mark }))
    expect(
      (await warnings()).map(({ memberId, message: { params } }) => [
        memberId,
        params?.['missed'],
        params?.['of'],
      ]),
    ).toEqual([
      [member(28), 2, 2],
      [member(29), 1, 1],
      [member(30), 3, 3],
    ])
  })

  it('asks nobody for sittings before their oath, and says nothing unless the body set a rule', async () => {
    const absent = [{ memberId: member(30), state: 'absent' as const }]
    for (const [n, day] of ['2026-03-20', '2026-05-20', '2026-07-20'].entries())
      await heldOn(own, 101 + n, day, absent)
    expect(await warnings()).toEqual([])
    await stateRule(own, 'absenceFlags', ['attended-below-two-thirds'])
    own.at('2026-11-20T09:00:00')
    const late = { rev: 0, name: '新任者', kind: 'ordinary' as const, startsOn: '2026-08-01' }
    value(await own.client.roster.saveMember(late))
    expect((await warnings()).map(({ memberId }) => memberId)).toEqual([member(30)])
  })
})
