/** Lines that name an organ stand over the posts below them, which leave it out: 一、城关街道人大工作委员会, 大营县人民法院. */
import { isName } from './persons.ts'

/** What a heading is among the headings of its text: its mark's kind, or for one without a mark what it says. */
type Rank = '一' | '（一）' | '1' | '（1）' | 'verb' | 'organ' | 'part'

/** The headings that hold at a place, the widest first. */
export type Scopes = readonly { rank: Rank; organ: string; part: boolean }[]

const ranks: readonly (readonly [RegExp, Rank])[] = [
  [/^第?[一二三四五六七八九十]{1,3}(?:[、．.，]|部分)/u, '一'],
  [/^（[一二三四五六七八九十]{1,3}）/u, '（一）'],
  [/^[0-9]{1,3}[、．.]/u, '1'],
  [/^(?:（[0-9]{1,3}）|[0-9]{1,3}[)）]|[①-⑳])/u, '（1）'],
]

const rankOf = (line: string): Rank | undefined => ranks.find(([mark]) => mark.test(line))?.[1]

const people =
  '(?:部分)?(?:组成人员|审判人员|检察人员|审判、检察人员|工作人员|领导人员|组成部门|工作部门|办事机构|工作机构|内设机构|领导成员|有关人员|机关)'
const behind = new RegExp(
  `(?:的?${people})?(?:任免|任职)?(?:名单)?(?:（(?:共|计)?[0-9一二三四五六七八九十百]{1,4}[名人位个件项]）)?：?$`,
  'u',
)

/** Words no organ's name holds, and the letters of verbs where they begin no place. */
const noOrgan =
  /关于|任命|任免(?!\p{Script=Han}{0,8}委员会)|任职|免去|免职|辞去|决定|会议|通过|名单|职务|同志|的|(?<![犍无])为|任(?![城丘县泽]|免\p{Script=Han}{0,8}委员会)|等[0-9一二三四五六七八九十]/u

const shape =
  /^[\p{Script=Han}、]{1,40}(?:政府|委员会|常委会|工委|法院|检察院|监委|代表大会|办公室|研究室|[局厅庭处]|中心|办事处|[市县区省州旗]委?办)$/u

/** What such a line can end with; most lines end otherwise and are not looked at further. */
const mayClose: ReadonlySet<string> = new Set('府会委院监室局厅庭处心办员门构关职免单）：')

/** An organ of another's: within a court, a committee or a government it is named without it. */
const part =
  /^(?!.*(?:人民法院|中级法院|检察院|人民政府|人民代表大会|人大|监察委员会)).*(?:庭|局|室|委员会|工委|中心|处)$/u
const placed = /^\p{Script=Han}{1,10}[省市县区州旗盟](?!人民法庭|法庭|街道|镇|乡)/u

/**
 * The organ a line names and nothing beside it but a mark, whose members follow and how many: （一）县人民法院审判人员（3名）：.
 * Out: undefined for any other line.
 */
export const organAlone = (line: string): string | undefined => {
  if (line.length > 60 || !mayClose.has(line.at(-1) ?? '')) return undefined
  const said = line.replace(behind, '').replace(/^(?:新一届|本届)/u, '')
  return shape.test(said) && !noOrgan.test(said) && !isName(said) ? said : undefined
}

const verbBehind =
  /^(?<organ>.{3,40}?)(?:（(?<noted>(?:决定|批准)?(?:任命|免去|任职|免职))）|(?<verb>(?:拟|决定|批准)?(?:任命|免去|任职|免职)(?:名单|人员|(?:以下|下列)人员)?))：?$/u
const verbBefore =
  /^(?<verb>(?:拟|决定|批准)?(?:任命|免去))(?<organ>.{3,40}?)(?:(?:下列|以下|有关)(?:人员|同志)|审判人员|检察人员)(?:的?职务)?：?$/u

const verbAround =
  /^(?<verb>(?:拟|决定|批准)?免去)(?:以下|下列)(?:人员|同志)(?:的|在)(?<organ>.{3,40}?)(?:的)?职务：?$/u

/** 县人民法院任命：, 免去县人民法院下列人员职务：. Out: the organ and the words of the verb; undefined for any other line. */
export const organWithVerb = (line: string): { organ: string; verb: string } | undefined => {
  if (line.length > 60) return undefined
  const {
    organ = '',
    verb,
    noted,
  } = (verbBehind.exec(line) ?? verbBefore.exec(line) ?? verbAround.exec(line))?.groups ?? {}
  const named = organAlone(organ)
  return named === undefined ? undefined : { organ: named, verb: verb ?? noted ?? '' }
}

const courtNamed =
  /^(?:.*(?:常务委员会|常委会))?(?<organ>\p{Script=Han}{1,20}(?:人民法院|人民检察院|监察委员会))(?=$|副?院长|副?检察长|审判|检察|人民陪审员|工作人员|组成人员|内设机构|部分|有关|副?主任|委员)/u

const bodyWithOffices =
  /(?:^|任命|关于|会议|[的了])(?<organ>(?:(?!关于|任命|会议)\p{Script=Han}){0,16}?(?:人大常委会|人民代表大会常务委员会))(?:各|部分)?(?:工作机构|办事机构|机关|工作部门)/u

/** The standing committee a title names with its offices: 任命县人大常委会工作机构负责人名单; '' for any other. */
export const bodyOfOffices = (title: string): string =>
  bodyWithOffices.exec(title)?.groups?.['organ'] ?? ''

/** The one court, procuratorate or supervisory commission a title speaks of: 任命青岭县人民法院审判人员名单; '' when there is none. */
export const courtIn = (title: string): string => {
  const pieces = title.split(/关于|拟|任命|免去|任免|决定|接受|辞去|批准|提请|[的，、和与及]/u)
  const named = new Set(pieces.flatMap((one) => courtNamed.exec(one)?.groups?.['organ'] ?? []))
  const [organ = ''] = named
  return named.size === 1 && !noOrgan.test(organ) ? organ : ''
}

const within = (scopes: Scopes, rank: Rank): Scopes => {
  const at = scopes.findIndex((one) => one.rank === rank)
  return at < 0 ? scopes : scopes.slice(0, at)
}

/**
 * In: the headings that held, the line with its mark and what it is. Out: those that hold behind it: a heading ends with the
 * next of its rank, and with whatever it stands under.
 */
export const scopesBehind = (
  scopes: Scopes,
  line: string,
  is: { organ?: string; verb?: boolean },
): Scopes => {
  const { organ = '', verb = false } = is
  const isPart = part.test(organ) && !placed.test(organ)
  const plain: Rank | undefined =
    organ !== '' ? (isPart ? 'part' : 'organ') : verb ? 'verb' : undefined
  const rank = rankOf(line) ?? plain
  if (rank === undefined) return scopes
  const left = within(scopes, rank)
  return plain === undefined ? left : [...left, { rank, organ, part: isPart }]
}

/** The organ that stands over a place, with those it is a part of: 县人民法院 and 刑事审判庭 under it. */
export const organOver = (scopes: Scopes): string => {
  const named = scopes.filter(({ organ }) => organ !== '')
  const whole = named.findLastIndex((one) => !one.part)
  const over = named[whole]?.organ ?? ''
  const inner = named.slice(whole + 1).at(-1)?.organ ?? ''
  // A bureau is no part of the government's name: 县人民政府 over 财政局.
  return /政府$/u.test(over) && inner !== '' ? inner : over + inner
}

const rankAlone = '(?:代理|第一)?(?:常务)?副?'

/** The posts each kind of organ has, as they stand under its name. */
const heldIn: readonly (readonly [RegExp, RegExp])[] = [
  [
    /法院$/u,
    /^(?:(?:代理|第一)?(?:常务)?副?[院庭]长|审判(?:委员会(?:专职)?委员|员)|(?:[^省市县区州旗、法检监]|监督){2,10}庭副?庭长|(?!.*法院)[^省市县州旗、]{2,8}(?:人民)?法庭副?庭长|执行(?:局副?局长|员)|人民陪审员|赔偿委员会\p{Script=Han}{0,4}(?:主任|委员))$/u,
  ],
  [
    /检察院$/u,
    new RegExp(
      `^(?:${rankAlone}检察长|检察(?:委员会(?:专职)?委员|员)|(?:第[一二三四五六七八九十]{1,2}检察|政治)部副?主任)$`,
      'u',
    ),
  ],
  [/庭$/u, new RegExp(`^${rankAlone}庭长$`, 'u')],
  [/局$/u, new RegExp(`^${rankAlone}局长$`, 'u')],
  [/厅$/u, new RegExp(`^${rankAlone}厅长$`, 'u')],
  [/处$/u, new RegExp(`^${rankAlone}(?:处长|主任)$`, 'u')],
  [
    /(?:常务委员会|常委会)$/u,
    new RegExp(
      `^(?:${rankAlone}(?:主任|秘书长)|委员|(?!.*(?:人大|人民|政府))[^省市县区州旗、]{0,14}(?:工作委员会|工委|审查委员会|办公室|研究室)${rankAlone}(?:主任委员|主任|委员))$`,
      'u',
    ),
  ],
  [
    /代表大会$/u,
    new RegExp(`^[^省市县区州旗、]{2,16}委员会${rankAlone}(?:主任委员|主任|委员)$`, 'u'),
  ],
  [
    /(?:委员会|工委|监委|委)$/u,
    new RegExp(
      `^(?:${rankAlone}(?:主任委员|主任|秘书长|主席)|(?:专职|兼职)?委员|召集人|成员)$`,
      'u',
    ),
  ],
  [/[室办]$|中心$/u, new RegExp(`^${rankAlone}主任$`, 'u')],
  [
    /政府$/u,
    new RegExp(`^(?:${rankAlone}(?:[省市县区州旗乡镇]长|主席|秘书长)|办公[室厅]副?主任)$`, 'u'),
  ],
]

/** The post with the organ it is held in, where it is one of that organ's and names none itself. */
export const postUnder = (post: string, organ: string): string => {
  if (organ === '') return post
  const [first = ''] = post.split(/[、；]/u, 1)
  const own = heldIn.find(([kind]) => kind.test(organ))?.[1]
  return own?.test(first) ? organ + post : post
}

const held =
  /^(?<organ>.{3,}?)(?:副?主任委员|副?主任|副?[院庭局]长|副?检察长|(?:审判委员会|检察委员会)?(?:专职)?委员|审判员|检察员|组成人员|成员)$/u
const following =
  /^(?:副|(?:专职|兼职)?委员(?:$|、)|审判|检察|执行|人民陪审员$)|^[^、]{2,10}庭副?庭长(?:$|、)/u

/** The organ whose head or member the post is, by its first part: 城关街道人大工作委员会主任; '' when it names none. */
export const organHeld = (post: string): string => {
  const [first = ''] = post.split('、', 1)
  return organAlone(held.exec(first)?.groups?.['organ'] ?? '') ?? ''
}

/** 副主任 behind 城关街道人大工作委员会主任, 立案庭庭长 behind 县人民法院刑事审判庭庭长: of the same organ, or the same court. */
export const postAfter = (post: string, organ: string): string => {
  if (organ === '' || !following.test(post)) return post
  const near = postUnder(post, organ)
  return near === post ? postUnder(post, /^.{2,}?法院(?=.)/u.exec(organ)?.[0] ?? '') : near
}

const bringer =
  /(?<organ>\p{Script=Han}{0,12}?(?:人民政府|政府|(?:人民|中级)?法院|检察院|监察委员会|监委))?(?<head>院长|检察长|主任|[省市县区州旗]长)(?:\p{Script=Han}{2,3})?(?:同志)?的?(?:提请|提名)/u

/**
 * 根据县人民法院院长的提请: the court whose posts follow. In: a clause. Out: its organ, '' for a bringer whose posts name theirs,
 * undefined when the clause says nothing of who brought it.
 */
export const organOfBringer = (clause: string): string | undefined => {
  const groups = clause.length > 80 ? undefined : bringer.exec(clause)?.groups
  if (!groups) return undefined
  const organ = (groups['organ'] ?? '').replace(
    /^.*(?:根据|依据|按照|依照|通过|任命|免去|审议|关于|会议|[了还并经由应])/u,
    '',
  )
  return /(?:法院|检察院|监察委员会|监委)$/u.test(organ) && !noOrgan.test(organ) ? organ : ''
}

const bodyNamed =
  /(?<=^|\n|[（日])(?:鉴于|根据|依照|按照|依据|由于|因|经)?(?<place>\p{Script=Han}{1,12}?[省市县区州旗盟])(?:第?[一二三四五六七八九十]{1,4}届)?人民代表大会常务委员会/gu

/** The standing committee whose paper the text is, by the name at the head of its lines; '' when it is not one alone. */
export const bodyOf = (text: string): string => {
  const heads = [...text.matchAll(bodyNamed)].map(({ groups }) => groups?.['place'] ?? '')
  const places = new Set(heads.filter((place) => !noOrgan.test(place)))
  const [place] = places
  return places.size === 1 && place !== undefined ? `${place}人民代表大会常务委员会` : ''
}

/** 常务委员会副主任: of the committee whose paper it is. */
export const postOfBody = (post: string, body: string): string =>
  body === '' ? post : post.replace(/^常(?:务委员|委)会(?=.)/u, body)
