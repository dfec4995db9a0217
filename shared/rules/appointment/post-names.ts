import type { Level } from '../../contract/body.ts'
import type { PostOn } from '../../contract/ledger.ts'
import { barePost } from '../posts.ts'

/** Whose posts these are: needed where a name alone does not say whether it is the own procuratorate or one below. */
export type PostsOf = { level: Level; bodyName: string }

/** What a text ends with where it names a post and is not half of an organ's name («科学、教育委员会主任»). */
const endsAsTitle = /(?:长|主任|委员|员|常委|法官|检察官|代表|主席|书记|组长|顾问|参事)$/u
/** A part of a list that names no organ of its own. */
const bareTitle =
  /^(?:(?:审判|检察|审|检)委(?:员会|会)?(?:专职)?委员|(?:常务)?副?(?:市长|县长|区长|省长|州长|旗长|主席|主任委员|主任|院长|检察长|庭长|局长|厅长|科长|秘书长)|委员|(?:助理)?(?:审判员|检察员)|人民陪审员)$/u
const party = /(?:市|县|区|省|州|旗|盟)委|党组|党委|中共/u
const ofCourts = /^(?:.*?法院|.*?检察院)/u
/** A place within an organ with a name of its own: «办公室主任», «研究室主任» of the committee. */
const within = /^(?:办公[室厅]|研究室|信访[室局办]|.{2,16}(?:工作委员会|工委)).*(?:主任|委员)$/u
/** Committees of the congress, written after an office in its standing committee: «法制委员会委员». */
const special = /^(?!.*(?:审判|检察|工作)委员会).{2,16}委员会.*委员$/u
const ofDeputies = /^(?:代表资格审查|.{0,20}调查)委员会/u
const ofCongress = /^.*?(?:人大|人民代表大会)(?=常委会|常务委员会)/u
const commission = /(?:工作委员会|工委)/u
const anyCongress = /^.*?(?:人大|人民代表大会)/u
const ofGovernment = /^.*?人民政府/u
/** Heads and deputies of a government: no office of one of its bureaus. */
const leader = /(?:[市县区省州旗]长|主席)$/u
const ofCommittee = /^.*?(?:常务委员会|常委会)/u

/** Names come again and again, thousands of times over a ledger: each is worked out once. */
const remembered = (known: Map<string, string>, key: string, made: () => string): string => {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size > 20_000) known.clear()
  const value = made()
  known.set(key, value)
  return value
}
const forms = new Map<string, Map<string, string>>()
/** Forms of names by the place left out of them: a ledger has one place, whoever checks many has few. */
const formsIn = (place: string): Map<string, string> => {
  const known = forms.get(place) ?? new Map<string, string>()
  if (forms.size > 100) forms.clear()
  forms.set(place, known)
  return known
}
const places = new Map<string, string>()
const titles = new Map<string, string>()

const titleOf = (post: string): string => remembered(titles, post, () => titleIn(post))

const titleIn = (post: string): string =>
  /(?:常务)?副?(?:主任委员|秘书长|检察长|市长|县长|区长|省长|州长|旗长|主席|主任|院长|庭长|局长|厅长|科长|处长|队长|支队长|审判员|检察员|委员|陪审员|代表)$/u.exec(
    post,
  )?.[0] ?? ''

/** What stands before a post's title: «临江市教育局» of «临江市教育局局长»; '' where there is no title known or nothing else. */
export const organPart = (post: string): string => {
  const bare = barePost(post)
  const title = titleOf(bare)
  return title === '' ? '' : bare.slice(0, bare.length - title.length)
}

/** Whose office or commission a title names that stands after another post: the committee's, the government's. */
const organAround = (title: string, first: string): string => {
  const own = ofCommittee.exec(first)?.[0]
  if (own !== undefined) return own
  if (/^办公[室厅]/u.test(title)) return ofGovernment.exec(first)?.[0] ?? ''
  // After an office in a committee of the congress: commissions are the standing committee's.
  const around = commission.test(title) ? anyCongress.exec(first)?.[0] : undefined
  return around === undefined ? '' : `${around}${around.endsWith('人大') ? '常委会' : '常务委员会'}`
}

/** The organ a further title belongs to: the court itself and not the division the first title stands in. */
const organFor = (title: string, first: string): string => {
  if (party.test(first)) return ''
  const court = ofCourts.exec(first)?.[0]
  if (court) return court
  if (ofDeputies.test(title)) return /^.*?常委会|^.*?常务委员会/u.exec(first)?.[0] ?? ''
  if (special.test(title)) return ofCongress.exec(first)?.[0] ?? ''
  if (within.test(title)) return organAround(title, first)
  if (!bareTitle.test(title) || (leader.test(title) && !/政府/u.test(first))) return ''
  return first.slice(0, first.length - titleOf(first).length)
}

const hasOwnOrgan = (part: string): boolean =>
  /法院|检察院|人大|人民代表大会|政府|常委会|常务委员会|监委|监察委员会|代表$/u.test(part) ||
  party.test(part)

/** «审判员职务» as papers of removal write it; «人大常委会职务» names no title and stays. */
const withoutOffice = (part: string): string => {
  const title = part.replace(/的?职务$/u, '')
  return endsAsTitle.test(title) ? title : part
}

/**
 * The posts a text names, each with its organ: «临江市中级人民法院刑事审判第二庭副庭长、审判员» is two posts of that
 * court. An organ whose own name holds 、 stays whole, a party post lends its organ to none.
 */
export const splitPosts = (post: string): string[] => {
  const parts: string[] = []
  for (const text of barePost(post).split(/[、,;，；]/u)) {
    const part = withoutOffice(text)
    const last = parts.at(-1)
    if (last !== undefined && !endsAsTitle.test(last)) parts[parts.length - 1] = `${last}、${part}`
    else if (part !== '') parts.push(part)
  }
  const [first = ''] = parts
  return parts.map((part, index) =>
    index === 0 || hasOwnOrgan(part) ? part : `${organFor(part, first)}${part}`,
  )
}

/** «代市长», «代理市长» are said of whoever acts as 市长. */
export const actingTitle =
  /代理?(?=(?:市长|县长|区长|省长|州长|盟长|旗长|主席|主任|院长|检察长|局长|秘书长)(?:职务)?$)/u

/** Organs, and the committees within courts and procuratorates, by the short names usual for them. */
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/人民代表大会/gu, '人大'],
  [/人民政府/gu, '政府'],
  [/人民法院/gu, '法院'],
  [/人民检察院/gu, '检察院'],
  [/常务委员会/gu, '常委会'],
  [/监察委员会/gu, '监委'],
  [/审判委员会/gu, '审委会'],
  [/检察委员会/gu, '检委会'],
]

/** A bare name with every organ in it in its usual short form. */
export const shortOrgans = (name: string): string =>
  shortNames.reduce((text, [long, short]) => text.replace(long, short), name)

/** Long and short names of organs and titles brought to one form, for comparing only. */
const plain = (name: string): string =>
  shortOrgans(
    barePost(name)
      .replace(/(?:的)?职务$/u, '')
      .replace(actingTitle, '')
      .replace(/^代理/u, ''),
  )
    .replace(/第?[0-9一二三四五六七八九十百]+届/gu, '')
    .replace(/政府(?=(?:常务)?副?(?:市长|县长|区长|省长|州长|旗长)$)/u, '')
    .replace(/(?:局局长|厅厅长|科科长)$/u, (end) => end.slice(1))

/** «临江市» of «临江市人民代表大会常务委员会»; '' where the name does not show it. */
export const placeOf = (bodyName: string): string =>
  remembered(places, bodyName, () => placeIn(bodyName))

const placeIn = (bodyName: string): string =>
  /^(\p{Script=Han}{1,15}?[省市县区州旗盟])(?=人民代表大会|人大)/u.exec(barePost(bodyName))?.[1] ??
  ''

const commonStart = (names: readonly string[]): string => {
  const [first = ''] = names
  let length = first.length
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
}

/** The place before the names of most organs, where nobody says whose they are. */
const placeAmong = (posts: readonly NamedPost[]): string => {
  const place = /^\p{Script=Han}{1,15}?[省市县区州旗盟]/u.exec(
    commonStart(posts.map(({ organName }) => barePost(organName))),
  )
  return place?.[0] ?? ''
}

const around = /^.{2,}?(?:省|自治区|自治州|地区|市|盟)(?=.{2,}$)/u

/** «澜川市梅岭区», «梅岭区»: the place as it is written out and without the places around it. */
const ownPlaces = (place: string): string[] => {
  const inner = place.replace(around, '')
  return inner === place ? [place] : [place, ...ownPlaces(inner)]
}

/** «梅岭区» of «澜川市梅岭区人民代表大会常务委员会»: the place of the body without those around it; '' where unknown. */
export const ownPlaceOf = (bodyName: string): string => ownPlaces(placeOf(bodyName)).at(-1) ?? ''

/** Next above a county stands the city or prefecture its name begins with, above a city the province; a league has none. */
const nextAbove: Readonly<Record<Level, RegExp>> = {
  province: /(?!)/u,
  city: /(?:省|自治区)$/u,
  county: /(?:市|自治州)$/u,
}

/**
 * «澜川市» of «澜川市梅岭区人民代表大会常务委员会»: the place whose organs stand next above the body's; '' where the name
 * does not tell for certain («江源省梅岭县» leaves out the city between).
 */
export const placeAboveOf = ({ bodyName, level }: PostsOf): string => {
  const places = ownPlaces(placeOf(bodyName))
  const [outer = '', own = ''] = places.slice(-2)
  const above = places.length > 1 ? outer.slice(0, outer.length - own.length) : ''
  return nextAbove[level].test(above) ? above : ''
}

/**
 * A name without the body's own place before it, whether written out («澜川市梅岭区»), without the places around it
 * («梅岭区») or in short («区»). `place`: as {@link placeOf} gives it; '' leaves the name as it is.
 */
export const withoutPlace = (name: string, place: string): string => {
  if (place === '') return name
  const own = ownPlaces(place).find((one) => name.startsWith(one))
  if (own !== undefined) return name.slice(own.length)
  const short = place.slice(-1)
  return name.startsWith(short) && name.length > 3 ? name.slice(short.length) : name
}

/** Whether the characters of one stand in the other in their order: «发改委» in «发展和改革委员会». */
const isAbbreviation = (short: string, long: string): boolean => {
  let at = 0
  for (const char of long) if (char === short[at]) at += 1
  return at === short.length && short[0] === long[0]
}

const isLikely = (name: string, post: string): boolean => {
  const title = titleOf(post)
  if (title === '' || titleOf(name) !== title) return false
  const [own, other] = [name, post].map((one) => one.slice(0, one.length - title.length))
  if (!own || !other) return false
  return own.endsWith(other) || other.endsWith(own) || isAbbreviation(own, other)
}

/** As far as its name tells a post from others. */
export type NamedPost = Pick<PostOn, 'id' | 'fullName' | 'organName'>
export type Certainty = 'exact' | 'likely' | 'none'
export type PostMatch = {
  postId: string | null
  certainty: Certainty
  candidates: { id: string; fullName: string; certainty: Certainty }[]
}

/**
 * Finds a post of the catalogue by the name a paper gives it. `exact`: the same name, in whatever width, the organ long
 * or short, the body's own place before it or not; `likely`: the same title, and one organ's name within the other's.
 * Between two equally good ones it does not choose: `postId` is null and both are candidates.
 * @param bodyName whose catalogue this is; without it the place is taken from the organs' names
 */
export const matchPost = (name: string, posts: readonly NamedPost[], bodyName = ''): PostMatch => {
  const place = placeOf(bodyName) || placeAmong(posts)
  const own = plainPost(name, place)
  const candidates = posts.flatMap(({ id, fullName }): PostMatch['candidates'] => {
    const other = plainPost(fullName, place)
    if (own === '' || other === '') return []
    if (own === other) return [{ id, fullName, certainty: 'exact' }]
    return isLikely(own, other) ? [{ id, fullName, certainty: 'likely' }] : []
  })
  const exact = candidates.filter(({ certainty }) => certainty === 'exact')
  const best = exact.length > 0 ? exact : candidates
  const [only] = best
  return {
    postId: best.length === 1 && only ? only.id : null,
    certainty: only?.certainty ?? 'none',
    candidates: [...exact, ...candidates.filter(({ certainty }) => certainty === 'likely')],
  }
}

/**
 * A post's name in the one form two papers of the same body share, for comparing only: organs short, the place left
 * out, no «代理».
 * @param place of the body, as {@link placeOf} gives it; '' leaves every place where it is
 */
export const plainPost = (name: string, place: string): string =>
  remembered(formsIn(place), name, () => withoutPlace(plain(name), plain(place)))

/** Whether two texts name the same post, as {@link matchPost} compares them. */
export const isSamePost = (one: string, other: string, bodyName = ''): boolean => {
  const place = placeOf(bodyName)
  return plainPost(one, place) === plainPost(other, place)
}
