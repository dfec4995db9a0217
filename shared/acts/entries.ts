/** Entries of a list: who, and which post; several in one breath, their verb said once. */
import {
  beginsAsPost,
  beginsWithPlace,
  cutName,
  grammaticalName,
  isCompoundAlone,
  isName,
  isYou,
  mayEndAlone,
  readPersons,
} from './persons.ts'
import type { Persons, Places } from './persons.ts'
import { cleanPost, endsAsPost, isPartyOffice, isPost, isStrange } from './posts.ts'
import type { Family } from './verbs.ts'

export type Entry = { who: Persons; post: string; reason?: string }
/** What was read, and the text that was not. */
export type Entries = { entries: Entry[]; rest: string }

type Link = { who: Persons; post: string; reason?: string }
type Context = { places: Places; names: ReadonlySet<string>; last: readonly string[] }

const longestNames = 60

/** 其 opens some Mongol and Tibetan names. */
const pronoun = /^(?:其|他|她)(?!其格|木格|美|米|布)(?:本人)?(?:的)?/u
const personally = (text: string, context: Context): Persons | undefined =>
  pronoun.test(text) && text.replace(pronoun, '') === '' && context.last.length > 0
    ? { names: [...context.last], incomplete: false }
    : readPersons(text)

/** {@link readPersons} where no «by» can stand, so that 由 is a surname: ｜由高明｜为…, ｜由高明｜的…职务. */
const personsHere = (text: string): Persons | undefined => {
  const name = text.replace(/同志$/u, '')
  return isYou(name, true) ? { names: [name], incomplete: false } : readPersons(text)
}

/**
 * Whether the link word before this belongs to a name: 程为|为局长, 王晓为|同志任局长, but not
 * 张三为|任丘市….
 */
const endsName = (right: string, places: Places): boolean =>
  /^(?:同志|先生|女士|[担接兼]任|[0-9一二两三四五六七八九十]{1,3}(?:[名位]同志|[名位人]为)|等[0-9一二三四五六七八九十]{0,3}[名位人]?(?:同志|人员)?为)/u.test(
    right,
  ) ||
  right.startsWith('为') ||
  (right.startsWith('任') && !beginsWithPlace(right, places))

const appointLink = (item: string, context: Context): Link | undefined => {
  for (const match of item.matchAll(/同志为|任命为|担任|接任|兼任|任|为|兼/gu)) {
    const left = item.slice(0, match.index + (match[0] === '同志为' ? 2 : 0))
    const right = item.slice(match.index + match[0].length)
    if (left.length > longestNames) break
    // 主任 and 不再担任 hold no link; a name in 主 may stand before 为.
    const within = match[0].startsWith('任') ? /(?:主|不再)$/u : /不再$/u
    if (right.length < 2 || within.test(left)) continue
    if (context.names.has(left + match[0])) continue
    if (endsName(right, context.places) && readPersons(left + match[0], !right.startsWith('为')))
      continue
    const strict = match[0] === '任' || match[0] === '兼'
    // 欧阳为民为…: a compound surname is a whole name only right before the post.
    if (isCompoundAlone(left) && !isPost(right)) continue
    const named = (): Persons | undefined =>
      isPost(right) && beginsAsPost(right, context.places) ? grammaticalName(left) : undefined
    const who = strict
      ? (readPersons(left, false) ?? named())
      : match[0].endsWith('为') && isYou(left.replace(/同志$/u, ''), true)
        ? personsHere(left)
        : personally(left, context)
    if (who) return { who, post: right.replace(/^为/u, '') }
  }
  const own = /^(?:为|担任|任)/u.exec(item)
  return own && context.last.length > 0 && !isName(item) && !beginsWithPlace(item, context.places)
    ? {
        who: { names: [...context.last], incomplete: false },
        post: item.slice(own[0].length),
      }
    : undefined
}

const held = /^(?:所?(?:兼任|担任|现任|原任|任)的?|的)/u

/** The place the text begins with, the text itself when there is none. */
const placeOf = (text: string): string =>
  /^\p{Script=Han}{2,12}?(?:省|市|县|区|州|旗)/u.exec(text)?.[0] ?? text

const fullPlace = /^第|^\p{Script=Han}{2,7}(?:省|市|县|区|州|旗)/u

/**
 * Whether a post behind a name may begin another's entry. A bare level does only where the post before names its organ so too:
 * 阮清风的州政府秘书长、杜穆州财政局局长; 闻人杰的钱江区…委员、钱江区第十六届…委员 are all his.
 */
const opensAnother = (post: string, before: string): boolean => {
  const level = /^[省市县区州旗]/u.exec(post)?.[0]
  return level === undefined ? fullPlace.test(post) : before.startsWith(level)
}

const removeLink = (item: string, context: Context, before: Link | undefined): Link | undefined => {
  const own = pronoun.exec(item)
  if (own && context.last.length > 0) {
    const post = item.slice(own[0].length).replace(held, '')
    if (post !== '') return { who: { names: [...context.last], incomplete: false }, post }
  }
  const of = item.indexOf('的')
  if (of > 1 && of < 60) {
    const who = personsHere(
      item.slice(0, of).replace(/(?:所?(?:担任|兼任)|所任|现任|原(?:担)?任)$/u, ''),
    )
    // 免去张三海淀区信访局局长的职务: the post stands before 的.
    const post = item.slice(of + 1).replace(held, '')
    if (who && !/^(?:职务|一职)$/u.test(post)) return { who, post }
    if (of < 6) return undefined
  }
  const comrade =
    /^(\p{Script=Han}[\p{Script=Han}·]{1,20}?)(?:等?(?:[0-9一二三四五六七八九十]{1,3}(?:名|位))?同志|等[0-9一二三四五六七八九十]{1,3}[名位人](?:同志)?|先生|女士)(?:的|所?担任的?)?/u.exec(
      item,
    )
  const named = comrade ? readPersons(comrade[0].replace(/(?:的|所?担任的?)$/u, '')) : undefined
  const behindName = item.slice(comrade?.[0].length)
  if (
    comrade &&
    named &&
    (!/^(?:任|为)/u.test(behindName) || beginsWithPlace(behindName, context.places))
  )
    return { who: named, post: behindName }
  if (before && isPost(item)) {
    const cut = cutName(item, context.places)
    return cut &&
      !before.post.startsWith(placeOf(item)) &&
      opensAnother(cut.post, before.post) &&
      !/^(?:市|县|区|省|州)/u.test(item)
      ? { who: { names: [cut.name], incomplete: false }, post: cut.post }
      : undefined
  }
  const said = item.replace(/(?:的)?职务$|一职$/u, '')
  const cut = cutName(said, context.places)
  if (cut) return { who: { names: [cut.name], incomplete: false }, post: cut.post }
  const behind = said === item ? undefined : readPersons(said, false)
  return behind?.title === undefined || endsAsPost(said)
    ? undefined
    : { who: behind, post: behind.title.replace(/^原/u, '') }
}

const because = /(?:，)?(?:因|由于)(?<why>\p{Script=Han}{2,30}?)的?$/u
const asked =
  /(?:本人)?(?:自愿)?(?:书面)?(?:向[^，、向]{0,30}(?:会|人大|组织|政府|机关|院))?(?:提出|请求|要求|申请|递交|分别|关于|的)*$/u

const resignLink = (item: string, context: Context, fresh: boolean): Link | undefined => {
  const at = item.indexOf('辞去')
  if (at < 0) return undefined
  const post = item.slice(at + 2).replace(/^(?:其)?(?:所?担任的|所?任的?)?/u, '')
  const left = item.slice(0, at).replace(asked, '')
  if (left === '' || pronoun.test(left)) {
    return context.last.length > 0 && (fresh || left !== '')
      ? { who: { names: [...context.last], incomplete: false }, post }
      : undefined
  }
  const why = because.exec(left)
  const reason = why?.groups?.['why']
  if (why?.index === 0 && reason !== undefined && fresh && context.last.length > 0)
    return { who: { names: [...context.last], incomplete: false }, post, reason }
  const who = personsHere((why ? left.slice(0, why.index) : left).replace(asked, ''))
  return who && { who, post, ...(reason === undefined ? {} : { reason }) }
}

const petition =
  /(?:的)?(?:（草案）)?(?:辞职)?(?:的)?(?:请求|申请|要求|辞呈|辞职报告)(?:的)?(?:报告)?(?:并|，)?$/u

/** Cuts off what follows a resignation's post: 职务的请求, 职务请求的决定. */
export const petitioned = (text: string): string =>
  text.replace(/(?:的)?(?:决定|决议|议案|说明|情况)$/u, '').replace(petition, '')

const complete = (family: Family, post: string): boolean =>
  family === 'appoint' || family === 'decide'
    ? isPost(post)
    : /(?:职务|一职)$/u.test(petitioned(post)) || isPost(petitioned(post))

const bareTitle = /^(?:常务)?副?(?:[省市县区州旗]长|主席|主任委员|主任|委员|秘书长|院长|检察长)$/u

/** 市人大常委会副主任张三辞去副主任职务: the organ stands in the title before the name. */
const withOrgan = (post: string, title = ''): string =>
  bareTitle.test(post) && title.endsWith(post) && isPost(title) ? title.replace(/^原/u, '') : post

const finish = (family: Family, link: Link): Entry | undefined => {
  const said = family === 'resign' ? petitioned(link.post) : link.post
  const post = cleanPost(said).replace(/职务(?=、)/gu, '')
  const explicit = family !== 'appoint' && /(?:职务|一职)$/u.test(said) && post.length > 1
  const each = post.split('；')
  if (!each.every(isPost) && !(explicit && post.length < 80 && !isStrange(post))) return undefined
  const { who } = link
  return {
    who: { ...who, incomplete: who.incomplete && who.count !== who.names.length },
    post: family === 'resign' ? withOrgan(post, link.who.title) : post,
    ...(link.reason === undefined ? {} : { reason: link.reason }),
  }
}

const linkOf = (family: Family, item: string, context: Context, before: Link | undefined) =>
  family === 'appoint' || family === 'decide'
    ? appointLink(item, context)
    : family === 'remove'
      ? removeLink(item, context, before)
      : resignLink(item, context, before === undefined)

const placeOnly = /^\p{Script=Han}{2,8}(?:省|市|县|区|州|旗|盟)$/u

/** More of the post just read: another post, a second 辞去, or places before a shared post. */
const continued = (family: Family, post: string, item: string): string | undefined => {
  const again = family === 'resign' ? item.replace(/^(?:并)?辞去/u, '') : item
  if (isPost(petitioned(again))) {
    return again === item
      ? `${post}、${item}`
      : `${petitioned(post).replace(/(?:的)?职务$/u, '')}；${again}`
  }
  return placeOnly.test(item) ? `${post}、${item}` : undefined
}

/** Longer than any post; what grows beyond it is no entry. */
const longestPost = 200

const mayBeOne = (item: string, loose: boolean): boolean =>
  isName(item, loose) || mayEndAlone(item) || isYou(item)

/**
 * Reads what follows a verb as entries: names, their link to a post, more posts, the next names.
 * In: the text behind the verb, the last named, and names that stood before it in a list of their own.
 * Out: the entries and everything from the first stretch that is no entry.
 */
export const readEntries = (
  family: Family,
  text: string,
  context: Context,
  before: readonly string[] = [],
): Entries => {
  const entries: Entry[] = []
  let names: string[] = [...before]
  let current: Link | undefined
  let unsettled = 0
  let at = 0
  let titled = false
  const close = (): boolean => {
    if (!current) return true
    const entry = finish(family, current)
    current = undefined
    if (entry) entries.push(entry)
    return entry !== undefined
  }
  for (const item of text.split('、')) {
    const start = at
    at += item.length + 1
    if (current && !complete(family, current.post)) {
      current.post += `、${item}`
      if (current.post.length > longestPost) break
      continue
    }
    const link = linkOf(family, item, context, current)
    if (link) {
      titled = false
      if (current && names.length === 0 && !close()) break
      current = { ...link, who: { ...link.who, names: [...names, ...link.who.names] } }
      if (names.length === before.length) unsettled = start === 0 || before.length === 0 ? start : 0
      names = []
      continue
    }
    const post: string | undefined = current && continued(family, current.post, item)
    if (current && post !== undefined) {
      current.post = post
      continue
    }
    // 市委常委、副市长张三为…: what stands before the name belongs to the person, not to the decision.
    if (!current && names.length === 0 && isPartyOffice(item)) {
      titled = true
      continue
    }
    const more = mayBeOne(item.replace(/同志$/u, ''), !current) ? readPersons(item) : undefined
    if (!more) {
      if (current && close()) unsettled = start
      return { entries, rest: text.slice(unsettled) }
    }
    if (current) {
      if (!close()) break
      unsettled = start
    }
    names.push(...more.names)
  }
  const settled = close() && names.length === 0 && !titled
  return { entries, rest: settled ? '' : text.slice(unsettled) }
}

/** Whether the text is a post whose organ is named in full, with no person: 长泰县人民检察院检察长. */
export const isNamedPostAlone = (text: string): boolean =>
  isPost(text) && /^\p{Script=Han}{2,8}(?:省|市|县|区|州|旗)/u.test(text) && endsAsPost(text)
