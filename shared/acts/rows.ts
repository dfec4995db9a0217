/** Rows of a page without a header: which cell is the name, which the post, which its organ and which the verb. */
import { bareCell, isHeldAlone, isNameInCell, namesInCells, sexOrPeople } from './cells.ts'
import { isName } from './persons.ts'
import { organAlone, postUnder } from './organs.ts'
import { endsAsPost } from './posts.ts'
import type { RowFact } from './table.ts'

/** 县教育局　张三　局长, and 张三　县教育局 under 局长：: a row whose organ stands apart. */
export const heldInRow = ([first = '', second = '', third = '', more]: readonly string[]):
  RowFact | undefined => {
  if (more !== undefined) return undefined
  const post = postUnder(third, first)
  if (third !== '' && post !== third && isNameInCell(bareCell(second)))
    return { names: [bareCell(second)], post }
  return third === '' && isNameInCell(bareCell(first)) && organAlone(second) !== undefined
    ? { names: [bareCell(first)], post: second }
    : undefined
}

/** 张三　县法院　任　民二庭庭长: the verb in a cell between, its organ in one of its own. */
export const saidInRow = (cells: readonly string[]): RowFact | undefined => {
  const said = cells.find((cell) => /^(?:任|免|任命|免去|任职|免职)$/u.test(cell))
  const [first = '', second = '', third = '', more] = cells.filter((cell) => cell !== said)
  if (said === undefined || more !== undefined || !isNameInCell(bareCell(first))) return undefined
  const post = third === '' ? second : postUnder(third, second)
  const whole = third === '' || post !== third || third.startsWith(second)
  return isHeldAlone(post) && (whole || organAlone(second) === undefined)
    ? { names: [bareCell(first)], post, said: said.startsWith('任') ? '任命' : '免去' }
    : undefined
}

/** 县教育局：张三, as under 局长：: an organ and its own; in loose grammar, since nothing else stands in the line. */
export const heldByOrgan = (line: string): RowFact | undefined => {
  const [, organ = '', who = ''] =
    /^([^：，。；]{3,30})：[ \u3000]*([^：，。；]{2,60})[；。]?$/u.exec(line) ?? []
  const names = who.split('、').map((one) => bareCell(one.replace(/[ \u3000]/gu, '')))
  return organAlone(organ) !== undefined && names.every((name) => isName(name, true))
    ? { names, post: organ }
    : undefined
}

/** 张三：县中级人民法院副院长、审判员 in a line of its own. */
export const postBehind = (line: string): RowFact | undefined => {
  const [, who = '', post = ''] =
    /^([^：，。；]{2,40})：([^：，。；]{4,80})[；。]?$/u.exec(line) ?? []
  const names = who === '' ? undefined : namesInCells(who.split('、').map((one) => one.trim()))
  const bare = post.replace(/[ \u3000]/gu, '')
  return names && isHeldAlone(bareCell(bare)) && !isName(bare)
    ? { names, post: bareCell(bare) }
    : undefined
}

/** 张三　男　1986年4月生　刑一庭: who is meant, and nothing of a post. Out: the name; undefined for any other row. */
export const personInRow = (cells: readonly string[]): string | undefined => {
  const [first = '', ...rest] = cells.filter((cell) => !/^[0-9]{1,3}[.、．]?$/u.test(cell))
  const sex = rest.filter((cell) => /^[男女]$/u.test(cell)).length === 1
  const others = rest.filter((cell) => !sexOrPeople.test(cell))
  const told = others.some((cell) => endsAsPost(cell) || /[任免]/u.test(cell))
  return sex && !told && isNameInCell(bareCell(first)) ? bareCell(first) : undefined
}

const statedCell =
  /^拟?(?:(?<made>任命为|任命|担任|任)|(?<off>免去|免))(?<post>.{3,}?)(?:的?职务)?$/u

/** 张三　免去检察员职务　2月24日　退休: what is done, said in one cell, with a day and a word beside it. */
export const statedBeside = (cells: readonly string[]): RowFact | undefined => {
  const [first = '', second = '', ...rest] = cells
  const { made, post = '' } = statedCell.exec(second)?.groups ?? {}
  const aside = rest.every((cell) => !endsAsPost(cell) && !isNameInCell(cell) && cell.length < 12)
  if (!endsAsPost(post) || !aside || !isNameInCell(bareCell(first))) return undefined
  return { names: [bareCell(first)], post, said: made === undefined ? '免去' : '任命' }
}

/** 宝力道　县民政局局长 right below such a row: a name whatever its surname. */
export const rowBeside = (line: string): RowFact | undefined => {
  const [name = '', post = '', more] = line.length > 60 ? [] : line.split(/[ \u3000]+/u)
  return more === undefined && isName(name, true) && isHeldAlone(post)
    ? { names: [name], post }
    : undefined
}

/** 周华、王海波 on a line alone, and 的…职务 or 为… on the next: one statement, and no row of a list. */
export const goesOnOfTwo = (names: readonly string[], text: string): boolean =>
  names.length === 2 && /^(?:的|为|任(?![命免]))\p{Script=Han}{3}/u.test(text)

const why =
  /^(?:本人|个人|工作|因|到龄|退休|调离|调出|调动|辞职|辞去公职|户籍|年龄|任期|身体|去世|病故|另有|转任|离职|连任)/u

/** 张三　本人申请: who is meant, and why. */
export const personWithReason = (cells: readonly string[]): string | undefined => {
  const [name = '', reason = '', more] = cells
  return more === undefined &&
    why.test(reason) &&
    !endsAsPost(reason) &&
    isNameInCell(bareCell(name))
    ? bareCell(name)
    : undefined
}
