/**
 * The sentences of Chinese committee papers, one home each (documents.md §2.1, §2.2, §3.10, §3.14).
 * Names go in bare; padding belongs to print. No function ends its sentence with a mark unless it says so.
 */
import type { VoteMethod } from '../rules/question.ts'
import type { Tally } from '../rules/tally.ts'
import type { Act, Onward } from './acts.ts'
import { deliberating } from '../rules/item-question.ts'
import { formatDate } from '../rules/moment.ts'
import { toChineseNumeral } from '../rules/numerals.ts'

/** The verb a list or decision uses when nothing was stored with the act. */
export const defaultVerb: Readonly<Record<Act, string>> = {
  appoint: '任命',
  remove: '免去',
  dismiss: '撤销',
  'accept-resignation': '接受',
  'act-as': '决定代理',
  'approve-appoint': '批准任命',
  'approve-remove': '批准免去',
  recall: '罢免',
  end: '相应终止',
}

const joined = (persons: readonly string[]): string => persons.join('、')

/** A text as it stands inside a sentence: without a mark of its own at the end. */
export const unmarked = (text: string): string => text.trim().replace(/[；;。.，,]+$/u, '')

/** Screen sentences set figures apart by spaces; printed Chinese does not. */
export const tight = (sentence: string): string =>
  sentence.replace(
    /(?<=[\p{Script=Han}，。；：、（）]) (?=\d)|(?<=\d) (?=[\p{Script=Han}，。；：、（）])/gu,
    '',
  )

/** What is done with a matter before it is put: no part of what is voted on. */
const handling = new RegExp(
  `^(?:听取和审议|听取并审议|听取、审议|${deliberating}|审查和批准|审查批准|审查|讨论|通过)(?=.{2})`,
  'u',
)

/**
 * What a vote is on, of an item or a question as an agenda names it: «审议《某条例（草案）》» → «《某条例（草案）》».
 * Out: no closing mark.
 */
export const matterOf = (title: string): string => unmarked(title).replace(handling, '')

/** A post without a doubled «职务» at its end. */
export const barePost = (post: string): string => post.replace(/(?:的)?职务$/u, '')

/** 代理 stands before the bare post: «代理市长» in the post itself must not be doubled. */
export const actingPost = (post: string): string => barePost(post).replace(/代理(?=[^、]*$)/u, '')

/**
 * What an act says under its group heading: «张三为××局局长», «李四的××局局长职务».
 * In: verb as stored, act, bare names, full post. Out: no closing mark.
 */
export const actLine = (
  verb: string,
  act: Act,
  persons: readonly string[],
  post: string,
): string => {
  const who = joined(persons)
  switch (act) {
    case 'appoint':
    case 'approve-appoint':
      return `${who}为${barePost(post)}`
    case 'remove':
    case 'approve-remove':
    case 'dismiss':
    case 'recall':
      return `${who}的${barePost(post)}职务`
    case 'accept-resignation':
      return `${who}辞去${barePost(post)}职务的请求`
    case 'act-as':
      return `${who}代理${actingPost(post)}`
    case 'end':
      return `${who}的${barePost(post)}职务${verb || defaultVerb.end}`
  }
}

/** The same act as a sentence of its own: «决定任命张三为××局局长», «接受李四辞去××职务的请求». */
export const actSentence = (
  verb: string,
  act: Act,
  persons: readonly string[],
  post: string,
): string => {
  const line = actLine(verb, act, persons, post)
  const said = verb || defaultVerb[act]
  if (act === 'end') return line
  if (act === 'act-as') return said.startsWith('推选') ? `推选${line}` : `决定${line}`
  if (act === 'accept-resignation') return `接受${line}`
  return said + line
}

/** What is put to the vote about a post, for a table that names the person beside it: «任××局局长», «免××局局长». */
export const proposedPost = (act: Act, post: string): string => {
  switch (act) {
    case 'appoint':
    case 'approve-appoint':
      return `任${barePost(post)}`
    case 'remove':
    case 'approve-remove':
      return `免${barePost(post)}`
    case 'dismiss':
      return `撤销${barePost(post)}职务`
    case 'recall':
      return `罢免${barePost(post)}职务`
    case 'accept-resignation':
      return `辞去${barePost(post)}职务`
    case 'act-as':
      return `代理${actingPost(post)}`
    case 'end':
      return `${barePost(post)}职务终止`
  }
}

/** Who voted how on a named vote. */
export const choiceWord = { for: '赞成', against: '反对', abstain: '弃权' } as const

/** «决定任命：». The full-width colon belongs to the heading. */
export const groupHeading = (verb: string): string => `${verb}：`

/** «；» after all but the last entry and «。» after that, or «。» after each. */
export type Punctuation = 'semicolon' | 'fullStop'

/** Closes a group's entries with its marks. */
export const closed = (entries: readonly string[], marks: Punctuation): string[] =>
  entries.map((entry, at) =>
    marks === 'fullStop' || at === entries.length - 1 ? `${entry}。` : `${entry}；`,
  )

/** «第三十五次»; the number is written in Chinese numerals. */
export const ordinal = (n: number, unit: string): string => `第${toChineseNumeral(n)}${unit}`

/**
 * The body's name with its term set in: «××市人民代表大会常务委员会», 17 → «××市第十七届人民代表大会常务委员会».
 * A short name («××市人大常委会») takes it the same way.
 */
export const bodyOfTerm = (bodyName: string, term: number): string => {
  const at = bodyName.search(/人民代表大会|人大/u)
  const place = at < 0 ? bodyName : bodyName.slice(0, at)
  return place + ordinal(term, '届') + (at < 0 ? '' : bodyName.slice(at))
}

/** «××市第十七届人民代表大会常务委员会第三十五次会议» */
export const sessionName = (bodyName: string, term: number, session: number): string =>
  bodyOfTerm(bodyName, term) + ordinal(session, '次会议')

export type Passing = {
  /** Day of the vote, ISO. */
  date: string
  /** Full name of the body, without its term. */
  bodyName: string
  term: number
  session: number
  /** Number of the plenary sitting, when the paper names it. */
  sitting?: number
}

/** 题注, brackets included: «（2026年11月26日××市第十七届人民代表大会常务委员会第三十五次会议通过）» */
export const passingLine = ({ date, bodyName, term, session, sitting }: Passing): string => {
  const plenary = sitting === undefined ? '' : ordinal(sitting, '次全体会议')
  return `（${formatDate(date)}${sessionName(bodyName, term, session)}${plenary}通过）`
}

/** A numbered heading: «一、». */
export const numbered = (n: number): string => `${toChineseNumeral(n)}、`

/** «××市人民代表大会»: the congress the committee belongs to. */
export const congressOf = (bodyName: string): string => {
  const at = bodyName.search(/人民代表大会|人大/u)
  return `${at < 0 ? bodyName : bodyName.slice(0, at)}人民代表大会`
}

/** «临江市人大常委会» of the body's full name. */
export const shortBodyOf = (bodyName: string): string =>
  bodyName.replace('人民代表大会常务委员会', '人大常委会')

const onwardClause: Readonly<Record<Onward, (congress: string) => string>> = {
  approval: () => '报经上一级人民检察院检察长提请该级人民代表大会常务委员会批准',
  'committee-above': () => '报上一级人民代表大会常务委员会备案、公告',
  congress: (congress) => `报${congress}备案`,
}

/** «，报××市人民代表大会备案»: where an accepted resignation goes on to, with the mark before it; nothing for nowhere. */
export const onwardWords = (onward: readonly Onward[], congress: string): string =>
  onward.map((way, at) => `，${at > 0 ? '并' : ''}${onwardClause[way](congress)}`).join('')

/** A chief procurator's accepted resignation among others: it does not stand yet (组织法 32①). */
export const awaitsApproval = `其中检察长辞职${onwardClause.approval('')}。`

/** Short running name: «××市第十七届人大常委会». */
export const shortBodyOfTerm = (bodyName: string, term: number): string =>
  shortBodyOf(bodyOfTerm(bodyName, term))

export type Drafting = {
  date: string
  bodyName: string
  term: number
  /** Number of the council meeting (主任会议). */
  council: number
  numerals: 'chinese' | 'arabic'
  verb: '拟定' | '通过'
}

/** 题注 of a draft agenda: «（2026年11月20日××市第十七届人大常委会第四十二次主任会议拟定）» */
export const draftingLine = (facts: Drafting): string => {
  const council =
    facts.numerals === 'arabic' ? `第${facts.council}次` : ordinal(facts.council, '次')
  const body = shortBodyOfTerm(facts.bodyName, facts.term)
  return `（${formatDate(facts.date)}${body}${council}主任会议${facts.verb}）`
}

/** «应到41人，实到38人，请假2人，缺席1人»; what is nil but expected and present is left out. */
export const rollSentence = (roll: {
  expected: number
  present: number
  onLeave: number
  absent: number
  unmarked?: number
}): string =>
  [
    `应到${roll.expected}人`,
    `实到${roll.present}人`,
    ...(roll.onLeave > 0 ? [`请假${roll.onLeave}人`] : []),
    ...(roll.absent > 0 ? [`缺席${roll.absent}人`] : []),
    ...(roll.unmarked ? [`未登记${roll.unmarked}人`] : []),
  ].join('，')

/** «法定人数21人，符合法定人数» (组织法 51③; the verdict itself comes from shared/rules). */
export const quorumSentence = (quorum: { base: number; needed: number; met: boolean }): string =>
  `全体组成人员${quorum.base}人，法定人数${quorum.needed}人，${quorum.met ? '符合' : '未达到'}法定人数`

/** «发出表决票38张，收回38张，有效38张，无效0张» */
export const papersSentence = (papers: {
  issued: number
  collected: number
  spoiled?: number
}): string => {
  const count = `发出表决票${papers.issued}张，收回${papers.collected}张`
  if (papers.spoiled === undefined) return count
  return `${count}，有效${papers.collected - papers.spoiled}张，无效${papers.spoiled}张`
}

/**
 * «收回票数少于发出票数，本次表决有效» (rules.md §8-37; only said of a round that was not void, which it is not with
 * more papers than went out where the body lets that pass).
 */
export const papersValidSentence = ({
  issued,
  collected,
}: {
  issued: number
  collected: number
}): string => {
  const than = collected === issued ? '等于' : collected < issued ? '少于' : '多于'
  return `收回票数${than}发出票数，本次表决有效`
}

export const methodName: Readonly<Record<VoteMethod, string>> = {
  device: '按表决器表决',
  'secret-paper': '无记名投票表决',
  'show-of-hands': '举手表决',
  named: '记名表决',
  tacit: '征询意见，无异议',
}

/** Who let several acts be voted on as one (rules.md §8-40). */
export const mergeBasisPhrase = {
  council: '根据主任会议的决定',
  'present-majority': '经到会的组成人员过半数同意',
  'no-objection': '组成人员没有不同意见',
} as const

/** The same with what was noted of it: «根据主任会议的决定（第四十二次主任会议）». */
export const mergedBy = ({
  by,
  note,
}: {
  by: keyof typeof mergeBasisPhrase
  note: string
}): string => mergeBasisPhrase[by] + (note === '' ? '' : `（${unmarked(note)}）`)

/** How the person to be dismissed was heard (监督法 62②). */
export const defencePhrase = {
  'in-person': '被提出撤职的人员在会议上作了申辩',
  'in-writing': '被提出撤职的人员的书面申辩意见已印发会议',
  waived: '已告知被提出撤职的人员可以申辩，本人没有提出',
} as const

/** The word for a locked verdict; a verdict that was not locked has no word here. */
export const verdictWord = { passed: '通过', failed: '未通过', resubmit: '重新报告' } as const

/** «赞成15票，差1票»: how far from the votes needed. */
export const shortWords = (votes: number, needed: number): string =>
  `赞成${votes}票，差${needed - votes}票`

/** «根据…的规定，»; nothing when the office gave no citation. */
export const citationClause = (citation: string): string =>
  citation === '' ? '' : `根据${citation.replace(/的规定$/u, '')}的规定，`

/** The word for each total, in the order the result sheet prints them. */
export const tallyWord: Readonly<Record<keyof Tally, string>> = {
  for: '赞成',
  against: '反对',
  abstain: '弃权',
  notPressed: '未按表决器',
  spoiled: '无效',
  issued: '发出',
  collected: '收回',
}

/** What each total counts. */
export const tallyUnit: Readonly<Record<keyof Tally, string>> = {
  for: '票',
  against: '票',
  abstain: '票',
  notPressed: '人',
  spoiled: '张',
  issued: '张',
  collected: '张',
}
