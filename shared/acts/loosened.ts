/** Marks and lines that part nothing, taken out of a text as pasted before it is read. */
import { isName, readPersons } from './persons.ts'
import { endsAsPost } from './posts.ts'

/** A longer line is a paragraph, in which nothing of the kind stands. */
const longest = 200

const held = (text: string): string =>
  text
    .replace(/[。；;，,]$/u, '')
    .replace(/[ \t\u3000]|（[^（）]*）$|\([^()]*\)$/gu, '')
    .replace(/(?:的)?职务(?:的?请求)?$/u, '')

const isHeld = (text: string): boolean =>
  /^[\p{Script=Han}、（）() \u3000]{3,80}[。；;，,]?$/u.test(text) && endsAsPost(held(text))

const openEnd =
  /^(?<said>(?:\d{1,3}[.．、]|（?[一二三四五六七八九十]{1,3}[）、])?(?:现|会议|提请|决定|批准)*(?:任命|免去|接受)(?<who>[\p{Script=Han}·、（）() \u3000]{2,80}?)(?:同志)?(?:分别)?(?:为|担任|的|辞去))[：:](?<post>.*)$/u

/** 任命张三同志为：县财政局局长. In: a line. Out: what stands before and behind the colon; undefined for one that opens a list. */
const openEnded = (line: string): { said: string; post: string } | undefined => {
  const { said = '', who, post = '' } = openEnd.exec(line)?.groups ?? {}
  if (who === undefined) return undefined
  const names = readPersons(who.replace(/[ \u3000]|（[^（）]*）|\([^()]*\)|同志/gu, ''), false)
  return names && !names.incomplete ? { said, post: post.trim() } : undefined
}

/**
 * Takes the colon, and the break of the line behind it, from between those named and their post. Behind anybody but
 * persons, or before anything but a post, it stays: it opens a list.
 */
const withoutColons = (lines: readonly string[]): string[] => {
  const kept: string[] = []
  for (const line of lines) {
    const last = kept.at(-1)
    const before = last === undefined || last.length > longest ? undefined : openEnded(last.trim())
    const here = line.length > longest ? undefined : openEnded(line.trim())
    if (before?.post === '' && isHeld(line.trim()))
      kept[kept.length - 1] = before.said + line.trim()
    else kept.push(here && isHeld(here.post) ? here.said + here.post : line)
  }
  return kept
}

const behindName =
  /^(?<mark>(?:\d{1,3}[.．、)）]|[（(]\d{1,3}[)）]|[①-⑳]) ?)(?<name>\p{Script=Han}(?:[\p{Script=Han}·]{1,8}|[ \u3000]{1,3}\p{Script=Han}))(?:[（(][^（）()]{1,20}[)）])?[，,] ?拟?(?:(?<made>任命为|担任|任)|(?<off>免去|免)其?)(?<post>[^，,。；;]{3,80})(?<rest>(?:[，,。；;].*)?)$/u

/** 免去：, （二）免职: what stands under it is no appointment, whoever holds which post. */
const headsRemovals =
  /^(?!.*任[命免])[^，。]{0,24}(?:免去|免职|免除|辞去|辞职|撤职|撤销)[^，。]{0,12}$/u
const headsOthers = /^[^，。]{0,24}任[命职免][^，。]{0,12}$/u

/** 1. 张三，任县法院审判员 and 2. 李四，免去副院长职务: an entry of a numbered list with a comma behind its name. */
const withoutComma = (line: string, removing: boolean): string => {
  const said = behindName.exec(line.trim())?.groups
  const name = (said?.['name'] ?? '').replace(/[ \u3000]/gu, '')
  const { mark = '', made, post = '', rest = '' } = said ?? {}
  if (!said || !isName(name, true) || !isHeld(post)) return line
  if (removing && made !== undefined) return line
  return made === undefined
    ? `${mark}免去${name}的${post.replace(/(?:的)?职务$/u, '')}职务${rest}`
    : `${mark}${name}为${post}${rest}`
}

const inTurn =
  /^(?<who>[\p{Script=Han}·、 \u3000]{3,80}?)(?<link>的|为|任)(?<posts>[^，。；：]{4,120})[（(](?:依次|分别)(?:为|对应)?[）)](?<rest>.*)$/u

/** 张三、李四的甲局局长、乙局局长职务（依次）: each the post in the same place. */
const withPairsSaid = (line: string): string => {
  const { who, link, posts, rest } = inTurn.exec(line.trim())?.groups ?? {}
  return who === undefined ? line : `${who}分别${link}${posts}${rest}`
}

const pageNumber =
  /^(?:[—–－-]{1,3} ?\d{1,4} ?[—–－-]{1,3}|第 ?\d{1,4} ?页(?:[，,/ ]?共? ?\d{1,4} ?页)?|\d{1,4} ?\/ ?\d{1,4})$/u
/** 会议文件（十八）　第2页共2页: the number at the end of a page’s head. */
const pageAtEnd = /(?<=.{6})第\d{1,4}页(?:共\d{1,4}页)?$/u
const mayHeadPage = /公报|公告|简报|文件|名单|人民代表大会|人大常委会|任免/u

/** Empty lines beside a page's number, where the line before the page was merely broken. Looks at each line once. */
const gapsOfPages = (bare: readonly string[], gone: readonly boolean[]): ReadonlySet<number> => {
  const gaps = new Set<number>()
  for (let from = 0; from < bare.length; from++) {
    let to = from
    let beside = false
    for (; to < bare.length && (bare[to] === '' || gone[to]); to++) beside ||= gone[to] === true
    if (beside && !/[。；：！？]$/u.test(bare[from - 1] ?? ''))
      for (let at = from; at < to; at++) if (bare[at] === '') gaps.add(at)
    from = to
  }
  return gaps
}

/** Page numbers, and beside them the lines every page bears, but for the first time. */
const withoutPages = (lines: readonly string[]): readonly string[] => {
  const alone = lines.filter((line) => line.length < 40 && /^\d{1,3}$/u.test(line.trim())).length
  const few = alone * 15 <= lines.length + 20
  const numbers = lines.map((line, at) => {
    if (line.length > 40) return false
    // A number alone is a page's where few lines are, and not the mark of the line below.
    const lone = few && /^\d{1,3}$/u.test(line.trim()) && at !== lines.length - 1
    return lone || pageNumber.test(line.replace(/[\s\u3000]/gu, ''))
  })
  const paged = lines.map(
    (line) => line.length <= longest && pageAtEnd.test(line.replace(/[\s\u3000]/gu, '')),
  )
  if (!numbers.includes(true) && !paged.includes(true)) return lines
  const bare = lines.map((line) =>
    line.length > longest ? line : line.replace(/[\s\u3000]/gu, '').replace(pageAtEnd, ''),
  )
  const first = new Map<string, number>()
  bare.forEach((line, at) => first.set(line, first.get(line) ?? at))
  const heads = (line: string, at: number): boolean =>
    line.length >= 8 &&
    line.length <= longest &&
    mayHeadPage.test(line) &&
    !/[。；，：]/u.test(line) &&
    first.get(line) !== at &&
    (paged[at] === true || [at - 2, at - 1, at + 1].some((near) => numbers[near]))
  const gone = lines.map((_, at) => numbers[at] === true || heads(bare[at] ?? '', at))
  const gaps = gapsOfPages(bare, gone)
  return lines.filter((_, at) => !gone[at] && !gaps.has(at))
}

/** 一 任命: a number with nothing behind it but a space. */
const bareNumber =
  /^([一二三四五六七八九十]{1,3})[ \u3000]+(?=(?:拟|提请|决定|批准)*(?:任命|免去|任职|免职|接受|撤销|罢免|补选))/u

/** Reads each line under the heading it stands under. */
const withEntriesJoined = (lines: readonly string[]): string[] => {
  let removing = false
  return lines.map((raw) => {
    if (raw.length > longest) return raw
    const line = raw.replace(bareNumber, '$1、')
    if (headsRemovals.test(line.trim())) removing = true
    else if (headsOthers.test(line.trim())) removing = false
    return withPairsSaid(withoutComma(line, removing))
  })
}

/** （按姓氏笔画为序，共12名）: said of a list between its title and its names. */
const ofOrder = /^[（(](?:按|以)(?:姓氏|姓名|笔画)[^（）()]{0,30}[）)]$/u

const bothSaid =
  /^(?<name>\p{Script=Han}[\p{Script=Han}· \u3000]{1,8}?)[ \u3000]+(?<first>拟(?:任|免)[^，；、。]{4,60})[，；](?<second>拟(?:任|免)[^，；。]{4,80})$/u

/** 张三　拟任甲局局长，拟免乙局局长: each on a line of its own. */
const withBothApart = (line: string): string => {
  const { name = '', first, second } = bothSaid.exec(line.trim())?.groups ?? {}
  const who = name.replace(/[ \u3000]/gu, '')
  return first === undefined || !isName(who, true) ? line : `${who}　${first}\n${who}　${second}`
}

const besideOthers =
  /^(?<name>\p{Script=Han}[\p{Script=Han}·]{1,8})[ \u3000]+(?<post>[\p{Script=Han}、（）]{4,60})$/u

/** 任命：张三 甲局局长；李四 乙局局长: rows in one line, each on a line of its own. */
const withRowsApart = (line: string): string => {
  const [, head = '', list = ''] = /^([^：；]{2,12}：)?(.+?)[；;。]?$/u.exec(line.trim()) ?? []
  const rows = list.split(/[；;]/u).map((one) => besideOthers.exec(one.trim())?.groups)
  const whole = rows.every(
    (row) => isName(row?.['name'] ?? '', true) && isHeld(row?.['post'] ?? ''),
  )
  if (rows.length < 2 || !whole) return line
  return [head, ...rows.map((row) => `${row?.['name']}　${row?.['post']}`)]
    .filter((one) => one !== '')
    .join('\n')
}

/** In: a text as pasted. Out: the same without what parts nothing, so that each statement reads on in one piece. */
export const loosened = (text: string): string =>
  withEntriesJoined(
    withoutColons(withoutPages(text.replace(/\r\n?/gu, '\n').split('\n'))).filter(
      (line) => line.length > 60 || !ofOrder.test(line.trim()),
    ),
  )
    .map((line) => (line.length > longest ? line : withRowsApart(withBothApart(line))))
    .join('\n')
