import { refuse } from '../contract/errors.ts'
import { bodyOfTerm, ordinal, sessionName } from './wording.ts'
import type { Passing } from './wording.ts'
import { balancedLines, titleLines, titleWidth } from './lines.ts'
import type { PassingLineBlock } from './paper.ts'
import { widthOf } from './width.ts'

/** Which session of which body a paper belongs to; `date` is the day its decisions were taken. */
export type SessionHead = Passing

const isoDay = /^\d{4}-\d{2}-\d{2}$/u

/**
 * Refuses a head with a fact missing, before anything is printed from it.
 * @throws Refusal `papers.head.body`, `papers.head.number`, `papers.head.date`
 */
export const checkHead = (head: Omit<SessionHead, 'date'> & { date?: string }): void => {
  if (head.bodyName.trim() === '') refuse('papers.head.body')
  const numbers =
    head.sitting === undefined ? [head.term, head.session] : [head.term, head.session, head.sitting]
  if (numbers.some((n) => !Number.isInteger(n) || n < 1)) refuse('papers.head.number')
  if (head.date !== undefined && !isoDay.test(head.date))
    refuse('papers.head.date', { date: head.date })
}

/** Title lines «××市第十七届人民代表大会常务委员会 / 第三十五次会议议程». */
export const sessionTitle = (head: Omit<SessionHead, 'date'>, what: string): string[] => {
  const body = bodyOfTerm(head.bodyName, head.term)
  const rest = ordinal(head.session, '次会议') + what
  return widthOf(body) <= titleWidth ? [body, rest] : titleLines(body + rest)
}

/** Lines of a title as the office words it; where it begins with the body's name, that has lines of its own. */
export const wordedTitle = (
  whole: string,
  bodyName: string,
  kept: readonly string[] = [],
): string[] => {
  const rest = whole.startsWith(bodyName) ? whole.slice(bodyName.length) : whole
  return [
    ...(rest === whole ? [] : titleLines(bodyName)),
    ...(rest === '' ? [] : titleLines(rest, kept)),
  ]
}

/** File name of a paper of a session: «××市第十七届人民代表大会常务委员会第三十五次会议议程». */
export const sessionFileName = (head: Omit<SessionHead, 'date'>, what: string): string =>
  sessionName(head.bodyName, head.term, head.session) + what

/** Widest line of a 题注 in characters of 三号: one left free at each edge. */
const passingWidth = 26

/** A 题注 broken by meaning where it does not fit one line. */
export const passingBlock = (line: string): PassingLineBlock => ({
  block: 'passingLine',
  lines: balancedLines(line, passingWidth),
})
