/** The last look over a text: nobody said to take or leave a post may go unnamed in what was read. */
import { cutName, isName } from './persons.ts'
import { endsAsPost } from './posts.ts'
import { withoutMark } from './text.ts'
import type { ReadAct } from './types.ts'

const taking =
  /(?:同志|先生|女士)?(?:等(?:[0-9一二三四五六七八九十百]{1,4}[名位人])?(?:同志)?)?(?:(?:被|获)?(?:决定)?任命为|[为任](?!新|被|其|他|她|所|会议|[0-9一二两三四五六七八九十]+[名位]|该|获|常委会|大会)(?=[^，。；、]{2})|担任|兼任|的(?=[^，。；]{2,50}(?:职务|资格))|(?:因[^，。；]{2,16})?(?:请求|提出|申请|要求)?辞去|代理|不再(?:担任|兼任)|被(?:决定)?(?:免去|罢免|撤销)|(?:的)?辞职(?:请求|申请))/gu

const edgeBefore =
  /(?:^|[，。；：、（）》\s]|任命了?|免去了?|免除|接受了?|批准|撤销|罢免|补选|推选|同意|决定|关于|通过|提请|提名|选举|任用|聘任|选任|推荐|依法|[长员任表记席事府院会]|[和与及由将])$/u
const speaksOfPost = /职务|代表|资格|委员|[长任员]/u

/** 关于任命…: nobody called 关于. */
const aboutActs = /^关于(?:任[命免]|代理)/u

/** What the name a stretch of text ends with may be, where a name can begin: 吴用, 吴用所. */
const namesBefore = (stretch: string): string[] => {
  const dotted = /\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,12})+$/u.exec(stretch)?.[0]
  if (dotted !== undefined) return isName(dotted) ? [dotted] : []
  return [2, 3, 4].flatMap((length) => {
    const name = stretch.slice(-length)
    if (stretch.length < length || endsAsPost(name)) return []
    return isName(name) && edgeBefore.test(stretch.slice(0, -length)) ? [name] : []
  })
}

/** 张三、李四|为…: for each of those listed what the name may be, from the last to the first. */
const listedBefore = (stretch: string): string[][] => {
  const found: string[][] = []
  for (const item of stretch.split('、').reverse()) {
    const names = namesBefore(item.replace(/同志$/u, ''))
    if (names.length === 0) break
    found.push(names)
  }
  return found
}

/** Persons a clause says to take, hold or leave a post; for each what the name may be. */
const takersIn = (clause: string): string[][] =>
  speaksOfPost.test(clause)
    ? [...clause.matchAll(taking)].flatMap(({ index }) =>
        aboutActs.test(clause.slice(Math.max(0, index - 2), index + 2))
          ? []
          : listedBefore(clause.slice(Math.max(0, index - 60), index)),
      )
    : []

const filled =
  /^(?<name>\p{Script=Han}{1,2}[^主责担兼现原曾专时同意依法])(?:同志)?[为任](?![命免职期])/u

/** 椄晓梅任…委员: what fills a clause before its verb is a name whatever its surname. */
const fillerIn = (clause: string): string[][] => {
  const name = filled.exec(clause)?.groups?.['name'] ?? ''
  return isName(name, true) && endsAsPost(clause) ? [[name]] : []
}

const present = /出席|列席|主持|参加|请假|缺席|监票|计票|记录|讯员|编辑|记者|签发|印发/u

/** Among many names what is as long as one may be one too. */
const mayBeName = (cell: string): boolean => /^[\p{Script=Han}·]{2,4}$/u.test(cell)

/** Names in rows, or beside posts in rows of their own: nothing else stands in such a line. */
const rowsIn = (clause: string, label: string): string[][] => {
  if (clause.length > 2000 || present.test(label + clause)) return []
  const cells = clause.split(/[、\s　|｜]+/u).filter((cell) => cell !== '')
  const names = cells.filter((cell) => isName(cell) && !endsAsPost(cell))
  const headed = /名单|人员|如下/u.test(cells[0] ?? '') ? 1 : 0
  const others = cells.filter((cell) => !names.includes(cell))
  const mostly = names.length > 2 && others.length * 4 <= names.length && others.every(mayBeName)
  const alone = names.length > 1 && (names.length + headed >= cells.length || mostly)
  const withPosts = names.length > 0 && cells.some((cell) => endsAsPost(cell.replace(/\d+$/u, '')))
  return alone || (withPosts && /[\s　|｜]/u.test(clause)) ? names.map((name) => [name]) : []
}

const noPlaces: ReadonlySet<string> = new Set()

/** 其中：张三县财政局局长: a name run together with its post behind what announces one. */
const gluedIn = (clause: string, label: string): string[][] => {
  const announced = clause.length < 60 && /其中$|任命|免去/u.test(label) && endsAsPost(clause)
  const cut = announced ? cutName(clause, noPlaces) : undefined
  return cut ? [[cut.name]] : []
}

const speaksOfActs = /任命|任免|免去|免职|任职|名单|下列|以下/u

/** 县财政局局长张三, where acts are spoken of: the holder behind the post, unless the sentence only tells who was there. */
const holderIn = (clause: string, behind: readonly string[]): string[][] => {
  const end = behind.findIndex((mark) => /[。\n]/u.test(mark))
  const sentence = clause + behind.slice(0, end < 0 ? behind.length : end).join('')
  if (clause.length > 60 || present.test(sentence)) return []
  return [2, 3, 4].flatMap((length) => {
    const name = clause.slice(-length)
    return isName(name) && !endsAsPost(name) && endsAsPost(clause.slice(0, -length)) ? [[name]] : []
  })
}

/** 张三：县财政局局长 and 县财政局局长：张三、李四: a post and whose it is, parted by a mark. */
const pairIn = (before: string, behind: string): string[][] => {
  if (present.test(before) || before.length > 60 || behind.length > 200) return []
  if (endsAsPost(behind) && isName(before)) return [[before]]
  const names = endsAsPost(before) ? behind.split(/[、\s　]+/u) : []
  return names.every((name) => isName(name)) ? names.map((name) => [name]) : []
}

/** Tells of a name whether what was read holds it, each name looked up once. */
const holderOf = (
  acts: readonly ReadAct[],
  unread: readonly string[],
): ((name: string) => boolean) => {
  const persons = new Set(acts.flatMap((act) => act.persons))
  const shown = [...unread, ...persons].join('\n')
  const known = new Map<string, boolean>()
  const dotted = [...persons].filter((one) => one.includes('·'))
  const within = (name: string): boolean =>
    name.includes('·')
      ? dotted.some((one) => name.endsWith(one))
      : [2, 3, 4].some((length) =>
          [0, 1, 2].some((from) => persons.has(name.slice(from, from + length))),
        )
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const held = shown.includes(name) || within(name)
    known.set(name, held)
    return held
  }
}

/** How many names parted by commas are looked over for what they are named for. */
const longestRow = 40

/** 张三，李四，王五为…: names parted by commas, before one who is said to take a post. */
const commaListed = (pieces: readonly string[], at: number): string[][] => {
  const name = (pieces[at] ?? '').replace(/^\d{1,3}[.．]/u, '')
  if (!isName(name) || endsAsPost(name)) return []
  for (let next = at; next < at + longestRow && pieces[next + 1] === '，'; next += 2) {
    const clause = pieces[next + 2] ?? ''
    if (!isName(clause)) return takersIn(clause).length > 0 ? [[name]] : []
  }
  return []
}

/** 张三，女，1975年8月生，现任…，拟任县审计局局长: who was named where the sentence began. */
const proposedIn = (pieces: readonly string[], at: number): string[][] => {
  if (!/^(?:现|均|同时)?(?:[不未]同意)?拟(?:任|提名|推荐|免|提请|建议)/u.test(pieces[at] ?? ''))
    return []
  for (let before = at - 2; before >= 0 && before > at - longestRow; before -= 2) {
    if (/[。；\n]/u.test(pieces[before + 1] ?? '')) return []
    const name = (pieces[before] ?? '').replace(/^\d{1,3}[.．]/u, '')
    if (isName(name)) return [[name]]
  }
  return []
}

/** 副主任委员，任期五年：张三: whose names stand behind a label that is parted from its post. */
const labelledIn = (pieces: readonly string[], at: number): string[][] => {
  const [post = '', , , mark] = pieces.slice(at - 4, at)
  const names = (pieces[at] ?? '').split('、')
  return at >= 4 && mark === '：' && endsAsPost(post) && names.every((name) => isName(name))
    ? names.map((name) => [name])
    : []
}

/** Whom the clause at a place names; the pieces are clauses, each followed by the marks behind it. */
const namedAt = (pieces: readonly string[], at: number, spoken: boolean): string[][] => {
  const clause = pieces[at] ?? ''
  const label = pieces[at - 1] === '：' ? (pieces[at - 2] ?? '') : ''
  const holder = spoken ? holderIn(clause, pieces.slice(at + 1, at + 11)) : []
  const listed = commaListed(pieces, at)
  const rows = [...rowsIn(clause, label), ...gluedIn(clause, label)]
  return [
    ...takersIn(clause),
    ...fillerIn(clause),
    ...rows,
    ...holder,
    ...listed,
    ...proposedIn(pieces, at),
    ...labelledIn(pieces, at),
  ]
}

/**
 * In: the text in its one form, the acts read from it and what was left unread. Out: the clauses that say somebody
 * takes or leaves a post whom neither holds.
 */
export const unnamedClauses = (
  text: string,
  acts: readonly ReadAct[],
  unread: readonly string[],
): string[] => {
  const holds = holderOf(acts, unread)
  const lost = (named: string[][]): boolean => named.some((names) => !names.some(holds))
  let spoken = false
  const pieces = text
    .replace(/（[^（）]{0,60}）/gu, '')
    .split(/([。；，：\n！？]+)/u)
    .map(withoutMark)
  return pieces.flatMap((clause, at) => {
    if (at % 2 === 1) return []
    spoken ||= speaksOfActs.test(clause)
    const proposed = proposedIn(pieces, at)
    if (lost(proposed)) return [`${proposed.join()}　${clause}`]
    if (lost(namedAt(pieces, at, spoken))) return [clause]
    const [mark = '', next = ''] = pieces.slice(at + 1, at + 3)
    const paired = spoken && /^[：，]$/u.test(mark) && lost(pairIn(clause, next))
    return paired ? [clause + mark + next] : []
  })
}
