import type { EndReason } from '../../../shared/contract/ledger.ts'
import { monthOf } from '../../../shared/rules/month.ts'
import { barePost } from '../../../shared/rules/posts.ts'
import { readCell, readName } from '../roster/import-values.ts'
import {
  doubt,
  failedFormula,
  fault,
  placeholder,
  tight,
  type Cell,
  type Columns,
  type TableRow,
} from './sheet.ts'

/** How sheets of tenures name their columns. */
export const tenureColumns = {
  name: '姓名 名字 人员姓名 干部姓名',
  organ: '机构 单位 所在单位 任职单位 工作单位 机关 部门',
  post: '职务 现任职务 担任职务 任职职务 职务名称 任免职务 职务全称',
  acting: '代理 是否代理 任职方式',
  fromOn: '任职日期 任职时间 任命日期 任命时间 任职起 任职开始日期 任职起始日期 起始日期 开始日期',
  toOn: '离任日期 离任时间 免职日期 免职时间 卸任日期 任职止 任职终止日期 终止日期 结束日期',
  endReason: '离任原因 免职原因 离职原因 离任事由 原因',
  sex: '性别',
  nationality: '民族',
  birth: '出生年月 出生日期 出生时间',
  note: '备注 附注 说明',
} as const satisfies Columns<string>
export type TenureColumn = keyof typeof tenureColumns
export type TenureCells = Partial<Record<TenureColumn, Cell>>

const reasons: readonly (readonly [RegExp, EndReason])[] = [
  [/罢免/u, 'recalled'],
  [/撤职|撤销职务/u, 'dismissed'],
  [/机构.*(?:撤销|合并)|撤并/u, 'abolished'],
  [/更名/u, 'renamed'],
  [/去世|逝世|病故|死亡|亡故|因公牺牲/u, 'died'],
  [/退休/u, 'retired'],
  [/届满|换届|任期/u, 'term-ended'],
  [/转(?:为)?正/u, 'became-full'],
  [/辞/u, 'resigned'],
  [/终止/u, 'ended'],
  [/免/u, 'removed'],
]

const readReason = (text: string): Cell => {
  const word = tight(text)
  const reason = reasons.find(([pattern]) => pattern.test(word))?.[1]
  if (reason) return { text, value: reason }
  return word === '其他' ? { text, value: 'other' } : doubt(text, 'other', 'ledger.import.reason')
}

const readActing = (text: string): Cell => {
  const word = tight(text)
  if (/^(?:是|代|代理|√|Y|yes)$/iu.test(word)) return { text, value: 'acting' }
  if (/^(?:否|正式|正式任职|任职|×|N|no)$/iu.test(word)) return { text, value: 'full' }
  return fault(text, 'ledger.import.acting')
}

const readBirth = (text: string): Cell => {
  const month = monthOf(text)
  return month === null ? fault(text, 'ledger.import.birth') : { text, value: month }
}

const blank = (text: string): Cell => ({ text, value: '' })
const stillInOffice = /^(?:至今|在任|在职|现任|无)$/u

/** A day of office. A month alone is refused with the way out: on which days it was held nobody could say. */
const readDay = (column: 'fromOn' | 'toOn', text: string): Cell => {
  const cell = readCell(column === 'toOn' ? 'endsAt' : 'startsOn', text, 'city')
  const fitsNone = ['date-day-missing', 'date-unreadable'].some(
    (key) => cell.say?.key === `import.date.${key}`,
  )
  return fitsNone && monthOf(text) !== null ? fault(text, 'ledger.import.dayMissing') : cell
}

const readOne = (column: TenureColumn, text: string): Cell => {
  const word = tight(text)
  if (word === '' || (placeholder.test(word) && column !== 'note')) return blank(text)
  if (column === 'toOn' && stillInOffice.test(word)) return blank(text)
  if (column === 'endReason' && word === '无') return blank(text)
  if (failedFormula.test(word)) return fault(text, 'ledger.import.formula')
  switch (column) {
    case 'fromOn':
    case 'toOn':
      return readDay(column, text)
    case 'sex':
    case 'nationality':
    case 'note':
      return readCell(column, text, 'city')
    case 'endReason':
      return readReason(text)
    case 'acting':
      return readActing(text)
    case 'birth':
      return readBirth(text)
    case 'name':
      return readName(text).name
    default:
      return { text, value: barePost(text) }
  }
}

/** Reads the cells of a row, each by itself; what the bracket after a name says fills sex and nationality. */
export const readTenureCells = ({ texts }: TableRow<TenureColumn>): TenureCells => {
  const cells: TenureCells = {}
  for (const column of Object.keys(texts) as TenureColumn[])
    cells[column] = readOne(column, texts[column] ?? '')
  const { sex, nationality } = readName(texts.name ?? '')
  if (sex && !cells.sex?.value) cells.sex = sex
  if (nationality && !cells.nationality?.value) cells.nationality = nationality
  return cells
}
