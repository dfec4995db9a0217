import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

type Row = Readonly<Record<string, string>>

/** Columns that say nothing of the act. */
const aside: readonly Row[] = [
  { 序号: '1', 性别: '男', 民族: '汉族', 出生年月: '1980.01', 学历: '大学', 党派: '中共党员' },
  { 序号: '2', 性别: '女', 民族: '壮族', 出生年月: '1979.03', 学历: '研究生', 党派: '无党派' },
]
const more: readonly Row[] = [
  { 籍贯: '山东济南', 参加工作: '2001.07', 现任职务: '县财政局副局长', 提请人: '县长' },
  { 籍贯: '河南南阳', 参加工作: '2000.08', 现任职务: '县检察院书记员', 提请人: '县检察院检察长' },
]

const acts: readonly (readonly Row[])[] = [
  [
    { 姓名: '辛文博', 任命职务: '县财政局局长', 免去职务: '县财政局副局长' },
    { 姓名: '芮芳', 任命职务: '县检察院检察员', 免去职务: '县检察院书记员' },
  ],
  [
    { 姓名: '辛文博', 拟任免职务: '任县财政局局长，免去县财政局副局长职务' },
    { 姓名: '芮芳', 拟任免职务: '任县检察院检察员/免县检察院书记员' },
  ],
]

const wanted = [
  'appoint 芮芳 县检察院检察员',
  'appoint 辛文博 县财政局局长',
  'remove 芮芳 县检察院书记员',
  'remove 辛文博 县财政局副局长',
]

const parted: Readonly<Record<string, (cells: readonly string[]) => string>> = {
  tabs: (cells) => cells.join('\t'),
  bars: (cells) => `| ${cells.join(' | ')} |`,
  'wide spaces': (cells) => cells.join('　　'),
}

const turned = <T>(list: readonly T[], by: number): T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
]

const said = (text: string): string[] =>
  readActs(text)
    .acts.map(({ act, persons, post }) => `${act} ${persons.join('、')} ${post}`)
    .sort()

describe.each(Object.entries(parted))('a table parted by %s', (_, line) => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('is read with its columns turned by %i', (by) => {
    for (const facts of acts)
      for (const others of [aside, more]) {
        const rows = facts.map((row, at) => Object.entries({ ...others[at], ...row }))
        const [first = []] = rows
        const table = [
          first.map(([word]) => word),
          ...rows.map((row) => row.map(([, cell]) => cell)),
        ]
        const text = table.map((cells) => line(turned(cells, by))).join('\n')
        expect(said(`任免事项一览表\n\n${text}`), text).toEqual([...wanted].sort())
      }
  })
})

describe('a table', () => {
  it('whose verb has a column of its own ignores who brought it', () => {
    expect(
      said(
        '| 姓名 | 任免 | 职务 | 提请人 |\n| --- | --- | --- | --- |\n| 辛文博 | 任命 | 县财政局局长 | 县长 |\n| 芮  芳 | 免 | 县水利局局长 | 县长 |',
      ),
    ).toEqual(['appoint 辛文博 县财政局局长', 'remove 芮芳 县水利局局长'])
  })

  it('gives a title alone the organ of its column', () => {
    expect(said('姓名\t单位\t任命职务\n辛文博\t县财政局\t局长')).toEqual([
      'appoint 辛文博 县财政局局长',
    ])
  })

  it('reads on under a name whose cell was merged', () => {
    expect(said('姓名\t任免\t职务\n辛文博\t任命\t县财政局局长\n\t免去\t县水利局局长')).toEqual([
      'appoint 辛文博 县财政局局长',
      'remove 辛文博 县水利局局长',
    ])
  })

  it('shows a row whose empty cell might be either', () => {
    const { acts: read, unread } = readActs(
      '姓名　　任命职务　　免去职务\n辛文博　　县财政局局长\n芮芳　　县水利局局长　　县水利局副局长',
    )
    expect(read.map(({ persons }) => persons)).toEqual([['芮芳'], ['芮芳']])
    expect(unread.join('')).toContain('辛文博')
  })
})
