import { describe, expect, test } from 'vitest'
import type { FormFacts } from '../../shared/contract/dossier.ts'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import zh from '../../shared/locales/zh-CN/dossier.json' with { type: 'json' }
import {
  gb18030,
  lrmFields,
  lrmOf,
  lrmxOf,
  lrmxText,
  portrait,
  sampleForm,
} from '../../test/builders/forms.ts'
import { readForm } from './index.ts'

const refusalOf = async (bytes: Uint8Array, fileName = 'a.lrmx'): Promise<Message> => {
  const failure = await readForm(fileName, bytes).then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.failure : null),
  )
  expect(failure?.code).toBe('invalid')
  return failure?.message ?? { key: '' }
}
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const keys = (remarks: readonly Message[]): string[] => remarks.map(({ key }) => key)

const facts: FormFacts = {
  name: '商羽宁',
  sex: '女',
  birth: '1979-03',
  nationality: '回族',
  nativePlace: '临江云溪',
  birthPlace: '临江临江',
  joinedParty: '2002-06',
  startedWork: '2001-07',
  health: '健康',
  profession: '三级高级法官',
  speciality: '民事审判',
  fullTime: { education: '大学', degree: '法学学士', school: '云溪大学法律系法学专业' },
  onTheJob: {
    education: '研究生',
    degree: '公共管理硕士',
    school: '临江行政学院公共管理专业；云溪大学公共管理学院',
  },
  currentPost: sampleForm.currentPost,
  proposedPost: '临江市中级人民法院副院长',
  proposedRemoval: '临江市中级人民法院民事审判第二庭庭长',
  resume: [
    '1997.09--2001.07  云溪大学法律系法学专业学习',
    '2001.07--2010.03  临江市云溪区人民法院书记员、审判员',
    '2010.03--2018.11  临江市中级人民法院民事审判第一庭审判员、副庭长兼任审判管理办公室副主任',
    '（2014.09--2017.06 临江行政学院公共管理专业在职研究生学习）',
    '2018.11--         临江市中级人民法院民事审判第二庭庭长、审判委员会委员',
  ],
  rewards: '2016年  被授予全省优秀法官称号',
  annualReview: '2023年、2024年、2025年年度考核均为优秀',
  reason: '工作需要',
  relatives: [
    {
      title: '丈夫',
      name: '穆青河',
      birth: '1978-08',
      politics: '中共党员',
      work: '临江市水利局工程师',
    },
    {
      title: '女儿',
      name: '穆知微',
      birth: '2008-05',
      politics: '群众',
      work: '临江市第一中学学生',
    },
  ],
  reportedBy: '临江市中级人民法院',
}
const picture = `data:image/png;base64,${Buffer.from(portrait()).toString('base64')}`

describe('both kinds of file give the same facts', () => {
  test('.lrm in GB18030 with its picture beside it', async () => {
    const photo = { name: '商羽宁.pic', bytes: portrait() }
    expect(await readForm('商羽宁.lrm', lrmOf(), photo)).toEqual({
      facts,
      photo: picture,
      remarks: [],
    })
  })

  test('.lrmx with its picture inside, the number of the identity card not read', async () => {
    const read = await readForm('商羽宁.lrmx', lrmxOf())
    expect(read).toEqual({ facts, photo: picture, remarks: [] })
    expect(JSON.stringify(read.facts)).not.toContain('000000190001010000')
  })

  test('the content decides which it is, whatever the name and the encoding', async () => {
    expect((await readForm('a.txt', lrmxOf())).facts).toEqual(facts)
    expect((await readForm('a.lrmx', lrmOf())).facts).toEqual(facts)
    const wide = Buffer.from(`\ufeff${lrmxText()}`, 'utf16le')
    expect((await readForm('a.lrmx', wide)).facts).toEqual(facts)
    expect((await readForm('a.lrmx', gb18030(lrmxText()))).facts).toEqual(facts)
  })

  test('base64 broken into lines, and a vertical tab from Word, are no fault', async () => {
    const base64 = Buffer.from(portrait()).toString('base64')
    const broken = base64.replace(/(.{76})/gu, '$1\r\n')
    expect((await readForm('a.lrmx', lrmxOf({}, broken))).photo).toBe(picture)
    const text = lrmxText({ rewards: '第一行#第二行' }).replace('第一行#', '第一行&#xB;')
    expect((await readForm('a.lrmx', utf8(text))).facts.rewards).toBe('第一行\n第二行')
  })
})

describe('what is no fault of the file is remarked', () => {
  test('months that are none stay as written', async () => {
    const { facts: read, remarks } = await readForm(
      'a.lrm',
      lrmOf(
        lrmFields({
          birth: '197913',
          joinedParty: '20021306',
          startedWork: '不详',
          relatives: [['父亲', '商 远', '194000', '', '']],
        }),
      ),
    )
    expect(read).toMatchObject({
      birth: '197913',
      joinedParty: '20021306',
      startedWork: '不详',
      relatives: [{ name: '商远', birth: '194000' }],
    })
    expect(remarks.slice(0, 4)).toEqual([
      { key: 'dossier.remark.month.birth', params: { text: '197913' } },
      { key: 'dossier.remark.month.joinedParty', params: { text: '20021306' } },
      { key: 'dossier.remark.month.startedWork', params: { text: '不详' } },
      { key: 'dossier.remark.month.relative', params: { name: '商远', text: '194000' } },
    ])
  })

  test('another party in words is no month and no fault', async () => {
    const { facts: read, remarks } = await readForm(
      'a.lrmx',
      lrmxOf({ joinedParty: '2006.11加入民盟', relatives: [] }),
    )
    expect([read.joinedParty, read.relatives, remarks]).toEqual(['2006.11加入民盟', [], []])
  })

  test('pictures missing, of another kind, or cut', async () => {
    expect(keys((await readForm('a.lrm', lrmOf())).remarks)).toEqual(['dossier.remark.noPhoto'])
    expect(keys((await readForm('a.lrmx', lrmxOf({}, ''))).remarks)).toEqual([
      'dossier.remark.noPhoto',
    ])
    const gif = Buffer.from('GIF89a.......').toString('base64')
    expect(await readForm('a.lrmx', lrmxOf({}, gif))).toMatchObject({
      photo: null,
      remarks: [{ key: 'dossier.remark.photoKind' }],
    })
    expect(keys((await readForm('a.lrmx', lrmxOf({}, 'abc'))).remarks)).toEqual([
      'dossier.remark.photoBroken',
    ])
  })

  test('further fields behind the known ones are not read', async () => {
    const { facts: read, remarks } = await readForm('a.lrm', lrmOf([...lrmFields(), '新', '项']))
    expect(read).toEqual(facts)
    expect(remarks[0]).toEqual({ key: 'dossier.remark.moreFields', params: { count: 2 } })
  })

  test('quotation marks alone shift nothing', async () => {
    const read = await readForm('a.lrm', lrmOf(lrmFields({ reason: '"三个一"工程需要' })))
    expect(read.facts).toMatchObject({
      reason: '"三个一"工程需要',
      reportedBy: '临江市中级人民法院',
    })
  })

  test('pictures of each kind are told by their content', async () => {
    const jpeg = Buffer.from('ffd8ffe00002ffc0000b080010000a010111', 'hex')
    const bmp = Buffer.alloc(54)
    bmp.write('BM')
    bmp.writeInt32LE(10, 18)
    bmp.writeInt32LE(-16, 22)
    for (const [type, bytes] of [
      ['jpeg', jpeg],
      ['bmp', bmp],
    ] as const) {
      const { photo } = await readForm('a.lrm', lrmOf(), { name: 'a.pic', bytes })
      expect(photo).toBe(`data:image/${type};base64,${bytes.toString('base64')}`)
    }
  })
})

describe('files that cannot be read are refused with their reason', () => {
  const person = (inside: string): Uint8Array => utf8(`<Person>\n${inside}\n</Person>`)
  const bomb =
    '<!DOCTYPE Person [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<Person>&b;</Person>'
  const cases: [string, Uint8Array][] = [
    ['empty', new Uint8Array()],
    ['tooLarge', new Uint8Array(9 * 1024 * 1024).fill(0x20)],
    ['office', Buffer.from('504b0304ffff', 'hex')],
    ['office', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['pdf', utf8('%PDF-1.7')],
    ['picture', portrait()],
    ['encoding', Buffer.from([0x22, 0xff, 0xff, 0x22])],
    ['encoding', utf8('"甲\u0001乙"')],
    ['cut', utf8('"商羽宁').subarray(0, -1)],
    ['notLrm', utf8('姓名,性别\n甲,男')],
    ['notLrm', utf8('"')],
    ['fieldCount', lrmOf(['商羽宁', '女'])],
    ['fieldCount', lrmOf(lrmFields({ health: '甲","乙' }))],
    ['noName', lrmOf(lrmFields({ name: '　' }))],
    ['noName', person('<XingBie>女</XingBie>')],
    ['fieldTooLong', lrmxOf({ rewards: '甲'.repeat(20_001) })],
    [
      'tooManyRelatives',
      lrmxOf({ relatives: Array.from({ length: 61 }, () => ['子', '甲乙', '', '', '']) }),
    ],
    ['xml', person('<XingMing>商羽宁')],
    ['xml', utf8('<Person><XingMing>商羽宁</XingMing>')],
    ['xml', utf8(lrmxText().replace('<XingBie>', '<XingBie'))],
    ['entity', person('<XingMing>&nobody;</XingMing>')],
    ['doctype', utf8(bomb)],
    ['doctype', utf8('<!DOCTYPE Person SYSTEM "file:///etc/hosts"><Person/>')],
    ['notPerson', utf8('<html><body/></html>')],
    ['twice', person('<XingMing>甲乙</XingMing><XingMing>丙丁</XingMing>')],
    ['tooManyElements', person('<a/>'.repeat(2_001))],
    ['xml', person('<XingMing/><XingMing')],
    ['tooManyElements', person('<a>'.repeat(10))],
    ['photoTooLarge', lrmxOf({}, 'A'.repeat(3_000_000))],
    ['photoTooWide', lrmxOf({}, Buffer.from(portrait(6_001, 1)).toString('base64'))],
  ]
  test.each(cases)('%s', async (name, bytes) => {
    const message = await refusalOf(bytes)
    expect(message.key).toBe(`dossier.file.${name}`)
    expect(message.params?.file).toBe('a.lrmx')
    expect(Object.keys(zh.file)).toContain(name)
  })

  test('names the line of a fault', async () => {
    const text = lrmxText().replace('</MinZu>', '</MinZ>')
    expect((await refusalOf(utf8(text))).params?.line).toBe(6)
  })

  test('a picture file of its own is held to the same limits', async () => {
    const photo = { name: 'a.pic', bytes: new Uint8Array(2 * 1024 * 1024 + 1) }
    await expect(readForm('a.lrm', lrmOf(), photo)).rejects.toMatchObject({
      failure: { message: { key: 'dossier.file.photoTooLarge', params: { file: 'a.pic' } } },
    })
  })
})
