/** Invented sittings for the script and the minutes, with all that can go wrong in one. */
import type { MinutesFacts, RoundRecord } from '../../shared/papers/minutes.ts'
import type { ScriptFacts, ScriptQuestion, ScriptRound } from '../../shared/papers/script.ts'
import { head, people, rareNames } from './facts.ts'

const { bodyName, term, session, date } = head

const held: ScriptRound = {
  method: 'device',
  state: 'locked',
  reason: '',
  tally: { for: 37, against: 0, abstain: 1, notPressed: 0, spoiled: 0 },
  verdict: 'passed',
  scrutineers: [],
  sheetId: null,
  announced: null,
  shift: null,
}

const asked: ScriptQuestion = {
  id: 'q',
  itemId: 'i',
  kind: 'bill',
  title: '《临江市河道管理条例》',
  method: 'device',
  amendsId: null,
  acts: [],
  mergedBy: '',
  withdrawn: null,
  heldOffBy: null,
  rounds: [held],
  shift: null,
}

const persons = [
  '决定任命陶喆为临江市人民政府秘书长',
  '任命买合木提·吐尔逊江为临江市人民代表大会常务委员会法制工作委员会主任',
]

const onPaper: ScriptRound = {
  ...held,
  method: 'secret-paper',
  sheetId: 'p',
  scrutineers: ['陆堃', '欧阳若兰'],
  tally: { for: 36, against: 1, abstain: 0, notPressed: 0, spoiled: 1, issued: 38, collected: 38 },
}

const broken: ScriptRound = {
  ...held,
  state: 'void',
  reason: '表决器出现故障',
  tally: null,
  verdict: null,
}

/** A sitting with an amendment, a keypad failure, a correction, persons on one paper, a change of the membership. */
export const scriptFacts: ScriptFacts = {
  bodyName,
  term,
  session,
  sitting: {
    id: 's',
    kind: 'plenary',
    name: '第一次全体会议',
    date,
    chair: '高鹤年',
    first: true,
    last: true,
    over: true,
  },
  expected: 41,
  roll: { present: 38, onLeave: 2, met: true },
  sitIn: ['市人民政府副市长陶喆', '市监察委员会副主任陆堃'],
  observers: 6,
  agendaCount: 3,
  notPressed: 'separate',
  items: [
    {
      id: 'i1',
      kind: 'bill',
      position: 1,
      title: '审议《临江市河道管理条例（草案）》',
      written: false,
      heard: false,
      taken: true,
      state: 'decided',
      declined: null,
      nominators: [],
      questions: [
        { ...asked, id: 'q1', rounds: [{ ...held, announced: { ...held.tally!, for: 36 } }] },
        {
          ...asked,
          id: 'q2',
          kind: 'amendment',
          title: '关于《临江市河道管理条例（草案）》第十二条的修正案',
          amendsId: 'q1',
          rounds: [broken, { ...held, method: 'show-of-hands', verdict: 'failed' }],
        },
      ],
    },
    {
      id: 'i2',
      kind: 'report',
      position: 2,
      title: '听取和审议市人民政府关于2026年上半年国民经济和社会发展计划执行情况的报告',
      written: false,
      heard: false,
      taken: true,
      state: 'deliberated',
      declined: null,
      nominators: [],
      questions: [],
    },
    {
      id: 'i3',
      kind: 'appointment',
      position: 3,
      title: '审议人事任免案',
      written: false,
      heard: false,
      taken: true,
      state: 'current',
      declined: null,
      nominators: [{ id: 'n1', kind: 'government-head', name: '市长' }],
      questions: persons.map((title, at) => ({
        ...asked,
        id: `p${at}`,
        kind: 'appointment' as const,
        method: 'secret-paper' as const,
        title,
        acts: [title],
        rounds: [{ ...onPaper, shift: at === 0 ? { now: 40, needed: 21 } : null }],
      })),
    },
    {
      id: 'i4',
      kind: 'bill',
      position: 4,
      title: '审议关于加强山洪防治的议案',
      written: false,
      heard: false,
      taken: true,
      state: 'declined',
      declined: '不属于本级人大常委会职权范围',
      nominators: [],
      questions: [],
    },
  ],
}

const round: Extract<RoundRecord, { state: 'locked' }> = {
  method: 'device',
  time: '10:24',
  expected: 41,
  present: 38,
  video: 1,
  scrutineers: [],
  tellers: [],
  state: 'locked',
  tally: '赞成 36 票，反对 1 票，弃权 0 票，未按表决器 1 人。',
  sentence: '组成人员 41，过半数需 21；赞成 36，通过，多 15 票。',
  papers: null,
  baseNote: '',
  byDevice: '',
  corrections: [],
  named: [],
}

/** One sitting with a void round, a correction, a named vote, a choice of base, speeches and incidents. */
export const minutesFacts: MinutesFacts = {
  bodyName,
  term,
  session,
  date,
  keepers: ['徐芳'],
  sittings: [
    {
      name: '第一次全体会议',
      kind: 'plenary',
      date,
      from: '09:00',
      to: '11:40',
      recesses: [],
      place: '市人大常委会会议厅',
      chair: '高鹤年',
      roll: {
        name: '第一次全体会议',
        date,
        people: people(41),
        quorum: { base: 41, needed: 21, met: true },
      },
      video: ['陆堃'],
      sitIn: [
        { name: '陶喆', post: '市人民政府副市长' },
        { name: '买合木提·吐尔逊江', post: '市监察委员会副主任' },
      ],
      observers: 6,
      items: [
        {
          title: '审议《临江市河道管理条例（草案）》',
          kind: 'bill',
          state: 'decided',
          settled: true,
          declined: null,
          written: false,
          speeches: [
            {
              name: '欧阳若兰',
              turn: 1,
              from: '09:20',
              to: '09:31',
              seconds: 640,
              extraSeconds: 0,
              extendedBy: '',
            },
            {
              name: '龚䶮',
              turn: 2,
              from: '09:32',
              to: '09:45',
              seconds: 780,
              extraSeconds: 180,
              extendedBy: '高鹤年',
            },
          ],
          questions: [
            {
              title: '关于第十二条的修正案',
              acts: [],
              mergedBy: '',
              amends: '《临江市河道管理条例》',
              defence: '',
              withdrawn: '提案人要求撤回，主任会议同意',
              rounds: [],
            },
            {
              title: '《临江市河道管理条例》',
              acts: [],
              mergedBy: '',
              amends: null,
              defence: '',
              withdrawn: null,
              rounds: [
                { ...round, state: 'void', reason: '表决器出现故障' },
                {
                  ...round,
                  method: 'show-of-hands',
                  time: '10:31',
                  tally: '赞成 37 票，反对 1 票，弃权 0 票。',
                  tellers: ['孙丽', '白𬭎'],
                  corrections: [
                    {
                      date,
                      changed: [{ field: '赞成', old: '36票', new: '37票' }],
                      verdict: { old: 'passed', new: 'passed' },
                      reason: '录入有误',
                      names: ['徐芳', '孙丽'],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          title: '审议人事任免案',
          kind: 'appointment',
          state: 'decided',
          settled: true,
          declined: null,
          written: false,
          speeches: [],
          questions: [
            {
              title: persons.join('；'),
              acts: persons,
              mergedBy: '根据主任会议的决定',
              amends: null,
              defence: '',
              withdrawn: null,
              rounds: [
                {
                  ...round,
                  method: 'secret-paper',
                  time: '10:52',
                  tally:
                    '发出 38 张，收回 37 张，有效 36 张，无效 1 张；赞成 34 票，反对 2 票，弃权 0 票。',
                  papers: { issued: 38, collected: 37 },
                  scrutineers: ['陆堃', '欧阳若兰'],
                  baseNote: '名额四十三名，缺额二名，按实有人数计',
                },
              ],
            },
            {
              title: '撤销龚䶮临江市中级人民法院审判员职务',
              acts: [],
              mergedBy: '',
              amends: null,
              defence: '被提出撤职的人员在会议上作了申辩',
              withdrawn: null,
              rounds: [
                { ...round, time: '11:05', byDevice: '《临江市人大常委会议事规则》第四十一条' },
              ],
            },
            {
              title: '关于暂不付表决的动议',
              acts: [],
              mergedBy: '',
              amends: null,
              defence: '',
              withdrawn: null,
              rounds: [
                {
                  ...round,
                  method: 'named',
                  time: '11:20',
                  tally: '赞成 8 票，反对 2 票，弃权 0 票。',
                  named: rareNames.map((name, at) => ({
                    name,
                    choice: at < 8 ? ('for' as const) : ('against' as const),
                  })),
                },
              ],
            },
          ],
        },
        {
          title: '其他',
          kind: 'other',
          state: 'deliberated',
          settled: true,
          declined: null,
          written: false,
          speeches: [],
          questions: [],
        },
        {
          title: '审议关于加强山洪防治的议案',
          kind: 'bill',
          state: 'declined',
          settled: true,
          declined: '不属于本级人大常委会职权范围',
          written: false,
          speeches: [],
          questions: [],
        },
      ],
      speeches: [],
      incidents: [
        { time: '10:25', kind: 'device', text: '第3排表决器无响应', corrected: null },
        {
          time: '10:40',
          kind: 'ruling',
          text: '主持人裁定重新清点',
          corrected: { time: '10:38', kind: 'ruling', text: '主持人裁定重新清点到会人数' },
        },
      ],
    },
  ],
}
