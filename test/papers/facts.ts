/** Invented facts every paper is tried on: rare characters, dotted names, names of five to eight characters. */
import { organGroupOf } from '../../shared/papers/acts.ts'
import type { Act, ActFact, Outcome } from '../../shared/papers/acts.ts'
import type { AgendaFacts } from '../../shared/papers/agenda.ts'
import type { AttendanceFacts, RollFact } from '../../shared/papers/attendance.ts'
import type { ListFacts } from '../../shared/papers/list.ts'
import type { ResultFacts } from '../../shared/papers/result.ts'

export const head = {
  bodyName: '临江市人民代表大会常务委员会',
  term: 17,
  session: 35,
  date: '2026-11-26',
} as const

/** 喆 堃 䶮 and 𬭎 (outside the basic plane); dots; compound and long names. */
export const rareNames = [
  '陶喆',
  '陆堃',
  '龚䶮',
  '白𬭎',
  '欧阳若兰',
  '买合木提·吐尔逊江',
  '阿依古丽·买买提',
  '司马相如东',
  '乌日娜其其格',
  '巴特尔孟和额尔德',
] as const

export const act = (
  kind: Act,
  verb: string,
  person: string,
  post: string,
  more: { outcome?: Outcome; position?: number; reason?: string } = {},
): ActFact => ({
  act: kind,
  verb,
  person,
  post,
  organGroup: organGroupOf(post),
  outcome: more.outcome ?? 'passed',
  position: more.position ?? 1,
  ...(more.reason === undefined ? {} : { reason: more.reason }),
})

export const listFacts: ListFacts = {
  ...head,
  acts: [
    act('appoint', '决定任命', '陶喆', '临江市人民政府秘书长'),
    act('appoint', '决定任命', '欧阳若兰', '临江市财政局局长', { position: 2 }),
    act('appoint', '任命', '买合木提·吐尔逊江', '临江市人民代表大会常务委员会法制工作委员会主任'),
    act('appoint', '任命', '陆堃', '临江市中级人民法院刑事审判第二庭副庭长、审判员'),
    act('appoint', '任命', '龚䶮', '临江市中级人民法院审判员', { position: 2 }),
    act('appoint', '任命', '白𬭎', '临江市中级人民法院审判员', { position: 3 }),
    act('appoint', '任命', '司马相如东', '临江市人民检察院检察委员会委员、检察员'),
    act('appoint', '任命', '何落选', '临江市人民检察院检察员', { outcome: 'failed', position: 2 }),
    act('approve-appoint', '批准任命', '乌日娜其其格', '临江市东山县人民检察院检察长'),
    act('remove', '决定免去', '巴特尔孟和额尔德', '临江市财政局局长'),
    act('remove', '免去', '阿依古丽·买买提', '临江市监察委员会委员'),
    act('remove', '免去', '石撤回', '临江市人民检察院检察员', { outcome: 'withdrawn' }),
    act('remove', '免去', '金待决', '临江市人民检察院检察员', { outcome: 'pending' }),
  ],
}

const member = '临江市第十七届人民代表大会常务委员会'

export const decisionFacts: ListFacts = {
  ...head,
  acts: [
    act('accept-resignation', '接受', '陶喆', `${member}副主任`, { reason: '因工作变动' }),
    act('end', '相应终止', '陶喆', `${member}代表资格审查委员会主任委员`, { position: 2 }),
    act('act-as', '决定代理', '买合木提·吐尔逊江', '临江市人民政府代理市长', { position: 3 }),
    act('dismiss', '撤销', '龚䶮', '临江市中级人民法院审判员', { position: 4 }),
    act('recall', '罢免', '白𬭎', '江源省第十四届人民代表大会代表', { position: 5 }),
    act('accept-resignation', '接受', '何落选', '临江市人民政府副市长', { outcome: 'failed' }),
  ],
}

export const agendaFacts: AgendaFacts = {
  bodyName: head.bodyName,
  term: head.term,
  session: head.session,
  state: { is: 'adopted', date: '2026-11-25', sitting: 1 },
  items: [
    { title: '审议《临江市河道管理条例（草案）》', position: 1 },
    {
      title: '听取和审议市人民政府关于2026年上半年国民经济和社会发展计划执行情况的报告',
      position: 2,
    },
    { title: '审查和批准2025年市级决算', position: 3 },
    {
      title: '审议市人民政府关于市十七届人大五次会议代表建议办理情况的报告；',
      written: true,
      position: 4,
    },
    { title: '审议人事任免案', position: 5 },
    { title: '其他', position: 6 },
  ],
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = ['伟', '芳芳', '娜', '秀英', '敏', '静怡', '丽', '强', '磊', '建军']

/** Invented members: two- and three-character names in turn, the rare ones among them. */
export const people = (count: number): RollFact[] =>
  Array.from({ length: count }, (_, at) => ({
    name:
      at % 4 === 3
        ? (rareNames[Math.floor(at / 4) % rareNames.length] ?? '')
        : `${surnames[at % surnames.length]}${given[(at * 3) % given.length]}`,
    kind: at === 0 ? 'chair' : at < 6 ? 'vice-chair' : at === 6 ? 'secretary-general' : 'ordinary',
    status: at === 11 || at === 15 ? 'onLeave' : at === 20 ? 'absent' : 'present',
    ...(at === 11 ? { reason: '因病' } : at === 15 ? { reason: '因公出差' } : {}),
    ...(at === 8 ? { late: '9:20' } : at === 9 ? { left: '11:05' } : {}),
  }))

export const attendanceFacts: AttendanceFacts = {
  bodyName: head.bodyName,
  term: head.term,
  session: head.session,
  sittings: [
    {
      name: '第一次全体会议',
      date: '2026-11-25',
      time: '9:00',
      quorum: { base: 41, needed: 21, met: true },
      people: people(41),
    },
    { name: '分组会议（第一组）', date: '2026-11-25', time: '14:30', people: people(12) },
  ],
}

const majority = {
  sentence: '按全体组成人员（实有 41 人）的过半数计算，不按到会人数；至少 21 票赞成，始得通过。',
  needed: 21,
}

export const resultFacts: ResultFacts = {
  ...head,
  matter: '审议人事任免案',
  rounds: [
    {
      state: 'void',
      method: 'secret-paper',
      expected: 41,
      present: 38,
      reason: '收回票数多于发出票数',
    },
    {
      state: 'locked',
      method: 'secret-paper',
      expected: 41,
      present: 38,
      onLeave: 2,
      absent: 1,
      rows: [
        {
          subject: '陶喆',
          post: '任临江市人民政府秘书长',
          tally: {
            for: 37,
            against: 0,
            abstain: 1,
            notPressed: 0,
            spoiled: 0,
            issued: 38,
            collected: 38,
          },
          verdict: 'passed',
          sentence: '组成人员 41，过半数需 21；赞成 37，通过，多 16 票。',
          threshold: majority,
          corrections: [
            {
              date: '2026-11-26',
              changed: [
                { field: '赞成', old: '36票', new: '37票' },
                { field: '弃权', old: '2票', new: '1票' },
              ],
              verdict: { old: 'passed', new: 'passed' },
              reason: '录入有误',
              names: ['孙丽', '徐芳'],
            },
          ],
        },
        {
          subject: '买合木提·吐尔逊江',
          post: '任临江市人民代表大会常务委员会法制工作委员会主任',
          tally: {
            for: 30,
            against: 5,
            abstain: 2,
            notPressed: 0,
            spoiled: 1,
            issued: 38,
            collected: 38,
          },
          verdict: 'passed',
          sentence: '组成人员 41，过半数需 21；赞成 30，通过，多 9 票。',
          threshold: majority,
        },
        {
          subject: '何落选',
          post: '任临江市人民检察院检察员',
          tally: {
            for: 20,
            against: 10,
            abstain: 8,
            notPressed: 0,
            spoiled: 0,
            issued: 38,
            collected: 38,
          },
          verdict: 'failed',
          sentence: '组成人员 41，过半数需 21；赞成 20，未通过，差 1 票。',
          threshold: majority,
        },
      ],
    },
  ],
  signers: { chief: '徐芳', scrutineers: ['陆堃', '欧阳若兰'], tellers: ['孙丽', '白𬭎'] },
}
