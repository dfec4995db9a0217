import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, imported, inputOf, preview, type Store } from './import.testkit.ts'
import { previewImport } from './import.ts'
import type { ImportResult } from './import-types.ts'

const roster = `
  姓名|性别|民族|职务|排名|任职日期|备注
  贺兰若水|男|汉族|党组书记、主任|1|2022-01-10|
  穆青禾（女，回族）|||副主任|1|2022年1月10日|分管法制
  戚望舒|男|汉族|委员||2021.12.10|`

const statesOf = ({ rows }: ImportResult): string[] => rows.map(({ state }) => state)
const nameSay = ({ rows }: ImportResult): string | undefined => rows[0]?.cells.name?.say?.key
const kindSay = ({ rows }: ImportResult): string | undefined => rows[0]?.cells.kind?.say?.key

describe('the same sheet again', () => {
  test('changes nothing, warnings of the first time included', () => {
    const first = preview(roster)
    expect(statesOf(first)).toEqual(['warning', 'new', 'warning'])
    const again = preview(roster, imported(roster))
    expect(statesOf(again)).toEqual(['same', 'same', 'same'])
    expect(again.changes).toEqual([])
    expect(again.remarks).toEqual([])
  })

  test('shows what differs beside what is stored', () => {
    const store = imported(roster)
    const result = preview(roster.replace('分管法制', '分管财经'), store)
    expect(statesOf(result)).toEqual(['same', 'changed', 'same'])
    expect(result.rows[1]?.cells.note).toEqual({
      text: '分管财经',
      value: '分管财经',
      was: '分管法制',
      state: 'changed',
    })
    expect(result.changes).toHaveLength(1)
  })

  test('erases nothing by an empty cell', () => {
    const store = imported(roster)
    const result = preview('姓名|民族|备注|职务\n穆青禾|||', store)
    expect(result.changes).toEqual([])
    expect(result.rows[0]?.cells.note).toEqual({ text: '', value: '分管法制', state: 'same' })
  })

  test('ends and removes no one it does not mention', () => {
    const result = preview('姓名|职务\n穆青禾|副主任', imported(roster))
    expect(result.changes).toEqual([])
    expect(result.remarks).toEqual([
      { key: 'import.remark.unmentioned', params: { count: 2, names: '贺兰若水、戚望舒' } },
    ])
  })

  test('has a token that moves with the sheet and with the store alone', () => {
    const token = preview(roster).token
    expect(preview(roster, { moment: '2026-11-23T08:00:00' }).token).toBe(token)
    expect(preview(roster.replace('1|2022', '2|2022')).token).not.toBe(token)
    expect(preview(roster, imported(roster)).token).not.toBe(token)
  })
})

describe('people the store knows', () => {
  const store = imported(roster)
  const ended = (endsAt: string): Store => ({
    persons: store.persons,
    members: store.members.map((member) =>
      member.name === '戚望舒' ? { ...member, endsAt, endReason: 'resignation' } : member,
    ),
  })

  test('come back with a new tenure', () => {
    const left = ended('2024-03-01T10:00:00')
    const text = '姓名|职务|任职日期\n戚望舒|委员|2025-02-01'
    const result = preview(text, left)
    expect(nameSay(result)).toBe('import.name.comesBack')
    expect(result.changes).toMatchObject([{ memberId: null, personId: left.persons[2]?.id }])
    const back = apply(left, result)
    expect(back.members).toHaveLength(4)
    expect(statesOf(preview(text, back))).toEqual(['same'])
  })

  test('do not come back by being mentioned', () => {
    const result = preview('姓名|职务\n戚望舒|委员', ended('2024-03-01'))
    expect(nameSay(result)).toBe('import.name.ended')
    expect(result.changes).toEqual([])
  })

  test('are not promoted by rewriting their past', () => {
    const later = preview('姓名|职务|任职日期\n戚望舒|副主任|2025-02-01', store)
    expect(kindSay(later)).toBe('import.kind.promoted')
    const rewritten = preview('姓名|职务\n戚望舒|副主任', store)
    expect(kindSay(rewritten)).toBe('import.kind.rewrites')
    expect(rewritten.changes).toMatchObject([{ memberId: 'm0-4', facts: { kind: 'vice-chair' } }])
    const inTwoRows = preview(
      '姓名|职务|任职日期|离任日期|离任原因\n' +
        '戚望舒|委员|2021-12-10|2025-01-31|其他\n戚望舒|副主任|2025-02-01||',
      store,
    )
    expect(inTwoRows.changes).toMatchObject([{ memberId: 'm0-4' }, { memberId: null }])
  })

  test('may not be in office twice on one day', () => {
    const text = '姓名|职务|任职日期|离任日期|离任原因\n戚望舒|委员|2021-01-10|2021-12-10|其他'
    const result = preview(`${text}\n戚望舒|委员|2022-05-01||`, store)
    const say = result.rows.map(({ cells }) => cells.startsOn?.say)
    expect(say[0]).toEqual({
      key: 'import.startsOn.overlaps',
      params: { name: '戚望舒', other: '2021-12-10–' },
    })
  })

  test('leave room for one chair and one secretary-general', () => {
    const result = preview('姓名|职务|任职日期\n商羽|主任|2024-01-10', store)
    expect(result.rows[0]?.cells.kind?.say).toEqual({
      key: 'import.kind.two.chair',
      params: { other: '贺兰若水' },
    })
    const handed = preview(
      '姓名|职务|任职日期|离任日期|离任原因\n' +
        '贺兰若水|主任|2022-01-10|2024-01-10|辞职\n商羽|主任|2024-01-10||',
      store,
    )
    expect(handed.counts.error).toBe(0)
  })

  test('with another sex are changed with a warning', () => {
    const result = preview('姓名|性别|职务\n戚望舒|女|委员', store)
    expect(result.rows[0]?.cells.sex).toMatchObject({
      value: 'female',
      was: 'male',
      state: 'warning',
    })
  })
})

describe('whatever the sheet', () => {
  const word = fc.constantFrom(
    ...[
      '',
      ' ',
      '戚望舒',
      '穆青禾',
      '商　羽',
      '穆青禾（女）',
      '空缺',
      '合计',
      '姓名',
      '注：',
      '张3',
    ],
    ...[
      '男',
      '女',
      '委员',
      '主任',
      '副主任（2人）',
      '2022-01-10',
      '2023.5.1',
      '辞职',
      '回族',
      '7',
      '#N/A',
    ],
  )
  const rows = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { maxLength: 25 })
  const header = ['姓名', '性别', '民族', '职务', '任职日期', '离任日期', '离任原因', '序号']

  const linesNamed = (text: string): number[] =>
    text.split('、').flatMap((run) => {
      const [from = 0, to = from] = run.split('–').map(Number)
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    })

  test('every line that is not empty is one row or stands in one remark', () => {
    fc.assert(
      fc.property(rows, (body) => {
        const sheet = { rows: [header, ...body], firstLine: 3, remarks: [], merged: [] }
        const result = previewImport(inputOf('', { sheet }))
        const aside = result.remarks.flatMap(({ params }) =>
          linesNamed(String(params?.lines ?? '')),
        )
        const told = [...result.rows.map(({ line }) => line), ...aside.filter((line) => line > 0)]
        const filled = body.flatMap((row, at) => (row.some((text) => text.trim()) ? [at + 4] : []))
        expect(told.sort((a, b) => a - b)).toEqual(filled)
        const counted = Object.values(result.counts).reduce((sum, count) => sum + count, 0)
        expect(counted).toBe(result.rows.length)
      }),
      { numRuns: 500 },
    )
  })

  const person = fc.record({
    name: fc.constantFrom('戚望舒', '戚　望舒', '穆青禾', '商羽', '景明', '阿依古丽·买买提'),
    sex: fc.constantFrom('', '男', '女'),
    nationality: fc.constantFrom('', '汉', '回族'),
    kind: fc.constantFrom('委员', '委员', '副主任', '县人大常委会委员', '委员、党组成员', '主任'),
    startsOn: fc.constantFrom('', '2022-01-10', '2022.3.1', '2021年12月1日'),
    end: fc.constantFrom(['', ''], ['', ''], ['2024-05-01', '辞职'], ['2025/1/1', '调离']),
  })

  test('what was imported once has nothing left to write', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (people) => {
        const body = people.map(({ name, sex, nationality, kind, startsOn, end }) => {
          return [name, sex, nationality, kind, startsOn, ...end]
        })
        const sheet = { rows: [header, ...body], firstLine: 1, remarks: [], merged: [] }
        const first = previewImport(inputOf('', { sheet }))
        fc.pre(first.counts.error === 0)
        expect(first.changes).toHaveLength(people.length)
        const store = apply({ persons: [], members: [] }, first)
        const again = previewImport(inputOf('', { sheet, ...store }))
        expect(again.changes).toEqual([])
        expect(again.counts).toMatchObject({ new: 0, changed: 0, warning: 0, error: 0 })
      }),
      { numRuns: 400, maxSkipsPerRun: 100 },
    )
  })
})
