/** Names of persons: which characters are a name, and where it ends when nothing parts it from a post. */
import { fromChineseNumeral } from '../rules/numerals.ts'
import {
  knownCounties,
  knownPlaces,
  notAtNamesEnd,
  notInNames,
  postOpeners,
  transcription,
} from './lexicon.ts'
import { endsAsPost, isPartyOffice, isPost } from './posts.ts'
import { compoundSurnames, surnames, wordySurnames } from './surnames.ts'

const han = /^\p{Script=Han}+$/u
const dottedName =
  /^(?!.*(?:[为任人省市县区州旗局厅]|政协))\p{Script=Han}{1,10}(?:·\p{Script=Han}{1,12}){1,4}$/u

const isSpelling = (character: string): boolean => transcription.has(character)

const spelled = (characters: readonly string[]): boolean =>
  characters.filter(isSpelling).length * 10 >= characters.length * 6

const hasSurname = (name: string, length: number): boolean => {
  if (compoundSurnames.has(name.slice(0, 2)) && length > 2) return length <= 4
  return surnames.has([...name][0] ?? '') && length <= 3
}

/** 第五琳: a surname, and no ordinal. */
const fifth =
  /^第五(?![届次条款项十名位批组号类章分部大支师团军营连中小检选巡督建街纪监税司法审民刑村乡镇]|医院|人)\p{Script=Han}{1,2}$/u

const coming =
  /^(?<surname>\p{Script=Han})(?:几(?![个名位人年月天次十])|将(?![任为被于在到赴与对把由从会不以]))(?=\p{Script=Han}$)/u

const zero = /^零(?![售星点下度的距]|[一二三四五六七八九])(?=\p{Script=Han}{1,2}$)/u

/** 晏几平, 干将明, 零杰, 第五琳: what is a word elsewhere set aside where only a name can hold it. */
const withoutWords = (text: string): string =>
  fifth.test(text)
    ? text.slice(2)
    : text
        .replace(coming, '$<surname>')
        .replace(zero, '')
        .replace(/(?<=阿)各$/u, '')

/**
 * Whether the text is one person's name. `loose` is for places where grammar already says so
 * (任命…为): there a name needs no known surname.
 */
export const isName = (text: string, loose = false): boolean => {
  if (notInNames.test(withoutWords(text))) return false
  if (text.includes('·')) return dottedName.test(text) && !/[州旗盟委市县区原副]$/u.test(text)
  if (!han.test(text)) return false
  const characters = [...text]
  const length = characters.length
  if (length < 2 || length > 9 || notAtNamesEnd.test(text)) return false
  if (compoundSurnames.has(text)) return false
  if (hasSurname(text, length)) return true
  if (length === 4 && surnames.has(characters[0] ?? '') && surnames.has(characters[1] ?? ''))
    return (loose && !endsAsPost(text)) || spelled(characters)
  if (!loose) return length > 3 && spelled(characters)
  if (length === 5 && compoundSurnames.has(text.slice(0, 2))) return !endsAsPost(text)
  return length <= 4 ? !endsAsPost(text) : spelled(characters)
}

/** {@link isName}, and names in a surname that is a word too: for what stands between marks or in a cell of its own. */
export const isNameAlone = (text: string): boolean =>
  isName(text) ||
  (text.length <= 3 &&
    wordySurnames.has([...text][0] ?? '') &&
    isName(text, true) &&
    !/族$/u.test(text))

/**
 * 由大为, 由佳: 由 is the surname. It is `sure` where no «by» can stand (任命…为, 的…职务, a row); elsewhere 由张三 is 张三, whose
 * name needs none before it.
 */
export const isYou = (text: string, sure = false): boolean =>
  /^由(?![其此该本谁他她它会县市区省州])\p{Script=Han}{1,2}$/u.test(text) &&
  isName(`田${text.slice(1)}`) &&
  (sure || !isNameAlone(text.slice(1)))

/** The entry's first name when it is one of those, with what stands behind it: 由大为为…, 由佳、…. */
export const opensWithYou = (text: string, sure = true): boolean => {
  const [name = '', behind = ''] =
    /^(由\p{Script=Han}{1,2})(?:同志)?(?=(为|的|、|辞去|因))/u.exec(text)?.slice(1) ?? []
  return isYou(name, sure && behind !== '、')
}

/** 左丘: a compound surname that is a whole name, where grammar leaves nothing else: 左　丘为…委员. */
export const isCompoundAlone = (text: string): boolean =>
  compoundSurnames.has(text) && surnames.has([...text][0] ?? '')

/** 冀中原, 高原: 原 ends a name only where grammar closes it; elsewhere it begins 原任. */
const endsInYuan = (text: string): boolean =>
  /^..?原$/u.test(text) && isName(`${text.slice(0, -1)}元`)

/** Names only grammar tells: those in 原, and a compound surname that is a whole name. */
export const mayEndAlone = (item: string): boolean => endsInYuan(item) || isCompoundAlone(item)

/** 何处: two characters like a word, which a name may be among others in a list or a row. */
export const isNameAmong = (text: string): boolean =>
  mayEndAlone(text) ||
  isYou(text, true) ||
  (/^.[^副不委部]$/u.test(text) && !notInNames.test(text) && isName(`${text.slice(0, 1)}元`))

const honorific = /(?:等)?(?:[0-9一二三四五六七八九十两百]{1,4}(?:名|位|人))?(?:同志|先生|女士)$/u
const count =
  /等?(?:[0-9]{1,4}|[一二三四五六七八九十两百]{1,5})(?:名|位|人)(?:(?:[省市县区州]|全国)?(?:人大)?代表|委员|法官|检察官|干部)?$/u

export type Persons = {
  names: string[]
  incomplete: boolean
  /** How many 等3人 says there are. */
  count?: number
  /** A post said before the last name (副市长孔春伟) or after it (郑伟副区长). */
  title?: string
}

const openers = postOpeners.join('|')

/** 区公安分局…: a level and its organ, and nobody called 区公. */
const organOfLevel = new RegExp(`^[省市县区州旗盟](?:${openers})`, 'u')

/** One name with what may be said around it: 市人民政府副市长孔春伟, 郑伟副区长. */
const titled = (text: string): { name: string; title: string } | undefined => {
  const characters = [...text]
  const compound = compoundSurnames.has(text.slice(0, 2))
  for (const length of text.includes('·') ? [] : compound ? [4, 3] : [3, 2, 4]) {
    const head = characters.slice(0, length).join('')
    const tail = characters.slice(length).join('')
    if (/^.{0,3}人民/u.test(text) || organOfLevel.test(text)) break
    if (isName(head) && isPost(tail) && tail.length <= 8) return { name: head, title: tail }
  }
  for (const length of [3, 2, 4]) {
    if (characters.length - length < 2) continue
    const name = characters.slice(-length).join('')
    const title = characters.slice(0, -length).join('')
    if (isName(name, true) && endsAsPost(title.replace(/候选人$/u, ''))) return { name, title }
  }
  const dot = text.indexOf('·')
  if (dot > 0) {
    const behind = /(?:常务)?副?\p{Script=Han}?(?:[长任员]|主席|书记)$/u.exec(text)
    const name = text.slice(0, behind?.index)
    if (behind && isPost(behind[0]) && isName(name)) return { name, title: behind[0] }
    for (let cut = dot - 1; cut >= 2; cut--) {
      const title = text.slice(0, cut)
      if (endsAsPost(title) && isName(text.slice(cut))) return { name: text.slice(cut), title }
    }
  }
  return undefined
}

const splitConjunction = (item: string): string[] => {
  const at = item.search(/[和与及]/u)
  if (at < 2 || item.length < 5) return [item]
  const left = item.slice(0, at)
  const right = item.slice(at + 1)
  return isName(left.replace(honorific, '')) && isName(right.replace(honorific, ''))
    ? [left, right]
    : [item]
}

/** How many 等3人 says there are; undefined when it does not. */
const countIn = (text: string): number | undefined => {
  const said = /[0-9]{1,4}|[一二三四五六七八九十两百]{1,5}/u.exec(text)?.[0]
  if (said === undefined) return undefined
  return /^\d/u.test(said) ? Number(said) : fromChineseNumeral(said.replace('两', '二'))
}

/**
 * Reads a list of names: 张三、李四同志, 李松峰、何海等18人, 副市长孔春伟.
 * Out: the bare names, or undefined when any part of the list is no name.
 */
export const readPersons = (text: string, loose = true): Persons | undefined => {
  const [opening = ''] = text.split('、', 1)
  const said = isYou(opening.replace(honorific, '')) ? text : text.replace(/^(?:由|对|将)/u, '')
  const counted = isName(said) ? said : said.replace(honorific, '').replace(count, '')
  const list = counted.replace(/等$/u, '')
  const behind = said.slice(list.length)
  const names: string[] = []
  let title: string | undefined
  const parts = list.split('、')
  const certain = parts.length > 1 && parts.some((part) => isName(part.replace(honorific, '')))
  for (const [at, part] of parts.entries()) {
    // 市委常委、副市长孔春伟: one person with two titles.
    if (names.length === 0 && at < parts.length - 1 && isPartyOffice(part)) continue
    for (const raw of splitConjunction(part)) {
      const item = raw.replace(honorific, '')
      const known = isYou(item, certain) || (certain ? isNameAlone(item) : isName(item))
      const found = known ? undefined : titled(item)
      if (found) {
        names.push(found.name)
        title = found.title
      } else if (known || isName(item, loose) || (loose && mayEndAlone(item))) names.push(item)
      else if (certain && isNameAmong(item)) names.push(item)
      else return undefined
    }
  }
  const told = behind.includes('等') ? countIn(behind) : undefined
  const incomplete = behind.includes('等') && told !== names.length
  return {
    names,
    incomplete,
    ...(told === undefined ? {} : { count: told }),
    ...(title === undefined ? {} : { title }),
  }
}

/** {@link readPersons} where grammar is loose but at least one name is beyond doubt: 方震宁、瑛姑苏. */
export const readAmong = (text: string): Persons | undefined => {
  const who = readPersons(text)
  return who?.names.some((name) => isName(name)) ? who : undefined
}

/** Names of places a text itself shows with a clean left edge, beside the known ones. */
export type Places = ReadonlySet<string>

const placeSeen =
  /(?:^|[\n，。；：、（）《》 的于]|(?<!(?:免去|撤销|罢免|辞去)[^，。；：、]{0,3})(?:为(?!任[^丘泽城县])|任(?![命免职]))|日|同志|关于)((?<!同志|[为、])任县|[^\P{Script=Han}任为全该我本各两外市县区州旗省副代]县|[^\P{Script=Han}为任的]{2,12}?自治[州县旗]|(?!为|任[^丘泽城县])\p{Script=Han}{2,6}?(?:省|市|县|区|州|旗|盟))(?=人民|第|人大|监察|政府|[^，。；\n]{0,6}(?:局|委员会|法院))/gu

/** Gathers the places a text names with a clean left edge. */
export const placesIn = (text: string): Places => {
  const seen = new Set([...text.matchAll(placeSeen)].map((match) => match[1] ?? ''))
  // 申为达南屏区 shows 达南屏区 behind 为; 南屏区 alone tells that 达 ends a name.
  return new Set([...seen].filter((one) => one.length < 4 || !seen.has(one.slice(1))))
}

const clearName =
  /(?:^|[\n，。；：、（《]|任命|免去|接受|决定|关于|[长员任])(\p{Script=Han}{1,3}为)(?=为|同志|辞去|进行|作|向|[的，、。（])/gu

/** Gathers the names in 为 a text shows with nothing behind them that could take 为 for a link. */
export const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(clearName)].map((match) => match[1] ?? '').filter((one) => isName(one)))

const opener = new RegExp(`^(?:${openers})`, 'u')
const bareLevel = /^(?:省|市|县|区|州|旗|盟)(?!市|县|区)/u
const someLevel =
  /^\p{Script=Han}{2,7}?(?:省|市|县|区|州|旗|盟|(?:街道|镇|乡)(?=人大|人民|办事处|[党]?工))/u

const autonomous = /^\p{Script=Han}{1,9}族自治[州县旗]/u

/** Whether the text begins with a place the text shows elsewhere or everybody knows. */
export const beginsWithPlace = (text: string, places: Places): boolean => {
  for (let length = 2; length <= 14; length++) {
    const head = text.slice(0, length)
    if (/^[长委]/u.test(text.slice(length))) continue
    if (places.has(head) || knownCounties.has(head)) return true
  }
  return false
}

const startScore = (rest: string, places: Places): number => {
  if (rest.startsWith('原'))
    return bareLevel.test(rest.slice(1)) ? 2.1 : startScore(rest.slice(1), places)
  for (let length = 2; length <= 14; length++) {
    const head = rest.slice(0, length)
    if (places.has(head)) return 4
    // 吴康礼|县教育局 is likelier than 吴康|礼县, unless the text shows 礼县.
    if (knownCounties.has(head)) return length > 2 ? 3.5 : head.endsWith('区') ? 3.2 : 2.9
    if (!knownPlaces.has(head)) continue
    const behind = rest.slice(length)
    if (/^[省市县区盟特高地]/u.test(behind) || autonomous.test(behind)) return 4
    // 池山达|州人民政府: a prefecture of its own is called by its level alone.
    if (/^[州人自]/u.test(behind) || opener.test(behind)) return head.endsWith('州') ? 2.9 : 4
  }
  if (opener.test(rest) || bareLevel.test(rest)) return 3
  if (autonomous.test(rest)) return 2.1
  const place = someLevel.exec(rest)?.[0] ?? ''
  return place === '' ? 0 : place.length === 3 ? 2.2 : 2
}

/** Names that are likelier another cut: 安俊塔拉 (a surname and three more), 卫明州, 司马 alone. */
const isDoubtful = (name: string): boolean => {
  const compound = compoundSurnames.has(name.slice(0, 2))
  const characters = [...name]
  if (characters.length === 4)
    return !compound && surnames.has(characters[0] ?? '') && !characters.every(isSpelling)
  return /[州旗盟]$/u.test(name) || (compound && characters.length === 2)
}

/** 志任…, 接任…: the cut went through 同志, or the clause says that somebody takes the post. */
const noPostBegins = /^(?:再|志[任为]|接任|担任|兼任|任(?![丘泽县城])|[为被]|不再)/u

const endsSpelled = (name: string): boolean =>
  transcription.has(name.at(-1) ?? '') || /[金满曼汗甫素赞孜玉]$/u.test(name)

/** Parts 买合木提·吐尔逊江 from the post behind it; a longer name wins among equals. */
const cutDotted = (text: string, places: Places): { name: string; post: string } | undefined => {
  let best: { name: string; post: string; score: number } | undefined
  const from = text.lastIndexOf('·') + 2
  for (let end = from; end <= Math.min(from + 11, text.length - 2); end++) {
    const name = text.slice(0, end)
    const post = text.slice(end)
    if (!isName(name) || !endsAsPost(post) || noPostBegins.test(post)) continue
    const score = startScore(post, places) + (endsSpelled(name) ? 0.3 : -1.5)
    if (score > 0 && score >= (best?.score ?? 0)) best = { name, post, score }
  }
  return best
}

/**
 * Parts a name from the post behind it when nothing stands between them (卢泰平泉州市人民政府副市长).
 * Out: undefined when no cut leaves a name before and a post after it.
 */
export const cutName = (
  text: string,
  places: Places,
): { name: string; post: string } | undefined => {
  if (text.includes('·')) return cutDotted(text, places)
  if (text.startsWith('第五') || organOfLevel.test(text)) return undefined
  const characters = [...text]
  let best: { name: string; post: string; score: number } | undefined
  for (const length of [3, 2, 4]) {
    const name = characters.slice(0, length).join('')
    const post = characters.slice(length).join('')
    if (!isNameAlone(name) || !endsAsPost(post) || noPostBegins.test(post)) continue
    const start = startScore(post, places)
    // 修志国|北川区…: a surname that is a word too is believed before a place beyond doubt.
    if (start < 4 && !isName(name)) continue
    const score = start - (isDoubtful(name) ? 1.5 : 0)
    if (score > (best?.score ?? 0)) best = { name, post, score }
  }
  return best
}

const noPerson =
  /^(?:他|她|它|本|此|之|随|先|自|并|且|还|又|也|均|都|将|已|因|于|在|从|至|对|和|与|及|经|会|再|今|昨|日前)|[人们后前中内外上下者主责担兼现原曾专时同意依法新历调升转出接拟留连离任免]$/u

/** One name in whatever surname, where the words about it leave nothing else: ｜青维松｜不再担任…, ｜青维松｜任县财政局局长. */
export const grammaticalName = (text: string): Persons | undefined => {
  const name = text.replace(/同志$/u, '')
  const whole = name.length === 2 || name.length === 3
  return whole && isName(name, true) && !noPerson.test(name) && !endsAsPost(name)
    ? { names: [name], incomplete: false }
    : undefined
}

/** Whether the text begins as a post's organ does: a place, a level, an office. */
export const beginsAsPost = (text: string, places: Places): boolean => startScore(text, places) > 0
