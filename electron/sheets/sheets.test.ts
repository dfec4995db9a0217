import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import en from '../../shared/locales/en/import.json' with { type: 'json' }
import zh from '../../shared/locales/zh-CN/import.json' with { type: 'json' }
import { readSheet } from './index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const golden = (name: string): Uint8Array =>
  readFileSync(new URL(`../../test/golden/sheets/${name}`, import.meta.url))

const xlsx = async (fill: (sheet: Worksheet, book: Workbook) => void): Promise<Uint8Array> => {
  const book = new Workbook()
  fill(book.addWorksheet('名册'), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

type Part = { name: string; data: Uint8Array; size?: number; flags?: number }

/** A zip written by hand, so that it can lie. */
const zip = (parts: Part[]): Uint8Array => {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, data, size = data.length, flags = 0 } of parts) {
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(data), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    offset += head.length + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** The same file with one byte of its first part turned over. */
const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (index === 80 ? byte ^ 0xff : byte))

/** The start of an OLE container with one named stream. */
const ole = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(400),
  ])

const refusalOf = async (fileName: string, bytes: Uint8Array): Promise<Message> => {
  try {
    await readSheet(fileName, bytes)
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === 'invalid' && error.failure.message) {
      return error.failure.message
    }
    throw error
  }
  throw new Error(`${fileName} was read`)
}

describe('workbooks', () => {
  test('give their cells as people see them', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow([])
      sheet.addRow(['姓名', '任职日期', '数', '备注'])
      sheet.addRow(['贺兰若水', new Date('2022-01-10T00:00:00Z'), 0.1 + 0.2, true])
      sheet.addRow([
        { richText: [{ text: '穆', font: { bold: true } }, { text: '青禾' }] },
        { formula: 'B3+1', result: new Date('2022-01-11T00:00:00Z') },
        20220110,
        { text: '链接', hyperlink: 'https://example.invalid/' },
      ])
      sheet.addRow(['商羽', new Date('2022-01-12T09:30:00Z'), { error: '#N/A' }, '  两头有空格 '])
      for (const cell of ['B3', 'B4', 'B5']) sheet.getCell(cell).numFmt = 'yyyy"年"m"月"d"日"'
    })
    expect(await readSheet('名册.xlsx', bytes)).toEqual({
      rows: [
        ['姓名', '任职日期', '数', '备注'],
        ['贺兰若水', '2022-01-10', '0.3', 'TRUE'],
        ['穆青禾', '2022-01-11', '20220110', '链接'],
        ['商羽', '2022-01-12T09:30:00', '#N/A', '  两头有空格 '],
      ],
      firstLine: 2,
      remarks: [],
      merged: [],
    })
  })

  test('of the 1904 calendar keep their dates', async () => {
    const bytes = await xlsx((sheet, book) => {
      book.properties.date1904 = true
      sheet.addRow(['姓名', new Date('2022-01-10T00:00:00Z')])
      sheet.getCell('B1').numFmt = 'yyyy-mm-dd'
    })
    expect((await readSheet('a.xlsx', bytes)).rows).toEqual([['姓名', '2022-01-10']])
  })

  test('name their merged ranges; the text stands in the first cell alone', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow(['某某县人大常委会组成人员名册'])
      sheet.mergeCells('A1:C1')
      sheet.addRow(['姓名', '职务'])
      sheet.addRow(['贺兰若水', '委员'])
      sheet.addRow(['穆青禾'])
      sheet.mergeCells('B3:B4')
    })
    const { rows, merged } = await readSheet('a.xlsx', bytes)
    expect(rows).toEqual([
      ['某某县人大常委会组成人员名册'],
      ['姓名', '职务'],
      ['贺兰若水', '委员'],
      ['穆青禾'],
    ])
    expect(merged).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 3, left: 2, bottom: 4, right: 2 },
    ])
  })

  test('say which sheets were not read and how many rows are hidden', async () => {
    const bytes = await xlsx((sheet, book) => {
      sheet.addRow(['姓名'])
      sheet.addRow(['贺兰若水']).hidden = true
      book.addWorksheet('空')
      book.addWorksheet('旧名册').addRow(['姓名'])
      const secret = book.addWorksheet('隐藏')
      secret.addRow(['姓名'])
      secret.state = 'hidden'
    })
    expect((await readSheet('a.xlsx', bytes)).remarks).toEqual([
      { key: 'import.remark.otherSheets', params: { sheet: '名册', others: '旧名册' } },
      { key: 'import.remark.hiddenRows', params: { count: 1 } },
    ])
  })

  test('skip to the first visible sheet with text', async () => {
    const bytes = await xlsx((sheet, book) => {
      sheet.state = 'hidden'
      sheet.addRow(['旧'])
      book.addWorksheet('空')
      book.addWorksheet('新').addRow(['姓名'])
    })
    expect((await readSheet('a.xlsx', bytes)).rows).toEqual([['姓名']])
  })

  test('with a formula that gave an empty text have an empty cell', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
      '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c>' +
      '<c r="B1" t="str"><f>IF(A1="","","")</f><v></v></c>' +
      '<c r="C1" t="str"><f>A1</f><v>姓名</v></c></row></sheetData></worksheet>'
    const parts = unzipSync(golden('roster-inline.xlsx'))
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': utf8(sheet) })
    expect((await readSheet('a.xlsx', bytes)).rows).toEqual([['姓名', '', '姓名']])
  })

  test('of 5,000 rows are read whole', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow(['姓名', '职务', '备注'])
      for (let row = 0; row < 5000; row += 1) sheet.addRow([`甲${row}`, '委员', `备注${row}`])
    })
    const { rows } = await readSheet('a.xlsx', bytes)
    expect(rows).toHaveLength(5001)
    expect(rows.at(-1)).toEqual(['甲4999', '委员', '备注4999'])
  })

  test('with checks on whole columns are read without walking the columns', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow(['姓名', '性别'])
      sheet.addRow(['贺兰若水', '男'])
      sheet.dataValidations.add('B2:B1048576', { type: 'list', formulae: ['"男,女"'] })
    })
    expect((await readSheet('a.xlsx', bytes)).rows).toHaveLength(2)
  })

  test('made by LibreOffice are read', async () => {
    const { rows, firstLine } = await readSheet('lo.xlsx', golden('roster-libreoffice.xlsx'))
    expect(firstLine).toBe(1)
    expect(rows[0]?.[0]).toBe('云溪县人大常委会组成人员名册')
    expect(rows[1]).toEqual(['序号', '姓名', '性别', '民族', '职务', '任职日期', '备注'])
    expect(rows[3]).toEqual(['2', '穆青禾', '女', '回族', '副主任', '2022-01-10', '分管法制'])
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['合计', '5人'])
  })

  test('written by hand with texts inline are read', async () => {
    const { rows } = await readSheet('inline.xlsx', golden('roster-inline.xlsx'))
    expect(rows).toEqual([
      ['姓名', '职务', '任职日期'],
      ['穆青禾', '主任', '2023-01-06'],
    ])
  })
})

describe('text files', () => {
  const table = [
    ['姓名', '职务', '备注'],
    ['贺兰若水', '主任', '含,逗号;和"引号"'],
    ['镕　喆', '委员', '两\n行'],
  ]
  const quoted = (delimiter: string): string =>
    table
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join('\r\n')

  test.each([',', ';', '\t'])('are cut at %j', async (delimiter) => {
    expect((await readSheet('a.csv', utf8(quoted(delimiter)))).rows).toEqual(table)
  })

  test('in UTF-8 with a mark and UTF-16 of both orders are read', async () => {
    const text = quoted(',')
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [utf8(`\ufeff${text}`), little, big]) {
      expect(await readSheet('a.csv', bytes)).toEqual({
        rows: table,
        firstLine: 1,
        remarks: [],
        merged: [],
      })
    }
  })

  test.each(['roster-gbk.csv', 'roster-gb18030.csv'])(
    '%s is read in its encoding',
    async (name) => {
      const sheet = await readSheet(name, golden(name))
      expect(sheet.rows[0]).toEqual(['姓名', '性别', '职务', '任职日期'])
      expect(sheet.rows[1]).toEqual(['贺兰若水', '男', '主任', '2022/1/10'])
      expect(sheet.remarks).toEqual([{ key: 'import.remark.gb18030', params: { file: name } }])
    },
  )

  test('keep the numbers of their lines over blank ones', async () => {
    const { rows, firstLine } = await readSheet('a.csv', utf8('\n\n姓名,职务\n\n贺兰若水,主任\n\n'))
    expect(firstLine).toBe(3)
    expect(rows).toEqual([['姓名', '职务'], [''], ['贺兰若水', '主任']])
  })

  test('of one column are read', async () => {
    expect((await readSheet('a.csv', utf8('姓名\n贺兰若水\n'))).rows).toEqual([
      ['姓名'],
      ['贺兰若水'],
    ])
  })
})

describe('files that cannot be read are refused with their reason', () => {
  const book = (): Promise<Uint8Array> => xlsx((sheet) => sheet.addRow(['姓名', '职务']))
  const cases: [string, string, () => Uint8Array | Promise<Uint8Array>][] = [
    ['empty', 'a.xlsx', () => new Uint8Array()],
    ['blank', 'a.csv', () => utf8(' ,\n\n , ')],
    ['blank', 'a.xlsx', () => xlsx(() => undefined)],
    ['damaged', 'a.xlsx', async () => (await book()).subarray(0, 1500)],
    ['damaged', 'a.xlsx', async () => flipped(await book())],
    ['damaged', 'a.xlsx', () => zip([{ name: 'xl/workbook.xml', data: utf8('<workbook') }])],
    ['damaged', 'a.xlsx', () => zip([{ name: 'xl/a.xml', data: utf8('x'.repeat(9)), size: 3 }])],
    ['tooLarge', 'a.xlsx', () => zip([{ name: 'xl/a.xml', data: utf8('x'), size: 2 ** 30 }])],
    ['tooLarge', 'a.csv', () => new Uint8Array(33 * 1024 * 1024).fill(65)],
    ['protected', 'a.xlsx', () => ole('EncryptedPackage')],
    ['protected', 'a.xlsx', () => golden('password.xlsx')],
    ['protected', 'a.xlsx', () => zip([{ name: 'xl/a.xml', data: utf8('x'), flags: 1 }])],
    ['xls', 'a.xls', () => golden('roster.xls')],
    ['ods', 'a.xlsx', () => golden('roster.ods')],
    ['ole', 'a.xls', () => ole('WordDocument')],
    ['xlsb', 'a.xlsb', () => zip([{ name: 'xl/workbook.bin', data: utf8('x') }])],
    ['word', 'a.docx', () => zip([{ name: 'word/document.xml', data: utf8('<x/>') }])],
    ['notSheet', 'a.zip', () => zip([{ name: '名册.xlsx', data: utf8('x') }])],
    ['pdf', 'a.pdf', () => utf8('%PDF-1.7\n')],
    ['picture', 'a.png', () => Buffer.from('89504e470d0a1a0a', 'hex')],
    ['page', 'a.xls', () => utf8('<html><table><tr><td>姓名')],
    ['encoding', 'a.csv', () => Buffer.from([0x41, 0xff, 0xff, 0x00, 0x81])],
    ['encoding', 'a.bin', () => Buffer.from([0x00, 0x01, 0x02, 0x03, 0x04])],
    ['cut', 'a.csv', () => utf8('姓名,职务\n贺兰若水,主任').subarray(0, -1)],
  ]
  test.each(cases)('%s (%s)', async (name, fileName, make) => {
    const message = await refusalOf(fileName, await make())
    expect(message.key).toBe(`import.file.${name}`)
    expect(message.params?.file).toBe(fileName)
    expect(Object.keys(zh.file)).toContain(name)
  })

  test('a quote left open names its line', async () => {
    expect(await refusalOf('a.csv', utf8('姓名,备注\n甲乙,"没有关上\n丙丁,\n'))).toEqual({
      key: 'import.file.quote',
      params: { file: 'a.csv', line: 2 },
    })
  })

  test('a formula without its result names its cell', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow(['姓名', '任职日期'])
      sheet.addRow(['贺兰若水', { formula: 'TODAY()' }])
    })
    expect(await refusalOf('a.xlsx', bytes)).toEqual({
      key: 'import.file.formula',
      params: { file: 'a.xlsx', cell: 'B2' },
    })
  })

  test('sheets beyond the limits name them', async () => {
    const long = utf8(`姓名\n${'甲乙\n'.repeat(20_001)}`)
    expect(await refusalOf('a.csv', long)).toMatchObject({ key: 'import.file.tooManyRows' })
    const wide = utf8(`姓名${','.repeat(300)}\n`)
    expect(await refusalOf('a.csv', wide)).toMatchObject({ key: 'import.file.tooManyColumns' })
  })

  test('merged ranges that would fill the memory are refused before they do', async () => {
    const merged = golden('merged-whole-sheet.xlsx')
    expect(await refusalOf('a.xlsx', merged)).toEqual({
      key: 'import.file.mergedTooLarge',
      params: { file: 'a.xlsx', range: 'A1:XFD1048576' },
    })
  })
})

test('what is said of a file or a day fits every sheet read, not the roster alone', () => {
  expect(JSON.stringify([zh.file, zh.date])).not.toMatch(/名册|任职|人员/u)
  expect(JSON.stringify([en.file, en.date])).not.toMatch(/roster|in office|office begins|people/iu)
})
