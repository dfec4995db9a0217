import { Refusal, type Message } from '../../../shared/contract/errors.ts'
import {
  importColumns,
  type ImportColumn,
  type MemberKind,
} from '../../../shared/contract/roster.ts'
import type { MergedRange } from '../ports.ts'
import { isNameHeader, type Header } from './import-header.ts'
import type { Draft, ImportInput, ReadCell } from './import-types.ts'
import { kindOfLabel, readCell, readName } from './import-values.ts'

/** Why a line that is not empty speaks of nobody; each is a remark naming its lines. */
const asides = ['label', 'header', 'total', 'footer', 'vacant', 'unused'] as const
type Aside = (typeof asides)[number]

/** «5–9、12»: lines as people write them, runs drawn together. */
export const lineList = (lines: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && last[1] === line - 1) last[1] = line
    else runs.push([line, line])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}

const tight = (text: string): string => text.replaceAll(/\s+/gu, '')
const totals = /^(?:合计|总计|小计|共计|总数|总人数|人数合计)/u
const footers = /^[(（]?(?:注|备注|说明|填表|制表|审核|填报|单位|联系人)[^:：]{0,6}[:：]/u
const vacant = /^[(（]?(?:空缺|暂缺|待补|待选|缺额|空)[)）]?$/u

/** What a line is when it is not about a person; undefined when it is. */
const asideOf = (row: readonly string[], header: Header): Aside | undefined => {
  const filled = row.map(tight).filter((text) => text !== '')
  const [first = ''] = filled
  const name = row[header.places.get('name') ?? -1] ?? ''
  if (totals.test(first)) return 'total'
  if (footers.test(first)) return 'footer'
  if (filled.length === 1 && kindOfLabel(first)) return 'label'
  if (isNameHeader(name)) return 'header'
  if (vacant.test(tight(name))) return 'vacant'
  const isUsed = [...header.places.values()].some((place) => tight(row[place] ?? '') !== '')
  return isUsed ? undefined : 'unused'
}

const isEmpty = (row: readonly string[]): boolean => row.every((text) => tight(text) === '')

type Line = { line: number; row: string[]; label: MemberKind | undefined }

const columnLetters = (column: number): string =>
  column > 26
    ? columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
const rangeName = ({ top, left, bottom, right }: MergedRange): string =>
  `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`

/** A range that bears one value for several people: these columns may, a name or a rank may not. */
const fillable = new Set<ImportColumn>([
  'sex',
  'nationality',
  'kind',
  'startsOn',
  'endsAt',
  'endReason',
  'note',
])

/**
 * Carries the text of a merged range into the lines under it where one column is merged downwards, as with a
 * position that stands once beside all who hold it. Any other merged range over people's cells is refused: which
 * of them it belongs to would be a guess.
 */
const fillMerged = (input: ImportInput, header: Header, lines: Line[]): Message[] => {
  const { fileName, sheet } = input
  const columnAt = new Map([...header.places].map(([column, place]) => [place + 1, column]))
  const remarks: Message[] = []
  for (const merge of sheet.merged) {
    const under = lines.filter(({ line }) => merge.top <= line && line <= merge.bottom)
    const columns = [...columnAt].filter(([at]) => merge.left <= at && at <= merge.right)
    if (under.length === 0 || columns.length === 0) continue
    const [[at, column] = [0, undefined]] = columns
    const range = rangeName(merge)
    const isSafe = columns.length === 1 && column && fillable.has(column) && merge.left === at
    if (!isSafe) {
      const params = { file: fileName, range }
      throw new Refusal({ code: 'invalid', message: { key: 'import.merged', params } })
    }
    const text = sheet.rows[merge.top - sheet.firstLine]?.[at - 1] ?? ''
    for (const { row } of under) row[at - 1] = text
    if (merge.bottom > merge.top) remarks.push({ key: 'import.remark.filled', params: { range } })
  }
  return remarks
}

const draftOf = ({ line, row, label }: Line, header: Header, input: ImportInput): Draft => {
  const textOf = (column: ImportColumn): string => row[header.places.get(column) ?? -1] ?? ''
  const { name, ...bracket } = readName(textOf('name'))
  const cells: Draft['cells'] = { name }
  for (const column of importColumns) {
    if (column === 'name' || !header.places.has(column)) continue
    cells[column] = readCell(column, textOf(column), input.level)
  }
  for (const column of ['sex', 'nationality'] as const) {
    const said = bracket[column]
    if (said) cells[column] = joined(cells[column], said)
  }
  if (label && !cells.kind?.text.trim()) cells.kind = { text: '', value: label }
  return { line, cells }
}

/** A cell with what the bracket after the name says of the same: one fills the other, two may not differ. */
const joined = (cell: ReadCell | undefined, said: ReadCell): ReadCell => {
  if (!cell || cell.text.trim() === '') return said
  if (cell.state === 'error' || cell.value === said.value) return cell
  const params = { text: cell.text, bracket: said.text }
  return { ...cell, state: 'error', say: { key: 'import.name.bracketDiffers', params } }
}

/**
 * The lines under the header as drafts. Every line that is not empty becomes one draft or stands in one remark.
 * Refuses merged ranges over people's cells that do not say whose they are.
 */
export const readRows = (
  input: ImportInput,
  header: Header,
): { drafts: Draft[]; remarks: Message[] } => {
  const { sheet } = input
  const aside = new Map<Aside, number[]>(asides.map((each) => [each, []]))
  const lines: Line[] = []
  let label: MemberKind | undefined
  sheet.rows.slice(header.bodyFrom).forEach((row, index) => {
    if (isEmpty(row)) return
    const line = sheet.firstLine + header.bodyFrom + index
    const kind = asideOf(row, header)
    if (kind) aside.get(kind)?.push(line)
    else lines.push({ line, row: [...row], label })
    if (kind === 'label') label = kindOfLabel(row.find((text) => tight(text) !== '') ?? '')
  })
  const filled = fillMerged(input, header, lines)
  const remarks = [...aside]
    .filter(([, at]) => at.length > 0)
    .map(([kind, at]) => ({ key: `import.remark.${kind}`, params: { lines: lineList(at) } }))
  return {
    drafts: lines.map((line) => draftOf(line, header, input)),
    remarks: [...remarks, ...filled],
  }
}
