import { describe, expect, it } from 'vitest'
import { organGroupOf } from './acts.ts'
import type { Act } from './acts.ts'
import {
  actLine,
  actSentence,
  bodyOfTerm,
  citationClause,
  closed,
  congressOf,
  draftingLine,
  papersSentence,
  papersValidSentence,
  passingLine,
  proposedPost,
  quorumSentence,
  rollSentence,
  sessionName,
} from './wording.ts'

const body = '临江市人民代表大会常务委员会'

describe('sentences of appointment papers', () => {
  it.each<[Act, string, string, string, string]>([
    ['appoint', '决定任命', '财政局局长', '张三为财政局局长', '决定任命张三为财政局局长'],
    ['appoint', '任命', '审判员', '张三为审判员', '任命张三为审判员'],
    [
      'remove',
      '决定免去',
      '财政局局长职务',
      '张三的财政局局长职务',
      '决定免去张三的财政局局长职务',
    ],
    ['approve-appoint', '批准任命', '检察长', '张三为检察长', '批准任命张三为检察长'],
    ['approve-remove', '批准免去', '检察长', '张三的检察长职务', '批准免去张三的检察长职务'],
    ['dismiss', '撤销', '审判员', '张三的审判员职务', '撤销张三的审判员职务'],
    ['recall', '罢免', '省代表', '张三的省代表职务', '罢免张三的省代表职务'],
    [
      'act-as',
      '决定代理',
      '市人民政府代理市长',
      '张三代理市人民政府市长',
      '决定张三代理市人民政府市长',
    ],
    ['act-as', '推选代理', '主任', '张三代理主任', '推选张三代理主任'],
    ['accept-resignation', '接受', '市长', '张三辞去市长职务的请求', '接受张三辞去市长职务的请求'],
    ['end', '相应终止', '委员', '张三的委员职务相应终止', '张三的委员职务相应终止'],
  ])('%s, %s', (act, verb, post, line, sentence) => {
    expect(actLine(verb, act, ['张三'], post)).toBe(line)
    expect(actSentence(verb, act, ['张三'], post)).toBe(sentence)
  })

  it.each<[Act, string, string]>([
    ['appoint', '财政局局长', '任财政局局长'],
    ['approve-remove', '检察长职务', '免检察长'],
    ['act-as', '市人民政府代理市长', '代理市人民政府市长'],
    ['accept-resignation', '市长', '辞去市长职务'],
    ['dismiss', '审判员', '撤销审判员职务'],
    ['recall', '省代表', '罢免省代表职务'],
    ['end', '委员', '委员职务终止'],
  ])('%s of %s beside the name', (act, post, proposal) => {
    expect(proposedPost(act, post)).toBe(proposal)
  })

  it('joins several persons and never pads them', () => {
    expect(actLine('任命', 'appoint', ['张三', '买合木提·吐尔逊江'], '审判员')).toBe(
      '张三、买合木提·吐尔逊江为审判员',
    )
  })

  it('falls back on the usual verb when none was stored', () => {
    expect(actSentence('', 'remove', ['张三'], '审判员')).toBe('免去张三的审判员职务')
  })

  it('closes groups by either punctuation', () => {
    expect(closed(['甲', '乙'], 'semicolon')).toEqual(['甲；', '乙。'])
    expect(closed(['甲', '乙'], 'fullStop')).toEqual(['甲。', '乙。'])
    expect(closed([], 'semicolon')).toEqual([])
  })
})

describe('names of bodies and sessions', () => {
  it('sets the term into full and short names', () => {
    expect(bodyOfTerm(body, 17)).toBe('临江市第十七届人民代表大会常务委员会')
    expect(bodyOfTerm('临江市人大常委会', 6)).toBe('临江市第六届人大常委会')
    expect(sessionName(body, 17, 101)).toBe('临江市第十七届人民代表大会常务委员会第一百零一次会议')
    expect(congressOf(body)).toBe('临江市人民代表大会')
  })

  it('writes 题注 with Arabic dates and Chinese ordinals', () => {
    const passing = { date: '2026-01-05', bodyName: body, term: 17, session: 35 }
    expect(passingLine(passing)).toBe(
      '（2026年1月5日临江市第十七届人民代表大会常务委员会第三十五次会议通过）',
    )
    expect(passingLine({ ...passing, sitting: 1 })).toContain('第三十五次会议第一次全体会议通过）')
  })

  it('numbers the council in either way', () => {
    const draft = {
      date: '2026-11-20',
      bodyName: body,
      term: 17,
      council: 116,
      verb: '拟定',
    } as const
    expect(draftingLine({ ...draft, numerals: 'chinese' })).toBe(
      '（2026年11月20日临江市第十七届人大常委会第一百一十六次主任会议拟定）',
    )
    expect(draftingLine({ ...draft, numerals: 'arabic' })).toContain('第116次主任会议')
  })
})

describe('sentences of counts', () => {
  it('leaves out what is nil but not who was expected and present', () => {
    expect(rollSentence({ expected: 30, present: 0, onLeave: 0, absent: 0 })).toBe(
      '应到30人，实到0人',
    )
    expect(rollSentence({ expected: 9, present: 5, onLeave: 1, absent: 1, unmarked: 2 })).toBe(
      '应到9人，实到5人，请假1人，缺席1人，未登记2人',
    )
  })

  it('says met and unmet quorums apart', () => {
    const quorum = { base: 30, needed: 16, met: true }
    expect(quorumSentence(quorum)).toContain('，符合法定人数')
    expect(quorumSentence({ ...quorum, met: false })).toContain('，未达到法定人数')
  })

  it('counts papers and compares them', () => {
    expect(papersSentence({ issued: 38, collected: 37, spoiled: 2 })).toBe(
      '发出表决票38张，收回37张，有效35张，无效2张',
    )
    expect(papersValidSentence({ issued: 38, collected: 37 })).toContain('少于')
    expect(papersValidSentence({ issued: 38, collected: 38 })).toContain('等于')
  })

  it('cites nothing where nothing was given', () => {
    expect(citationClause('')).toBe('')
    expect(citationClause('《某法》第三条的规定')).toBe('根据《某法》第三条的规定，')
  })
})

describe('organ of a post', () => {
  it.each([
    ['临江市人民代表大会常务委员会办公室主任', 'body'],
    ['临江市人大监察和司法委员会副主任委员', 'body'],
    ['临江市人民政府秘书长', 'government'],
    ['临江市发展和改革委员会主任', 'government'],
    ['副市长', 'government'],
    ['临江市监察委员会委员', 'supervisory'],
    ['临江市中级人民法院审判委员会委员', 'court'],
    ['代理院长', 'court'],
    ['临江市人民检察院检察委员会委员', 'procuratorate'],
    ['代理检察长', 'procuratorate'],
    ['临江学院院长', 'other'],
  ])('%s', (post, group) => {
    expect(organGroupOf(post)).toBe(group)
  })
})
