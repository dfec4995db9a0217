/** Tables pasted from sheets and pages: a header names the columns, a row gives a person and posts. */
import { cellOf, columnsOf, goesByPost, placed } from './columns.ts'
import type { Column } from './columns.ts'
import { isName } from './persons.ts'
import { endsAsPost } from './posts.ts'
import { headingVerb } from './verbs.ts'
import type { Family } from './verbs.ts'

/** One row's statements; `family` is set where the column says 任 or 免, `said` where a cell of its own says the verb; `post` is empty where no column names one. */
export type RowFact = { names: string[]; post: string; family?: Family; said?: string }

/** The cells of a line: empty ones stand where the line is parted by tabs or bars. */
const cellsIn = (line: string): string[] => {
  const strict = /[\t|｜]/u.test(line)
  const cells = strict ? line.split(/[\t|｜]/u) : line.trimStart().split(/ {2,}|\u3000+/u)
  return cells.map((cell) => cell.replace(/[\s\u3000]+/gu, ''))
}

/** The cells of a line parted by single spaces, as pages print them. */
const closeCells = (line: string): string[] => line.trim().split(/[\s\u3000]+/u)

/** 拟　任　职　务: one word set wide, no column of verbs beside one of posts. */
const wideWord = /(?<=(?:^|[\s\u3000])(?:拟|现|原)[任免](?:命|去)?)[ \u3000]+(?=职[ \u3000]?务)/gu

/** 任　命 and 免　去, set wide over two lists. */
const wideVerb =
  /(?<=(?:^|[ \u3000]{2})任)[ \u3000]{1,4}(?=命)|(?<=[ \u3000]{2}免)[ \u3000]{1,4}(?=[去职])/gu

/** The cells of a line of a sheet saved as text. */
const commaCells = (line: string): string[] => line.split('，').map((cell) => cell.trim())

/** The cells of a line with a bar at either end. */
const framedCells = (line: string): string[] =>
  /^\s*[|｜].*[|｜]\s*$/u.test(line) ? cellsIn(line.trim().slice(1, -1)) : []

/** How many rows are looked at to tell what a column holds. */
const looked = 12

/**
 * In: a line and those below it. Out: the columns it names, undefined when it is no header of acts.
 */
export const columnsIn = (said: string, below: readonly string[] = []): Column[] | undefined => {
  if (said.length > 200 || !/[\s\u3000|｜，]/u.test(said.trim())) return undefined
  const line = said.replace(wideWord, '').replace(wideVerb, '')
  const rows = below.slice(0, looked).filter((one) => one.length < 300)
  for (const parted of [
    framedCells,
    (one: string) => cellsIn(one.trimEnd()),
    closeCells,
    commaCells,
  ]) {
    const columns = columnsOf(parted(line), rows.map(parted))
    if (columns) return columns
  }
  return undefined
}

/** Set off by tabs or bars, so that every line is a row. */
const ruled = /[\t|｜]/u
export const isRuled = (line: string): boolean => ruled.test(line)

/** The cells of a row, one a column; undefined when nothing tells which one is missing. */
const cellsOf = (line: string, columns: readonly Column[]): string[] | undefined => {
  const parted = cellsIn(line)
  const trimmed = parted.at(-1) === '' ? parted.slice(0, -1) : parted
  const close = closeCells(line)
  const saved = commaCells(line)
  const ways = ruled.test(line)
    ? [framedCells(line), parted, trimmed]
    : [parted, trimmed, close, saved]
  const whole = ways.find((cells) => cells.length === columns.length)
  if (whole) return whole
  if (trimmed.length < 2 || trimmed.length > columns.length) return undefined
  return ruled.test(line)
    ? [...trimmed, ...columns.slice(trimmed.length).map(() => '')]
    : placed(trimmed, columns)
}

const verbWords =
  '(?:同时|并|拟|决定|批准|提请|建议)*(?:任命|任职|担任|免[去职除]|不再担任|[任免](?=\\p{Script=Han}{3}))'
const verbSaid = new RegExp(`^(?<verb>${verbWords})(?<post>.+)$`, 'u')
const behindMark = new RegExp(`[，；、/／。]+(?=${verbWords})`, 'u')

/** 任X，免去Y职务: what a cell says with verbs of its own. Out: undefined when a part of it has none. */
const statedIn = (cell: string): { family: Family; post: string }[] | undefined => {
  const facts = cell.split(behindMark).map((piece) => {
    const { verb = '', post = '' } =
      verbSaid.exec(piece.replace(/。$|（[^（）]{1,20}）$/gu, ''))?.groups ?? {}
    const bare = post.replace(/^(?:[：为]|其(?:原任)?的?|的)+/u, '').replace(/(?:的)?职务$/u, '')
    const family: Family = /免|不再/u.test(verb) ? 'remove' : 'appoint'
    return verb !== '' && endsAsPost(bare) ? { family, post: bare } : undefined
  })
  return facts.every((fact) => fact !== undefined) ? facts : undefined
}

const bareTitle =
  /^(?:代理|常务)?副?(?:主任委员|主任|委员|主席|秘书长|\p{Script=Han}{0,1}长|[审检]\p{Script=Han}员)$/u

const kindSaid = (cell: string): string =>
  cell
    .replace(/^(?:拟|新|提请|建议)(?=[任免])/u, '')
    .replace(/^[任免]$/u, (one) => (one === '任' ? '任命' : '免去'))

const namesOf = (cell: string): string[] =>
  cell.split('、').map((one) => one.replace(/（[^（）]*）$|同志$/u, ''))

// A cell under 姓名 is a name whatever its characters.
const mayBeNamed = (name: string): boolean =>
  /^[\p{Script=Han}·]{2,15}$/u.test(name) && !endsAsPost(name)

/** A title alone gets the organ its own column names: 县财政局 | 局长. */
const withUnit = (post: string, unit: string): string =>
  bareTitle.test(post) && unit !== '' ? unit + post : post

/** What the cells of the act say; `undefined` when they say it in no known way. */
const factsIn = (
  names: string[],
  cells: readonly string[],
  columns: readonly Column[],
): RowFact[] | undefined => {
  const cell = (column: Column): string => cellOf(cells, columns, column)
  if (/未|不|没|否/u.test(cell('result')))
    return [
      { names, post: cell('post') + cell('stated') + cell('appoint') + cell('remove'), said: '' },
    ]
  const made = (post: string, rest: Partial<RowFact> = {}): RowFact => ({
    names,
    post: withUnit(post.replace(/(?:的)?职务$/u, ''), cell('unit')),
    ...rest,
  })
  // 提请事项 may say the verb alone, beside a column of posts.
  const verb = headingVerb(cell('stated'), true) ? cell('stated') : ''
  const told = (verb === '' ? cell('stated') : '') || cell('post')
  const stated = statedIn(told)
  if (stated) return stated.map(({ post, family }) => made(post, { family }))
  if (told !== '' && endsAsPost(told)) {
    const kind = kindSaid(cell('kind') || verb)
    return [made(told, columns.includes('kind') || verb !== '' ? { said: kind } : {})]
  }
  const facts = columns.flatMap((column, at): RowFact[] => {
    if (column !== 'appoint' && column !== 'remove') return []
    const said = (cells[at] ?? '').replace(/^(?:任命?为?|免去)(?=\p{Script=Han}{3})/u, '')
    const mixed = statedIn(cells[at] ?? '')
    if (mixed && mixed.length > 1) return mixed.map(({ post, family }) => made(post, { family }))
    return endsAsPost(said) ? [made(said, { family: column })] : []
  })
  return facts.length > 0 ? facts : undefined
}

/** 张三　县财政局局长　李四　县审计局局长, under 任命 and 免去: two lists side by side. */
const sidesIn = (cells: readonly string[], columns: readonly Column[]): RowFact[] | undefined => {
  const facts = [0, 2].flatMap((at): RowFact[] => {
    const [name = '', post = ''] = cells.slice(at, at + 2)
    const family: Family = columns[at] === 'taker' ? 'appoint' : 'remove'
    return name === '' && post === '' ? [] : [{ names: namesOf(name), post, family }]
  })
  const whole = facts.every(({ names, post }) => names.every(mayBeNamed) && endsAsPost(post))
  return whole ? facts : undefined
}

/** 县财政局局长｜张三｜李四: who takes the post and who leaves it; nobody may. Out: shown alone where a cell holds no name. */
const holdersIn = (cells: readonly string[], columns: readonly Column[]): RowFact[] | undefined => {
  if (!columns.includes('post')) return sidesIn(cells, columns)
  const post = withUnit(cellOf(cells, columns, 'post'), cellOf(cells, columns, 'unit'))
  const said = (['taker', 'leaver'] as const).map(
    (column) => [column, namesOf(cellOf(cells, columns, column))] as const,
  )
  const named = said.filter(([, names]) => names.join('') !== '')
  if (!endsAsPost(post)) return undefined
  return named.map(([column, names]): RowFact => {
    const family: Family = column === 'taker' ? 'appoint' : 'remove'
    return names.every(mayBeNamed) ? { names, post, family } : { names, post, said: '' }
  })
}

/** The columns that say which act it is, and of which post. */
const saying = /^(?:appoint|remove|post|stated|result|unit)$/u

/**
 * In: a line under a header, and whom the row before it named. Out: its statements, with an empty `said` where they are only to
 * be shown; undefined when the line is no row of the table.
 */
export const rowIn = (
  line: string,
  columns: readonly Column[],
  before: readonly string[],
): RowFact[] | undefined => {
  const cells = cellsOf(line, columns)
  if (goesByPost(columns)) return cells && holdersIn(cells, columns)
  const said = cells && cellOf(cells, columns, 'name')
  const says = columns.some((column) => saying.test(column))
  // A row that names nobody goes on of the one above; where it could say no more than the name, it is a sum or a note.
  const names = said === '' && says && ruled.test(line) ? [...before] : namesOf(said ?? '')
  const named = cells !== undefined && names.length > 0 && names.every(mayBeNamed)
  if (named && !says) return [{ names, post: '' }]
  const facts = named ? factsIn(names, cells, columns) : undefined
  const parted = cellsIn(line)
  // A line in cells that names somebody belongs to the table, read or not.
  if (facts || (!ruled.test(line) && parted.length < 2)) return facts
  const name = parted.find((one) => isName(one))
  const rest = parted.filter((one) => one !== name && one !== '')
  return name !== undefined && rest.some((one) => endsAsPost(one))
    ? [{ names: [name], post: rest.join('　'), said: '' }]
    : undefined
}

const statement = /^(?:决定|批准|同意)?(?:任命|免去|接受|撤销)(?![为其])\p{Script=Han}{2}/u
const counted =
  /^(?:第?[\d一二三四五六七八九十]{1,4}[项.、]?|(?:赞成|同意|反对|弃权|未按)?：?[\d.]{1,5}[票%人]?|[—–-]|全票|一致|(?:获得?|表决|全票|一致)*通过|当选)?$/u
const rejected = /^(?:表决)?(?:未(?:获)?(?:得)?通过|不通过|否决|没有通过)$/u

/** 任命夏　至为: a name set wide within its statement. */
const parted =
  /(?<=(?:任命|免去|接受|、)\p{Script=Han})[ \u3000]+(?=\p{Script=Han}(?:为|的|同志|、|任))/gu

/**
 * 任命张三为县检察院检察员⇥30⇥0⇥0⇥通过: a row of a count. In: one line. Out: what was voted on, with 未通过 behind it where the
 * row says so; undefined when the line is no such row.
 */
export const votedIn = (line: string): string | undefined => {
  const told = line.trim().replace(parted, '')
  const cells = ruled.test(line) ? cellsIn(line) : told.split(/ {2,}|\u3000+/u)
  const said = cells.filter((cell) => statement.test(cell))
  const others = cells.filter((cell) => !statement.test(cell))
  if (said.length !== 1 || others.every((cell) => !/\d|通过/u.test(cell))) return undefined
  const refused = others.filter((cell) => rejected.test(cell))
  if (!others.every((cell) => refused.includes(cell) || counted.test(cell))) return undefined
  return refused.length > 0 ? `${said[0]}未通过` : said[0]
}
