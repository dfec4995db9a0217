import { Workbook } from '@cj-tech-master/excelts'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { workbook } from '../../test/papers/after.ts'
import { readSheet } from './index.ts'
import { writeWorkbook } from './write.ts'

test('is read back as it was written, days as days', async () => {
  const { rows, remarks } = await readSheet('表.xlsx', await writeWorkbook(workbook))
  const [first] = workbook.sheets
  expect(rows[1]).toEqual(first?.columns.map(({ head }) => head))
  expect(rows[2]?.slice(0, 6)).toEqual([
    '1',
    '陶喆',
    '决定任命',
    '临江市人民政府秘书长',
    '市长江远航',
    '2026-11-26',
  ])
  expect(rows).toHaveLength(2 + (first?.rows.length ?? 0))
  // Its other sheets are named as not read.
  expect(remarks.length).toBeGreaterThan(0)
})

test('prints on lying A4 one page wide, its title and head on every page', async () => {
  const book = new Workbook()
  await book.xlsx.load(await writeWorkbook(workbook))
  expect(book.worksheets.map(({ name }) => name)).toEqual(['任免事项', '任职变动', '会后手续'])
  for (const { pageSetup } of book.worksheets)
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:2',
    })
  const cell = book.worksheets[0]?.getCell(3, 6)
  expect(cell?.value).toEqual(new Date(Date.UTC(2026, 10, 26)))
  expect(cell?.numFmt).toBe('yyyy"年"m"月"d"日"')
})

test('makes a row as high as its fullest cell', async () => {
  const sheets = [
    {
      name: '表',
      columns: [
        { head: '姓名', width: 17 },
        { head: '职务', width: 44 },
      ],
      rows: [
        ['陶喆', '临江市财政局局长'],
        ['努尔艾合买提·阿布都克里木', '临江市财政局局长'],
        [
          '陶喆',
          '临江市东山经济技术开发区人民法院审判委员会委员、立案庭庭长、刑事审判第二庭副庭长、审判员',
        ],
      ],
    },
  ]
  const book = new Workbook()
  await book.xlsx.load(await writeWorkbook({ ...workbook, sheets }))
  const [plain = 0, ...long] = [3, 4, 5].map((at) => book.worksheets[0]?.getRow(at).height)
  expect(plain).toBeGreaterThan(12)
  for (const height of long) expect(height).toBeGreaterThan(plain * 1.7)
})

test('has no formula, whatever a name begins with', async () => {
  const evil = {
    ...workbook,
    sheets: [
      { name: '表', columns: [{ head: '姓名', width: 10 }], rows: [['=1+1'], ['@SUM(A1)']] },
    ],
  }
  const files = unzipSync(await writeWorkbook(evil))
  expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>')
})
