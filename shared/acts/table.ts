/** Tables pasted from sheets and pages: a header names the columns, a row gives a person and posts. */
import { isName } from './persons.ts'
import { endsAsPost } from './posts.ts'
import type { Family } from './verbs.ts'

export type Column = 'name' | 'appoint' | 'remove' | 'post' | 'kind' | 'stated' | 'result' | 'other'

/** One row's statements; `family` is set where the column says 任 or 免, `said` where a cell of its own says the verb. */
export type RowFact = { names: string[]; post: string; family?: Family; said?: string }

const columnOf = (cell: string): Column | undefined => {
  const word = cell.replace(/[\s（）]/gu, '')
  if (/^(?:姓名|名字|拟任免人员|人员)$/u.test(word)) return 'name'
  if (/^(?:拟|决定|提请)?(?:任命?|任职)(?:的)?(?:职务|单位及职务)$|^新任职务$/u.test(word))
    return 'appoint'
  if (/^(?:拟|决定|提请)?(?:免去?|免职|免除)(?:的)?(?:职务|单位及职务)$|^原任职务$/u.test(word))
    return 'remove'
  if (/^任免(?:职务|事项)$/u.test(word)) return 'stated'
  if (/^(?:拟)?(?:任免)?(?:单位及)?职务$/u.test(word)) return 'post'
  if (/^任\/?免(?:类型|类别|情况|意见|形式|方式)?$/u.test(word)) return 'kind'
  if (/^(?:表决|投票)?结果$|^表决情况$/u.test(word)) return 'result'
  return /^(?:序号|编号|性别|民族|籍贯|学历|学位|党派|政治面貌|出生年月|年龄|单位|工作单位|现任职务|任免理由|理由|票数|任免事由|身份证号|联系电话|电话|年龄|入党时间|参加工作时间|职级|提名机关|提请单位|提请机关|提名人|备注)$/u.test(
    word,
  )
    ? 'other'
    : undefined
}

/** The cells of a line: empty ones stand where the line is parted by tabs or bars. */
const cellsIn = (line: string): string[] => {
  const strict = /[\t|｜]/u.test(line)
  const cells = strict ? line.split(/[\t|｜]/u) : line.trimStart().split(/ {2,}|\u3000+/u)
  return cells.map((cell) => cell.replace(/[\s\u3000]+/gu, ''))
}

/** The cells of a line parted by single spaces, as pages print them. */
const closeCells = (line: string): string[] => line.trim().split(/[\s\u3000]+/u)

/** The cells of a line of a sheet saved as text. */
const commaCells = (line: string): string[] => line.split('，').map((cell) => cell.trim())

/** The columns a header line names, or undefined when the line is no header of acts. */
export const columnsIn = (line: string): Column[] | undefined =>
  columnsOf(cellsIn(line.trimEnd())) ?? columnsOf(closeCells(line)) ?? columnsOf(commaCells(line))

const columnsOf = (cells: readonly string[]): Column[] | undefined => {
  const columns = cells.map((cell) => (cell === '' ? 'other' : columnOf(cell)))
  if (!columns.every((column) => column !== undefined)) return undefined
  const posts = columns.filter((one) => one === 'appoint' || one === 'remove')
  const kinds = columns.includes('kind') && (columns.includes('post') || columns.includes('stated'))
  return columns.includes('name') && (posts.length > 0 || kinds || columns.includes('stated'))
    ? columns
    : undefined
}

/**
 * In: a line under a header. Out: its statements; undefined when the line is no row of the table, or when it has fewer cells
 * than columns and nothing tells which one is missing.
 */
export const rowIn = (line: string, columns: readonly Column[]): RowFact[] | undefined => {
  const close = closeCells(line)
  const parted = cellsIn(line)
  const loose = parted.length < columns.length && !/[\t|｜]/u.test(line)
  const saved = commaCells(line)
  const read =
    loose && close.length === columns.length
      ? close
      : loose && saved.length === columns.length
        ? saved
        : parted
  const cells = read.length === columns.length + 1 && read.at(-1) === '' ? read.slice(0, -1) : read
  const posts = columns.filter((one) => one === 'appoint' || one === 'remove')
  if (cells.length !== columns.length && !(posts.length === 1 && cells.length < columns.length))
    return undefined
  const aligned = cells.length === columns.length
  const name = aligned ? cells[columns.indexOf('name')] : cells.find((cell) => isName(cell))
  const bare = (name ?? '').replace(/（[^（）]*）$/u, '')
  // A cell under 姓名 is a name whatever its characters.
  const named = aligned
    ? /^[\p{Script=Han}·]{2,15}$/u.test(bare) && !endsAsPost(bare)
    : isName(bare)
  if (!named) return undefined
  const at = Math.max(columns.indexOf('post'), columns.indexOf('stated'))
  const post = (cells[at] ?? '').replace(/(?:的)?职务$/u, '')
  if (aligned && columns.includes('kind') && endsAsPost(post)) {
    const said = cells[columns.indexOf('kind')] ?? ''
    return [{ names: [bare], post, said: said.replace(/^任$/u, '任命').replace(/^免$/u, '免去') }]
  }
  const stated = cells[columns.indexOf('stated')] ?? ''
  if (aligned && /^(?:决定|批准)?(?:任命为|免去)/u.test(stated)) {
    const refused = /未|不|没|否/u.test(cells[columns.indexOf('result')] ?? '')
    return [{ names: [bare], post: stated, ...(refused ? { said: '未通过' } : {}) }]
  }
  const facts = columns.flatMap((column, at): RowFact[] => {
    if (column !== 'appoint' && column !== 'remove') return []
    const said = aligned ? (cells[at] ?? '') : (cells.findLast((cell) => endsAsPost(cell)) ?? '')
    const post = said.replace(/(?:的)?职务$/u, '')
    return endsAsPost(post) ? [{ names: [bare], post, family: column }] : []
  })
  return facts.length > 0 ? facts : undefined
}
