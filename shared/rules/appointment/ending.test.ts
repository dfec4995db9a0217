import { describe, expect, it } from 'vitest'
import { endReasons, type PostKind } from '../../contract/ledger.ts'
import { say } from '../../locales/say.ts'
import { parameterDefaults, type ParameterValues } from '../parameters.ts'
import { endingDuties, endingFollows, endingObstacle } from './ending.ts'

const facts = (rules: Partial<ParameterValues> = {}, kind: PostKind = 'government-member') => ({
  rules: { ...parameterDefaults, ...rules },
  kind,
  personName: '王一',
  postName: '临江市财政局局长',
})
const zhejiang: Partial<ParameterValues> = { autoEndCauses: ['died'], renamePolicy: 'reappoint' }

describe('ends without a vote', () => {
  it('算例 54 退休不能自行终止：须走免职表决', () => {
    const obstacle = endingObstacle('retired', facts())
    expect(obstacle?.article).toBe('组织法 50')
    expect(obstacle && say('zh-CN', obstacle.message)).toContain('须由常委会免去')
    expect(obstacle && say('zh-CN', obstacle.wayOut)).toContain('提请免去王一')
    expect(endingObstacle('retired', facts({}, 'court-officer'))?.article).toBe('法官法 20(六)')
    expect(endingObstacle('retired', facts({}, 'procuratorate-officer'))?.article).toBe(
      '检察官法 20(六)',
    )
  })

  it('算例 55 去世：自行终止，不表决，备案', () => {
    for (const rules of [{}, zhejiang]) {
      expect(endingObstacle('died', facts(rules))).toBeUndefined()
      const follows = endingFollows('died', facts(rules))
      expect(follows && say('zh-CN', follows)).toContain('报常委会备案')
    }
  })

  it('算例 56 机构撤销：多数地方自行终止并备案，浙江须免职表决', () => {
    expect(endingObstacle('abolished', facts())).toBeUndefined()
    const follows = endingFollows('abolished', facts())
    expect(follows && say('zh-CN', follows)).toContain('报常委会备案')
    const obstacle = endingObstacle('abolished', facts(zhejiang))
    expect(obstacle && say('zh-CN', obstacle.message)).toContain('应当予以免职')
  })

  it('算例 57 机构更名：不重任的职务继续，重任的终止旧职，重任并免旧的须表决', () => {
    const say = (renamePolicy: ParameterValues['renamePolicy']) =>
      endingObstacle('renamed', facts({ renamePolicy }))?.message.key
    expect(say('keep')).toBe('rules.ending.rename-keep')
    expect(say('reappoint')).toBeUndefined()
    expect(say('reappoint-and-remove')).toBe('rules.ending.rename-remove')
  })

  it('算例 55 去世：备案；重庆另须公告，各按自己的天数', () => {
    const rules = { announceEnds: false, filingDays: 30, publishDays: 7 }
    const died = { cause: 'died', on: '2026-03-31' } as const
    expect(endingDuties(died, rules)).toMatchObject([{ kind: 'filing', dueOn: '2026-04-30' }])
    expect(endingDuties(died, { ...rules, announceEnds: true })).toMatchObject([
      { kind: 'filing', dueOn: '2026-04-30' },
      { kind: 'publication', dueOn: '2026-04-07' },
    ])
    expect(endingDuties({ ...died, cause: 'renamed' }, rules)).toEqual([])
  })

  it('other ends ask for nothing more', () => {
    expect(endingFollows('term-ended', facts())).toBeUndefined()
  })

  it('removal and dismissal are votes; what the congress decides is not the committee’s', () => {
    const refused = endReasons.filter((cause) => endingObstacle(cause, facts()))
    expect(refused).toEqual(['removed', 'dismissed', 'renamed', 'retired'])
  })
})
