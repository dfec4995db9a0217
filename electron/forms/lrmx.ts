import { SaxesParser } from 'saxes'
import type { RawForm, RawRelative } from './raw.ts'
import { limits, unreadable } from './refusal.ts'

type Texts = Map<string, string>
type Collected = { person: Texts; relatives: Texts[] }

const ROOT = 'Person'
const FAMILY = 'JiaTingChengYuan'
const ITEM = 'Item'

/** Word's line break travels in these files as a vertical tab, which XML forbids even when written as a number. */
const withoutControls = (text: string): string =>
  text
    .replace(/&#(?:x0*(?<hex>[0-9a-f]{1,2})|0*(?<decimal>\d{1,2}));/giu, (whole, hex, decimal) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
      if (code === 11 || code === 12) return '&#10;'
      return code < 32 && ![9, 10, 13].includes(code) ? '' : whole
    })
    .replace(/[\v\f]/gu, '&#10;')

/** Elements and their texts; refuses everything a form has no need of. */
const collect = (fileName: string, text: string): Collected => {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const found: Collected = { person: new Map(), relatives: [] }
  const path: string[] = []
  const written: string[] = []
  let elements = 0
  const refuse = (name: string, params: Record<string, string | number> = {}): never => {
    throw unreadable(name, { file: fileName, line: parser.line, ...params })
  }
  const keep = (name: string, into: Texts | undefined): void => {
    if (!into) return
    if (into.has(name)) refuse('twice', { element: name })
    into.set(name, written.at(-1) ?? '')
  }
  parser.on('error', (error) => refuse(error.message.includes('entity') ? 'entity' : 'xml'))
  parser.on('doctype', () => refuse('doctype'))
  parser.on('opentag', ({ name }) => {
    elements += 1
    path.push(name)
    written.push('')
    if (path.length === 1 && name !== ROOT) refuse('notPerson', { element: name })
    if (elements > limits.elements || path.length > limits.depth) refuse('tooManyElements')
    if (path.length === 3 && path[1] === FAMILY && name === ITEM) found.relatives.push(new Map())
  })
  const add = (more: string): void => {
    if (written.length > 0) written[written.length - 1] += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({ name }) => {
    if (path.length === 2 && name !== FAMILY) keep(name, found.person)
    if (path.length === 4 && path[1] === FAMILY && path[2] === ITEM)
      keep(name, found.relatives.at(-1))
    path.pop()
    written.pop()
  })
  parser.write(withoutControls(text)).close()
  return found
}

const relativeOf = (item: Texts): RawRelative => ({
  title: item.get('ChengWei') ?? '',
  name: item.get('XingMing') ?? '',
  birth: item.get('ChuShengRiQi') ?? '',
  politics: item.get('ZhengZhiMianMao') ?? '',
  work: item.get('GongZuoDanWeiJiZhiWu') ?? '',
})

/**
 * Reads the third edition of the form (`.lrmx`): XML with the root `Person`, the picture in base64. A document type, an
 * entity of its own, an element twice or a fault of XML is refused with its line. Elements it does not know, among them
 * the number of the identity card, are not read at all.
 */
export const readLrmx = (fileName: string, text: string): { raw: RawForm; photo: string } => {
  const { person, relatives } = collect(fileName, text)
  const at = (name: string): string => person.get(name) ?? ''
  const educationOf = (kind: string): RawForm['fullTime'] => ({
    education: at(`${kind}_XueLi`),
    degree: at(`${kind}_XueWei`),
    school: at(`${kind}_XueLi_BiYeYuanXiaoXi`),
    degreeSchool: at(`${kind}_XueWei_BiYeYuanXiaoXi`),
  })
  const raw: RawForm = {
    name: at('XingMing'),
    sex: at('XingBie'),
    birth: at('ChuShengNianYue'),
    nationality: at('MinZu'),
    nativePlace: at('JiGuan'),
    birthPlace: at('ChuShengDi'),
    joinedParty: at('RuDangShiJian'),
    startedWork: at('CanJiaGongZuoShiJian'),
    health: at('JianKangZhuangKuang'),
    profession: at('ZhuanYeJiShuZhiWu'),
    speciality: at('ShuXiZhuanYeYouHeZhuanChang'),
    fullTime: educationOf('QuanRiZhiJiaoYu'),
    onTheJob: educationOf('ZaiZhiJiaoYu'),
    currentPost: at('XianRenZhiWu'),
    proposedPost: at('NiRenZhiWu'),
    proposedRemoval: at('NiMianZhiWu'),
    resume: at('JianLi'),
    rewards: at('JiangChengQingKuang'),
    annualReview: at('NianDuKaoHeJieGuo'),
    reason: at('RenMianLiYou'),
    relatives: relatives.map(relativeOf),
    reportedBy: at('ChengBaoDanWei'),
  }
  return { raw, photo: at('ZhaoPian') }
}
