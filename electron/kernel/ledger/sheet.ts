import { Refusal, type Message } from '../../../shared/contract/errors.ts'
import type { LedgerCell, LedgerPreview, LedgerRow } from '../../../shared/contract/ledger.ts'
import type { Sheet } from '../ports.ts'
import { lineList } from '../roster/import-rows.ts'

/** How sheets name a column, several words apart by blanks; the first column that fits counts. */
export type Columns<Name extends string> = Readonly<Record<Name, string>>
export type TableRow<Name extends string> = { line: number; texts: Partial<Record<Name, string>> }
export type Table<Name extends string> = {
  columns: { header: string; column: Name | null }[]
  rows: TableRow<Name>[]
  remarks: Message[]
}

/** Rows from the top among which the header is looked for: titles and remarks may stand above it. */
const reach = 30

export const tight = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '')
const headerOf = (text: string): string => tight(text).replaceAll(/\(.*?\)|[*:]/gu, '')
const totals = /^(?:合计|总计|小计|共计|总数)/u
const footers = /^[(（]?(?:注|备注|说明|填表|制表|审核|填报|单位|联系人)[^:：]{0,6}[:：]/u

/** What a spreadsheet shows where a formula failed. */
export const failedFormula = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/u
/** What people put where there is nothing to say. */
export const placeholder = /^[-—–―/\\]+$/u

const meaningsOf = <Name extends string>(columns: Columns<Name>): ReadonlyMap<string, Name> =>
  new Map(
    (Object.keys(columns) as Name[]).flatMap((name) =>
      columns[name].split(' ').map((word): [string, Name] => [word, name]),
    ),
  )

/**
 * Finds the header (the first of the top rows with all needed columns) and gives the rows under it by column, a cell
 * merged downwards repeated in each of its rows. Totals and footnotes stand in remarks.
 * @throws Refusal `invalid` where there is no such header, or where a column is there twice
 */
export const readTable = <Name extends string>(
  fileName: string,
  sheet: Sheet,
  columns: Columns<Name>,
  needed: readonly Name[],
): Table<Name> => {
  const meanings = meaningsOf(columns)
  const meaning = (text: string): Name | undefined => meanings.get(headerOf(text))
  const isHeader = (cells: readonly string[]): boolean =>
    needed.every((name) => cells.some((cell) => meaning(cell) === name))
  const at = sheet.rows.slice(0, reach).findIndex(isHeader)
  const refuse = (key: string, params: NonNullable<Message['params']>): never => {
    throw new Refusal({ code: 'invalid', message: { key, params: { file: fileName, ...params } } })
  }
  if (at < 0)
    return refuse('ledger.import.noHeader', {
      rows: Math.min(reach, sheet.rows.length),
      columns: needed.map((name) => columns[name].split(' ')[0] ?? '').join('、'),
    })
  const header = sheet.rows[at] ?? []
  const places = new Map<Name, number>()
  header.forEach((cell, place) => {
    const name = meaning(cell)
    if (name && places.has(name)) refuse('ledger.import.twice', { column: cell.trim() })
    if (name) places.set(name, place)
  })
  const { rows, aside } = rowsUnder(sheet, at, places, isHeader)
  const remarks: Message[] = [...sheet.remarks]
  if (aside.length > 0)
    remarks.push({ key: 'ledger.import.aside', params: { lines: lineList(aside) } })
  if (rows.length === 0) remarks.push({ key: 'ledger.import.nothing' })
  return {
    columns: header
      .map((cell) => ({ header: cell.trim(), column: meaning(cell) ?? null }))
      .filter(({ header: text }) => text !== ''),
    rows,
    remarks,
  }
}

const rowsUnder = <Name extends string>(
  sheet: Sheet,
  at: number,
  places: ReadonlyMap<Name, number>,
  isHeader: (cells: readonly string[]) => boolean,
): { rows: TableRow<Name>[]; aside: number[] } => {
  const rows: TableRow<Name>[] = []
  const aside: number[] = []
  const downwards = sheet.merged.filter(({ left, right }) => left === right)
  sheet.rows.slice(at + 1).forEach((row, index) => {
    const line = sheet.firstLine + at + 1 + index
    const cells = [...row]
    for (const { top, left, bottom } of downwards)
      if (top < line && line <= bottom && top >= sheet.firstLine + at + 1)
        cells[left - 1] = sheet.rows[top - sheet.firstLine]?.[left - 1] ?? ''
    const filled = cells.map(tight).filter((text) => text !== '')
    const [first = ''] = filled
    if (filled.length === 0) return
    if (totals.test(first) || footers.test(first) || isHeader(cells)) {
      aside.push(line)
      return
    }
    const texts: TableRow<Name>['texts'] = {}
    for (const [name, place] of places) texts[name] = cells[place] ?? ''
    if (Object.values(texts).every((text) => tight(String(text)) === '')) aside.push(line)
    else rows.push({ line, texts })
  })
  return { rows, aside }
}

/** A cell as it is read, before it meets what is stored. */
export type Cell = { text: string; value: string; state?: 'warning' | 'error'; say?: Message }

export const fault = (text: string, key: string, params: Message['params'] = {}): Cell => ({
  text,
  value: '',
  state: 'error',
  say: { key, params: { text, ...params } },
})
export const doubt = (
  text: string,
  value: string,
  key: string,
  params: Message['params'] = {},
): Cell => ({ text, value, state: 'warning', say: { key, params: { text, ...params } } })

/** A row with what is said of its cells and what is stored now where there is something. */
export type Judged<Name extends string> = {
  line: number
  cells: Partial<Record<Name, Cell>>
  was: Partial<Record<Name, string>> | null
}

/** Puts an error (always) or a warning (unless there is something already) on a cell. */
export const mark = <Name extends string>(
  { cells }: Pick<Judged<Name>, 'cells'>,
  column: Name,
  state: 'warning' | 'error',
  say: Message,
): void => {
  const cell = cells[column] ?? { text: '', value: '' }
  if (cell.state === 'error' || (cell.state && state === 'warning')) return
  cells[column] = { ...cell, state, say }
}

const rank: Record<LedgerCell['state'], number> = {
  same: 0,
  new: 1,
  changed: 2,
  warning: 3,
  error: 4,
}

/** Doubts about a row beside others: they stay where the row itself is stored already. */
const amongRows = new Set(['ledger.import.occupied', 'ledger.import.member'])

/** What was doubted and taken all the same is no doubt any more: the same sheet again has nothing to be checked. */
const isSettled = ({ value, state, say }: Cell, was: string | undefined): boolean =>
  state === 'warning' &&
  Boolean(was) &&
  (value === '' || value === was) &&
  !amongRows.has(say?.key ?? '')

const cellOf = (cell: Cell, was: string | undefined, isNew: boolean): LedgerCell => {
  const differs = cell.value !== '' && cell.value !== (was ?? '')
  const plain = isNew ? 'new' : differs ? 'changed' : 'same'
  const { text, value, state, say } = cell
  if (isSettled(cell, was)) return { text, value, state: 'same' }
  return {
    text,
    value,
    ...(was && (differs || state) ? { was } : {}),
    state: state ?? plain,
    ...(say ? { say } : {}),
  }
}

/** The rows as people see them, each in the worst state of its cells, and how many there are of each. */
export const shownRows = <Name extends string>(
  judged: readonly Judged<Name>[],
): Pick<LedgerPreview, 'rows' | 'counts'> => {
  const counts: LedgerPreview['counts'] = { new: 0, changed: 0, same: 0, warning: 0, error: 0 }
  const rows = judged.map(({ line, cells, was }): LedgerRow => {
    const entries = (Object.entries(cells) as [Name, Cell][]).map(
      ([name, cell]) => [name, cellOf(cell, was?.[name], was === null)] as const,
    )
    const states = entries.map(([, { state }]) => state)
    const state = states.reduce(
      (worst, one) => (rank[one] > rank[worst] ? one : worst),
      was === null ? 'new' : 'same',
    )
    counts[state] += 1
    return { line, state, cells: Object.fromEntries(entries) }
  })
  return { rows, counts }
}
