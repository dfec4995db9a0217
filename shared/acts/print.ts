/** Prints acts as the list and the decision sentences from which they can be read again. */
import {
  actLine,
  actSentence,
  bodyOfTerm,
  closed,
  groupHeading,
  ordinal,
} from '../papers/wording.ts'
import { formatDate } from '../rules/moment.ts'
import type { ActKind, PassingLine, ReadAct } from './types.ts'

/** What can be printed: a whole reading, or acts alone. */
export type Printable = { acts: readonly ReadAct[]; passing?: PassingLine | undefined }

/** Kinds that stand under a heading of their verb, in this order; all others are sentences of their own. */
const listed: readonly ActKind[] = ['appoint', 'approve-appoint', 'remove', 'approve-remove']

const passingText = ({ date, term, session, body }: PassingLine): string => {
  const named = body === undefined || term === undefined ? (body ?? '') : bodyOfTerm(body, term)
  const numbered = session === undefined ? '' : ordinal(session, '次会议')
  return `（${formatDate(date)}${named}${numbered}通过）`
}

const personsOf = ({ persons, listIncomplete }: ReadAct): string[] =>
  listIncomplete
    ? persons.map((name, at) => (at === persons.length - 1 ? `${name}等` : name))
    : persons

/** Posts given up in one breath were parted by ；, which would end the sentence. */
const postOf = ({ act, post }: ReadAct): string =>
  act === 'accept-resignation' ? post.replace(/；/gu, '职务、辞去') : post

const standsAlone = (act: ReadAct): boolean =>
  !listed.includes(act.act) || act.reason !== undefined || act.persons.length === 0

const sentence = (act: ReadAct): string => {
  const why = act.reason === undefined ? '' : `因${act.reason}，`
  const said =
    act.persons.length === 0
      ? act.verb + act.post
      : actSentence(act.verb, act.act, personsOf(act), postOf(act))
  // 史可为代理县长 could be 史可 made acting; 代理…职务 takes no 为.
  const closing = act.act === 'act-as' && act.persons.at(-1)?.endsWith('为') ? '职务' : ''
  return `${why}${said}${closing}。`
}

const groups = (acts: readonly ReadAct[]): ReadAct[][] => {
  const byVerb = new Map<string, ReadAct[]>()
  for (const kind of listed) {
    for (const act of acts.filter((one) => one.act === kind)) {
      const group = byVerb.get(act.verb)
      if (group) group.push(act)
      else byVerb.set(act.verb, [act])
    }
  }
  return [...byVerb.values()]
}

/**
 * The plain text of a list: title, passing line, groups headed by their verb (决定任命： …), then a sentence
 * for each act that is decided by itself or carries a reason. Lines end with \n.
 * Reading the text again gives the same acts; their order is the printed one.
 */
export const printActs = ({ acts, passing }: Printable): string => {
  const listedActs = acts.filter((act) => !standsAlone(act))
  const lines = [
    ...(passing?.body === undefined ? [] : [passing.body]),
    '任免名单',
    ...(passing ? [passingText(passing)] : []),
    ...groups(listedActs).flatMap((group) => [
      groupHeading(group[0]?.verb ?? ''),
      ...closed(
        group.map((act) => actLine(act.verb, act.act, personsOf(act), act.post)),
        'semicolon',
      ),
    ]),
    ...acts.filter(standsAlone).map(sentence),
  ]
  return `${lines.join('\n')}\n`
}
