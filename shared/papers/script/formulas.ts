/**
 * The fixed sentences of a 主持词 (documents.md §3.7), each editable by the office. No sentence says a result: that
 * comes in at `{verdict}`, and only once it is locked.
 */
export const defaultFormulas = {
  greeting: '各位组成人员：',
  roll: '本次会议应出席常委会组成人员{expected}人，今天实到{present}人，{leave}符合法定人数。',
  leave: '请假{onLeave}人，',
  begin: '现在开会。',
  sitIn: '列席今天会议的有：{names}。',
  observers: '旁听今天会议的公民有{count}人。',
  agendaCount: '本次会议的议程共有{count}项。',
  firstItem: '首先进行第一项议程：{title}。',
  nextItem: '现在进行第{ordinal}项议程：{title}。',
  agendaDraft: '会议议程（草案）已经印发各位组成人员。',
  written: '书面材料已经印发各位组成人员。',
  explain: '请{speaker}作关于议案的说明。',
  report: '请{speaker}作报告。',
  explainActs: '请{speaker}作关于人事任免案的说明。',
  explainResignation: '请{speaker}介绍辞职请求的有关情况。',
  explainDismissal: '请{speaker}作关于撤职案的说明。',
  defence:
    '被提出撤职的人员可以在会议上提出申辩意见，也可以书面提出申辩意见，由主任会议决定印发会议。',
  deliberate: '请审议。',
  satisfaction: '现在进行满意度测评。请工作人员分发测评票，请各位组成人员填写。',
  itemWithdrawn: '这项议题已经撤回，本次会议不再审议。',
  itemDeclined: '有组成人员联名提出“{title}”。主任会议决定不提请本次会议审议，理由是：{reason}。',
  itemDeferred: '这项议题本次会议暂不付表决。',
  itemDone: '第{ordinal}项议程进行完毕。',
  amendmentsFirst: '对这项议案有修正案，先对修正案进行表决。',
  oneByOne: '下面对{count}件任免事项逐人付表决。',
  merged: '{basis}，下列{count}件任免事项合并付表决：',
  sheet: '下面对{count}件任免事项进行无记名投票表决，表决票上逐件填写、逐件计票：',
  withdrawn: '{reason}，“{title}”不再付表决。',
  heldOff: '“{title}”暂不付表决。',
  shift: '常委会组成人员现为{now}人，过半数为{needed}人。',
  put: '现在付表决：{title}。',
  putAgenda: '现在付表决：会议议程（草案）。',
  device: '请按表决器。',
  handsFor: '赞成的请举手。',
  handsAgainst: '请放下。反对的请举手。（{against}）',
  handsAbstain: '请放下。弃权的请举手。（{abstain}）',
  named: '本次表决采用记名方式。请工作人员逐一唱名，听到姓名的组成人员请表明赞成、反对或者弃权。',
  tacit: '各位组成人员有没有不同意见？',
  scrutineers: '本次表决采用无记名投票方式。监票人是：{names}。请监票人、计票人就位。',
  issue: '请工作人员分发表决票。',
  fill: '请按照票面说明填写表决票。',
  cast: '填写完毕，现在投票。先请监票人投票，然后请各位组成人员依次投票。',
  count: '投票完毕，请监票人、计票人清点票数。',
  papers: '发出表决票{issued}张，收回表决票{collected}张，{valid}。',
  papersValid: '收回的票数{compare}发出的票数，本次表决有效',
  tellers: '请监票人、计票人计票。',
  fallback: '{cause}，改用{method}方式表决。',
  revote: '{cause}，本次表决无效，重新进行表决。',
  corrected: '更正：原宣布赞成{for}票、反对{against}票、弃权{abstain}票，现更正如下。',
  resultDevice:
    '表决结果：赞成{for}票，反对{against}票，弃权{abstain}票，未按表决器{notPressed}人。{verdict}。',
  resultCount: '表决结果：赞成{for}票，反对{against}票，弃权{abstain}票。{verdict}。',
  resultPaper:
    '表决结果：赞成{for}票，反对{against}票，弃权{abstain}票，无效{spoiled}票。{verdict}。',
  resultTacit: '{objections}不同意见。{verdict}。',
  allDone: '本次会议的各项议程已经全部进行完毕。',
  recess: '本场会议到此结束，现在休会。',
  adjourn: '现在散会。',
} as const

export type FormulaKey = keyof typeof defaultFormulas
export type Formulas = Readonly<Record<FormulaKey, string>>
export const formulaKeys = Object.keys(defaultFormulas) as [FormulaKey, ...FormulaKey[]]

/** What stands where a number or a result is not known yet. */
const blank = '（　）'

/** The same for a person: room enough to write a name in by hand. */
export const nameBlank = '（　　　　）'

const persons: readonly string[] = ['speaker', 'names']

const slot = /\{([^{}]+)\}/gu

/** What the office sees a slot called while it writes its own sentences. */
export const slotWords: Readonly<Record<string, string>> = {
  abstain: '弃权',
  against: '反对',
  basis: '依据',
  cause: '缘由',
  collected: '收回',
  compare: '多少',
  count: '数目',
  expected: '应到',
  for: '赞成',
  issued: '发出',
  leave: '请假句',
  method: '方式',
  names: '名单',
  needed: '过半数',
  notPressed: '未按',
  now: '现有',
  objections: '有无',
  onLeave: '请假',
  ordinal: '序数',
  present: '实到',
  reason: '原因',
  speaker: '何人',
  spoiled: '无效',
  title: '事项',
  valid: '有效与否',
  verdict: '结果',
}

const slotByWord = new Map(Object.entries(slotWords).map(([name, word]) => [word, name]))

/** A formula as the office reads it: «赞成{赞成}票». */
export const shownFormula = (text: string): string =>
  text.replace(slot, (_, name: string) => `{${slotWords[name] ?? name}}`)

/** A formula as the office wrote it, full-width braces or not, back with its slots' own names. */
export const readFormula = (text: string): string =>
  text
    .replace(/｛/gu, '{')
    .replace(/｝/gu, '}')
    .replace(slot, (_, word: string) => `{${slotByWord.get(word.trim()) ?? word}}`)

/** Names of the slots of a formula, each once, in order. */
export const slotsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(slot)].map((match) => match[1] ?? '')),
]

/** A formula with its slots filled; what is undefined stays a blank to be filled by hand. */
export const fill = (
  text: string,
  values: Readonly<Record<string, string | number | undefined>> = {},
): string =>
  text.replace(slot, (_, name: string) => {
    const empty = persons.includes(name) ? nameBlank : blank
    return `${values[name] ?? empty}`
  })

/** Words that announce a result. */
const resultWords = /通过|否决|不获赞成/u

/** True when a text announces a result. */
export const saysResult = (text: string): boolean => resultWords.test(text)

export type FormulaFault = { key: FormulaKey; reason: 'slot' | 'missing' | 'result'; slot: string }

/** A result may be said at `{verdict}` alone; and a sentence keeps every number it is there to say. */
const counting: readonly FormulaKey[] = [
  'roll',
  'leave',
  'shift',
  'papers',
  'handsAgainst',
  'handsAbstain',
  'corrected',
  'resultDevice',
  'resultCount',
  'resultPaper',
  'resultTacit',
]

/**
 * The first thing wrong with an office's own sentence: a slot this sentence does not know, a number left out, or a
 * result said before any vote. Undefined when it may be used.
 */
export const formulaFault = (key: FormulaKey, text: string): FormulaFault | undefined => {
  const known = slotsOf(defaultFormulas[key])
  const used = slotsOf(text)
  const strange = used.find((name) => !known.includes(name))
  if (strange !== undefined) return { key, reason: 'slot', slot: strange }
  const missing = counting.includes(key) ? known.find((name) => !used.includes(name)) : undefined
  if (missing !== undefined) return { key, reason: 'missing', slot: missing }
  return saysResult(text) ? { key, reason: 'result', slot: '' } : undefined
}
