import { createHash } from 'node:crypto'
import type { Message } from '../../../shared/contract/errors.ts'
import type { CellState, ImportRow } from '../../../shared/contract/roster.ts'
import { checkTogether, type Planned } from './import-checks.ts'
import { findHeader } from './import-header.ts'
import { cellsOf, judgeFacts, worstState } from './import-judge.ts'
import { matchRows } from './import-match.ts'
import { rankAsListed } from './import-ranks.ts'
import { readRows } from './import-rows.ts'
import type { ImportChange, ImportInput, ImportResult, MemberFacts } from './import-types.ts'

const isSame = (
  before: Partial<MemberFacts>,
  facts: MemberFacts,
  keys: (keyof MemberFacts)[],
): boolean => keys.every((key) => before[key] === facts[key])

/** What confirming would write of one row, or null when the store says it all already. */
const changeOf = ({ matched, facts }: Planned): ImportChange | null => {
  const { draft, person, personOf, member } = matched
  const isKnown =
    person !== null &&
    member !== null &&
    isSame(person, facts, ['name', 'sex', 'nationality', 'note']) &&
    isSame(member, facts, ['kind', 'rank', 'startsOn', 'endsAt', 'endReason'])
  if (isKnown) return null
  return {
    line: draft.line,
    memberId: member?.id ?? null,
    memberRev: member?.rev ?? 0,
    personId: person?.id ?? null,
    personRev: person?.rev ?? 0,
    personOf,
    facts,
  }
}

/** Changes whenever the sheet or anything the preview was judged by changes. */
const tokenOf = ({ sheet, level, term, persons, members }: ImportInput): string => {
  const byId = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { rows, firstLine, merged } = sheet
  const state = [rows, firstLine, merged, level, term, byId(persons), byId(members)]
  return createHash('sha256').update(JSON.stringify(state)).digest('hex')
}

const countStates = (rows: readonly ImportRow[]): Record<CellState, number> => {
  const counts: Record<CellState, number> = { new: 0, changed: 0, same: 0, warning: 0, error: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/**
 * Says, cell by cell, what importing a sheet would do, and lists in `changes` what confirming it would write (nothing
 * while any row is in error). Pure: writes nothing. An empty cell states nothing and erases nothing; a member the
 * sheet does not mention stays. The same sheet once imported gives no changes.
 *
 * Throws a `Refusal` with code `invalid` for a sheet without a header, with a column twice, or with merged ranges
 * that do not say whose they are.
 */
export const previewImport = (input: ImportInput): ImportResult => {
  const header = findHeader(input.fileName, input.sheet)
  const { drafts, remarks } = readRows(input, header)
  const people = matchRows(drafts, input)
  const ranked = rankAsListed(people, header, input)
  const planned: Planned[] = people.map((matched) => ({
    matched,
    facts: judgeFacts(matched, input),
  }))
  const together = checkTogether(planned, input)
  const rows = planned.map(({ matched }): ImportRow => {
    const cells = cellsOf(matched)
    return { line: matched.draft.line, state: worstState(cells), cells }
  })
  const counts = countStates(rows)
  const nobody: Message[] = rows.length === 0 ? [{ key: 'import.remark.nobody' }] : []
  return {
    columns: header.columns,
    rows,
    counts,
    token: tokenOf(input),
    remarks: [...input.sheet.remarks, ...remarks, ...ranked, ...nobody, ...together],
    changes: counts.error > 0 ? [] : planned.map(changeOf).filter((change) => change !== null),
  }
}
