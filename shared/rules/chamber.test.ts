import { describe, expect, it } from 'vitest'
import { questionKinds } from '../contract/ballot.ts'
import { itemKinds } from '../contract/session.ts'
import { say } from '../locales/say.ts'
import { amendmentFault } from './amendment.ts'
import { baseChange } from './base-change.ts'
import { quorumForecast } from './forecast.ts'
import { questionKindOfItem } from './item-question.ts'
import { leaveApproverFault, leaveRoles, leaveScopes, usualLeaveApprovers } from './leave.ts'
import { moreThanHalf, neededOf } from './majority.ts'
import { membershipAt } from './membership.ts'
import { hasMemberKind, isCouncilMember } from './seats.ts'
import { withdrawCondition, withdrawObstacle, withdrawRules } from './withdrawal.ts'
import { memberKinds } from '../contract/roster.ts'

describe('amendments', () => {
  const beijing = { amendmentCutoff: 'day-before', amendmentCosigners: 5 } as const
  const guangdong = { amendmentCutoff: 'before-vote', amendmentCosigners: 5 } as const
  const today = { votingOn: '2026-11-26', begun: false }
  const fault = (
    proposedOn: string,
    signatories: number | null,
    rules: typeof beijing | typeof guangdong,
    motion = today,
  ) => amendmentFault({ proposedOn, signatories }, motion, rules)?.key.split('.').at(-1)

  it('算例 37 北京、上海当天提出已经逾期，广东表决前都可以，须五人', () => {
    expect(fault('2026-11-26', 5, beijing)).toBe('late')
    expect(fault('2026-11-25', 5, beijing)).toBeUndefined()
    expect(fault('2026-11-26', 5, guangdong)).toBeUndefined()
    expect(fault('2026-11-26', 4, guangdong)).toBe('cosigners')
    expect(fault('2026-11-26', 5, guangdong, { ...today, begun: true })).toBe('begun')
    expect(fault('2026-11-27', 5, guangdong)).toBe('begun')
  })

  it('算例 37 主任会议、专门委员会提出的不须联名', () => {
    expect(fault('2026-11-26', null, guangdong)).toBeUndefined()
    expect(fault('2026-11-25', null, beijing)).toBeUndefined()
  })
})

describe('taking back', () => {
  it('算例 41 开始表决后要求撤回的拒绝，之前的按本级规定办', () => {
    expect(withdrawObstacle(true)?.key).toBe('rules.withdraw.begun')
    expect(withdrawObstacle(false)).toBeUndefined()
    const conditions = withdrawRules.map((rule) => say('zh-CN', withdrawCondition(rule)))
    expect(new Set(conditions).size).toBe(withdrawRules.length)
    expect(conditions[1]).toContain('多数组成人员')
  })
})

describe('the council', () => {
  it('算例 48 县级主任会议只有主任、副主任；市级还有秘书长', () => {
    const of = (level: 'county' | 'city') =>
      memberKinds.filter((kind) => isCouncilMember(level, kind))
    expect(of('county')).toEqual(['chair', 'vice-chair'])
    expect(of('city')).toEqual(['chair', 'vice-chair', 'secretary-general'])
    expect(hasMemberKind('county', 'secretary-general')).toBe(false)
  })
})

describe('members leaving', () => {
  const members = Array.from({ length: 31 }, (_, at) => ({
    id: `m${at}`,
    startsOn: '2022-01-10',
    endsAt: null as string | null,
  }))
  const without = (id: string, endsAt: string) =>
    members.map((member) => (member.id === id ? { ...member, endsAt } : member))
  const baseAt = (list: typeof members, moment: string) => membershipAt(list, moment).length

  it('算例 80 代表职务被罢免，常委会职务相应撤销，从那一刻起少一人，不经表决', () => {
    const recalled = without('m7', '2026-11-26T10:00:00')
    expect(baseAt(recalled, '2026-11-26T09:59:59')).toBe(31)
    expect(baseAt(recalled, '2026-11-26T10:00:00')).toBe(30)
  })

  it('算例 81 辞去代表被接受，常委会职务相应终止，以日为期的算到当日终了', () => {
    const resigned = without('m7', '2026-11-26')
    expect(baseAt(resigned, '2026-11-26T23:59:59')).toBe(31)
    expect(baseAt(resigned, '2026-11-27T00:00:00')).toBe(30)
  })

  it('算例 85 任期届满而新常委会没有选出，原组成人员照常计算', () => {
    expect(baseAt(members, '2027-06-30T09:00:00')).toBe(31)
  })

  it('算例 84 人数变动说明分母和过半数，门槛变了的一并说明', () => {
    const at = (base: number) => ({ base, needed: neededOf(moreThanHalf, base) })
    const shift = (from: number, to: number): string | null => {
      const message = baseChange(at(from), at(to))
      return message && say('zh-CN', message)
    }
    expect(shift(31, 30)).toBe('组成人员 31→30，过半数 16')
    expect(shift(30, 29)).toBe('组成人员 30→29，过半数 16→15')
    expect(shift(31, 31)).toBeNull()
    expect(baseChange(null, at(31))).toBeNull()
  })
})

describe('leave', () => {
  it('算例 88 山东：全体会议请假仅经秘书长批准，层级不够', () => {
    const fault = leaveApproverFault(usualLeaveApprovers, 'plenary', 'secretary-general')
    expect(fault && say('zh-CN', fault)).toBe('全体会议请假，秘书长批准的层级不够，请核对请假单。')
    expect(fault && say('en', fault)).toContain('the secretary-general')
    expect(leaveApproverFault(usualLeaveApprovers, 'plenary', 'chair')).toBeUndefined()
    expect(leaveApproverFault(usualLeaveApprovers, 'group', 'secretary-general')).toBeUndefined()
  })

  it('every role and scope has its words in both languages', () => {
    for (const scope of leaveScopes) {
      for (const role of leaveRoles) {
        const fault = leaveApproverFault({ ...usualLeaveApprovers, [scope]: [] }, scope, role)
        for (const locale of ['zh-CN', 'en'] as const) {
          expect(fault && say(locale, fault)).not.toMatch(/\$t|\{\{|rules\./u)
        }
      }
    }
  })
})

describe('before the day', () => {
  it('算例 9、83 请假和暂停职务的都在分母，只是不能到会', () => {
    const facts = { inOffice: 31, seats: 35, quorum: moreThanHalf, onLeave: 7, suspended: 1 }
    expect(quorumForecast({ ...facts, base: 'actual' })).toEqual({
      canCome: 23,
      needed: 16,
      base: 31,
      margin: 7,
    })
    expect(quorumForecast({ ...facts, base: 'quota' })).toMatchObject({ needed: 18, margin: 5 })
    expect(quorumForecast({ ...facts, base: 'actual', onLeave: 16 })).toMatchObject({ margin: -2 })
  })
})

describe('the question an item makes', () => {
  it('is one that can be asked, or none where the item does not tell', () => {
    const made = itemKinds.map((kind) => questionKindOfItem(kind))
    expect(itemKinds.filter((_, at) => made[at] === null)).toEqual(['satisfaction', 'other'])
    for (const kind of made) if (kind) expect(questionKinds).toContain(kind)
  })
})
