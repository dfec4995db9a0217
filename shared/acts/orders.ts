/** Statements in another order of words, turned so that the verb stands first. */
import {
  beginsAsPost,
  beginsWithPlace,
  cutName,
  grammaticalName,
  isName,
  readAmong,
  readPersons,
} from './persons.ts'
import type { Places } from './persons.ts'
import { isPost } from './posts.ts'
import type { Family } from './verbs.ts'

const lead = /^(?:并且?|同时|此外|另外|其中|会议|随后|会上|经[^，、]{0,16}?)+/u
const whyOrSelf = /(?:同志)?(?:因|由于)\p{Script=Han}{2,16}$/u
const predecessor = /^(?:他|她|其)的?前任|^原任?(?=\p{Script=Han}{2,20}[长任])/u

const personsOf = (text: string): string | undefined => {
  const said = text.replace(lead, '').replace(predecessor, '').replace(whyOrSelf, '')
  const who = readPersons(said, false) ?? readAmong(said)
  return who && `${who.names.join('、')}${who.incomplete ? '等' : ''}`
}

/** {@link personsOf}, and one person in whatever surname where the words behind can follow nothing but a name. */
const holderOf = (text: string): string | undefined =>
  personsOf(text) ?? grammaticalName(text.replace(lead, ''))?.names[0]

const appointed = /^(?<who>.{2,60}?)(?<apart>均|分别)?(?:被|获)?(?:决定|依法)?任命为(?<post>.+)$/u
const removed =
  /^(?<who>.{2,60}?)(?:均|分别)?被(?:决定|依法)?免去(?:了)?(?:所?担任的|其)?(?<post>.+?)(?:的)?职务$/u
const removedSelf =
  /^(?!.*(?:被|拟|提请|建议))(?<who>.{2,60}?)(?<apart>均|分别)?免去(?:所?担任的|其)?(?<post>.+?)(?:的)?职务$/u
const resigned =
  /^(?<what>.{2,60}?辞去.{2,80}?)(?:的)?(?:请求|申请|要求)?(?:也)?(?:被接受|被批准|(?:获得?|得到)(?:了)?(?:会议)?(?:批准|接受|通过|同意))$/u
const agreedOff = /^(?:会议|一致|决定)*同意(?<who>.{2,60}?)不再(?:担任|兼任)(?<post>.+)$/u
const passedAsked =
  /^.{0,24}(?:通过|同意|批准)了?(?:关于)?(?<what>.{2,200}?辞去.{2,80}?)的(?:辞呈|辞职报告|请求|申请|决定)$/u
const passedResigning = /^.{0,24}(?:通过|同意|批准)了?(?:关于)?(?<who>.{2,60})的辞职(?:请求|申请)$/u
const postFirst =
  /^(?<who>.{2,60}?)(?:所?担任)?的(?<post>.{3,100}?)职务(?:予以|被|均|同时|一并|也|亦)*(?<verb>免去|免除|撤销|免了|免掉)$/u
const titledOff = /^(?<said>.{4,60}?)(?:因.{2,10}|另有任用)?(?:，)?(?:予以|被)免职$/u

const actingBy =
  /^(?!.*(?:建议|提议|提请|提名|[拟将曾已原时]|不再))(?:会议)?(?:决定)?(?<organ>[^，、]{0,40}?)代理(?<post>[^，、代理]{2,30}?)(?:的)?职务由(?<who>.{2,30}?)(?:担任|履行|行使)$/u

const votes = String.raw`以[0-9]{1,3}票(?:赞成|同意)?(?:、[0-9]{1,3}票(?:反对|弃权|未按))*(?:的(?:表决)?(?:结果|票数))?`
const voteWithin = new RegExp(`${votes}(?=(?:被|获)?(?:决定|依法)?任命为)`, 'u')
const motionPassed = new RegExp(
  `^(?:关于)?(?:提请)?(?<what>(?:决定)?(?:任命|免去|接受|撤销).{4,200}?)的(?:议案|任免案|任命案|免职案)(?:经表决)?${votes}(?:获得?)?(?:表决)?通过$`,
  'u',
)

/**
 * Sets the count of a vote aside: 张三以25票赞成被任命为局长, and 免去张三…职务的议案以25票获得通过, which is turned into
 * the passing of that motion.
 */
const withoutVotes = (clause: string): string => {
  const what = motionPassed.exec(clause)?.groups?.['what']
  return what === undefined ? clause.replace(voteWithin, '') : `通过了关于${what}的议案`
}

/** 张三免去县财政局局长职务, of oneself; 县长张三免去李四的…职务 is what somebody does to another. */
const ownRemoval = (clause: string): Readonly<Record<string, string | undefined>> | undefined => {
  const said = removedSelf.exec(clause)?.groups
  const who = said && readPersons((said['who'] ?? '').replace(lead, ''), false)
  const another = who?.title !== undefined || (said?.['post'] ?? '').includes('的')
  return another ? undefined : said
}

/**
 * Turns 张三被任命为局长, 李四被免去局长职务, 王五辞去县长职务的请求被接受, 同意赵六不再担任局长 and
 * 原局长钱七予以免职 into 任命…, 免去…, 接受… . In: one clause. Out: the clause turned, or as it was.
 */
export const verbFirst = (said: string): string => {
  const clause = withoutVotes(said)
  const made = appointed.exec(clause)?.groups
  const madeWho = made && holderOf(made['who'] ?? '')
  if (made && madeWho !== undefined) {
    return `任命${madeWho}${made['apart'] === '分别' ? '分别' : ''}为${made['post']}`
  }
  const passive = removed.exec(clause)?.groups ?? ownRemoval(clause)
  const off = passive ?? agreedOff.exec(clause)?.groups
  const offWho = off && (passive ? personsOf : holderOf)(off['who'] ?? '')
  const post = (off?.['post'] ?? '').replace(/(?:的)?职务$/u, '')
  if (offWho !== undefined && isPost(post)) return `免去${offWho}的${post}职务`
  const taken = postFirst.exec(clause)?.groups
  const takenFrom = taken && personsOf(taken['who'] ?? '')
  if (taken && takenFrom !== undefined && isPost(taken['post'] ?? ''))
    return `${taken['verb'] === '撤销' ? '撤销' : '免去'}${takenFrom}的${taken['post']}职务`
  const many = passedAsked.exec(clause)?.groups?.['what']
  if (many !== undefined && !/决定|决议|接受|提请/u.test(many)) {
    return `接受${many.replace(/(?:以及|(?<=职务|[员表长任])[和及])(?=[^，]{2,60}辞去)/gu, '、')}的请求`
  }
  const askers = passedResigning.exec(clause)?.groups?.['who']
  if (askers !== undefined && !/接受|提请/u.test(askers)) return `接受${askers}的辞职请求`
  const asked = resigned.exec(clause)?.groups?.['what']
  if (asked !== undefined && !/接受|提请/u.test(asked))
    return `接受${asked.replace(lead, '')}的请求`
  const held = actingBy.exec(clause)?.groups
  const holder = held && readPersons(held['who'] ?? '', false)
  if (held && holder) return `决定由${held['who']}代理${held['organ']}${held['post']}职务`
  const titled = titledOff.exec(clause)?.groups?.['said']
  const who = titled === undefined ? undefined : readPersons(titled, false)
  if (who?.title !== undefined) {
    return `免去${who.names.join('、')}的${who.title.replace(/^原|原(?=主任|\p{Script=Han}?长)/u, '')}职务`
  }
  return clause
}

const brought = /^(?:.{0,20}通过了?|以及|和)?(?:[^，、]{2,14})提请的(?:关于)?(?=.{4})/u
const andSoOn = /等(?:有关|相关|一批)?(?:人事)?(?:任免|任命)(?:事项|议案|案)?$/u

/** 区政府提请的关于张三同志任副区长 … 等人事任免事项, adopted in one sentence: what was brought, bare. */
export const withoutBringer = (clause: string): string =>
  /议案$|说明|听取/u.test(clause) ? clause : clause.replace(brought, '').replace(andSoOn, '')

const pairwise = /^(?<names>.+?)分别(?:所?担任的|为|担任|任|的)(?<posts>.+?)(?:的)?(?:职务)?$/u
const pairwiseBehind = /^(?<names>[^的为]+?)(?:的|为)(?<posts>.+?)(?:的)?(?:职务)?$/u
const pairwiseAsked = /^(?<names>.+?)分别辞去(?<posts>.+?)(?:的)?职务(?:的)?(?:请求)?$/u

/**
 * 甲、乙分别为A、B: each person the post in the same place. `apart` tells that 分别 stood before the verb.
 * Out: the pairs, or undefined when names and posts do not match one to one.
 */
export const pairsOf = (
  text: string,
  family: Family,
  apart: boolean,
): { name: string; post: string }[] | undefined => {
  const groups =
    (family === 'resign' ? pairwiseAsked : pairwise).exec(text)?.groups ??
    (apart ? pairwiseBehind.exec(text)?.groups : undefined)
  if (!groups) return undefined
  const who = readPersons(groups['names'] ?? '')
  const posts = (groups['posts'] ?? '').split('、')
  if (!who || who.incomplete || who.names.length !== posts.length || posts.length < 2) {
    return undefined
  }
  if (!posts.every(isPost)) return undefined
  return who.names.map((name, at) => ({ name, post: posts[at] ?? '' }))
}

/** 拟任命…, 提名张三为…人选 in a paper that asks: what it asks for. */
export const asAsked = (clause: string): string =>
  clause
    .replace(
      /^(?:[^，。]{0,20}主任会议)?(?:现|特)*(?:提请|提名|提议|建议)(?:决定|任命)?由?(?=\p{Script=Han}{2,4}代理)/u,
      '决定由',
    )
    .replace(/^(?<who>[^任拟]{2,60}?)拟任(?!职|命)(?=[^任]{3,}$)/u, '任命$<who>为')
    .replace(/拟(?:提请|建议)?(?=任命|免[去除]|任\p{Script=Han}{3}|不再担任|接受|补选|决定)/gu, '')
    .replace(/(?<=[长员任席表])(?:的)?(?:候选人|人选)$/u, '')
    .replace(/^(?:现|特|拟|经[^，]{2,16})*提名由?(?=[^为]{2,80}为\p{Script=Han}{3,})/u, '任命')
    .replace(
      /^(?:现|特|拟)*提名(?<who>[^为任]{2,40}?)任(?!职|命)(?=\p{Script=Han}{3,})/u,
      '任命$<who>为',
    )

const inSession =
  /主持|列席|出席|宣读|介绍|汇报|讲话|发言|强调|指出|传达|委托|作(?:了)?[^，]{0,40}(?:说明|报告)/u
const subject =
  /^(?<more>还有|另有|另外|其中|此外|以及)?(?<who>\p{Script=Han}{2,4}?|[\p{Script=Han}·]{3,20}?)(?<behind>同志(?![、和及的为任]).*|)$/u

/**
 * 张三同志挂职期满返回原单位, and 还有张三: whom the clauses behind are about. Out: '' where the clause names nobody so, or
 * says what somebody does in the session. A bare word is no name for sure: 于是, 经考察.
 */
export const subjectOf = (clause: string): string => {
  const { more, who = '', behind = '' } = subject.exec(clause)?.groups ?? {}
  if ((more === undefined && behind === '') || inSession.test(behind)) return ''
  return who !== '' && (readPersons(who, false)?.names ?? []).join('') === who ? who : ''
}

/** 2015年任县财政局局长: in the course of a life a post alone is none to be given now. */
export const tellsCourse = (clause: string): boolean =>
  /(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|后|被|经)?(?:历任|担?任|免|当选|调)/u.test(
    clause,
  )

/** 免袁世平同志县应急管理局局长职务: 免 as short for 免去. */
export const offWhole = (clause: string): string =>
  clause.replace(/^免(?![去职除])(?=[\p{Script=Han}·]{2,12}同志)/u, '免去')

const offAlone = /^(?:并|同时|现)?免去?(?<post>(?![去其])[^的]{4,}?)职务$/u
const onAlone = /^(?:并|同时)?(?:改|转|调)?任(?![命期职])(?<post>[^的]{4,})$/u

/** 任县政协副主席, 调任市财政局副局长: where somebody goes whom the committee has removed. */
export const isElsewhere = (clause: string): boolean =>
  /^(?:并|同时)?(?:[调转]任|改?任[^，]{0,12}政协)/u.test(clause)

/** 张三任县审计局局长，｜免去县统计局局长职务｜: of whoever was named before, for sure where the sentence has told of them. Out: the clause with 其 put in, or as it was. */
export const ofLast = (clause: string, places: Places, told = false): string => {
  const off = offAlone.exec(clause)?.groups?.['post']
  const post = off ?? onAlone.exec(clause)?.groups?.['post'] ?? ''
  if (!isPost(post) || !beginsAsPost(post, places)) return clause
  const found = off === undefined ? undefined : cutName(post, places)
  // Of one told of, 青岭|县副县长 is a place; 周华|青岭县副县长 names somebody all the same.
  const cut = told && /^[省市县区州旗]/u.test(found?.post ?? '') ? undefined : found
  if (cut && isName(cut.name) && !beginsWithPlace(post, places)) return clause
  if (off !== undefined) return `免去其${post}职务`
  return clause.endsWith('职务') ? clause : `任命其为${post}`
}
