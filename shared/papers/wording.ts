/**
 * The sentences of Chinese committee papers, one home each (documents.md §2.1, §2.2, §3.10, §3.14).
 * Names go in bare; padding belongs to print. No function ends its sentence with a mark unless it says so.
 */
import type { Act } from './acts.ts'
import { formatDate, toChineseNumeral } from './interim.ts'

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

/** A post without a doubled «职务» at its end. */
const barePost = (post: string): string => post.replace(/(?:的)?职务$/u, '')

/** 代理 stands before the bare post: «代理市长» in the post itself must not be doubled. */
const actingPost = (post: string): string => barePost(post).replace(/代理(?=[^、]*$)/u, '')

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
