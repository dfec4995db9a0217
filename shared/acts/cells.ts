/** The cells of a pasted line: which are names, which a post, and what parts them. */
import { isName, isNameAlone, isNameAmong, isYou, mayEndAlone } from './persons.ts'
import { endsAsPost } from './posts.ts'

export const cellsOf = (line: string): string[] => {
  const cells: string[] = []
  for (const cell of line.split(/[\s\u3000|｜]+/u)) {
    if (cell === '') continue
    const last = cells.at(-1)
    if (
      [...cell].length === 1 &&
      last !== undefined &&
      [...last].length === 1 &&
      /\p{Script=Han}/u.test(cell + last)
    )
      cells[cells.length - 1] = last + cell
    else cells.push(cell)
  }
  return cells
}

export const bareCell = (cell: string): string => cell.replace(/（[^（）]*）$/u, '')
export const headerWord =
  /^(?:序号|姓名|姓 ?名|性别|民族|职务|职 ?务|拟?任(?:命)?职务|拟?免(?:去)?职务|任免职务|单位|单位及职务|现任职务|备注)$/u

/** Where a cell of its own shows it: 高原, which is no name in a sentence. */
export const isNameInCell = (cell: string): boolean =>
  isNameAlone(cell) || mayEndAlone(cell) || isYou(cell, true)

/** Whether two cells in three are names beyond doubt. */
const mostlyNames = (cells: readonly string[]): boolean =>
  cells.filter((cell) => isNameInCell(bareCell(cell))).length * 3 >= cells.length * 2

export const nameRow = (cells: readonly string[]): boolean =>
  mostlyNames(cells) &&
  cells.every((cell) => isName(bareCell(cell), true) || isNameAmong(bareCell(cell)))

/** The sex and the peoples that one letter tells. */
const oneLetter = /^[男女汉满回蒙藏壮苗彝侗瑶白傣黎]$/u

/** 张建　国: the last letter of a name in a cell of its own. */
const withTornNames = (cells: readonly string[]): string[] => {
  const whole: string[] = []
  for (const cell of cells) {
    const last = whole.at(-1) ?? ''
    if (cell.length === 1 && last.length === 2 && !oneLetter.test(cell) && isName(last + cell))
      whole[whole.length - 1] += cell
    else whole.push(cell)
  }
  return whole
}

/** A row of names with a cell that is none, which costs itself and no other: the names, and what is in doubt. */
export const partlyNames = (
  parted: readonly string[],
): { kind: 'names'; names: string[]; doubtful: string[] } | undefined => {
  const cells = withTornNames(parted)
  if (cells.length < 3 || !mostlyNames(cells)) return undefined
  const bare = cells.map(bareCell)
  const names = bare.filter((cell) => isNameInCell(cell) || isName(cell, true))
  const named = new Set(names)
  const doubtful = bare.filter((cell) => !named.has(cell))
  return doubtful.every((cell) => mayBeMeant.test(cell))
    ? { kind: 'names', names, doubtful }
    : undefined
}

/** What may be meant for a name: short, and neither an organ nor a post. */
const mayBeMeant = /^(?!.*(?:[市县区省局厅院部处室委办长任员]$))[\p{Script=Han}·]{2,4}$/u

export const sexOrPeople =
  /^(?:男|女|\p{Script=Han}{1,5}族|\d+|[0-9.、]+|(?:19|20)\d\d(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[./-]\d{1,2})(?:出?生)?|\d\d岁)$/u

/** A post in a cell of its own, and no half of a sentence: 为县水利局局长. */
export const isHeldAlone = (cell: string): boolean =>
  endsAsPost(cell) && !/^(?:为|任|的|同志)/u.test(cell)

/** Those the cells between verb and post name: 张三、李四, or a cell to each. */
export const namesInCells = (cells: readonly string[]): string[] | undefined => {
  const names = cells.flatMap((cell) => cell.split('、')).map(bareCell)
  return names.length > 0 && names.every(isNameInCell) ? names : undefined
}

/** 委员：张三　李四: names in a row behind a label are parted like any others. */
const withNamesParted = (line: string): string => {
  const at = line.indexOf('：')
  const cells = at < 0 ? [] : cellsOf(line.slice(at + 1))
  return cells.length > 1 && nameRow(cells) ? line.slice(0, at + 1) + cells.join('、') : line
}

/** 张三——县财政局局长: a dash parts the columns of a row. */
const withDashParted = (line: string): string =>
  line.replace(
    /^([\p{Script=Han}·]{2,15})[ \u3000]*[—–－-]+[ \u3000]*(?=\p{Script=Han})/u,
    (whole, name: string) => (isNameInCell(name) ? `${name}  ` : whole),
  )

/** 张三,李四 县法院审判员: commas that part the names of a row, or its posts. */
const withCommasRead = (line: string): string => {
  const [, who = '', held = ''] =
    /^([\p{Script=Han}·，、]{2,60})[ \u3000]+([\p{Script=Han}，、]{4,80})$/u.exec(line) ?? []
  const names = who.split(/[，、]/u)
  const posts = held.split(/[，、]/u)
  return line.includes('，') && names.every(isNameInCell) && posts.every(isHeldAlone)
    ? `${names.join('、')}  ${posts.join('、')}`
    : line
}

/** 主任：张三　副主任：李四: labels in one line, each with its names. */
const withLabelsParted = (line: string): string =>
  line.replace(
    /(?<=：[^：]{0,200}[^：\s\u3000])[ \u3000]+(?=(\p{Script=Han}{2,20})：)/gu,
    (gap: string, label: string) => (endsAsPost(label) ? '；' : gap),
  )

/** A line whose rows are parted in another way than by spaces, parted by them. */
export const withCellsParted = (line: string): string =>
  withCommasRead(withDashParted(withLabelsParted(line).split('；').map(withNamesParted).join('；')))
