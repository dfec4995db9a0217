/** 任免名单 (documents.md §3.10): what was passed, grouped by verb, and nothing else. */
import { refuse } from '../contract/errors.ts'
import { organGroups } from './acts.ts'
import type { Act, ActFact, OrganGroup } from './acts.ts'
import { checkHead, passingBlock, sessionFileName, wordedTitle } from './head.ts'
import type { SessionHead } from './head.ts'
import { safeFileName } from './paper.ts'
import type { Block, ListBlock, Paper, Run } from './paper.ts'
import { meetingValues, passingOf } from './meeting.ts'
import { defaultTemplates, filled } from './templates.ts'
import type { Templates } from './templates.ts'
import { actLine, closed, defaultVerb, groupHeading } from './wording.ts'
import type { Punctuation } from './wording.ts'

export type ListFacts = SessionHead & { acts: ActFact[] }

export type ListSettings = {
  /** Order of organs; groups left out follow in the default order. */
  groupOrder: OrganGroup[]
  /** 免 before 任. */
  removeFirst: boolean
  /** Several persons into (or out of) one and the same post share a sentence. */
  merge: boolean
  punctuation: Punctuation
  /** Closes the list with the body's name and the date. */
  signature: boolean
  /** A list of its own for appointments, and one for removals. */
  separate: boolean
}

export const listSettings: ListSettings = {
  groupOrder: ['body', 'government', 'supervisory', 'court', 'procuratorate', 'other'],
  removeFirst: false,
  merge: false,
  punctuation: 'semicolon',
  signature: false,
  separate: false,
}

const listed: ReadonlySet<Act> = new Set<Act>([
  'appoint',
  'remove',
  'approve-appoint',
  'approve-remove',
])
const removes = (act: Act): boolean => act === 'remove' || act === 'approve-remove'
const verbOf = (fact: ActFact): string => fact.verb || defaultVerb[fact.act]

/**
 * Acts that were passed, each complete.
 * @throws Refusal `papers.act.incomplete` when a passed act lacks its person or its post
 */
export const passedActs = (acts: readonly ActFact[]): ActFact[] => {
  const passed = acts.filter((fact) => fact.outcome === 'passed')
  for (const fact of passed) {
    if (fact.person.trim() === '' || fact.post.trim() === '') {
      refuse('papers.act.incomplete', { person: fact.person, post: fact.post })
    }
  }
  return passed
}

const ranker = (order: readonly OrganGroup[]) => {
  const whole = [...order, ...organGroups.filter((group) => !order.includes(group))]
  return (fact: ActFact): number => whole.indexOf(fact.organGroup)
}

/** Acts by 任/免, organ and place, gathered under one heading per verb. */
const grouped = (acts: readonly ActFact[], settings: ListSettings): ActFact[][] => {
  const rank = ranker(settings.groupOrder)
  const half = (fact: ActFact): number => Number(removes(fact.act) !== settings.removeFirst)
  const sorted = [...acts].sort(
    (a, b) => half(a) - half(b) || rank(a) - rank(b) || a.position - b.position,
  )
  const groups = new Map<string, ActFact[]>()
  for (const fact of sorted) {
    const key = `${half(fact)}${verbOf(fact)}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()]
}

type Entry = { persons: string[]; fact: ActFact }

const entriesOf = (group: readonly ActFact[], merge: boolean): Entry[] => {
  const entries: Entry[] = []
  for (const fact of group) {
    const same = merge
      ? entries.find((entry) => entry.fact.post === fact.post && entry.fact.act === fact.act)
      : undefined
    if (same) same.persons.push(fact.person)
    else entries.push({ persons: [fact.person], fact })
  }
  return entries
}

/** A lone name opening its line stands in a column and may be padded; joined names may not. */
const runsOf = (line: string, persons: readonly string[]): Run[] => {
  const only = persons.length === 1 ? persons[0] : undefined
  return only !== undefined && line.startsWith(only)
    ? [{ text: only, name: true }, { text: line.slice(only.length) }]
    : [{ text: line }]
}

const listBlock = (group: readonly ActFact[], settings: ListSettings): ListBlock => {
  const entries = entriesOf(group, settings.merge)
  const lines = entries.map(({ persons, fact }) =>
    actLine(verbOf(fact), fact.act, persons, fact.post),
  )
  return {
    block: 'list',
    heading: groupHeading(group[0] ? verbOf(group[0]) : ''),
    entries: closed(lines, settings.punctuation).map((line, at) =>
      runsOf(line, entries[at]?.persons ?? []),
    ),
  }
}

/** Acts as lists print them: a heading per verb, organs in the office's order. */
export const listBlocks = (acts: readonly ActFact[], settings: ListSettings): ListBlock[] =>
  grouped(acts, settings).map((group) => listBlock(group, settings))

/** 任免名单, 任命名单, 免职名单, 决定任免名单, 批准任免名单 …: only one kind names itself. */
export const listName = (acts: readonly ActFact[]): string => {
  const kinds = acts.some((fact) => removes(fact.act))
    ? acts.every((fact) => removes(fact.act))
      ? '免职名单'
      : '任免名单'
    : '任命名单'
  const every = (prefix: string): boolean => acts.every((fact) => verbOf(fact).startsWith(prefix))
  if (every('批准')) return `批准${kinds}`
  return every('决定') && kinds === '任免名单' ? `决定${kinds}` : kinds
}

/**
 * The list of appointments and removals of one session. Acts not passed are left out; acts that are
 * decided by a paper of their own (接受辞职, 代理, 撤职, 罢免) belong to {@link decisionPapers}.
 * @throws Refusal `papers.list.empty` when nothing was passed, and those of {@link passedActs}, {@link checkHead}
 */
export const listPaper = (
  facts: ListFacts,
  settings: ListSettings = listSettings,
  templates: Templates = defaultTemplates,
): Paper => {
  checkHead(facts)
  const acts = passedActs(facts.acts).filter((fact) => listed.has(fact.act))
  if (acts.length === 0) refuse('papers.list.empty')
  const name = listName(acts)
  const title = filled(templates.listTitle, { ...meetingValues(facts), list: name })
  const head = title.endsWith(name) ? title.slice(0, -name.length) : title
  const blocks: Block[] = [passingBlock(passingOf(facts, templates)), ...listBlocks(acts, settings)]
  if (settings.signature)
    blocks.push({ block: 'signature', organ: facts.bodyName, date: facts.date })
  return {
    kind: 'list',
    title: [...wordedTitle(head, facts.bodyName), ...(head === title ? [] : [name])],
    blocks,
    page: { number: true },
    fileName: safeFileName(sessionFileName(facts, name)),
  }
}

/**
 * The same as one list, or as one of appointments and one of removals where the office parts them.
 * @throws Refusal as {@link listPaper}
 */
export const listPapers = (
  facts: ListFacts,
  settings: ListSettings = listSettings,
  templates: Templates = defaultTemplates,
): Paper[] => {
  const acts = facts.acts.filter((fact) => fact.outcome === 'passed' && listed.has(fact.act))
  const halves = [false, true].map((half) => acts.filter(({ act }) => removes(act) === half))
  const parted = settings.separate && halves.every((half) => half.length > 0)
  if (!parted) return [listPaper(facts, settings, templates)]
  const ordered = settings.removeFirst ? halves.toReversed() : halves
  return ordered.map((half) => listPaper({ ...facts, acts: half }, settings, templates))
}
