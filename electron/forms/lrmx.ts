import { SaxesParser } from 'saxes'
import type { RawEducation, RawForm, RawRelative } from './raw.ts'
import { limits, unreadable } from './refusal.ts'

type Texts = Map<string, string>
type Collected = { person: Texts; relatives: Texts[] }

const ROOT = 'Person'
const FAMILY = 'JiaTingChengYuan'
const ITEM = 'Item'

/** Elements read as they stand, by what they are. */
const plain = {
  name: 'XingMing',
  sex: 'XingBie',
  birth: 'ChuShengNianYue',
  nationality: 'MinZu',
  nativePlace: 'JiGuan',
  birthPlace: 'ChuShengDi',
  joinedParty: 'RuDangShiJian',
  startedWork: 'CanJiaGongZuoShiJian',
  health: 'JianKangZhuangKuang',
  profession: 'ZhuanYeJiShuZhiWu',
  speciality: 'ShuXiZhuanYeYouHeZhuanChang',
  currentPost: 'XianRenZhiWu',
  proposedPost: 'NiRenZhiWu',
  proposedRemoval: 'NiMianZhiWu',
  resume: 'JianLi',
  rewards: 'JiangChengQingKuang',
  annualReview: 'NianDuKaoHeJieGuo',
  reason: 'RenMianLiYou',
  reportedBy: 'ChengBaoDanWei',
} as const satisfies Partial<Record<keyof RawForm, string>>

/** Of each kind of education: what comes behind its name. */
const education = {
  education: 'XueLi',
  degree: 'XueWei',
  school: 'XueLi_BiYeYuanXiaoXi',
  degreeSchool: 'XueWei_BiYeYuanXiaoXi',
} as const satisfies Record<keyof RawEducation, string>
const FULL_TIME = 'QuanRiZhiJiaoYu'
const ON_THE_JOB = 'ZaiZhiJiaoYu'
const PHOTO = 'ZhaoPian'

const relative = {
  title: 'ChengWei',
  name: 'XingMing',
  birth: 'ChuShengRiQi',
  politics: 'ZhengZhiMianMao',
  work: 'GongZuoDanWeiJiZhiWu',
} as const satisfies Record<keyof RawRelative, string>

const read: ReadonlySet<string> = new Set([
  ...Object.values(plain),
  ...[FULL_TIME, ON_THE_JOB].flatMap((kind) =>
    Object.values(education).map((name) => `${kind}_${name}`),
  ),
  ...Object.values(relative),
  PHOTO,
])

/** The texts of elements under the names of what they are. */
const named = <Key extends string>(
  elements: Record<Key, string>,
  texts: Texts,
): Record<Key, string> =>
  Object.fromEntries(
    Object.entries<string>(elements).map(([key, element]) => [key, texts.get(element) ?? '']),
  ) as Record<Key, string>

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
    if (!into || !read.has(name)) return
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

/**
 * Reads the third edition of the form (`.lrmx`): XML with the root `Person`, the picture in base64. A document type, an
 * entity of its own, an element twice or a fault of XML is refused with its line. Elements it does not know, among them
 * the number of the identity card, are not read at all.
 */
export const readLrmx = (fileName: string, text: string): { raw: RawForm; photo: string } => {
  const { person, relatives } = collect(fileName, text)
  const educationOf = (kind: string): RawEducation => {
    const elements = Object.entries(education).map(([key, name]) => [key, `${kind}_${name}`])
    return named(Object.fromEntries(elements) as typeof education, person)
  }
  const raw: RawForm = {
    ...named(plain, person),
    fullTime: educationOf(FULL_TIME),
    onTheJob: educationOf(ON_THE_JOB),
    relatives: relatives.map((item) => named(relative, item)),
  }
  return { raw, photo: person.get(PHOTO) ?? '' }
}
