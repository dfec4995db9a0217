import { createHash } from 'node:crypto'
import type { EndReason, LedgerPreview } from '../../../shared/contract/ledger.ts'
import { splitPosts } from '../../../shared/rules/appointment/post-names.ts'
import { replay, type LedgerAct, type LedgerTenure } from '../../../shared/rules/ledger/replay.ts'
import { namesActing, samePost, withoutActing } from '../../../shared/rules/ledger/same-post.ts'
import { readTenureCells, tenureColumns, type TenureColumn } from './import-tenure-cells.ts'
import {
  keyOf,
  type Draft,
  type Row,
  type TenureChange,
  type TenureImportInput,
} from './import-tenure-draft.ts'
import { checkDays, checkMembers, checkSeats } from './import-tenure-doubts.ts'
import { looseRemarks, placed, type Placed } from './import-tenure-posts.ts'
import { mark, readTable, shownRows } from './sheet.ts'
import type { KnownPerson } from './sql.ts'
import { inTheWayOf, spanOf } from './standing.ts'

const stated = ({ cells }: Row, column: TenureColumn): string => cells[column]?.value ?? ''

/** The one person a row means: null where nobody bears the name; undefined where it cannot be told. */
const personOf = (row: Row, bearers: readonly KnownPerson[]): KnownPerson | null | undefined => {
  const said = (['sex', 'nationality', 'birth'] as const).map(
    (field) => [field, stated(row, field)] as const,
  )
  const fitting = bearers.filter((one) =>
    said.every(([field, value]) => value === '' || one[field] === null || one[field] === value),
  )
  if (bearers.length === 0) return null
  return fitting.length === 1 ? fitting[0] : undefined
}

/** The posts a row names, each in full: «副院长、审判员» of a court are two, held and left one by one. */
const postTexts = (row: Row): string[] => {
  const [organ, post] = [stated(row, 'organ'), stated(row, 'post')]
  const text = organ === '' || post.startsWith(organ) ? post : organ + post
  const parts = splitPosts(text)
  return parts.length > 1 ? parts : [text]
}

/** The stored tenure a row tells of: the same beginning, or over the same days where one of them states none. */
const knownFor = (
  tenures: readonly LedgerTenure[],
  { postId, postName, acting, fromOn, ownToOn }: TenureChange['facts'],
  bodyName: string,
): LedgerTenure | null => {
  const same = tenures.filter(
    (one) =>
      one.acting === acting &&
      samePost({ postId: one.postId, name: one.postName }, { postId, name: postName }, bodyName),
  )
  const exact = same.find((one) => one.fromOn === fromOn)
  if (exact) return exact
  const meets = (one: LedgerTenure): boolean =>
    (one.toOn ?? '9999') > (fromOn ?? '') && (ownToOn ?? '9999') > (one.fromOn ?? '')
  const open = same.filter((one) => (one.fromOn === null || fromOn === null) && meets(one))
  return open.length === 1 ? (open[0] ?? null) : null
}

/** What a row says of why it ended; words nobody knows say nothing of it and take nothing back. */
const understoodReason = ({ cells }: Row): string =>
  cells.endReason?.state === 'warning' ? '' : (cells.endReason?.value ?? '')

const factsOf = (
  row: Row,
  known: LedgerTenure | null,
  base: Pick<TenureChange['facts'], 'postId' | 'postName' | 'acting'>,
): TenureChange['facts'] => {
  // An end the act behind it gave, told again, stays the act's.
  const toOn = known?.endedByActId && stated(row, 'toOn') === known.toOn ? '' : stated(row, 'toOn')
  const reason = understoodReason(row) || known?.endReason || 'other'
  return {
    ...base,
    postName: known?.postName ?? base.postName,
    postId: known?.postId ?? base.postId,
    fromOn: stated(row, 'fromOn') || (known?.fromOn ?? null),
    ownToOn: toOn || (known?.ownToOn ?? null),
    ownEndReason: toOn ? (reason as EndReason) : (known?.ownEndReason ?? null),
    note: stated(row, 'note') || (known?.note ?? ''),
  }
}

const shownBefore = (known: LedgerTenure, person: KnownPerson | null, row: Row): Row['was'] => ({
  name: person?.name ?? '',
  organ: stated(row, 'organ'),
  post: known.postName,
  acting: known.acting ? 'acting' : 'full',
  fromOn: known.fromOn ?? '',
  toOn: known.toOn ?? '',
  endReason: known.endReason ?? '',
  note: known.note,
  sex: person?.sex ?? '',
  nationality: person?.nationality ?? '',
  birth: person?.birth ?? '',
})

const checkRow = (row: Row, { ownToOn, fromOn }: TenureChange['facts']): void => {
  if (stated(row, 'name') === '') mark(row, 'name', 'error', { key: 'ledger.import.noName' })
  if (stated(row, 'post') === '') mark(row, 'post', 'error', { key: 'ledger.import.noPost' })
  if (fromOn !== null && ownToOn !== null && ownToOn < fromOn)
    mark(row, 'toOn', 'error', { key: 'ledger.import.endsBeforeStart', params: { fromOn } })
  if (ownToOn === null && stated(row, 'endReason') !== '')
    mark(row, 'toOn', 'error', { key: 'ledger.import.endMissing' })
  if (stated(row, 'toOn') !== '' && stated(row, 'endReason') === '')
    mark(row, 'endReason', 'warning', { key: 'ledger.import.reasonMissing' })
}

const draftOf = (
  row: Row,
  text: string,
  input: TenureImportInput,
  bearersOf: ReadonlyMap<string, KnownPerson[]>,
  tenuresOf: ReadonlyMap<string, LedgerTenure[]>,
  cache: Placed,
): Draft => {
  const { line, cells } = row
  const name = stated(row, 'name')
  const bearers = bearersOf.get(name) ?? []
  const person = name === '' ? null : personOf(row, bearers)
  if (person === undefined)
    mark(row, 'name', 'error', {
      key: 'ledger.import.namesakes',
      params: { name, count: bearers.length },
    })
  const acting = stated(row, 'acting') === 'acting' || namesActing(text)
  const postName = acting ? withoutActing(text) : text
  const base = { postName, acting, postId: placed(row, postName, input, cache) }
  const own = tenuresOf.get(person?.id ?? '') ?? []
  const first = factsOf(row, null, base)
  const known = postName === '' ? null : knownFor(own, first, input.bodyName)
  const facts = factsOf(row, known, base)
  checkRow(row, facts)
  if (cells.post && cells.post.state !== 'error')
    cells.post = { ...cells.post, value: facts.postName }
  if (known) row.was = shownBefore(known, person ?? null, row)
  if (known?.endReason && cells.endReason?.state === 'warning')
    cells.endReason = { ...cells.endReason, value: known.endReason }
  return {
    line,
    row,
    known,
    id: known?.id ?? null,
    personId: person?.id ?? null,
    personName: name,
    person: {
      sex: (stated(row, 'sex') || null) as KnownPerson['sex'],
      nationality: stated(row, 'nationality') || null,
      birth: stated(row, 'birth') || null,
    },
    facts,
  }
}

const ownFields = ['fromOn', 'ownToOn', 'ownEndReason', 'note'] as const

const isSame = ({ known, facts }: Draft): boolean =>
  known !== null && ownFields.every((field) => known[field] === facts[field])

/** What a vote made is not changed by a sheet: the same is the same, anything else is a conflict to be cleared up. */
const checkVoted = ({ known, facts, row }: Draft): boolean => {
  if (known?.source !== 'act') return true
  const { toOn, fromOn } = known
  const agrees = fromOn === facts.fromOn && (facts.ownToOn === null || facts.ownToOn === toOn)
  if (agrees) return false
  const column = fromOn === facts.fromOn ? 'toOn' : 'fromOn'
  const params = { span: spanOf(known) }
  mark(row, column, 'error', { key: 'ledger.import.madeByVote', params })
  return false
}

const asTenure = (draft: Draft, personId: string): LedgerTenure => ({
  id: draft.id ?? `line ${draft.line} ${draft.facts.postName}`,
  personId,
  ...draft.facts,
  electedOn: draft.known?.electedOn ?? null,
  toOn: draft.facts.ownToOn,
  endReason: draft.facts.ownEndReason,
  byActId: null,
  endedByActId: null,
  pendingByActId: null,
  source: 'import',
  reviewedOn: draft.known?.reviewedOn ?? null,
})

/** Rows of one name are one person: what they say of it may not differ. */
const checkOnePerson = (drafts: readonly Draft[]): void => {
  for (const field of ['sex', 'nationality', 'birth'] as const) {
    const [first, ...others] = drafts.filter(({ person }) => person[field] !== null)
    for (const { row, person } of others)
      if (first && person[field] !== first.person[field])
        mark(row, field, 'error', { key: 'ledger.import.differs', params: { line: first.line } })
  }
}

/** Plays the rows of one person in: each must leave room to what is there and to the rows before it. */
const playIn = (
  drafts: readonly Draft[],
  personId: string,
  kept: LedgerTenure[],
  acts: readonly LedgerAct[],
  bodyName: string,
): void => {
  let now = kept
  const lines = new Map<string, number>()
  for (const draft of drafts) {
    const { row } = draft
    const { postId, postName, acting, fromOn } = draft.facts
    const key = draft.id ?? [postId ?? postName, acting, fromOn].join(' ')
    const twin = lines.get(key)
    if (twin !== undefined) {
      mark(row, 'post', 'error', { key: 'ledger.import.twiceRow', params: { line: twin } })
      continue
    }
    lines.set(key, draft.line)
    if (!checkVoted(draft) || isSame(draft)) continue
    const tenure = asTenure(draft, personId)
    const other = inTheWayOf({ kept: now, acts }, tenure, bodyName)
    if (other) {
      const params = { post: other.postName, span: spanOf(other), name: draft.personName }
      mark(row, 'fromOn', 'error', { key: 'ledger.refused.overlap', params })
      continue
    }
    now = replay([...now.filter(({ id }) => id !== tenure.id), tenure], acts, bodyName)
  }
}

/** Changes whenever the sheet or anything the preview was judged by changes. */
const tokenOf = (input: TenureImportInput): string => {
  const { sheet, posts, persons, tenures, acts, members, today } = input
  const told = [sheet.rows, sheet.firstLine, sheet.merged]
  const state = [told, posts, persons, tenures, acts, members, today]
  return createHash('sha256').update(JSON.stringify(state)).digest('hex')
}

const learns = (
  { personId, person }: Draft,
  persons: ReadonlyMap<string, KnownPerson>,
): boolean => {
  const known = personId === null ? undefined : persons.get(personId)
  return (
    known !== undefined &&
    (['sex', 'nationality', 'birth'] as const).some(
      (field) => person[field] !== null && known[field] === null,
    )
  )
}

/**
 * Says, cell by cell, what importing a sheet of tenures would do, and lists in `changes` what confirming it would write
 * (nothing while any row is in error). Pure. An empty cell states nothing and erases nothing; the same sheet once
 * imported gives no changes.
 * @throws Refusal `invalid` for a sheet without a header or with a column twice
 */
export const previewTenures = (
  input: TenureImportInput,
): LedgerPreview & { changes: TenureChange[] } => {
  const table = readTable(input.fileName, input.sheet, tenureColumns, ['name', 'post'])
  const bearersOf = Map.groupBy(input.persons, ({ name }) => name)
  const tenuresOf = Map.groupBy(input.tenures, ({ personId }) => personId)
  const cache: Placed = new Map()
  const drafts = table.rows.flatMap((texts) => {
    const row: Row = { line: texts.line, cells: readTenureCells(texts), was: null }
    return postTexts(row).map((text) =>
      draftOf({ ...row, cells: { ...row.cells } }, text, input, bearersOf, tenuresOf, cache),
    )
  })
  const actsOf = Map.groupBy(input.acts, ({ personId }) => personId)
  for (const [key, own] of Map.groupBy(drafts, keyOf)) {
    checkOnePerson(own)
    playIn(own, key, tenuresOf.get(key) ?? [], actsOf.get(key) ?? [], input.bodyName)
  }
  checkSeats(drafts, input)
  checkMembers(drafts, input)
  checkDays(drafts, input)
  const { rows, counts } = shownRows(drafts.map(({ row }) => row))
  const persons = new Map(input.persons.map((person) => [person.id, person]))
  const loose = drafts
    .filter(({ facts, known }) => facts.postId === null && known === null)
    .map(({ line, facts }) => ({ line, postName: facts.postName }))
  const changed = drafts.filter(
    (draft) => (draft.known?.source !== 'act' && !isSame(draft)) || learns(draft, persons),
  )
  return {
    columns: table.columns,
    rows,
    counts,
    remarks: [...table.remarks, ...looseRemarks(loose, input.posts)],
    token: tokenOf(input),
    changes: counts.error > 0 ? [] : changed.map(({ row: _, known: __, ...change }) => change),
  }
}
