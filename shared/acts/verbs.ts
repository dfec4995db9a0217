/** The verbs of appointment and where a clause uses them as verbs. */
import type { ActKind } from './types.ts'

/** How a verb's sentence is built: 任命A为B, 免去A的B职务, 接受A辞去B职务, 决定A代理B. */
export type Family = 'appoint' | 'remove' | 'resign' | 'decide'

export type Verb = { act: ActKind; verb: string; family: Family }

export type VerbHit = Verb & { at: number; end: number }

const number = '[0-9一二两三四五六七八九十百]{1,5}'
/** The verb used as a noun (任命书, 任命案); the single characters may also begin a name (任命权某为…). */
const noun =
  '(?!(?:书|案|表|等|权|前|后|程序)(?!.{0,3}[为、·]|.{0,3}同志|.{1,2}等[0-9一二三四五六七八九十]|.{1,3}的.{2,40}职务)|名单|人员|事项|议案|决[定议]|仪式|职务|手续|证书|和免|及免|与免|办法|的(?:议案|报告|说明|情况|人员|干部|国家|同志|决定)'

const pattern = new RegExp(
  [
    `(?<![新被获所受拟]|的(?=任命(?:$|[，。；])))(?<appoint>(?:决定|批准|补充|重新|同意|依法)?任命)了?${noun}|了?${number}[名人位个])`,
    `(?<elect>补选)了?(?!结果|办法|工作|情况|程序|事宜|有关)`,
    `(?<!自行|自然|相应|随之)(?<remove>(?:决定|批准|同意|依法)?(?:免[去除]|解除(?=[^，、]{2,40}职务)))了?${noun}|${number}[名人位个]|职(?!务))`,
    `(?<accept>(?:决定|同意|批准|依法)*接受)了?(?=[^，。]*辞|(?:其|他|她|上述)[^，。]{0,6}(?:请求|申请)|[^，。]{2,16}的(?:请求|申请)$|$)`,
    `(?<agree>(?:决定)?(?:同意|批准|准予|准许))(?=(?:(?!接受)[^，]){2,30}辞去)`,
    `(?<!相应|随之|自行)(?<dismiss>(?:决定)?撤[销消去])了?(?=[^，]*职务|$)`,
    `(?<recall>(?:决定|表决)?罢免)了?(?!案|议案)`,
    `(?<choose>(?:决定)?推选)了?(?=[^，]*代理|[^，]*代主任)`,
    `(?<decide>决定)(?!任命|免|接受|批准|同意|撤|罢免|推选|草案|书|了|[（）]|$|依法)`,
  ].join('|'),
  'gu',
)

const verbOf = (groups: Record<string, string | undefined>): Verb => {
  const { appoint, remove, accept, agree, dismiss, recall, elect, choose } = groups
  if (appoint?.startsWith('批准'))
    return { act: 'approve-appoint', verb: '批准任命', family: 'appoint' }
  if (appoint)
    return {
      act: 'appoint',
      verb: appoint.startsWith('决定') ? '决定任命' : '任命',
      family: 'appoint',
    }
  if (elect) return { act: 'appoint', verb: '补选', family: 'appoint' }
  if (remove?.startsWith('批准'))
    return { act: 'approve-remove', verb: '批准免去', family: 'remove' }
  if (remove)
    return {
      act: 'remove',
      verb: remove.startsWith('决定') ? '决定免去' : '免去',
      family: 'remove',
    }
  if (accept ?? agree) return { act: 'accept-resignation', verb: '接受', family: 'resign' }
  if (dismiss) return { act: 'dismiss', verb: '撤销', family: 'remove' }
  if (recall) return { act: 'recall', verb: '罢免', family: 'remove' }
  if (choose) return { act: 'act-as', verb: '推选代理', family: 'decide' }
  return { act: 'act-as', verb: '决定代理', family: 'decide' }
}

/** Every place in the clause where a verb of appointment is used as a verb, from left to right. */
export const verbsIn = (clause: string): VerbHit[] =>
  [...clause.matchAll(pattern)].map((match) => ({
    ...verbOf(match.groups ?? {}),
    at: match.index,
    end: match.index + match[0].length,
  }))

const headings: readonly (readonly [RegExp, Verb])[] = [
  [/批准任命/u, { act: 'approve-appoint', verb: '批准任命', family: 'appoint' }],
  [/批准免[去职]/u, { act: 'approve-remove', verb: '批准免去', family: 'remove' }],
  [/决定任命/u, { act: 'appoint', verb: '决定任命', family: 'appoint' }],
  [/决定免[去职]/u, { act: 'remove', verb: '决定免去', family: 'remove' }],
  [/任命|任职/u, { act: 'appoint', verb: '任命', family: 'appoint' }],
  [/免[去职除]/u, { act: 'remove', verb: '免去', family: 'remove' }],
  [/接受|辞[去职]/u, { act: 'accept-resignation', verb: '接受', family: 'resign' }],
  [/撤[销消]|撤职/u, { act: 'dismiss', verb: '撤销', family: 'remove' }],
  [/罢免/u, { act: 'recall', verb: '罢免', family: 'remove' }],
  [/补选/u, { act: 'appoint', verb: '补选', family: 'appoint' }],
  [/推选/u, { act: 'act-as', verb: '推选代理', family: 'decide' }],
  [/代理/u, { act: 'act-as', verb: '决定代理', family: 'decide' }],
]

const headingShape =
  /^(?!.{1,4}为[^，]{4,40}[员长任]，)(?:[^；。]{0,40}(?:会议|(?:(?<!代表大会第[一二三四五六七八九十]{1,4}次)会议|常委会|常务委员会)[于在]?\d{4}年\d{1,2}月\d{1,2}日|提请(?:[^，、：]{0,24}常(?:务委员|委)会)?|提名|表决|通过|决定|经审议))?(?:了)?(?:如下|以下|下列)?(?:决定|批准|同意|予以|补充|重新)*(?:任命|任职|免去|免职|免除|接受|辞去|辞职|撤销|撤职|罢免|补选|推选|代理)(?:以下|下列|如下|的)?(?:[0-9一二三四五六七八九十]{1,3}[名位])?(?:人员|同志|干部|请求|辞职|名单|事项)?的?(?:职务|请求|名单)?(?:有|是|如下)?(?:（[^）]{1,12}）)?$/u

const pure =
  /^(?:决定|批准|同意|补充|重新)*(?:任命|任职|免去|免职|免除|接受|辞去|辞职|撤销|撤职|罢免|补选|推选|代理)/u

const lapsed = /^(?:下列|以下)(?:人员|同志)(?:的?原?任?职务)(?:自然|相应|随之|予以)*免[去除]$/u

const asked = '(?:现|特|依法|会议|拟|提请|报请|建议|提名|决定|批准|同意|予以|审议|补充|重新|新)*'
const count = '[0-9一二三四五六七八九十]{1,4}'
/** The short headings: words before the verb, the verb, what it is about, how many: 拟任：, 任职人员（共5人）. */
const short = new RegExp(
  `^${asked}(?<verb>任命?|任职|免[去职除]?|免除)(?:了)?(?:以下|下列|如下)?(?:${count}[名位])?(?:的|职务|职位|人员|名单|同志|人选|对象|干部|情况|事项|部分|类|方面)*(?:如下)?(?:（?(?:共|计|合计)?${count}[人名位件项]）?)?$`,
  'u',
)

/** The verb of a short heading, which is one wherever it stands; `closed` as for {@link headingVerb}. */
export const shortVerb = (text: string, closed = false): Verb | undefined => {
  const verb = text.length > 30 ? undefined : short.exec(text)?.groups?.['verb']
  if (verb === undefined || (verb === text && !closed && text.length < 2)) return undefined
  const said = text.includes('决定') ? '决定' : text.includes('批准') ? '批准' : ''
  const word = `${said}${verb.startsWith('免') ? '免去' : '任命'}`
  return headings.find(([shape]) => shape.test(word))?.[1]
}

/** The verb a heading sets, 拟 left out («决定任命», «免去下列人员职务», «会议决定接受»), or undefined. `closed` tells that a colon or the edge of a cell closes it. */
export const headingVerb = (text: string, closed = false): Verb | undefined => {
  const told = shortVerb(text, closed)
  if (told) return told
  if (/^新任(?:命)?(?:的)?人员(?:名单)?$/u.test(text))
    return { act: 'appoint', verb: '任命', family: 'appoint' }
  if (lapsed.test(text)) return { act: 'remove', verb: '免去', family: 'remove' }
  if (text.length > 60 || !headingShape.test(text)) return undefined
  const tail = text.replace(/^.*(?:会议|常委会|常务委员会|提请|提名|表决|通过|经审议|\d日)/u, '')
  return headings.find(([shape]) => shape.test(pure.test(tail) ? tail : text))?.[1]
}

/** The verb a list's title sets: 任命名单, 免职名单; undefined for 任免名单. */
export const titleVerb = (title: string): Verb | undefined =>
  /任免|任职.*免职/u.test(title)
    ? undefined
    : (headings.find(([shape]) => shape.test(title.slice(-8))) ?? onlyIn(title))?.[1]

/** The one verb a title has, wherever it stands: 任命人民法院审判人员名单. */
const onlyIn = (title: string): (typeof headings)[number] | undefined => {
  const found = headings.filter(([shape]) => shape.test(title))
  return new Set(found.map(([, { family }]) => family)).size === 1 ? found[0] : undefined
}
