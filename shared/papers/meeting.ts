/** What the slots of templates stand for, from the head of a session and an act. */
import { formatDate } from '../rules/moment.ts'
import { ownPlaceOf, placeOf } from '../rules/appointment/post-names.ts'
import { toChineseNumeral } from '../rules/numerals.ts'
import type { ActFact } from './acts.ts'
import type { SessionHead } from './head.ts'
import { defaultTemplates, filled } from './templates.ts'
import type { SlotName, Templates } from './templates.ts'
import {
  actSentence,
  actingPost,
  barePost,
  bodyOfTerm,
  citationClause,
  congressOf,
  onwardWords,
  ordinal,
  passingLine,
  sessionName,
  shortBodyOf,
  shortBodyOfTerm,
} from './wording.ts'

type Values = Partial<Record<SlotName, string>>

export const meetingValues = ({ bodyName, term, session, date }: SessionHead): Values => ({
  meeting: sessionName(bodyName, term, session),
  shortMeeting: shortBodyOfTerm(bodyName, term) + ordinal(session, '次会议'),
  body: bodyName,
  shortBody: shortBodyOf(bodyName),
  place: placeOf(bodyName),
  term: ordinal(term, '届'),
  session: ordinal(session, '次会议'),
  date: formatDate(date),
  congress: congressOf(bodyName),
  congressOfTerm: bodyOfTerm(congressOf(bodyName), term),
})

/** 题注 as the office words it; the usual one names the plenary sitting too. */
export const passingOf = (head: SessionHead, { passing }: Templates): string =>
  passing === defaultTemplates.passing ? passingLine(head) : filled(passing, meetingValues(head))

/** Names organs end with; the last one in a post's name is where its organ ends. */
const organEnd =
  /^(.*(?:人民政府|委员会|人民法院|法院|人民检察院|检察院|常委会|办公室|局|厅|庭|处))(.+)$/u

/** A post's organ and its bare title; no organ where none is recognised. */
export const organAndTitle = (post: string): { organ: string; title: string } => {
  const parts = organEnd.exec(post)
  return { organ: parts?.[1] ?? '', title: parts?.[2] ?? post }
}

/** `citation`: what «根据…的规定» names, empty for none. */
export const actValues = (fact: ActFact, head: SessionHead, citation: string): Values => {
  const post = fact.act === 'act-as' ? actingPost(fact.post) : barePost(fact.post)
  return {
    ...meetingValues(head),
    person: fact.person,
    post,
    ...organAndTitle(post),
    reason: (fact.reason ?? '').replace(/[，。；]$/u, ''),
    filing: onwardWords(fact.onward ?? ['congress'], congressOf(head.bodyName)),
    law: citationClause(citation).replace(/，$/u, ''),
    act: actSentence(fact.verb, fact.act, [fact.person], fact.post).replace(/^决定/u, ''),
  }
}

/** What the slots of a document's number stand for; a number not given yet is a blank to write in. */
export const numberValues = (bodyName: string, date: string, n: number | null): Values => ({
  code: [...ownPlaceOf(bodyName)][0] ?? '',
  year: date.slice(0, 4),
  number: n === null ? '　' : String(n),
  numeral: n === null ? '　' : n <= 999 ? toChineseNumeral(n) : String(n),
})
