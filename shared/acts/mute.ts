/** Stretches about posts that name nobody and no act, whoever wrote them: they ask nothing of the reader. */

const organHead =
  '(?:[省市县区州旗院]长|检察长|主任|主席|人民政府|人民法院|人民检察院|监察委员会|主任会议)'

const mute: readonly RegExp[] = [
  /^[—–－-]*\d{1,3}[—–－-]*$/u,
  /^第\d{1,3}页(?:共\d{1,3}页)?$/u,
  /^(?:抄送|主题词|印发份数)：/u,
  /^[^，。]{0,40}\d{4}年\d{1,2}月\d{1,2}日印发$/u,
  /^(?:【[^【】]{2,8}】)+$/u,
  /^(?:各位|副?主任|秘书长|委员|同志们|[、，：])+$/u,
  /^(?:同时|另外|此外|并|现|特|会议|[，、])*(?:提请|建议|决定)?(?:任命|免去|免除|任免|请求)?[和及]?$/u,
  /^(?:以上|上述|前述)[^，。]{0,12}自[^，。]{0,20}之日起(?:计算|生效)$/u,
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
  /^(?:(?:以上|上述|前述)[^，。]{0,10}，)?请(?:按法定程序办理|[^，。、]{0,16}(?:审议|审议决定|审定))$/u,
]

/** Whether the stretch is certain to name nobody and no act: a page number, a form of address, a list's own name. */
export const isMute = (stretch: string): boolean =>
  stretch.length <= 80 && mute.some((shape) => shape.test(stretch))

const motionTitle =
  /^(?:关于)?提请(?:审议)?(?:任免|任命|免去)(?<who>[\p{Script=Han}·、]{2,40}?)等?(?:[0-9一二三四五六七八九十]{1,3}[名位])?(?:同志|人员)(?:的)?职务的(?:议案|函|报告|请示)$/u

/** Whether the stretch only heads a motion whose persons all stand in what was read. */
export const headsRead = (stretch: string, decided: ReadonlySet<string>): boolean => {
  const who = motionTitle.exec(stretch)?.groups?.['who']
  return who?.split('、').every((name) => decided.has(name)) ?? false
}
