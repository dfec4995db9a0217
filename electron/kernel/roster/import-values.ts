import type { Level } from '../../../shared/contract/body.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import type { ImportColumn, LeavingReason, MemberKind } from '../../../shared/contract/roster.ts'
import { readDate } from '../../../shared/rules/moment.ts'
import { bareName, nameFault } from '../../../shared/rules/names.ts'
import type { ReadCell } from './import-types.ts'

type Read = Omit<ReadCell, 'text'>

const fault = (key: string, params?: Message['params']): Read => ({
  value: '',
  state: 'error',
  say: params ? { key: `import.${key}`, params } : { key: `import.${key}` },
})
const doubt = (value: string, key: string, params: NonNullable<Message['params']>): Read => ({
  value,
  state: 'warning',
  say: { key: `import.${key}`, params },
})

const tight = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '')

const kindWords = new Map<string, MemberKind>([
  ['主任', 'chair'],
  ['副主任', 'vice-chair'],
  ['常务副主任', 'vice-chair'],
  ['秘书长', 'secretary-general'],
  ['委员', 'ordinary'],
  ['驻会委员', 'ordinary'],
  ['专职委员', 'ordinary'],
])

/** The kind a single title names: «县人大常委会副主任» does, «人大财经委主任委员» does not. */
const kindOfTitle = (title: string): MemberKind | undefined =>
  kindWords.get(title.replace(/^.*(?:常委会|常务委员会|人大)/u, ''))

/** A group heading such as «二、副主任（5人）», or undefined. */
export const kindOfLabel = (text: string): MemberKind | undefined =>
  kindOfTitle(
    tight(text)
      .replace(/^[(]?[一二三四五六七八九十\d]+[)、.]+/u, '')
      .replaceAll(/\(.*?\)|共?\d+[人名]|:/gu, ''),
  )

const readKind = (text: string, level: Level): Read => {
  const titles = tight(text)
    .split(/[、,;/兼()]+/u)
    .filter(Boolean)
  const kinds = new Set(titles.map(kindOfTitle).filter((kind) => kind !== undefined))
  const [kind, second] = kinds
  if (!kind) return fault('kind.unknown', { text })
  if (second) return fault('kind.several', { text })
  if (kind === 'secretary-general' && level === 'county') return fault('kind.county')
  const others = titles.filter((title) => !kindOfTitle(title))
  return others.length > 0
    ? doubt(kind, 'kind.others', { text, others: others.join('、') })
    : { value: kind }
}

const sexWords = new Map([
  ['男', 'male'],
  ['男性', 'male'],
  ['女', 'female'],
  ['女性', 'female'],
])

const readSex = (text: string): Read => {
  const value = sexWords.get(tight(text))
  return value ? { value } : fault('sex.unknown', { text })
}

/** 五十六个民族, without the closing 族. */
const nationalities = new Set(
  (
    '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 ' +
    '纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 ' +
    '德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
  ).split(' '),
)

const readNationality = (text: string): Read => {
  const bare = tight(text).replace(/(?<=.)族$/u, '')
  const value = `${bare}族`
  if (value.length > 20) return fault('nationality.long', { text })
  return nationalities.has(bare) ? { value } : doubt(value, 'nationality.unknown', { text })
}

const readRank = (text: string): Read => {
  const value = tight(text)
  return /^[1-9]\d{0,2}$/u.test(value) ? { value } : fault('rank.unknown', { text })
}

const readDay = (text: string): Read => {
  const read = readDate(text)
  return 'date' in read ? { value: read.date } : fault(`date.${read.error}`, { text })
}

const reasonWords: readonly (readonly [RegExp, LeavingReason])[] = [
  [/代表.*(?:终止|资格)/u, 'deputy-ended'],
  [/辞去.*代表|代表.*辞/u, 'deputy-resigned'],
  [/罢免/u, 'recalled'],
  [/撤职|撤销/u, 'dismissed'],
  [/去世|逝世|病故|死亡|亡故|因公牺牲/u, 'died'],
  [/届满|换届|任期/u, 'term-ended'],
  [/辞/u, 'resignation'],
]

const readReason = (text: string): Read => {
  const word = tight(text)
  const reason = reasonWords.find(([pattern]) => pattern.test(word))?.[1]
  if (reason) return { value: reason }
  return word === '其他' ? { value: 'other' } : doubt('other', 'endReason.other', { text })
}

const noteLimit = 4000

const readNote = (text: string): Read =>
  text.trim().length > noteLimit ? fault('note.long', { limit: noteLimit }) : { value: text.trim() }

/** What a spreadsheet shows where a formula failed. */
const failedFormula = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/u
/** What people put where there is nothing to say. */
const placeholder = /^[-—–―/\\]+$/u
const stillInOffice = /^(?:至今|在任|在职|现任|无)$/u

/** Reads one cell of any column but the name, by itself. */
export const readCell = (column: ImportColumn, text: string, level: Level): ReadCell => {
  const word = tight(text)
  if (word === '' || (placeholder.test(word) && column !== 'note')) return { text, value: '' }
  if (column === 'endsAt' && stillInOffice.test(word)) return { text, value: '' }
  if (column === 'endReason' && word === '无') return { text, value: '' }
  if (failedFormula.test(word)) return { text, ...fault('formulaFailed', { text: word }) }
  const readers: Record<Exclude<ImportColumn, 'name'>, () => Read> = {
    sex: () => readSex(text),
    nationality: () => readNationality(text),
    kind: () => readKind(text, level),
    rank: () => readRank(text),
    startsOn: () => readDay(text),
    endsAt: () => readDay(text),
    endReason: () => readReason(text),
    note: () => readNote(text),
  }
  return column === 'name' ? readName(text).name : { text, ...readers[column]() }
}

export type ReadName = {
  name: ReadCell
  /** What the bracket after the name says: «（女，回族）». */
  sex?: ReadCell
  nationality?: ReadCell
}

const nameOf = (raw: string): Read => {
  const value = bareName(raw)
  const wrong = nameFault(value)
  if (!wrong) return { value }
  return fault(`name.${wrong.reason}`, wrong.char ? { text: raw, char: wrong.char } : { text: raw })
}

/** Reads a name cell: the bare name, and sex and nationality from a bracket after it. */
export const readName = (text: string): ReadName => {
  const word = tight(text)
  if (failedFormula.test(word)) {
    return { name: { text, ...fault('formulaFailed', { text: word }) } }
  }
  const bracket = /^([^（(]*)[（(]([^（()）]*)[）)]\s*$/u.exec(text)
  if (!bracket) return { name: { text, ...nameOf(text) } }
  const result: ReadName = { name: { text, ...nameOf(bracket[1] ?? '') } }
  const strange: string[] = []
  for (const part of tight(bracket[2] ?? '')
    .split(/[,、;/]/u)
    .filter(Boolean)) {
    if (sexWords.has(part)) result.sex = { text: part, ...readSex(part) }
    else if (nationalities.has(part.replace(/族$/u, '')) && part !== '') {
      result.nationality = { text: part, ...readNationality(part) }
    } else strange.push(part)
  }
  const { name } = result
  if (strange.length > 0 && name.state !== 'error') {
    result.name = { text, ...doubt(name.value, 'name.bracket', { text: strange.join('、') }) }
  }
  return result
}
