import { describe, expect, it } from 'vitest'
import { defaultFormulas, formulaFault, scriptDrafts } from './script.ts'
import type { ScriptFacts, ScriptItem, ScriptQuestion, ScriptRound, ScriptStage } from './script.ts'
import { facts, item, question, round, tally } from './script/script.testkit.ts'

const texts = (own: ScriptFacts, stage: ScriptStage): string[] =>
  scriptDrafts(own, defaultFormulas, stage).map(({ text }) => text)

const asked = (one: Partial<ScriptQuestion>, stage: ScriptStage = 'live'): string[] =>
  texts(facts([item({ questions: [question(one)] })]), stage)

describe('the opening', () => {
  it('names expected, present and leave, and that the quorum is met', () => {
    expect(texts(facts([]), 'live')).toEqual([
      '主持人：高鹤年',
      '各位组成人员：',
      '本次会议应出席常委会组成人员41人，今天实到38人，请假2人，符合法定人数。',
      '现在开会。',
      '现在散会。',
    ])
  })

  it('has blanks beforehand, and names no leave afterwards where there is none', () => {
    expect(texts(facts([]), 'before')).toContain(
      '本次会议应出席常委会组成人员41人，今天实到（　）人，请假（　）人，符合法定人数。',
    )
    const full = facts([], { roll: { present: 41, onLeave: 0, met: true } })
    expect(texts(full, 'after')).toContain(
      '本次会议应出席常委会组成人员41人，今天实到41人，符合法定人数。',
    )
  })

  it('opens nothing without a quorum', () => {
    const few = texts(facts([], { roll: { present: 20, onLeave: 2, met: false } }), 'live')
    expect(few.join('')).not.toContain('现在开会')
    expect(few.join('')).not.toContain('，符合法定人数')
    expect(few).toContain('未达到法定人数，不能开会；补足人数后重新清点')
  })

  it('names who sits in and how many observe', () => {
    const own = facts([], { sitIn: ['市人民政府副市长陶喆', '市监察委员会主任陆堃'], observers: 8 })
    expect(texts(own, 'before')).toContain(
      '列席今天会议的有：市人民政府副市长陶喆、市监察委员会主任陆堃。',
    )
    expect(texts(own, 'before')).toContain('旁听今天会议的公民有8人。')
  })

  it('afterwards says nothing of what was not done', () => {
    const sitting = { ...facts([]).sitting, over: true }
    const done = item({ id: 'i2', questions: [question({ rounds: [round()] })] })
    const left = item({ questions: [question({ id: 'q9' })] })
    const half = {
      ...done,
      questions: [...done.questions, question({ id: 'q3', title: '没有表决的' })],
    }
    const said = texts(facts([half, left], { sitting }), 'after').join('')
    expect(said).toContain('通过。')
    expect(said).not.toContain('（　）票')
    expect(said).not.toContain('没有表决的')
    expect(said).not.toContain('全部进行完毕')
    expect(texts(facts([half], { sitting }), 'after')).toContain(
      '本次会议的各项议程已经全部进行完毕。',
    )
  })

  it('recesses where the session goes on', () => {
    const sitting = { ...facts([]).sitting, last: false }
    expect(texts(facts([item()], { sitting }), 'live').at(-1)).toBe('本场会议到此结束，现在休会。')
  })
})

describe('a vote by keypads', () => {
  it('asks, waits, and has blanks for the figures and the verdict', () => {
    const said = asked({})
    expect(said.slice(said.indexOf('现在付表决：《临江市河道管理条例》。'), -3)).toEqual([
      '现在付表决：《临江市河道管理条例》。',
      '请按表决器。',
      '稍候',
      '表决结果：赞成（　）票，反对（　）票，弃权（　）票，未按表决器（　）人。（　）。',
    ])
  })

  it('says the result once it is locked', () => {
    expect(asked({ rounds: [round()] })).toContain(
      '表决结果：赞成36票，反对1票，弃权0票，未按表决器1人。通过。',
    )
    expect(asked({ rounds: [round({ verdict: 'failed' })] }).join('')).toContain('。未通过。')
  })

  it('follows the body’s policy for keys not pressed', () => {
    const own = facts([item({ questions: [question({ rounds: [round()] })] })])
    expect(texts({ ...own, notPressed: 'as-abstain' }, 'after')).toContain(
      '表决结果：赞成36票，反对1票，弃权1票。通过。',
    )
    expect(texts({ ...own, notPressed: 'uncounted' }, 'after')).toContain(
      '表决结果：赞成36票，反对1票，弃权0票。通过。',
    )
  })

  it('knows nothing of it in the text for before', () => {
    expect(asked({ rounds: [round()] }, 'before')).toEqual(asked({}, 'before'))
  })

  it('says a corrected result with the one announced before', () => {
    const said = asked({ rounds: [round({ announced: tally({ for: 35, against: 2 }) })] })
    expect(said).toContain('更正：原宣布赞成35票、反对2票、弃权0票，现更正如下。')
  })
})

describe('other methods', () => {
  it('hands: a blank after each side, «没有» where nobody did', () => {
    expect(asked({ method: 'show-of-hands' })).toContain('请放下。反对的请举手。（　）')
    const held = round({ method: 'show-of-hands', tally: tally({ notPressed: 0, against: 2 }) })
    const said = asked({ rounds: [held] })
    expect(said).toContain('请放下。反对的请举手。（2人）')
    expect(said).toContain('请放下。弃权的请举手。（没有）')
  })

  it('secret paper: scrutineers, papers, counting, result', () => {
    const held = round({
      method: 'secret-paper',
      scrutineers: ['陆堃', '徐芳'],
      tally: tally({ notPressed: 0, spoiled: 1, issued: 38, collected: 38 }),
    })
    const said = asked({ rounds: [held] })
    expect(said).toContain(
      '本次表决采用无记名投票方式。监票人是：陆堃、徐芳。请监票人、计票人就位。',
    )
    expect(said).toContain(
      '发出表决票38张，收回表决票38张，收回的票数等于发出的票数，本次表决有效。',
    )
    expect(said).toContain('表决结果：赞成36票，反对1票，弃权0票，无效1票。通过。')
    const blank = asked({ method: 'secret-paper' })
    expect(blank).toContain('发出表决票（　）张，收回表决票（　）张，（　）。')
    expect(blank.join('')).toContain('监票人是：（　　　　）。')
  })

  it('tacit consent and named votes', () => {
    expect(asked({ method: 'tacit' })).toContain('（　）不同意见。（　）。')
    expect(asked({ rounds: [round({ method: 'tacit', tally: null })] })).toContain(
      '没有不同意见。通过。',
    )
    expect(asked({ method: 'named' }).join('')).toContain('本次表决采用记名方式')
  })
})

const mayor = { id: 'n1', kind: 'government-head' as const, name: '市长' }

describe('who put acts forward', () => {
  const council = { id: 'n2', kind: 'council' as const, name: '主任会议委托的（　　　　）' }
  const court = { id: 'n3', kind: 'court-president' as const, name: '市中级人民法院院长' }
  const supervision = { id: 'n4', kind: 'supervisory-head' as const, name: '市监察委员会主任' }
  const calls = (nominators: ScriptItem['nominators'], kind: ScriptItem['kind'] = 'appointment') =>
    scriptDrafts(facts([item({ kind, nominators })]), defaultFormulas, 'before').filter(({ key }) =>
      key.includes('explain'),
    )

  it('is called on each, in the order of the law', () => {
    const order = [court, mayor, council, supervision]
    expect(calls(order).map(({ text }) => text)).toEqual([
      '请主任会议委托的（　　　　）作关于人事任免案的说明。',
      '说明完毕',
      '请市长作关于人事任免案的说明。',
      '说明完毕',
      '请市监察委员会主任作关于人事任免案的说明。',
      '说明完毕',
      '请市中级人民法院院长作关于人事任免案的说明。',
      '说明完毕',
    ])
    expect(calls([court, mayor], 'dismissal').map(({ text }) => text)).toEqual([
      '请市长作关于撤职案的说明。',
      '说明完毕',
      '请市中级人民法院院长作关于撤职案的说明。',
      '说明完毕',
    ])
  })

  it('is called on once for several of his motions, and by a blank where nobody is known', () => {
    expect(calls([mayor, { ...mayor, id: 'n9' }])).toHaveLength(2)
    expect(calls([]).map(({ text }) => text)).toContain('请（　　　　）作关于人事任免案的说明。')
  })

  it('keeps the key of who came first, whoever speaks before', () => {
    const keyOf = (nominators: ScriptItem['nominators'], text: string) =>
      calls(nominators).find((draft) => draft.text.includes(text))?.key
    const alone = keyOf([mayor], '市长')
    expect(keyOf([mayor, council], '市长')).toBe(alone)
    const all = calls([mayor, council, court])
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    expect(keyOf([mayor, council, court], '法院')).toBe(keyOf([mayor, court], '法院'))
  })
})

describe('several persons', () => {
  const act = (n: number) => `任命某${n}为临江市中级人民法院审判员`
  const persons = (method: ScriptQuestion['method'], rounds: readonly ScriptRound[] = []) =>
    [1, 2, 3].map((n) =>
      question({ id: `q${n}`, kind: 'appointment', title: act(n), acts: [act(n)], method, rounds }),
    )
  const appointment = (questions: readonly ScriptQuestion[]) =>
    texts(facts([item({ kind: 'appointment', nominators: [mayor], questions })]), 'live')

  it('one by one, after whoever put them forward has spoken', () => {
    const said = appointment(persons('device'))
    expect(said).toContain('请市长作关于人事任免案的说明。')
    expect(said).toContain('下面对3件任免事项逐人付表决。')
    expect(said.filter((text) => text === '请按表决器。')).toHaveLength(3)
  })

  it('on one paper: asked once, announced for each', () => {
    const said = appointment(persons('secret-paper'))
    expect(said.filter((text) => text === '请工作人员分发表决票。')).toHaveLength(1)
    expect(said.filter((text) => text.startsWith('表决结果'))).toHaveLength(3)
    const held = round({
      method: 'secret-paper',
      sheetId: 'p',
      tally: tally({ notPressed: 0, issued: 38, collected: 37 }),
    })
    const locked = appointment(persons('secret-paper', [held]))
    expect(locked).toContain(
      '发出表决票38张，收回表决票37张，收回的票数少于发出的票数，本次表决有效。',
    )
    expect(locked.filter((text) => text.endsWith('通过。'))).toHaveLength(3)
  })

  it('one by one counts those alone: nobody on a common paper, merged or taken back', () => {
    const onPaper = [1, 2].map((n) =>
      question({ id: `p${n}`, title: act(n), acts: [act(n)], method: 'secret-paper' }),
    )
    const single = (n: number, withdrawn: string | null = null) =>
      question({ id: `d${n}`, title: act(n), acts: [act(n)], method: 'device', withdrawn })
    const merged = question({ id: 'm', acts: [act(6), act(7)], title: `${act(6)}；${act(7)}` })
    const said = appointment([
      ...onPaper,
      single(3),
      single(4),
      single(5, '提请人要求撤回'),
      merged,
    ])
    const at = said.indexOf('下面对2件任免事项逐人付表决。')
    expect(said[at + 1]).toBe(`现在付表决：${act(3)}。`)
    expect(said.filter((text) => text.includes('逐人付表决'))).toHaveLength(1)
    const one = appointment([...onPaper, single(3), single(4, '提请人要求撤回')])
    expect(one.join('')).not.toContain('逐人付表决')
  })

  it('merged, with who allowed it', () => {
    const acts = [act(1), act(2)]
    const said = appointment([
      question({ acts, title: acts.join('；'), mergedBy: '根据主任会议的决定' }),
    ])
    expect(said).toContain('根据主任会议的决定，下列2件任免事项合并付表决：')
    expect(said).toContain('任命某2为临江市中级人民法院审判员。')
  })
})

describe('what changes the course of a vote', () => {
  it('算例 26 keypads fail: the round goes without figures, hands follow', () => {
    const said = asked({
      rounds: [
        round({ state: 'void', reason: '表决器出现故障', tally: null, verdict: null }),
        round({ method: 'show-of-hands', tally: tally({ notPressed: 0 }) }),
      ],
    })
    expect(said).toContain('表决器出现故障，改用举手方式表决。')
    expect(said.indexOf('赞成的请举手。')).toBeGreaterThan(said.indexOf('请按表决器。'))
    expect(said.filter((text) => text.startsWith('表决结果'))).toHaveLength(1)
  })

  it('a void round is held again by the same method', () => {
    const said = asked({
      rounds: [
        round({ state: 'void', reason: '收回票数多于发出票数。', tally: null, verdict: null }),
      ],
    })
    expect(said).toContain('收回票数多于发出票数，本次表决无效，重新进行表决。')
    expect(said.filter((text) => text === '请按表决器。')).toHaveLength(2)
  })

  it('算例 36 amendments come before the bill, whatever the order they were entered in', () => {
    const amendment = question({ id: 'q2', kind: 'amendment', title: '修正案一', amendsId: 'q1' })
    const said = texts(facts([item({ questions: [question(), amendment] })]), 'live')
    expect(said).toContain('对这项议案有修正案，先对修正案进行表决。')
    expect(said.indexOf('现在付表决：修正案一。')).toBeLessThan(
      said.indexOf('现在付表决：《临江市河道管理条例》。'),
    )
  })

  it('算例 41 what was withdrawn is not put to the vote', () => {
    const said = asked({ withdrawn: '提案人要求撤回，主任会议同意' })
    expect(said).toContain('提案人要求撤回，主任会议同意，“《临江市河道管理条例》”不再付表决。')
    expect(said.join('')).not.toContain('现在付表决')
  })

  it('算例 27 papers beyond those issued: the void round is neither announced nor counted', () => {
    const paper = { method: 'secret-paper' as const }
    const counted = tally({ notPressed: 0, issued: 38, collected: 37 })
    const reason = '收回票数多于发出票数'
    const said = asked({
      rounds: [
        round({ ...paper, state: 'void', reason, tally: null, verdict: null }),
        round({ ...paper, tally: counted }),
      ],
    })
    const at = said.indexOf('收回票数多于发出票数，本次表决无效，重新进行表决。')
    expect(said[at - 1]).toBe('清点')
    expect(said.filter((text) => text.startsWith('发出表决票'))).toHaveLength(1)
    expect(said.filter((text) => text === '请监票人、计票人计票。')).toHaveLength(1)
    expect(said.join('')).not.toContain('（　）张')
  })

  it('算例 60 says the membership where it changed', () => {
    expect(asked({ shift: { now: 30, needed: 16 } })).toContain(
      '常委会组成人员现为30人，过半数为16人。',
    )
    expect(asked({ shift: { now: 30, needed: 16 } }, 'before').join('')).not.toContain('现为')
  })

  it('items withdrawn or put off are neither debated nor voted on', () => {
    const gone = item({ state: 'withdrawn', questions: [question()] })
    expect(texts(facts([gone]), 'live')).toContain('这项议题已经撤回，本次会议不再审议。')
    const put = item({ state: 'deferred', questions: [question()] })
    expect(texts(facts([put]), 'live')).toContain('这项议题本次会议暂不付表决。')
    expect(texts(facts([put]), 'live').join('')).not.toContain('现在付表决')
    expect(texts(facts([put]), 'live')).not.toContain('请审议。')
  })

  it('an item put off after it was heard was heard all the same', () => {
    const heard = item({ state: 'deferred', taken: true, questions: [question()] })
    const said = texts(facts([heard]), 'after')
    expect(said.indexOf('这项议题本次会议暂不付表决。')).toBeGreaterThan(said.indexOf('请审议。'))
    expect(said).toContain('请审议。')
    expect(said.join('')).not.toContain('现在付表决')
  })
})

describe('an office’s own sentences', () => {
  it('the built-in ones are themselves without fault', () => {
    for (const [key, text] of Object.entries(defaultFormulas))
      expect([key, formulaFault(key as keyof typeof defaultFormulas, text)]).toEqual([
        key,
        undefined,
      ])
  })

  it('refuses unknown slots, lost figures and results said early', () => {
    expect(formulaFault('begin', '{who}，开会。')).toMatchObject({ reason: 'slot', slot: 'who' })
    expect(formulaFault('resultDevice', '赞成{for}票。{verdict}。')).toMatchObject({
      reason: 'missing',
      slot: 'against',
    })
    expect(formulaFault('put', '现在表决通过：{title}。')).toMatchObject({ reason: 'result' })
    expect(formulaFault('put', '下面表决{title}。')).toBeUndefined()
  })
})
