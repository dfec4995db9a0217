/** The columns of a table of acts: what a header's words mean, and which cell stands in which column. */
import { isName, isNameAlone } from './persons.ts'
import { endsAsPost } from './posts.ts'

/** `stated` holds posts with their verbs, `post` bare ones; `taker` and `leaver` who is put into the row’s post and out of it; `other` says nothing of the act. */
export type Column =
  | 'name'
  | 'appoint'
  | 'remove'
  | 'post'
  | 'kind'
  | 'stated'
  | 'result'
  | 'unit'
  | 'index'
  | 'sex'
  | 'people'
  | 'figure'
  | 'held'
  | 'bringer'
  | 'taker'
  | 'leaver'
  | 'other'

const asked = '(?:拟|决定|提请|建议|拟提请|会议|通过)*'
const office = '(?:的)?(?:法律)?(?:单位及|单位和|岗位及)?(?:职务|岗位|职位)(?:名称)?'

const meanings: readonly (readonly [RegExp, Column])[] = [
  [/^(?:姓名|名字|人员|人选|(?:拟)?任免(?:人员|对象|人选)|(?:任免|干部|人员)?姓名)$/u, 'name'],
  [new RegExp(`^${asked}(?:任命?|任职|新任|担任)${office}$`, 'u'), 'appoint'],
  [/^(?:拟|决定|提请)?(?:任命|任职|任)(?:情况|事项|意见)?$/u, 'appoint'],
  [new RegExp(`^${asked}(?:免去?|免职|免除)(?:原)?${office}$|^原任${office}$`, 'u'), 'remove'],
  [/^(?:拟|决定|提请)?(?:免去|免职|免)(?:情况|事项|意见)?$/u, 'remove'],
  [
    new RegExp(
      `^${asked}任、?免${office}$|^${asked}任免(?:事项|内容|建议|意见)$|^(?:表决|审议|提请|任免)?事项$`,
      'u',
    ),
    'stated',
  ],
  [new RegExp(`^(?:拟)?${office}$`, 'u'), 'post'],
  [/^(?:任[/／、]?免|类型|类别)(?:类型|类别|种类|性质|情况|形式|方式)?$/u, 'kind'],
  [/^(?:表决|投票|审议)?结果$|^(?:表决|审议)(?:情况|意见)$/u, 'result'],
  [/^(?:任免|任职|拟任)?(?:单位|机关|部门)(?:名称)?$/u, 'unit'],
  [/^(?:序号|编号|序|号)$/u, 'index'],
  [/^性别$/u, 'sex'],
  [/^民族$/u, 'people'],
  [/^(?:出生年月日?|出生日期|年龄|票数|参加工作(?:时间|年月)|入党(?:时间|年月))$/u, 'figure'],
  [/^(?:现任|现|原)(?:工作)?(?:单位及)?(?:职务|岗位)$/u, 'held'],
  [/^(?:提名|提请|提出|呈报)(?:机关|单位|人|主体)$/u, 'bringer'],
]

const known =
  /^(?:籍贯|出生地|学历|学位|学历学位|文化程度|党派|政治面貌|工作单位|(?:任免|免职|任职)?(?:理由|事由|原因|依据)|身份证号|联系电话|电话|职级|职称|备注|说明)$/u

const meaningOf = (cell: string): Column | undefined => {
  const word = cell.replace(/[\s（）]/gu, '')
  if (word === '' || known.test(word)) return 'other'
  return meanings.find(([shape]) => shape.test(word))?.[1]
}

const persons = '(?:职)?(?:的)?(?:人员|人选|对象|同志|者|人)?(?:姓名)?$'
const holders: readonly (readonly [RegExp, Column])[] = [
  [new RegExp(`^(?:拟|决定|提请|建议|新)*(?:任命?|接任)${persons}`, 'u'), 'taker'],
  [new RegExp(`^(?:拟|决定|提请|建议)*(?:免去?|离任)${persons}`, 'u'), 'leaver'],
]

/** Whether the table goes by posts and names their holders. */
export const goesByPost = (columns: readonly (Column | undefined)[]): boolean =>
  columns.includes('taker') || columns.includes('leaver')

/** 职务｜任｜免: what the columns of a table by posts mean, each with whom the post is given to and taken from. */
const byPost = (cells: readonly string[]): (Column | undefined)[] | undefined => {
  const found = cells.map((cell) => {
    const word = cell.replace(/[\s（）]/gu, '')
    return holders.find(([shape]) => shape.test(word))?.[1] ?? meaningOf(cell)
  })
  if (found.includes('name') || !goesByPost(found)) return undefined
  if (found.includes('post')) return found
  // 拟任职务｜拟任人选: the one post, and who is put into it or out of it.
  const acts = found.filter((one) => /^(?:appoint|remove|taker|leaver)$/u.test(one ?? ''))
  const pair =
    acts.toSorted().join() === 'appoint,taker' || acts.toSorted().join() === 'leaver,remove'
  return pair
    ? found.map((one) => (one === 'appoint' || one === 'remove' ? 'post' : one))
    : undefined
}

/** 任命　　免去 and nothing else: two lists side by side, each of names and posts. */
const sides = (cells: readonly string[]): Column[] | undefined => {
  if (cells.length !== 2) return undefined
  const found = cells.map((cell) => holders.find(([shape]) => shape.test(cell))?.[1])
  if (!found.includes('taker') || !found.includes('leaver')) return undefined
  return found.flatMap((one): Column[] =>
    one === 'taker' ? ['taker', 'appoint'] : ['leaver', 'remove'],
  )
}

/** A word no column is known by, which may still head one: short, and neither a name nor a post. */
const mayHead = (cell: string): boolean =>
  cell.length <= 8 && !/[\d。；：！？、—-]/u.test(cell) && !isName(cell) && !endsAsPost(cell)

const none = /^(?:[无\-—–/／\\×*]*|空缺|暂缺|出缺|待定|待补)$/u

const verbWord = /^(?:拟|决定|提请|建议)*(?:批准)?(?:任命?|免去?|任职|免职|免除|撤销|接受辞职)$/u

/** What a column holds tells what it means, where its head says it in no known word. */
const byContent = (head: string, values: readonly string[]): Column | undefined => {
  const meant = meaningOf(head)
  const told = values.filter((value) => !none.test(value))
  if (told.length === 0 || (meant !== undefined && meant !== 'stated')) return meant
  if (told.every((value) => verbWord.test(value))) return 'kind'
  if (meant !== undefined || !told.every((value) => endsAsPost(value))) return meant
  if (/[现原曾]/u.test(head)) return 'held'
  return /免/u.test(head) ? 'remove' : /任/u.test(head) ? 'appoint' : 'post'
}

/**
 * The columns of a table. In: its header's cells, and the rows right below with as many. Out: what each means; undefined when
 * the cells head no table of acts.
 */
export const columnsOf = (
  cells: readonly string[],
  below: readonly (readonly string[])[] = [],
): Column[] | undefined => {
  if (cells.length < 2 || cells.length > 20) return undefined
  const beside = sides(cells)
  if (beside) return beside
  const rows = below.filter((row) => row.length === cells.length)
  const found =
    byPost(cells) ??
    cells.map((cell, at) =>
      byContent(
        cell,
        rows.map((row) => row[at] ?? ''),
      ),
    )
  const unknown = cells.filter((_, at) => found[at] === undefined)
  if (!unknown.every(mayHead) || unknown.length * 2 > cells.length) return undefined
  const columns = found.map((one): Column => one ?? 'other')
  if (goesByPost(columns)) return columns
  const says = columns.some((one) => /^(?:appoint|remove|post|stated)$/u.test(one))
  // 序号、姓名、性别、出生年月: who is meant by the post said before.
  const tells = columns.filter((one) => /^(?:index|sex|people|figure|held)$/u.test(one)).length > 1
  return columns.includes('name') && (says || tells) ? columns : undefined
}

const broughtBy =
  /(?:政府|委员会|法院|检察院|会议|常委会)$|(?<!副)(?:[省市县区州旗院]长|检察长|主任|主席)$/u

const fits: Partial<Record<Column, (cell: string) => boolean>> = {
  name: (cell) => isName(cell.replace(/（[^（）]*）$/u, ''), true),
  taker: (cell) => isName(cell, true),
  leaver: (cell) => isName(cell, true),
  appoint: (cell) => endsAsPost(cell),
  remove: (cell) => endsAsPost(cell),
  post: (cell) => endsAsPost(cell),
  stated: (cell) => endsAsPost(cell),
  held: (cell) => endsAsPost(cell),
  bringer: (cell) => broughtBy.test(cell) || isName(cell),
  kind: (cell) => /^\p{Script=Han}{0,4}[任免]\p{Script=Han}?$/u.test(cell),
  index: (cell) => /^[\d一二三四五六七八九十]{1,3}[.．、]?$/u.test(cell),
  sex: (cell) => /^[男女]$/u.test(cell),
  people: (cell) => /族$|^汉$|^\p{Script=Han}{1,2}$/u.test(cell),
  figure: (cell) => /\d/u.test(cell),
}

const suits = (cell: string, column: Column): boolean => fits[column]?.(cell) ?? true

/** The columns that make the act. */
const telling = /^(?:name|taker|leaver|appoint|remove|post|stated|kind|unit|result)$/u

/** How many columns may be without a cell: each more multiplies the ways to set the others. */
const mostMissing = (columns: number): number => (columns > 12 ? 2 : 3)

/** Every way to set the cells into the columns in their order. */
const settings = (cells: readonly string[], columns: readonly Column[]): string[][] => {
  const sure = cells.some((cell) => isNameAlone(cell))
  const may = cells.map((cell) =>
    columns.map(
      (column) => suits(cell, column) && (column !== 'name' || !sure || isNameAlone(cell)),
    ),
  )
  let rows: { row: string[]; at: number }[] = [{ row: [], at: 0 }]
  columns.forEach((column, to) => {
    rows = rows.flatMap(({ row, at }) => {
      const spare = columns.length - to - (cells.length - at)
      const next: { row: string[]; at: number }[] = []
      if (may[at]?.[to]) next.push({ row: [...row, cells[at] ?? ''], at: at + 1 })
      if (spare > 0 && column !== 'name') next.push({ row: [...row, ''], at })
      return next
    })
  })
  return rows.map(({ row }) => row)
}

/**
 * Cells fewer than their columns, set into the columns they can only belong to, the columns of the act before all others.
 * Out: one cell a column, '' for those left out; undefined when the cells of the act could stand in more columns than one.
 */
export const placed = (
  cells: readonly string[],
  columns: readonly Column[],
): string[] | undefined => {
  if (columns.length - cells.length > mostMissing(columns.length)) return undefined
  const posts = columns.filter((one) => one === 'appoint' || one === 'remove')
  const counts = columns.map(
    (one) => telling.test(one) || one === 'bringer' || (one === 'held' && posts.length > 1),
  )
  const ways = settings(cells, columns).map((row) => {
    const told = row.map((cell, at) => (counts[at] ? cell : ''))
    return { row, told: told.join('|'), filled: told.filter((cell) => cell !== '').length }
  })
  const most = Math.max(...ways.map(({ filled }) => filled))
  const best = ways.filter(({ filled }) => filled === most)
  return best.every(({ told }) => told === best[0]?.told) ? best[0]?.row : undefined
}

/** What a cell says, or '' for one that says there is nothing. */
export const cellOf = (
  cells: readonly string[],
  columns: readonly Column[],
  column: Column,
): string => {
  const said = cells[columns.indexOf(column)] ?? ''
  return none.test(said) ? '' : said
}
