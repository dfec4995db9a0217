import { Refusal } from '../../../shared/contract/errors.ts'
import type { ImportColumn } from '../../../shared/contract/roster.ts'
import type { MergedRange, Sheet } from '../ports.ts'

/** How rosters name their columns. A `weak` name gives way to a plain one: «职务» to «常委会职务». */
const synonyms: Record<ImportColumn, { plain: string; weak?: string }> = {
  name: { plain: '姓名 名字 组成人员 组成人员姓名 人员姓名 委员姓名 name' },
  sex: { plain: '性别 sex gender' },
  nationality: { plain: '民族 族别 nationality' },
  kind: {
    plain: '常委会职务 人大常委会职务 在常委会职务 本届职务 组成人员类别 人员类别 kind',
    weak: '职务 现任职务 担任职务 职务名称 职位 类别 身份 任职',
  },
  rank: { plain: '排名 政治排名 排序 位次 名次 排列顺序 rank' },
  startsOn: {
    plain:
      '任职日期 任职时间 当选日期 当选时间 就任日期 就任时间 到任日期 上任日期 任职起始日期 任职开始日期 任职起 选举日期 选举时间 任命日期 任命时间',
    weak: '开始日期 起始日期 开始时间 起始时间',
  },
  endsAt: {
    plain:
      '离任日期 离任时间 免职日期 免职时间 卸任日期 卸任时间 离职日期 离职时间 辞职日期 辞职时间 职务终止日期 任职终止日期 任职止',
    weak: '结束日期 终止日期 结束时间 终止时间',
  },
  endReason: {
    plain: '离任原因 免职原因 离职原因 卸任原因 职务终止原因 离任事由',
    weak: '原因 事由',
  },
  note: { plain: '备注 附注 note', weak: '说明' },
}

type Meaning = { column: ImportColumn; weak: boolean }

const meanings = new Map<string, Meaning>(
  (Object.keys(synonyms) as ImportColumn[]).flatMap((column) => {
    const { plain, weak = '' } = synonyms[column]
    const entries = (names: string, isWeak: boolean): [string, Meaning][] =>
      names
        .split(' ')
        .filter(Boolean)
        .map((name) => [name, { column, weak: isWeak }])
    return [...entries(plain, false), ...entries(weak, true)]
  }),
)

/** A header without spaces, brackets, stars and colons: «*姓 名（全称）：» is «姓名». */
const meaningOf = (header: string): Meaning | undefined =>
  meanings.get(
    header
      .normalize('NFKC')
      .replaceAll(/\(.*?\)|[\s*:]/gu, '')
      .toLowerCase(),
  )

/** True for a text that names the name column: such a row is a header, not a person. */
export const isNameHeader = (text: string): boolean => meaningOf(text)?.column === 'name'

/** Rows from the top among which the header is looked for: titles and remarks may stand above it. */
const reach = 30

export type Header = {
  /** Index into `sheet.rows` of the first row under the header. */
  bodyFrom: number
  columns: { header: string; column: ImportColumn | null }[]
  /** Place in a row of each understood column, 0-based. */
  places: Map<ImportColumn, number>
}

const mergeAt = (sheet: Sheet, row: number, place: number): MergedRange | undefined => {
  const line = row + sheet.firstLine
  const column = place + 1
  return sheet.merged.find(
    ({ top, left, bottom, right }) =>
      top <= line && line <= bottom && left <= column && column <= right,
  )
}

/** Rows the header takes: a header cell merged downwards stretches it, as under «任职情况». */
const depthOf = (sheet: Sheet, row: number): number => {
  const line = row + sheet.firstLine
  const bottoms = sheet.merged
    .filter(({ top, bottom }) => top <= line && line <= bottom)
    .map(({ bottom }) => bottom)
  return Math.max(line, ...bottoms) - line + 1
}

/** The header text over a column: the lowest understood one, else the lowest one there is. */
const textOver = (sheet: Sheet, row: number, depth: number, place: number): string => {
  const texts: string[] = []
  for (let at = row; at < row + depth; at += 1) {
    const merge = mergeAt(sheet, at, place)
    const source = merge ? [merge.top - sheet.firstLine, merge.left - 1] : [at, place]
    texts.unshift(sheet.rows[source[0] ?? 0]?.[source[1] ?? 0]?.trim() ?? '')
  }
  return texts.find(meaningOf) ?? texts.find((text) => text !== '') ?? ''
}

const placesOf = (fileName: string, headers: string[]): Map<ImportColumn, number> => {
  const places = new Map<ImportColumn, number>()
  const weakPlaces = new Set<ImportColumn>()
  headers.forEach((header, place) => {
    const meaning = meaningOf(header)
    if (!meaning) return
    const { column, weak } = meaning
    const before = places.get(column)
    if (before !== undefined && weak === weakPlaces.has(column)) {
      const params = { file: fileName, first: headers[before] ?? '', second: header }
      throw new Refusal({ code: 'invalid', message: { key: 'import.header.twice', params } })
    }
    if (before !== undefined && weak) return
    places.set(column, place)
    if (weak) weakPlaces.add(column)
    else weakPlaces.delete(column)
  })
  return places
}

/**
 * Finds the header row (the first of the top rows with a name column) and what each column means.
 * Refuses a sheet without one, and a column that is there twice.
 */
export const findHeader = (fileName: string, sheet: Sheet): Header => {
  const row = sheet.rows.slice(0, reach).findIndex((cells) => cells.some(isNameHeader))
  if (row < 0) {
    const params = { file: fileName, rows: Math.min(reach, sheet.rows.length) }
    throw new Refusal({ code: 'invalid', message: { key: 'import.header.none', params } })
  }
  const depth = depthOf(sheet, row)
  const width = Math.max(...sheet.rows.slice(row).map((cells) => cells.length))
  const headers = Array.from({ length: width }, (_, place) => textOver(sheet, row, depth, place))
  const places = placesOf(fileName, headers)
  const columnAt = new Map([...places].map(([column, place]) => [place, column]))
  return {
    bodyFrom: row + depth,
    columns: headers
      .map((header, place) => ({ header, column: columnAt.get(place) ?? null }))
      .filter(({ header }) => header !== ''),
    places,
  }
}
