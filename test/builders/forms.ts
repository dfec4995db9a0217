import { deflateSync, crc32 } from 'node:zlib'

/** Letters of GBK to their two bytes: the decoder turned round. */
const gbk = (() => {
  const pairs: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) pairs.push(lead, trail)
  const found = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let at = 0; at < pairs.length; at += 2) {
    const [lead = 0, trail = 0] = pairs.slice(at, at + 2)
    const text = decoder.decode(Uint8Array.of(lead, trail))
    if ([...text].length === 1 && text !== '\ufffd' && !found.has(text))
      found.set(text, [lead, trail])
  }
  return found
})()

/** Text as bytes of GB18030, as far as two bytes carry it; throws for a letter they do not. */
export const gb18030 = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.charCodeAt(0)
    const pair = gbk.get(letter)
    if (code < 0x80) bytes.push(code)
    else if (pair) bytes.push(...pair)
    else throw new Error(`«${letter}» is not in GBK`)
  }
  return Uint8Array.from(bytes)
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A picture made by code: a head and shoulders on a plain ground, as a PNG of that size. */
export const portrait = (width = 120, height = 160): Uint8Array => {
  const rows: number[] = []
  for (let y = 0; y < height; y += 1) {
    rows.push(0)
    for (let x = 0; x < width; x += 1) {
      const across = x / width - 0.5
      const head = (across / 0.2) ** 2 + ((y / height - 0.4) / 0.2) ** 2 < 1
      const body = (across / 0.42) ** 2 + ((y / height - 1) / 0.36) ** 2 < 1
      rows.push(...(head ? [226, 190, 160] : body ? [48, 62, 92] : [178, 204, 226]))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(rows))),
    chunk('IEND', new Uint8Array()),
  ])
}

/** A form as its editors write one; every person in it is invented. */
export const sampleForm = {
  name: '商羽宁',
  sex: '女',
  birth: '197903',
  nationality: '回族',
  nativePlace: '临江云溪',
  joinedParty: '200206',
  health: '健康',
  birthPlace: '临江临江',
  startedWork: '200107',
  education: '大学#法学学士@研究生#公共管理硕士',
  school:
    '云溪大学法律系法学专业#云溪大学法律系法学专业@临江行政学院公共管理专业#云溪大学公共管理学院',
  profession: '三级高级法官',
  speciality: '民事审判',
  resume: [
    '1997.09--2001.07  云溪大学法律系法学专业学习',
    '2001.07--2010.03  临江市云溪区人民法院书记员、审判员',
    '2010.03--2018.11  临江市中级人民法院民事审判第一庭审判员、副庭长',
    '                  兼任审判管理办公室副主任',
    '（2014.09--2017.06 临江行政学院公共管理专业在职研究生学习）',
    '2018.11--         临江市中级人民法院民事审判第二庭庭长、审判委员会委员',
  ].join('\r\n'),
  rewards: '2016年  被授予全省优秀法官称号',
  annualReview: '2023年、2024年、2025年年度考核均为优秀',
  relatives: [
    ['丈夫', '穆青河', '197808', '中共党员', '临江市水利局工程师'],
    ['女儿', '穆知微', '200805', '群众', '临江市第一中学学生'],
  ] as string[][],
  currentPost: '临江市中级人民法院民事审判第二庭庭长、审判委员会委员',
  proposedPost: '临江市中级人民法院副院长',
  proposedRemoval: '临江市中级人民法院民事审判第二庭庭长',
  reason: '工作需要',
  reportedBy: '临江市中级人民法院',
}
export type SampleForm = typeof sampleForm

/** The fields of a `.lrm`, in its order. */
export const lrmFields = (change: Partial<SampleForm> = {}): string[] => {
  const form = { ...sampleForm, ...change }
  const column = (at: number): string => form.relatives.map((row) => row[at]).join('@')
  return [
    ...[form.name, form.sex, form.birth, form.nationality, form.nativePlace, form.joinedParty],
    ...[form.health, form.birthPlace, form.startedWork, form.education, form.school],
    ...[form.profession, '', '', '', '', form.speciality, form.resume, form.rewards],
    ...[form.annualReview, ...[0, 1, 2, 3, 4].map((at) => `${column(at)}@@@@@`)],
    ...[form.currentPost, form.proposedPost, form.proposedRemoval, form.reason, form.reportedBy],
    ...['20261101', '甲', '20261102'],
  ]
}

/** The bytes of a `.lrm` with these fields. */
export const lrmOf = (fields: readonly string[] = lrmFields()): Uint8Array =>
  gb18030(`${fields.map((field) => `"${field}"`).join(',')}\r\n`)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The text of a `.lrmx`; `photo` is base64, absent takes the portrait. */
export const lrmxText = (
  change: Partial<SampleForm> = {},
  photo = Buffer.from(portrait()).toString('base64'),
): string => {
  const form = { ...sampleForm, ...change }
  const halves = (text: string): string[] => text.split(/[@#]/u)
  const [full = '', fullDegree = '', job = '', jobDegree = ''] = halves(form.education)
  const [school = '', degreeSchool = '', jobSchool = '', jobDegreeSchool = ''] = halves(form.school)
  const element = (name: string, text: string): string =>
    `  <${name}>${escaped(text)}</${name}>\r\n`
  const items = form.relatives.map(
    ([title = '', name = '', birth = '', politics = '', work = '']) =>
      `    <Item>\r\n${element('ChengWei', title)}${element('XingMing', name)}` +
      `${element('ChuShengRiQi', birth)}${element('ZhengZhiMianMao', politics)}` +
      `${element('GongZuoDanWeiJiZhiWu', work)}    </Item>\r\n`,
  )
  const fields: [string, string][] = [
    ['XingMing', form.name],
    ['XingBie', form.sex],
    ['ChuShengNianYue', form.birth],
    ['MinZu', form.nationality],
    ['JiGuan', form.nativePlace],
    ['ChuShengDi', form.birthPlace],
    ['RuDangShiJian', form.joinedParty],
    ['CanJiaGongZuoShiJian', form.startedWork],
    ['JianKangZhuangKuang', form.health],
    ['ZhuanYeJiShuZhiWu', form.profession],
    ['ShuXiZhuanYeYouHeZhuanChang', form.speciality],
    ['QuanRiZhiJiaoYu_XueLi', full],
    ['QuanRiZhiJiaoYu_XueWei', fullDegree],
    ['QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', school],
    ['QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', degreeSchool],
    ['ZaiZhiJiaoYu_XueLi', job],
    ['ZaiZhiJiaoYu_XueWei', jobDegree],
    ['ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', jobSchool],
    ['ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', jobDegreeSchool],
    ['XianRenZhiWu', form.currentPost],
    ['NiRenZhiWu', form.proposedPost],
    ['NiMianZhiWu', form.proposedRemoval],
    ['JianLi', form.resume],
    ['JiangChengQingKuang', form.rewards],
    ['NianDuKaoHeJieGuo', form.annualReview],
    ['RenMianLiYou', form.reason],
    ['ChengBaoDanWei', form.reportedBy],
    ['ShenFenZheng', '000000190001010000'],
    ['ZhaoPian', photo],
    ['Version', '3.2.1.6'],
  ]
  const texts = fields.map(([name, text]) => element(name, text)).join('')
  return (
    `<?xml version="1.0" encoding="utf-8"?>\r\n<Person>\r\n${texts}` +
    `  <JiaTingChengYuan>\r\n${items.join('')}  </JiaTingChengYuan>\r\n</Person>\r\n`
  )
}

/** The bytes of a `.lrmx`, with the mark its editor puts before it. */
export const lrmxOf = (change: Partial<SampleForm> = {}, photo?: string): Uint8Array =>
  Buffer.from(`\ufeff${lrmxText(change, photo)}`, 'utf8')
