import { describe, expect, test } from 'vitest'
import type { ImportColumn, ImportRow, Person } from '../../../shared/contract/roster.ts'
import { imported, inputOf, preview, refusal, sheetOf } from './import.testkit.ts'
import type { ImportResult } from './import-types.ts'

const cell = (rows: ImportRow[], line: number, column: ImportColumn) =>
  rows.find((row) => row.line === line)?.cells[column]
const sayOf = (result: ImportResult, line: number, column: ImportColumn): string | undefined =>
  cell(result.rows, line, column)?.say?.key

const roster = `
  姓名|性别|民族|常委会职务|排名|任职日期|备注
  贺兰若水|男|汉族|主任|1|2022-01-10|
  穆青禾（女，回族）|||副主任|1|2022年1月10日|分管法制
  商　羽|男|汉|市人大常委会副主任|2|2023/2/18|
  阿依古丽·买买提|女|维吾尔族|委员||2022.1.10|
  戚望舒|男|汉族|委员||20220110|`

describe('a first import', () => {
  test('understands names, brackets, kinds and five spellings of a date', () => {
    const result = preview(roster)
    expect(result.counts).toEqual({ new: 5, changed: 0, same: 0, warning: 0, error: 0 })
    expect(result.changes.map(({ facts }) => facts)).toMatchObject([
      { name: '贺兰若水', sex: 'male', kind: 'chair', rank: 1, startsOn: '2022-01-10' },
      { name: '穆青禾', sex: 'female', nationality: '回族', kind: 'vice-chair', note: '分管法制' },
      { name: '商羽', nationality: '汉族', kind: 'vice-chair', startsOn: '2023-02-18' },
      { name: '阿依古丽·买买提', kind: 'ordinary', rank: null, startsOn: '2022-01-10' },
      { name: '戚望舒', startsOn: '2022-01-10', endsAt: null, endReason: null },
    ])
  })

  test('finds the header under titles, in two rows, by other names', () => {
    const text = `
      某某市人大常委会组成人员名册|||
      （2026年11月）|||
      序号|名 字（全称）|任职情况|
      ||职务|当选时间
      1|戚望舒|委员|2022-01-10`
    const merged = [
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 3, left: 1, bottom: 4, right: 1 },
      { top: 3, left: 2, bottom: 4, right: 2 },
      { top: 3, left: 3, bottom: 3, right: 4 },
    ]
    const result = preview('', { sheet: sheetOf(text, merged) })
    expect(result.columns).toEqual([
      { header: '序号', column: null },
      { header: '名 字（全称）', column: 'name' },
      { header: '职务', column: 'kind' },
      { header: '当选时间', column: 'startsOn' },
    ])
    expect(result.rows.map(({ line, state }) => [line, state])).toEqual([[5, 'new']])
  })

  test('ranks vice-chairs as the sheet lists them where it has no column for it, and says so', () => {
    const listed = `
      序号|姓名|职务
      1|贺兰若水|主任
      2|穆青禾|副主任
      3|丁一|副主任
      4|戚望舒|委员`
    const { changes, remarks } = preview(listed)
    expect(changes.map(({ facts }) => [facts.name, facts.rank])).toEqual([
      ['贺兰若水', null],
      ['穆青禾', 1],
      ['丁一', 2],
      ['戚望舒', null],
    ])
    expect(remarks).toEqual([{ key: 'import.remark.ranked', params: { rows: '3–4' } }])
    expect(preview(listed, imported(listed))).toMatchObject({ changes: [], remarks: [] })
    const ranksIn = (text: string, store = imported('姓名|职务\n戚望舒|委员')) =>
      preview(text, store).changes.map(({ facts }) => facts.rank)
    expect(ranksIn('姓名|职务\n穆青禾|副主任\n丁一|副主任')).toEqual([1, 2])
    expect(ranksIn('姓名|职务\n穆青禾|副主任\n商羽|委员\n丁一|副主任')).toEqual([null, null, null])
    expect(ranksIn('姓名|职务|排名\n穆青禾|副主任|\n丁一|副主任|')).toEqual([null, null])
    const known = imported('姓名|职务\n商羽|副主任')
    expect(ranksIn('姓名|职务\n穆青禾|副主任\n丁一|副主任', known)).toEqual([null, null])
  })

  test('prefers the position on the committee to any other', () => {
    const { columns } = preview('职务|姓名|常委会职务\n教授|戚望舒|委员')
    expect(columns.map(({ column }) => column)).toEqual([null, 'name', 'kind'])
  })

  test('sets aside what is not about a person, line by line', () => {
    const result = preview(`
      姓名|职务|备注
      一、主任（1人）||
      贺兰若水||
      副主任：||
      空缺||
      穆青禾||
      姓名|职务|备注
      |||只有序号
      合　计|2人|
      填表人：某某||`)
    expect(result.changes.map(({ facts }) => facts.kind)).toEqual(['chair', 'vice-chair'])
    expect(result.remarks.map(({ key, params }) => [key, params?.lines])).toEqual([
      ['import.remark.label', '2、4'],
      ['import.remark.header', '7'],
      ['import.remark.total', '9'],
      ['import.remark.footer', '10'],
      ['import.remark.vacant', '5'],
      ['import.remark.unused', '8'],
    ])
  })

  test('carries a position merged over its holders down to each', () => {
    const text = '姓名|职务\n戚望舒|委员\n穆青禾|\n商羽|'
    const merged = [{ top: 2, left: 2, bottom: 4, right: 2 }]
    const result = preview('', { sheet: sheetOf(text, merged) })
    expect(result.changes.map(({ facts }) => facts.kind)).toEqual(Array(3).fill('ordinary'))
    expect(result.remarks).toContainEqual({
      key: 'import.remark.filled',
      params: { range: 'B2:B4' },
    })
  })

  test.each([
    ['names', { top: 2, left: 1, bottom: 3, right: 1 }, 'A2:A3'],
    ['two columns', { top: 2, left: 1, bottom: 2, right: 2 }, 'A2:B2'],
  ])('refuses merged %s', (_, range, name) => {
    const sheet = sheetOf('姓名|职务\n戚望舒|委员\n穆青禾|委员', [range])
    expect(refusal(inputOf('', { sheet }))).toEqual({
      key: 'import.merged',
      params: { file: '名册.xlsx', range: name },
    })
  })

  test('refuses a sheet without a header and one with a column twice', () => {
    expect(refusal(inputOf('戚望舒|委员\n穆青禾|委员'))).toMatchObject({
      key: 'import.header.none',
    })
    expect(refusal(inputOf('姓名|职务|姓名|职务\n戚望舒|委员|穆青禾|委员'))).toMatchObject({
      key: 'import.header.twice',
      params: { first: '姓名', second: '姓名' },
    })
  })

  test('of 5,000 rows keeps every one', () => {
    const digits = '甲乙丙丁戊己庚辛壬癸'
    const name = (at: number): string => [...`${at}`].map((digit) => digits[Number(digit)]).join('')
    const lines = Array.from({ length: 5000 }, (_, at) => `赵${name(at)}|委员|2022-01-10`)
    const result = preview(`姓名|职务|任职日期\n${lines.join('\n')}`)
    expect(result.counts.new).toBe(5000)
    expect(result.remarks).toContainEqual({
      key: 'import.remark.overSeats',
      params: { inOffice: 5000, seats: 45, over: 4955 },
    })
  })
})

describe('what is wrong is said on its cell', () => {
  const header = '姓名|性别|民族|职务|排名|任职日期|离任日期|离任原因|备注'
  const cases: [string, ImportColumn, string][] = [
    ['|男||委员|||||', 'name', 'name.name-empty'],
    ['戚望舒2|男||委员|||||', 'name', 'name.name-bad-character'],
    ['戚望舒（大）|||委员|||||', 'name', 'name.bracket'],
    ['戚望舒（女）|男||委员|||||', 'sex', 'name.bracketDiffers'],
    ['戚望舒|先生||委员|||||', 'sex', 'sex.unknown'],
    ['戚望舒||回回族|委员|||||', 'nationality', 'nationality.unknown'],
    ['戚望舒||||||||', 'kind', 'kind.missing'],
    ['戚望舒|||办公室主任|||||', 'kind', 'kind.unknown'],
    ['戚望舒|||副主任兼秘书长|||||', 'kind', 'kind.several'],
    ['戚望舒|||党组书记、主任|||||', 'kind', 'kind.others'],
    ['戚望舒|||副主任（正处级）|||||', 'kind', 'kind.others'],
    ['戚望舒|||主任（秘书长）|||||', 'kind', 'kind.several'],
    ['戚望舒|||法制委员会副主任委员|||||', 'kind', 'kind.unknown'],
    ['戚望舒|||委员|第一|||||', 'rank', 'rank.unknown'],
    ['戚望舒|||委员||2022-02-30|||', 'startsOn', 'date.date-no-such-day'],
    ['戚望舒|||委员||2022.1|||', 'startsOn', 'date.date-day-missing'],
    ['戚望舒|||委员||22.1.10|||', 'startsOn', 'date.date-year-short'],
    ['戚望舒|||委员||10/1/2022|||', 'startsOn', 'date.date-year-not-first'],
    ['戚望舒|||委员||年初|||', 'startsOn', 'date.date-unreadable'],
    ['戚望舒|||委员||1822-01-10|||', 'startsOn', 'date.date-out-of-range'],
    ['戚望舒|||委员|||||', 'startsOn', 'startsOn.assumed'],
    ['戚望舒|||委员||2027-01-10|||', 'startsOn', 'startsOn.future'],
    ['戚望舒|||委员||2021-01-10|||', 'startsOn', 'startsOn.beforeTerm'],
    ['戚望舒|||委员||2023-01-10|2022-05-01|辞职|', 'endsAt', 'endsAt.beforeStart'],
    ['戚望舒|||委员||2023-01-10|2024-05-01||', 'endReason', 'endReason.missing'],
    ['戚望舒|||委员||2023-01-10||辞职|', 'endsAt', 'endsAt.missing'],
    ['戚望舒|||委员||2023-01-10|2024-05-01|调往外省|', 'endReason', 'endReason.other'],
    ['戚望舒|||#N/A||2023-01-10|||', 'kind', 'formulaFailed'],
    [`戚望舒|||委员||2022-01-10|||${'长'.repeat(4001)}`, 'note', 'note.long'],
  ]
  test.each(cases)('%s', (row, column, key) => {
    expect(sayOf(preview(`${header}\n${row}`), 2, column)).toBe(`import.${key}`)
  })

  test('reasons of leaving in the words of the field', () => {
    const words = '辞职 罢免 辞去代表职务 代表资格终止 撤职 病故 任期届满 其他'
    const result = preview(
      `姓名|职务|任职日期|离任日期|离任原因\n${words
        .split(' ')
        .map((word, at) => `赵${'甲乙丙丁戊己庚辛'[at]}|委员|2022-01-10|2024-01-10|${word}`)
        .join('\n')}`,
    )
    expect(result.changes.map(({ facts }) => facts.endReason)).toEqual([
      'resignation',
      'recalled',
      'deputy-resigned',
      'deputy-ended',
      'dismissed',
      'died',
      'term-ended',
      'other',
    ])
  })

  test('a county has no secretary-general (组织法 47②)', () => {
    const result = preview('姓名|职务\n戚望舒|秘书长', { level: 'county' })
    expect(sayOf(result, 2, 'kind')).toBe('import.kind.county')
    expect(preview('姓名|职务\n戚望舒|秘书长').counts.error).toBe(0)
  })

  test('an error anywhere leaves nothing to write', () => {
    const result = preview('姓名|职务\n戚望舒|委员\n穆青禾|先生')
    expect(result.counts).toMatchObject({ warning: 1, error: 1 })
    expect(result.changes).toEqual([])
  })

  test('of one kind and rank there is one', () => {
    const result = preview('姓名|职务|排名\n戚望舒|副主任|1\n穆青禾|副主任|1')
    expect(sayOf(result, 3, 'rank')).toBe('import.rank.shared')
  })
})

describe('names that stand twice', () => {
  test('are refused with their lines', () => {
    const result = preview('姓名|职务\n戚望舒|委员\n穆青禾|委员\n戚 望舒|委员')
    expect(cell(result.rows, 2, 'name')?.say).toEqual({
      key: 'import.name.twice',
      params: { name: '戚望舒', lines: '2、4' },
    })
    expect(result.counts.error).toBe(2)
  })

  test('are two people when sex or nationality tells them apart', () => {
    const text = '姓名|性别|职务|任职日期\n戚望舒|男|委员|2022-01-10\n戚望舒|女|委员|2022-01-10'
    const store = imported(text)
    expect(store.persons.map(({ sex }) => sex)).toEqual(['male', 'female'])
    expect(preview(text, store).counts).toMatchObject({ same: 2 })
  })

  test('are one person in office twice when dated one after the other', () => {
    const text = `
      姓名|职务|任职日期|离任日期|离任原因|备注
      戚望舒|委员|2022-01-10|2023-05-09|其他|党外
      戚望舒|副主任|2023-05-10|||`
    const store = imported(text)
    expect(store.persons).toMatchObject([{ name: '戚望舒', note: '党外' }])
    expect(store.members).toHaveLength(2)
    expect(preview(text, store).changes).toEqual([])
    const overlapping = preview(text.replace('2023-05-09', '2023-05-10'))
    expect(sayOf(overlapping, 2, 'name')).toBe('import.name.twice')
  })

  test('in the store are told apart or refused', () => {
    const person = { name: '戚望舒', sex: 'male', nationality: null, note: '', rev: 1 } as const
    const persons: Person[] = [
      { ...person, id: 'a' },
      { ...person, id: 'b' },
    ]
    const result = preview('姓名|性别|职务\n戚望舒|男|委员', { persons })
    expect(sayOf(result, 2, 'name')).toBe('import.name.ambiguous')
    const told = preview('姓名|性别|职务\n戚望舒|男|委员', {
      persons: [persons[0]!, { ...persons[1]!, sex: 'female' }],
    })
    expect(told.changes.map(({ personId }) => personId)).toEqual(['a'])
    expect(sayOf(told, 2, 'name')).toBe('import.name.known')
  })
})
