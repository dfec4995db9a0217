/** Brings a pasted text to one form: full-width marks, one middle dot, whole names, whole sentences. */
import { isClosing, isMotionTitle } from './noise.ts'
import { cutName, isName, isNameAlone, opensWithYou, readPersons } from './persons.ts'
import { organAlone, organWithVerb } from './organs.ts'
import { endsAsPost, organName } from './posts.ts'
import {
  bareCell,
  cellsOf,
  headerWord,
  isHeldAlone,
  isNameInCell,
  nameRow,
  namesInCells,
  partlyNames,
  sexOrPeople,
  withCellsParted,
} from './cells.ts'
import { goesByPost } from './columns.ts'
import type { Column } from './columns.ts'
import { halfWidth, inFullWidth } from './marks.ts'
import { introductionIn, joinRecords, recordIn } from './records.ts'
import {
  goesOnOfTwo,
  heldByOrgan,
  heldInRow,
  personInRow,
  personWithReason,
  postBehind,
  rowBeside,
  saidInRow,
  statedBeside,
} from './rows.ts'
import { columnsIn, isRuled, rowIn, votedIn } from './table.ts'
import type { RowFact } from './table.ts'
import { headingVerb } from './verbs.ts'

/** 【任命】, [免去] and their like: a heading in brackets of its own. */
const bracketed = /[【[［〔〖<＜]([^\n【】[\]]{1,16})[】\]］〕〗>＞][:：]?/gu

/** **一、县人民法院**, 【县人民法院】: an organ over its posts, set off on a line of its own. */
const framed =
  /(?<=^|\n)[ \u3000]*(?:#{1,6} *|\*\*|[【[［〔〖])([^\n*【】[\]［］〔〕〖〗]{3,40}?)(?:\*\*|[】\]］〕〗])?[ \u3000]*(?=\n|$)/gu

const marks = (line: string): string =>
  line
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f]/gu, ' ')
    .replace(/[ \u3000]{3,}/gu, '  ')
    .replace(bracketed, (whole: string, said: string) =>
      headingVerb(said, true) ? `${said}：` : whole,
    )
    .replace(framed, (whole: string, said: string) =>
      organAlone(withoutMark(said.trim())) === undefined ? whole : said,
    )
    .replace(/(\d):(?=\d)/gu, '$1∶')
    .replace(/(?<=\p{Script=Han})[ \u3000]*\p{Extended_Pictographic}+[ \u3000]*/gu, '。')
    .replace(/(\p{Script=Han})[ \u3000]*[.．](?=\s|$)/gmu, '$1。')
    .replace(
      /(?<=[长员任表记]|职务|请求)[.．](?=任命|免|接受|决定|会议|批准|撤|补选|推选|同意)/gu,
      '。',
    )
    .replace(halfWidth, inFullWidth)
    .replace(/(\p{Script=Han})[ \u3000]*[•‧・･∙⋅᛫●．.﹒][ \u3000]*(?=\p{Script=Han})/gu, '$1·')
    .replace(/(\p{Script=Han}) *· *(?=\p{Script=Han})/gu, '$1·')

const lonePair =
  /(?<![\p{Script=Han}·])(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?![\p{Script=Han}·])/gu

const loneThree =
  /(?<=^|[ \u3000]{2}|[，。；：、])(\p{Script=Han})([ \u3000])(\p{Script=Han})\2(\p{Script=Han})(?=$|[ \u3000]{2}|[，。；：、])/gu

/** Joins 张　三 where both characters stand alone between spaces or marks, and 张 三 丰 where they are a name. */
const joinPairs = (line: string): string =>
  line
    .replace(loneThree, (whole, first: string, _: string, second: string, third: string) => {
      const name = first + second + third
      return isName(name) ? name : whole
    })
    .replace(lonePair, '$1$2')

const listMark =
  /^(?:（[一二三四五六七八九十0-9]{1,3}）|[一二三四五六七八九十]{1,3}[、．.]|[0-9]{1,3}[、．.)）](?!\d)|[①-⑳]|[—－]{1,3}(?=\p{Script=Han})|第[一二三四五六七八九十]{1,3}(?:[、，]|部分[：、]?)|[\p{So}\p{Sm}※•▪]+)\s*/u

/** Takes off 一、 （一） 1. and their like. */
export const withoutMark = (line: string): string => line.replace(listMark, '')

const verbStart =
  /^(?:决定|任命|免去|免除|接受|批准|撤销|罢免|推选|补选|同意|因|根据|依照|鉴于|经|会议|并|同时)/u
const entry =
  /^(?<name>[\p{Script=Han}·]{2,14}?)(?:（[^（）]{1,12}）)?(?<link>同志|、|为|任|的|辞去|代理|：)/u

/** Whether a line opens as an entry does: a name, then 为, 的, 辞去 or the next name. */
const startsEntry = (line: string): boolean => {
  const { name, link } = entry.exec(line)?.groups ?? {}
  return name !== undefined && (opensWithYou(line) || isName(name, link !== '任' && link !== '、'))
}

/** A date and nothing else, as it stands under a signature. */
export const isDateLine = (line: string): boolean =>
  /^(?:\d{4}|[二〇○零一三四五六七八九十]{4})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$/u.test(
    line,
  )

/** How a line ends that was not merely broken. */
const ended =
  /[。；：！？…]$|通过）$|名单（[^（）]{1,12}）$|(?:名单|公告|通知|的决定|的决议|会议|(?:提请|提名|提出)的(?:人事)?任免(?:事项|案|名单|人员|议案))$|\]$/u

/** The end alone is looked at: lines joined to one grow long. */
const finished = (line: string): boolean =>
  ended.test(line.slice(-40)) || (line.length < 20 && isDateLine(line))

const strongVerb =
  /^(?:决定|批准|同意)?(?:任命|免去|免除|接受|批准|撤销|罢免|补选)(?!书|名单|议案|人员)/u

const noPlaces: ReadonlySet<string> = new Set()

/** 潘老三州人大常委会副主任职务: a name with its post right behind it. */
const isWhole = (line: string): boolean =>
  line.length < 120 &&
  complete(line) &&
  cutName(line.replace(/(?:的)?职务$/u, ''), noPlaces) !== undefined

const complete = (line: string): boolean =>
  /(?:职务|请求|一职|终止)(?:（[^（）]{1,20}）)?$/u.test(line) || endsAsPost(line)

const isHeading = (line: string): boolean =>
  headingVerb(withoutMark(line.replace(/：$/u, '')), line.endsWith('：')) !== undefined

/** 审判员：…, 审判员，任期五年：… — a post before its names. */
const isLabel = (line: string): boolean => {
  const label = /^([^：]{1,29})：/u.exec(line)?.[1]
  return label !== undefined && endsAsPost(label.replace(/，[^，]{2,8}$/u, ''))
}

/** 任命同志：张三… — a heading with its list on the same line. */
const isHeaded = (line: string): boolean => {
  const at = line.indexOf('：')
  return at > 0 && at < 40 && isHeading(line.slice(0, at + 1))
}

/** 本报讯, 今天上午, 11月24日， — a report begins below its headline. */
const beginsReport =
  /^(?:[\p{Script=Han}]{2,8}讯|(?:今天|昨[天日]|日前|近日)|\d{1,2}月\d{1,2}日(?=[，上下]))/u

/** （来源：…）, 责任编辑：…: who brought the text to its page. */
const credits = /^（?(?:来源|编辑|责任?编辑?|作者|记者|供稿|审核|校对|编审|监制)：/u

const startsAnew = (line: string): boolean =>
  beginsReport.test(line) ||
  credits.test(line) ||
  isHeading(line) ||
  isHeaded(line) ||
  isLabel(line) ||
  isClosing(line.replace(/。$/u, '')) ||
  listMark.test(line) ||
  line.startsWith('@') ||
  /^（\d{4}年/u.test(line) ||
  isDateLine(line) ||
  /^\[/u.test(line)

/** A line that is an organ's name and nothing else stands over the entries of that organ. */
const isOrgan = (line: string): boolean =>
  (organName.test(line) && !endsAsPost(line)) ||
  organAlone(line) !== undefined ||
  organWithVerb(line) !== undefined

/** Says a verb, of whom and what: no heading. */
const isSaidOf = /(?:任命|免去)\p{Script=Han}{2}/u
/** What is said of a list behind it. */
const ofList = /^(?:单位|以上|上述|其他|均[为系]|请|谢谢|特此|妥否|联系|备注|注：)/u
const goesOn = /^(?:[会委兼并（(；;，,。、长员任]|职务|主任|委员|助理)/u

/** Whether a line break parts two statements; otherwise the line was merely broken. */
const parts = (before: string, line: string): boolean => {
  if (
    finished(before) ||
    isMotionTitle(before) ||
    isClosing(before) ||
    isHeading(before) ||
    startsAnew(line)
  )
    return true
  if (strongVerb.test(line) && isOrgan(withoutMark(before))) return true
  const surname =
    /^任/u.test(line) &&
    (complete(before) || isOrgan(before)) &&
    (startsEntry(line) || isWhole(line))
  if (!surname && /^(?:的|职务|长|任|员|委员$)/u.test(line)) return false
  if (/[，、]$/u.test(before)) return false
  if (isOrgan(withoutMark(before))) return listMark.test(before) || startsEntry(line)
  if (isLabel(before) && isOrgan(line)) return true
  if (isLabel(before) && strongVerb.test(line)) return true
  if (isLabel(before) && ofList.test(line)) return true
  if (!complete(before)) return false
  // 任命张三为县财政局局长: whole in its line, so that anything but the rest of its last word is another statement.
  const said = isSaidOf.test(before) || startsEntry(withoutMark(before))
  if (said && !goesOn.test(line) && !endsAsPost(line)) return true
  return verbStart.test(line) || startsEntry(line) || isOrgan(line) || isWhole(line)
}

/** A block is one paragraph, or one row of a table or of aligned names. */
export type Block =
  | { kind: 'text'; text: string }
  /** `doubtful` are the cells of the row that are no names. */
  | { kind: 'names'; names: string[]; doubtful?: string[] }
  /** `postFirst` tells that the post stood before the name, as over a signature. */
  | ({ kind: 'row'; postFirst?: true } & RowFact)
  | { kind: 'header'; cells: string[] }
  | { kind: 'gap' }

/** Reads a line as part of a table: its header, a row of name and post, or a row of names. */
const tabular = (line: string): Block | undefined => {
  const cells = /[。；，：]/u.test(line) ? [] : cellsOf(line)
  // 任命　张三　县水利局局长: the verb in a column of its own, without a header.
  const [said = ''] = cells
  const held = cells.at(-1) ?? ''
  const holders = namesInCells(cells.slice(1, -1))
  if (isHeading(`${said}：`) && holders && isHeldAlone(held))
    return { kind: 'row', names: holders, post: held, said }
  if (cells.length === 0 || isHeading(line)) return undefined
  if (cells.length >= 2 && cells.every((cell) => headerWord.test(cell)))
    return { kind: 'header', cells }
  if (cells.length >= 2 && !cells.some((cell) => /^[男女]$/u.test(cell)) && nameRow(cells))
    return { kind: 'names', names: cells.map(bareCell) }
  const partly = partlyNames(cells)
  if (partly) return partly
  const facts = cells.filter((cell) => !sexOrPeople.test(cell))
  const [first = '', ...rest] = facts
  const behind = bareCell(rest[0] ?? '')
  if (rest.length === 1 && endsAsPost(first) && !isName(first)) {
    const who = readPersons(behind)
    if (who && who.title === undefined)
      return { kind: 'row', names: who.names, post: first, postFirst: true }
  }
  // 委员　张三　李四
  if (rest.length > 1 && endsAsPost(first) && !isName(first) && nameRow(rest))
    return { kind: 'row', names: rest.map(bareCell), post: first, postFirst: true }
  // 1　张三　女　　11　李四　男: numbered, in columns beside each other.
  const sexes = cells.filter((cell) => /^[男女]$/u.test(cell)).length
  const each = sexes === 0 || sexes === facts.length
  if (facts.length > 0 && each && nameRow(facts))
    return { kind: 'names', names: facts.map(bareCell) }
  if (rest.length === 0) return undefined
  const among = namesInCells(facts.slice(0, -1))
  if (among && isHeldAlone(held)) return { kind: 'row', names: among, post: held }
  const person = personInRow(cells) ?? personWithReason(facts)
  if (person !== undefined) return { kind: 'names', names: [person] }
  const whole = saidInRow(facts) ?? statedBeside(facts) ?? heldInRow(facts)
  if (whole) return { kind: 'row', ...whole }
  const post = rest.join('')
  return isNameInCell(bareCell(first)) && isHeldAlone(post)
    ? { kind: 'row', names: [bareCell(first)], post }
    : undefined
}

const boundary =
  /(?<=[。；：！？）]|职务|请求|名单|决定|决议|[长员任席表记])[ \u3000]+(?=决定|任命|免去|接受|批准|撤销|罢免|会议|根据|因|经|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|（?\d{4}年|关于)/gu

/** Turns spaces that part statements into breaks and drops all others. */
const withoutSpaces = (line: string): string =>
  line.replace(boundary, '\n').replace(/[ \u3000]+/gu, '')

/** （女，回族）: its comma parts no clause. */
const sexNote = /（[男女][，、]\p{Script=Han}{1,6}族?）/gu

const lineBlocks = (line: string): Block[] => {
  const trimmed = withCellsParted(line.trim())
  if (trimmed === '') return [{ kind: 'gap' }]
  const bare = withoutMark(trimmed)
  const table = tabular(bare.replace(sexNote, ''))
  if (table) return [table]
  const held = heldByOrgan(bare) ?? postBehind(bare)
  if (held) return [{ kind: 'row', ...held }]
  // 任命：张三　县财政局局长: a heading with the first row of its list.
  const head = isHeaded(bare) ? bare.slice(0, bare.indexOf('：') + 1) : ''
  const first = head === '' ? undefined : tabular(bare.slice(head.length).trim())
  if (first?.kind === 'row') return [{ kind: 'text', text: head.replace(/[ \u3000]/gu, '') }, first]
  return withoutSpaces(trimmed)
    .split('\n')
    .map((text): Block => ({ kind: 'text', text }))
}

/** 张三、李四、王五 on a line of their own: the post stands before or behind them. */
const listedAlone = (text: string): string[] | undefined => {
  const names = text.split('、').map((one) => bareCell(one))
  return names.length > 1 && names.every(isNameAlone) ? names : undefined
}

/** A row of a table that names no post belongs to the post said before the table. */
const rowBlock = (row: RowFact): Block =>
  row.post === '' ? { kind: 'names', names: row.names } : { kind: 'row', ...row }

/** What the head of a table of persons or posts holds. */
const mayHead = /姓 {0,2}名|职 {0,2}务|名 {0,2}单/u

/** No paragraph is longer; joining on would copy it all at every line. */
const longestParagraph = 10_000

/**
 * Lays a text out in blocks: broken lines are joined, passing lines stand alone, tables become rows.
 * Reads each character a bounded number of times.
 */
export const blocksOf = (source: string): Block[] => {
  const blocks: Block[] = []
  let open = false
  const lines = marks(source.replace(/\r\n?/gu, '\n'))
    .replace(
      /（(\d{4}年\d{1,2}月\d{1,2}日[^（）]{0,120}?通过)）/gu,
      (_, inner: string) => `\n（${inner.replace(/\s+/gu, '')}）\n`,
    )
    .split('\n')
  let columns: readonly Column[] | undefined
  let named: readonly string[] = []
  const whole = joinRecords(lines)
  for (const [at, raw] of whole.entries()) {
    const line = joinPairs(raw)
    const own = withoutMark(line.trim())
    const record = recordIn(own) ?? introductionIn(own)
    if (record) {
      blocks.push(...record.map((row): Block => ({ kind: 'row', ...row })))
      open = false
      continue
    }
    const voted = votedIn(own)
    if (voted !== undefined) {
      blocks.push({ kind: 'text', text: voted })
      open = false
      continue
    }
    // | --- | --- |: the rule under a header, and no row.
    if (columns && /^[\s|｜：—+-]*-{2,}[\s|｜：—+-]*$/u.test(line)) continue
    const below = mayHead.test(line) ? whole.slice(at + 1, at + 13).map(joinPairs) : []
    const header = columnsIn(line, below)
    const rows = header ? undefined : columns && rowIn(line, columns, named)
    if (header ?? rows) {
      columns = header ?? columns
      if (header?.includes('post') && !header.includes('kind') && !goesByPost(header))
        blocks.push({ kind: 'header', cells: line.trim().split(/[\s\u3000|｜，]+/u) })
      blocks.push(...(rows ?? []).map(rowBlock))
      named = rows?.[0]?.names ?? []
      open = false
      continue
    }
    // Among the rows of posts a line of the table may head the next ones, or sum them up.
    const within = columns !== undefined && goesByPost(columns) && isRuled(line)
    // 决定免去 between the rows of a table heads those below it.
    const heads = columns !== undefined && isHeading(`${own}：`) && own.length < 12
    if (line.trim() !== '' && !within && !heads) columns = undefined
    for (const block of lineBlocks(line.replace(/\t/gu, '  '))) {
      const last = blocks.at(-1)
      if (block.kind === 'gap') {
        if (!(last?.kind === 'text' && /[，、]$/u.test(last.text))) open = false
      } else if (
        block.kind === 'text' &&
        open &&
        last?.kind === 'text' &&
        last.text.length < longestParagraph &&
        !parts(last.text, block.text)
      ) {
        last.text += block.text
      } else {
        const names = block.kind === 'text' ? listedAlone(block.text) : undefined
        const alone = last?.kind === 'names' && blocks.at(-2)?.kind !== 'names' ? last.names : []
        if (block.kind === 'text' && goesOnOfTwo(alone, block.text) && !startsEntry(block.text)) {
          blocks.pop()
          block.text = alone.join('、') + block.text
        }
        const row = block.kind === 'text' && last?.kind === 'row' ? rowBeside(own) : undefined
        blocks.push(row ? { kind: 'row', ...row } : names ? { kind: 'names', names } : block)
        open = blocks.at(-1)?.kind === 'text'
      }
    }
  }
  return blocks
}
