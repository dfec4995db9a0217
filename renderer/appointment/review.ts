import type {
  ActKind,
  ActPost,
  DraftPlace,
  PersonFacts,
  ReadActs,
  SheetAct,
} from '../../shared/contract/appointment.ts'
import { verbMending } from '../../shared/rules/appointment/mending.ts'
import type { Place } from '../../shared/rules/appointment/proposers.ts'
import type { Message } from '../../shared/contract/errors.ts'
import type { Finding } from '../../shared/contract/findings.ts'

/** One act to be: one person, one post as written. */
export type Row = {
  key: string
  act: ActKind
  verb: string
  personName: string
  post: string
  reason: string
  /** The text named some of the persons only, or none. */
  incomplete: boolean
  /** Row of the sheet it came from, and what was said of its cells. */
  line?: number
  says?: readonly Message[]
  /** What the text or the sheet tells of the person. */
  person?: PersonFacts
  /** The nomination somebody put it under; absent leaves that to the law. */
  place?: Place
}

/** A sentence that was not understood, and what the reader of it decided. */
export type Unread = { text: string; handled: 'no' | 'acknowledged' | 'added' }

/** `remarks` are about the source as a whole. */
export type Review = { rows: Row[]; unread: Unread[]; remarks: readonly Message[] }

/** What law and ledger say of a row while it is being changed. */
export type RowCheck = {
  findings: readonly Finding[]
  posts: readonly ActPost[]
  place: DraftPlace | null
}

/** Spreads what was read into rows, one a person. An act that names nobody keeps a row with an empty name. */
export const reviewOf = (read: ReadActs): Review => {
  const about = new Map(read.about.map(({ name, person }) => [name, person]))
  return {
    rows: read.acts.flatMap(({ act, verb, persons, post, reason, listIncomplete }, at) =>
      (persons.length > 0 ? persons : ['']).map((personName, index) => {
        const person = about.get(personName)
        return {
          key: `${at}.${index}`,
          act,
          verb,
          personName,
          post,
          reason: reason ?? '',
          incomplete: listIncomplete === true,
          ...(person ? { person } : {}),
        }
      }),
    ),
    unread: read.unread.map((text) => ({ text, handled: 'no' })),
    remarks: [],
  }
}

/** The rows of a sheet, each as it was read. */
export const reviewOfSheet = ({
  acts,
  remarks,
}: {
  acts: readonly SheetAct[]
  remarks: readonly Message[]
}): Review => ({
  rows: acts.map(({ line, act, verb, personName, post, reason, person, says }, index) => ({
    key: `sheet.${line}.${index}`,
    act,
    verb,
    personName,
    post,
    reason,
    incomplete: false,
    line,
    says,
    person,
  })),
  unread: [],
  remarks,
})

/** The verbs of the paper that rows should have, by their keys; a row changed since it was looked at waits. */
export const verbsToMend = (
  rows: readonly Row[],
  checks: ReadonlyMap<string, RowCheck>,
): Map<string, string> =>
  new Map(
    rows.flatMap(({ key, verb }) =>
      (checks.get(key)?.findings ?? []).flatMap((finding) => {
        const mending = verbMending(finding)
        return mending?.from === verb ? [[key, mending.to] as const] : []
      }),
    ),
  )

export type RowFault = 'verb' | 'person' | 'post'

/** What a row still lacks before it can be added. */
export const rowFaults = ({ verb, personName, post }: Row): RowFault[] => [
  ...(verb === '' ? (['verb'] as const) : []),
  ...(personName.trim() === '' ? (['person'] as const) : []),
  ...(post.trim() === '' ? (['post'] as const) : []),
]

const byHand = 'by-hand.'

/**
 * A row to be filled in by hand. What is to be done is left open, so that nothing is appointed that was to be removed;
 * one who types several rows goes on with what the one before says.
 */
export const blankRow = (at: string, last: Row | undefined): Row => {
  const typed = last?.key.startsWith(byHand) ? last : undefined
  return {
    key: byHand + at,
    act: typed?.act ?? 'appoint',
    verb: typed?.verb ?? '',
    personName: '',
    post: '',
    reason: '',
    incomplete: false,
  }
}

/** What keeps the review from being added: sentences nobody looked at, rows that lack something, nothing to add. */
export const reviewFault = ({
  rows,
  unread,
}: Pick<Review, 'rows' | 'unread'>): {
  fault: 'unread' | 'rows' | 'nothing'
  count: number
} | null => {
  const open = unread.filter(({ handled }) => handled === 'no').length
  if (open > 0) return { fault: 'unread', count: open }
  const lacking = rows.filter((row) => rowFaults(row).length > 0).length
  if (lacking > 0) return { fault: 'rows', count: lacking }
  return rows.length === 0 ? { fault: 'nothing', count: 0 } : null
}

/**
 * The text of a file: UTF-8, or UTF-16 by its mark, or else the national encoding GB 18030 (GBK, GB 2312).
 * @throws TypeError when it is none of them
 */
export const decodeText = (bytes: ArrayBuffer): string => {
  const head = new Uint8Array(bytes.slice(0, 2))
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}
