import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LedgerPreview } from '../../../shared/contract/ledger.ts'
import en from '../../../shared/locales/en/ledger.json' with { type: 'json' }
import zh from '../../../shared/locales/zh-CN/ledger.json' with { type: 'json' }
import { chamber } from '../../../test/builders/chamber.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 3 })
})
afterEach(() => own.dispose())

const csv = (text: string) => ({
  fileName: '任职表.csv',
  base64: Buffer.from(
    text
      .trim()
      .split('\n')
      .map((line) => line.trim().replaceAll('|', ','))
      .join('\n'),
  ).toString('base64'),
})
const read = async (text: string): Promise<LedgerPreview> =>
  value(await own.client.ledger.readTenureSheet(csv(text)))
const confirm = async (text: string) => {
  const { token } = await read(text)
  return own.client.ledger.importTenureSheet({ ...csv(text), token })
}
const saysOf = ({ rows }: LedgerPreview): (string | undefined)[] =>
  rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ say }) => (say ? [say.key] : [])))
const held = async (on = '2026-11-26') =>
  value(await own.client.ledger.asOf({ on }))
    .filter(({ source }) => source !== 'member')
    .map(({ personName, postName, acting, fromOn }) => [
      personName,
      postName,
      acting ? '代' : '',
      fromOn,
    ])

const sheet = `
  临江市干部任职表||||||
  姓名|性别|职务|任职日期|离任日期|离任原因|备注
  江一帆|男|临江市财政局局长|2021-03-04|2023-05-06|免职|
  江一帆|男|临江市审计局局长|2023.5.6|至今||
  温若谷|女|临江市代市长|2025年1月8日|||
  合计3人||||||
`

describe('opening tenures from a sheet', () => {
  it('are parted where one cell names several posts, each then held and left by itself', async () => {
    const several = `
      姓名|单位|职务|任职日期
      费鸣|临江市中级人民法院|副院长、审判委员会委员、审判员|2022-01-20
    `
    const preview = await read(several)
    expect(preview.rows.map(({ line, cells }) => [line, cells['post']?.value])).toEqual([
      [2, '临江市中级人民法院副院长'],
      [2, '临江市中级人民法院审判委员会委员'],
      [2, '临江市中级人民法院审判员'],
    ])
    expect(value(await confirm(several))).toEqual({ added: 3, changed: 0, same: 0 })
    expect((await held()).map(([, post]) => post).toSorted()).toEqual([
      '临江市中级人民法院副院长',
      '临江市中级人民法院审判员',
      '临江市中级人民法院审判委员会委员',
    ])
    expect(value(await confirm(several))).toEqual({ added: 0, changed: 0, same: 3 })
  })

  it('are refused where a cell says the month alone, with the way out; nothing is written', async () => {
    const months = `
      姓名|职务|任职日期|离任日期|离任原因
      江一帆|临江市财政局局长|2019.03|2021年5月|免职
      温若谷|临江市审计局局长|201903||
      费鸣|临江市民政局局长|2019-02-30|2019|免职
    `
    const { rows, counts } = await read(months)
    expect(counts).toMatchObject({ error: 3, new: 0 })
    expect(rows.map(({ cells }) => [cells['fromOn']?.say?.key, cells['toOn']?.say?.key])).toEqual([
      ['ledger.import.dayMissing', 'ledger.import.dayMissing'],
      ['ledger.import.dayMissing', undefined],
      ['import.date.date-no-such-day', 'import.date.date-day-missing'],
    ])
    expect(rows[0]?.cells['fromOn']?.say?.params).toEqual({ text: '2019.03' })
    expect(refusal(await confirm(months))).toMatchObject({ code: 'rule' })
    expect(await held()).toEqual([])
  })

  it('are shown before anything is written, then written, and the same sheet again changes nothing', async () => {
    const preview = await read(sheet)
    expect(preview.counts).toEqual({ new: 3, changed: 0, same: 0, warning: 0, error: 0 })
    expect(preview.columns.map(({ column }) => column)).toEqual([
      'name',
      'sex',
      'post',
      'fromOn',
      'toOn',
      'endReason',
      'note',
    ])
    expect(preview.remarks.map(({ key }) => key)).toEqual([
      'ledger.import.aside',
      'ledger.import.noCatalogue',
    ])
    expect(await held()).toEqual([])
    expect(value(await confirm(sheet))).toEqual({ added: 3, changed: 0, same: 0 })
    expect(await held()).toEqual([
      ['江一帆', '临江市审计局局长', '', '2023-05-06'],
      ['温若谷', '临江市市长', '代', '2025-01-08'],
    ])
    expect(await held('2022-01-01')).toEqual([['江一帆', '临江市财政局局长', '', '2021-03-04']])
    const seq = value(await own.client.journal.entries({}))
    expect((await read(sheet)).counts.same).toBe(3)
    expect(value(await confirm(sheet))).toEqual({ added: 0, changed: 0, same: 3 })
    expect(value(await own.client.journal.entries({}))).toEqual(seq)
  })

  it('read the month of birth also from the number a spreadsheet has for a day', async () => {
    const born = `
      姓名|职务|任职日期|出生年月
      江一帆|临江市财政局局长|2021-03-04|29221
      温若谷|临江市审计局局长|2021-03-04|19793
    `
    const { rows } = await read(born)
    expect(rows.map(({ cells }) => [cells['birth']?.value, cells['birth']?.state])).toEqual([
      ['1980-01', 'new'],
      ['', 'error'],
    ])
  })

  it('changed cells change what is stored, empty ones erase nothing', async () => {
    value(await confirm(sheet))
    const later = `
      姓名|职务|任职日期|离任日期|离任原因
      江一帆|临江市审计局局长|2023-05-06|2026-01-02|辞职
      温若谷|临江市代市长|||
    `
    const { rows, counts } = await read(later)
    expect(counts).toMatchObject({ changed: 1, same: 1 })
    expect(rows[0]?.cells['toOn']).toMatchObject({ value: '2026-01-02', state: 'changed' })
    expect(value(await confirm(later))).toEqual({ added: 0, changed: 1, same: 1 })
    expect(await held()).toEqual([['温若谷', '临江市市长', '代', '2025-01-08']])
  })

  it.each([
    ['江一帆|某局局长|2021-13-04|||', 'import.date.date-no-such-day'],
    ['江一帆||2021-03-04|||', 'ledger.import.noPost'],
    ['|临江市财政局局长|2021-03-04|||', 'ledger.import.noName'],
    ['江一帆|某局局长|2021-03-04|2020-03-04|免职|', 'ledger.import.endsBeforeStart'],
    ['江一帆|某局局长|2021-03-04||免职|', 'ledger.import.endMissing'],
    ['江×帆|某局局长|2021-03-04|||', 'import.name.name-bad-character'],
    ['江一帆|某局局长|#REF!|||', 'ledger.import.formula'],
  ])('%s is refused in its cell, and with it the whole sheet', async (row, key) => {
    const text = `姓名|职务|任职日期|离任日期|离任原因|备注
      ${row}
      温若谷|乙局局长|2021-03-04|||`
    const preview = await read(text)
    expect([preview.counts.error, preview.counts.new]).toEqual([1, 1])
    expect(saysOf(preview)).toContain(key)
    expect(refusal(await confirm(text)).message?.key).toBe('ledger.import.hasErrors')
    expect(await held()).toEqual([])
  })

  it('conflicts are named: overlapping days, one seat twice, namesakes, a row twice', async () => {
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    value(await confirm(sheet))
    const overlapping = `姓名|职务|任职日期|离任日期
      江一帆|临江市财政局局长|2022-03-04|
      汪远|市审计局局长|2024-01-01|
      汪远|市审计局局长|2024-01-01|`
    expect(saysOf(await read(overlapping))).toEqual([
      'ledger.refused.overlap',
      'ledger.import.occupied',
      'ledger.import.twiceRow',
    ])
    const member = { rev: 0, kind: 'ordinary' as const, startsOn: '2022-01-10' }
    value(await own.client.roster.saveMember({ ...member, name: '江一帆', sex: 'female' }))
    const twins = `姓名|职务|任职日期
      江一帆|临江市教育局局长|2022-03-04`
    expect(saysOf(await read(twins))).toEqual(['ledger.import.namesakes'])
    const told = `姓名|性别|职务|任职日期
      江一帆|男|临江市教育局局长|2022-03-04`
    expect((await read(told)).counts.new).toBe(1)
  })

  it('questions office that begins after today, and takes it once confirmed', async () => {
    const text = `姓名|职务|任职日期|离任日期|离任原因
      江一帆|临江市教育局局长|2062-03-04||
      温若谷|临江市审计局局长|2022-03-04|2027-03-01|退休`
    expect(saysOf(await read(text))).toEqual(['ledger.import.later', 'ledger.import.later'])
    value(await confirm(text))
    expect(saysOf(await read(text))).toEqual([])
  })

  it('算例 60 常委会组成人员同时任局长的，导入时提示；任期错开的、人大机关的职务不提示', async () => {
    const member = { rev: 0, kind: 'ordinary' as const, startsOn: '2022-01-10' }
    value(await own.client.roster.saveMember({ ...member, name: '江一帆' }))
    const text = `姓名|职务|任职日期|离任日期|离任原因
      江一帆|临江市教育局局长|2023-03-04||
      江一帆|临江市审计局局长|2019-03-04|2022-01-10|免职
      江一帆|临江市人大常委会办公室主任|2023-03-04||
      江一帆|财政经济工作委员会主任|2023-03-04||`
    const preview = await read(text)
    expect(preview.rows.map(({ cells }) => cells['name']?.say?.key)).toEqual([
      'ledger.import.member',
      undefined,
      undefined,
      undefined,
    ])
    value(await confirm(text))
    expect(saysOf(await read(text))).toEqual(['ledger.import.member'])
  })

  it('ties what the catalogue has by name and only says what may be meant', async () => {
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    const text = `姓名|机构|职务|任职日期
      江一帆|临江市财政局|局长|2022-03-04
      温若谷|发改委|主任|2022-03-04`
    const preview = await read(text)
    expect(saysOf(preview)).toEqual(['ledger.import.likely'])
    value(await confirm(text))
    const tenures = value(await own.client.ledger.asOf({ on: '2026-11-26', text: '局长' }))
    expect(tenures.map(({ postId }) => postId === null)).toEqual([false])
  })

  it('posts the catalogue does not have are to be checked, the nearest named, and told by their lines', async () => {
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    const text = `姓名|职务|任职日期
      江一帆|临江市中级人民法院审叛员|2022-03-04
      温若谷|临江市中级人民法院审判员|2022-03-04
      费鸣|临江市天文台台长|2022-03-04
      汪远|临江市天文台台长|2023-03-04`
    const { rows, counts, remarks } = await read(text)
    expect(counts).toMatchObject({ new: 1, warning: 3, error: 0 })
    expect(rows.map(({ state, cells }) => [state, cells['post']?.say])).toEqual([
      [
        'warning',
        {
          key: 'ledger.import.near',
          params: { text: '临江市中级人民法院审叛员', post: '临江市中级人民法院审判员' },
        },
      ],
      ['new', undefined],
      ...[1, 2].map(() => [
        'warning',
        { key: 'ledger.import.notInCatalogue', params: { text: '临江市天文台台长' } },
      ]),
    ])
    expect(remarks).toEqual([{ key: 'ledger.import.loose', params: { count: 2, lines: '2、4–5' } }])
    expect(value(await confirm(text))).toEqual({ added: 4, changed: 0, same: 0 })
    expect(await read(text)).toMatchObject({ counts: { same: 4, warning: 0 }, remarks: [] })
  })

  it('words for an end nobody knows are told, and take nothing back from what is stored', async () => {
    const moved = `姓名|职务|任职日期|离任日期|离任原因
      江一帆|临江市财政局局长|2021-03-04|2023-05-06|调出
      温若谷|临江市审计局局长|2021-03-04|2023-05-06|`
    const preview = await read(moved)
    expect(saysOf(preview)).toEqual(['ledger.import.reason', 'ledger.import.reasonMissing'])
    expect(preview.rows[0]?.cells['endReason']).toMatchObject({ text: '调出', value: 'other' })
    value(await confirm(moved))
    const again = await read(moved)
    expect([again.counts.same, saysOf(again)]).toEqual([2, []])
    value(await confirm(moved.replace('调出', '辞职')))
    const stored = await own.client.ledger.asOf({ on: '2022-01-01' })
    expect(value(stored).map(({ personName, endReason }) => [personName, endReason])).toEqual([
      ['温若谷', 'other'],
      ['江一帆', 'resigned'],
    ])
    expect((await read(moved)).counts).toMatchObject({ same: 2, changed: 0, warning: 0 })
    expect(value(await confirm(moved))).toEqual({ added: 0, changed: 0, same: 2 })
    expect(value(await own.client.ledger.asOf({ on: '2022-01-01' }))).toEqual(value(stored))
  })

  it('a removal voted before ends what a sheet brings in later; what a vote made is never changed', async () => {
    await own.dispose()
    own = testKernel()
    const room = chamber(own)
    const place = await room.hall(31)
    const lines = [
      { act: 'remove' as const, verb: '决定免去', personName: '江一帆', post: '临江市审计局局长' },
      { verb: '决定任命', personName: '温若谷', post: '临江市教育局局长' },
    ]
    for (const line of lines) {
      const [question] = await room.askActs(place, await room.acts(place, [line]))
      if (question) await room.decided(place, question)
    }
    value(await confirm(sheet))
    expect((await held()).map(([name]) => name)).toEqual(['温若谷', '温若谷'])
    const voted = `姓名|职务|任职日期
      温若谷|临江市教育局局长|2026-11-26`
    expect((await read(voted)).counts.same).toBe(1)
    const other = voted.replace('2026-11-26', '2026-11-20')
    expect((await read(other)).counts.error).toBe(1)
  })

  it('a sheet without the columns it needs is refused, and one changed since its preview too', async () => {
    const failed = refusal(await own.client.ledger.readTenureSheet(csv('名称|日期\n甲|乙')))
    expect(failed.message?.key).toBe('ledger.import.noHeader')
    const { token } = await read(sheet)
    value(
      await own.client.ledger.saveTenure({
        rev: 0,
        personName: '汪远',
        postName: '某局局长',
        fromOn: null,
      }),
    )
    const moved = await own.client.ledger.importTenureSheet({ ...csv(sheet), token })
    expect(refusal(moved).message?.key).toBe('ledger.import.moved')
  })
})

describe('organs and posts from a sheet', () => {
  const catalogue = `机构|机构类别|简称|职务|提请人|任免用语|人数|可否代理|任命书|宣誓|备案|起始日期
    临江市数据局|政府|市数据局|局长|市长|决定任命|1|否|是|所在机关组织|上一级政府|2022-01-10
    临江市数据局|政府|市数据局|总工程师|||若干|||||2022-01-10`
  const label = (text: string) => text.replace('|政府|', `|${zh.organKind.government}|`)
  const readIt = async (text: string) =>
    value(await own.client.ledger.readCatalogueSheet(csv(label(label(text)))))
  const confirmIt = async (text: string) => {
    const { token } = await readIt(text)
    return own.client.ledger.importCatalogueSheet({ ...csv(label(label(text))), token })
  }

  it('are shown, written, and the same sheet again changes nothing', async () => {
    const preview = await readIt(catalogue)
    expect(saysOf(preview)).toEqual([])
    expect(preview.counts).toMatchObject({ new: 2, error: 0 })
    expect(value(await confirmIt(catalogue))).toEqual({ added: 2, changed: 0, same: 0 })
    const posts = value(await own.client.ledger.posts({ on: '2026-11-26' }))
    expect(posts).toMatchObject([
      {
        fullName: '临江市数据局局长',
        nominators: ['市长'],
        verb: '决定任命',
        single: true,
        certificate: true,
        oath: 'organ',
        filing: ['government-above'],
      },
      { fullName: '临江市数据局总工程师', single: false },
    ])
    expect(value(await confirmIt(catalogue))).toEqual({ added: 0, changed: 0, same: 2 })
  })

  it('a further first day makes a further version', async () => {
    value(await confirmIt(catalogue))
    const later = `机构|职务|任命书|起始日期
      临江市数据局|局长|否|2025-01-01`
    expect(value(await confirmIt(later))).toEqual({ added: 0, changed: 1, same: 0 })
    const certificateOn = async (on: string) =>
      value(await own.client.ledger.posts({ on }))[0]?.certificate
    expect([await certificateOn('2024-12-31'), await certificateOn('2025-01-01')]).toEqual([
      true,
      false,
    ])
  })

  it('a row that says nothing of its organ takes back nothing an earlier row said', async () => {
    value(await confirmIt(catalogue))
    const further = `机构|简称|职务
      临江市数据局|数据局|副局长
      临江市数据局||总规划师`
    expect(value(await confirmIt(further))).toEqual({ added: 2, changed: 0, same: 0 })
    const { organs } = value(await own.client.ledger.catalogue({}))
    expect(organs[0]?.versions).toMatchObject([{ name: '临江市数据局', shortName: '数据局' }])
  })

  it('what is not understood is an error in its cell', async () => {
    const text = `机构|职务|人数|任命书|机构类别
      临江市数据局||许多个|也许|某类`
    expect(saysOf(await readIt(text))).toEqual([
      'ledger.import.missing',
      'ledger.import.single',
      'ledger.import.flag',
      'ledger.import.label',
    ])
  })
})

it('every sentence of the import is there in both languages', () => {
  expect(Object.keys(en.import).sort()).toEqual(Object.keys(zh.import).sort())
  expect(Object.keys(en.refused).sort()).toEqual(Object.keys(zh.refused).sort())
})
