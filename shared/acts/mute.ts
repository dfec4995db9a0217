/** Stretches about posts that name nobody and no act, whoever wrote them: they ask nothing of the reader. */

import { endsAsPost, samePost } from './posts.ts'
import type { ReadAct } from './types.ts'

const organHead =
  '(?:[省市县区州旗院]长|检察长|主任|主席|人民政府|人民法院|人民检察院|监察委员会|主任会议)'

const mute: readonly RegExp[] = [
  /^[—–－-]*\d{1,3}[—–－-]*$/u,
  /^（?无）?$/u,
  /^(?:此致)?敬礼$/u,
  /^（?(?:信息|稿件|文章)?(?:来源|作者|供稿|(?:责任|执行)?编辑|责编|审核|校对|编审|监制)：[^，。；：]{1,30}）?$/u,
  /^(?:现|特此)?(?:予以?)?(?:公布|公告)$/u,
  /^第\d{1,3}页(?:共\d{1,3}页)?$/u,
  /^(?:抄送|主题词|印发份数)：/u,
  /^[^，。]{0,40}\d{4}年\d{1,2}月\d{1,2}日印发$/u,
  /^(?:【[^【】]{2,8}】)+$/u,
  /^(?:各位|副?主任|秘书长|委员|同志们|[、，：])+$/u,
  /^(?:同时|另外|此外|并|现|特|会议|[，、])*(?:提请|建议|决定)?(?:任命|免去|免除|任免|请求)?[和及]?$/u,
  /^(?:以上|上述|前述)[^，。]{0,12}自[^，。]{0,20}之日起(?:计算|生效)$/u,
  /^任期(?:为)?[一二三四五六1-6]年$/u,
  /^任期(?:与|同)本届[^，。]{2,16}(?:相同|一致|任期相同)?$/u,
  /^试用期[为是]?(?:半年|[一二三两六1-3][个]?[年月])$/u,
  /^(?:关于)?[^，。、]{0,24}(?:任免|任命|任职|免职)(?:职务)?(?:人员|干部|事项|情况)*(?:名单的通知|一览表|名册|花名册|情况表|明细表|汇总表)$/u,
  /^(?:公告|通知|主任会议)$/u,
  /^(?:批准|决定)?(?:任命|免去|任免)：无$/u,
  new RegExp(
    `^[省市县区州旗]?(?:中级|高级)?(?:人民政府|人民法院|检察院|人民检察院|监察委员会)?${organHead}(?:提请|提名)$`,
    'u',
  ),
  /^[^，。、：的为]{0,12}(?:组成人员|审判人员|检察人员|工作人员|领导人员)(?:任职|免职|任免)?$/u,
  /^(?:(?:以上|上述|前述)[^，。]{0,10}，)?请(?:(?:按法定程序|依法)(?:予以)?办理|[^，。、]{0,16}(?:审议|审议决定|审定))$/u,
]

/** Whether the stretch is certain to name nobody and no act: a page number, a form of address, a list's own name. */
export const isMute = (stretch: string): boolean =>
  stretch.length <= 80 && mute.some((shape) => shape.test(stretch))

const motionTitle =
  /^(?:关于)?(?:提请|推荐|提名|建议)(?:审议)?(?:任免|任命|免去)?(?<who>[\p{Script=Han}·、]{2,40}?)等?(?:[0-9一二三四五六七八九十]{1,3}[名位])?(?:同志|人员)(?:的)?(?:职务(?:任免)?|任免?职|任职免职|任免)的(?:议案|函|报告|请示|通知)$/u

const chief = '(?:[省市县区州旗]长|主席|主任|院长|检察长)'
const organ =
  '[省市县区州旗]?(?:人民政府|人民法院|人民检察院|监察委员会|人大常委会|人大常委会街道工委|街道人大工委|人大街道工委)?'

/** What a decision is about, in words that name nobody, and the acts that are it: 代理县长, 任命区人民政府副区长, 终止相关人员职务. */
const general: readonly (readonly [RegExp, RegExp])[] = [
  [new RegExp(`^(?:其|推选|决定|任命)*代理${chief}$`, 'u'), /^act-as$/u],
  [/^终止(?:相关|有关|部分)(?:人员|同志)(?:的)?职务$/u, /^end$/u],
  [
    new RegExp(
      `^(?:任命|任免|免去)${organ}(?:副?${chief}|(?:组成|工作|审判|检察|领导)人员|人民陪审员|审判员|检察员)(?:的?职务)?$`,
      'u',
    ),
    /^(?:appoint|remove)$/u,
  ],
  [
    /^(?:任命|任免|免去)[^，。；：]{2,30}(?:提请|提名)的(?:有关|部分)?(?:审判|检察|工作|组成)?人员$/u,
    /^(?:appoint|remove)$/u,
  ],
  [
    /^[^，。]{0,60}会议决定(?:设立|成立)\p{Script=Han}{2,30}(?:委员会|小组)，(?:任命|免去)$/u,
    /^(?:appoint|remove)$/u,
  ],
]

const personal = new RegExp(
  `^(?:任命|免去)(?<who>[\\p{Script=Han}·、]{2,40}?)(?:等?同志)?(?:的)?职务(?:[及和]?(?:决定)?其?代理${chief})?$`,
  'u',
)

const whatFor = /^(?:补充|重新|批准)?(?:任命|任免|免去)(?<post>[^，。；：为]{4,60})$/u

/** 关于任命县人民法院人民陪审员的决定, 关于任命各街道人大工委主任的决定: the posts of its acts, and nobody. */
const namesPosts = (about: string, acts: readonly ReadAct[]): boolean => {
  const said = whatFor.exec(about)?.groups?.['post']?.replace(/职务$/u, '')
  if (said === undefined) return false
  const each = /^(?:各|部分|有关)(?:街道|乡镇|镇)/u.test(said) && endsAsPost(said)
  return (
    each ||
    acts.some(({ post }) =>
      post.split('、').some((one) => said.length <= one.length && samePost(one, said)),
    )
  )
}

/** Whether the stretch only says what the acts read are about, and names nobody but those in them. */
export const headsDecision = (stretch: string, acts: readonly ReadAct[]): boolean => {
  if (stretch.length > 120) return false
  const about = stretch
    .replace(/^[^，。；：]{0,40}?关于/u, '')
    .replace(/的?(?:决定|决议|名单)$/u, '')
  const who = personal.exec(about)?.groups?.['who']?.split('、')
  const named = (name: string): boolean => acts.some(({ persons }) => persons.includes(name))
  return (
    general.some(([shape, kind]) => shape.test(about) && acts.some(({ act }) => kind.test(act))) ||
    (who?.every(named) ?? false) ||
    (acts.length > 0 && namesPosts(about, acts))
  )
}

/** Whether the stretch only heads a motion whose persons all stand in what was read. */
export const headsRead = (stretch: string, decided: ReadonlySet<string>): boolean => {
  const who = motionTitle.exec(stretch)?.groups?.['who']
  return who?.split('、').every((name) => decided.has(name)) ?? false
}
