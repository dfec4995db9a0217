/** Telling talk about appointments from appointments. */

/** Words that make a clause speak of posts. */
export const speaksOfPosts =
  /任命|免去|免除|免职|任职|辞去|辞职|代理|代主任|罢免|撤职|撤销.{0,40}职务|终止|补选|推选|职务|选举|当选|担任|调任|不再|递补/u

/** Clauses that speak of posts without deciding upon any. */
const procedure =
  /任命书|任命证书|(?:任[命免职]|免职)名单|代表资格有效|宣誓|供职|表态发言|任职发言|履职发言|拟任(?!命)|见面|简历|备案|公告|人事任免(?:事项|案|议案|名单|工作|情况|办法|$)|任免(?:事项|案|议案|名单|办法|条例)|人事(?:事项|任命)|辞职事项|任免$|任职前|任前|主持(?:会议)?|列席|出席|委托|强调|指出|希望|要求|表示|讲话|实有代表|现有代表|现实有|法定人数|报请|报经|须报|提请.{0,30}(?:议案|报告|说明)|作(?:了)?.{0,40}(?:说明|报告)|听取|依照|依据|按照|根据.{0,80}(?:规定|提请|提名|结果|提议|建议|申请|请求|条例|办法)|规定$|选举办法|选举结果|代表资格审查报告|补选.{0,40}(?:的决定|办法|有关事项)|代表法|选举法|组织法|履行.{0,10}职责|撤销.{0,30}(?:机构|机关|工作室|规定|文件)|原则|条例|撤职案|罢免案|特此|予以公布|另行(?:办理|任免|通知|行文|提请)|按(?:章程|程序|规定)(?:另行)?办理/u

const alone =
  /^(?:经|会议|本次|此次|随后|会上|会后|最后|同时|此外|日前|今天)?[^、]{0,14}(?:表决|审议|投票|讨论|研究(?![室所院会中]))[^、]{0,16}$/u

/** An election by the congress or the voters: no act of the committee, and never to be passed over. */
const election = /当选为?(?!证)|选举(?!办法|结果|法|产生|单位|委员会|工作)[^，]{2,}为/u

/** Whether a clause without any act needs no second look. */
export const isProcedure = (clause: string): boolean =>
  !election.test(clause) &&
  (!speaksOfPosts.test(clause) || procedure.test(clause) || alone.test(clause))

/** The decision was not taken: nothing in the sentence may be read as an act. */
export const isRefused =
  /未(?:获|能|予|被)?(?:得)?(?:表决)?通过|没有通过|否决|不予(?:通过|任命|免去|接受|批准)|未获(?:批准|过半数)|暂不(?:付|交付)?表决|不(?:予)?接受|撤回(?:了)?.{0,30}议案|尚未|未过半数/u

/** Persons a procedural clause names: 提请任命周山信等同志, 终止樊迟代表资格. */
export const namedInProcedure =
  /终止(?<seat>\p{Script=Han}{2,4}?)的?代表资格|(?<said>\p{Script=Han}{2,4})(?:等)?(?:[0-9一二三四五六七八九十]{1,4}[名位人])?同志/gu

const adopting = /通过|作出|表决|批准|同意/gu
const hearing = /听取|审议|提交|提请|讨论|研究(?![室所院会中])|介绍|宣读|提出|说明|学习|传达|印发/gu
const lastOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].at(-1)?.index ?? -1

const adoption =
  /^(?:并|且|经|随后|会议)*(?:[^，、《》]{0,14}(?:表决|投票|审议))?(?:均|予以|全票|一致)*(?:获得?)?(?:全票|一致)?通过(?:了)?$/u

/** Whether the clause says that what was proposed before it was adopted: 并表决通过, 均获通过. */
export const adoptsHeard = (clause: string): boolean => clause.length < 30 && adoption.test(clause)

/** 表决通过了上述议案: whatever motions the text told of before. */
export const adoptsAllHeard = (clause: string): boolean =>
  /^(?!.*[未没不]).{0,20}(?:通过|同意)了?(?:上述|以上|前述|这[些两三几]|全部)[^，、《》]{0,14}(?:议案|任免案|任命案|事项|名单|提请|案)$/u.test(
    clause,
  )

const motion =
  /(?:议案|提案|说明|提请|请示|建议|人选|情况|的报告|的案|任免案|任命案)(?:（草案）)?(?:等)?$/u
const proposing =
  /(?:提请|拟|拟由|提议|建议|推荐|提名|准备|可以|有权|应当|要求|申请|需要|报请|不得|能够)(?:[^，]{0,8})$/u
const byProposal = /(?:根据|依据|按照|依照|经|应|受|由)[^，]*(?:提请|提名|提议|建议|推荐)/u

/** 通过了区政府提请任命…的议案: who brought it is said on the way. */
const broughtAndAdopted =
  /(?:表决|审议|会议|还|一致|投票|并)通过了?(?:关于)?(?:(?!听取)[^，、]){0,24}(?:提请|提名)(?:审议)?(?:的)?(?:关于)?$/u

/**
 * Whether a clause only speaks of a proposal. In: what stands before the verb, and the whole clause.
 */
export const isProposal = (before: string, clause: string): boolean => {
  if (broughtAndAdopted.test(before)) return false
  const adopted = lastOf(before, adopting)
  const heard = lastOf(before, hearing)
  if (adopted > heard) return false
  if (heard >= 0 && /关于|《/u.test(before.slice(heard))) return true
  if (motion.test(clause) && adopted < 0) return true
  return proposing.test(before) && !byProposal.test(before)
}

/** 副市长提请免去…: a request whose further clauses may go on without saying so again. */
export const isRequest = (before: string): boolean =>
  /(?:提请|提议|提名|建议)[^，]{0,8}$/u.test(before)

/** The title of a motion or of the report that brings it: 关于提请任免审判职务的议案. */
export const isMotionTitle = (line: string): boolean =>
  /^(?=.{4,90}$)(?!.*[。；：，])(?=.*(?:提请|任免|任命|任职|免职|免去|辞去))(?:.{4,80}(?:议案|提案|请示|报告|函|提名)|.{0,40}(?:提请.{2,40}|拟?任免?职?职务的)说明)$/u.test(
    line,
  )

/** Whom a motion addresses, on a line of its own: 县人大常委会：. */
export const isAddressee = (line: string): boolean =>
  /^[^，。；：、的]{1,30}(?:常委会|常务委员会)(?:党组)?：$/u.test(line)

/** The motion's own request, right before its verb: 现提请市人大常委会任命…. */
export const isOwnRequest = (before: string, clause: string): boolean =>
  !isMotionTitle(clause) &&
  /^(?:.*[，：])?(?:同时|并且?|另|还|一并|现|特|拟|依法|经[^，]{2,16})*(?:提请|报请|提名|建议)[^，]{0,24}$/u.test(
    before,
  )

const closing =
  /^(?:(?:以上|上述|前述)[^，。；：]{0,20}|(?![^，]*(?:任命|免去|职务|同志))[^，。；：]{1,24}，)?(?:现|特|一并|均)?(?:[提报]?请)(?:予以?|[^，、；：为]{0,24}(?:会议?|大会))?(?:予以?)?(?:审议|审查|审定|审批|讨论|表决)(?:[并和及、]?(?:决定|通过|任免|任命|批准|表决))*$/u

/** The closing words of a motion: 请审议, 以上人选，请予审议决定. No act follows them but under a heading of its own. */
export const isClosing = (sentence: string): boolean =>
  sentence.length < 80 && closing.test(sentence)

const voters = /(?:选举委员会|选民|选区|选举单位|代表团)[^，]{0,16}$/u

/** Whether the voters, or whoever else elects deputies, fill a seat: 镇选举委员会依法补选…; no act of the committee. */
export const isByVoters = (before: string, verb: string): boolean =>
  verb === '补选' && voters.test(before)

const keeping =
  /^(?:但|并|且|其|仍(?=保留))*(?<who>[\p{Script=Han}·]{2,15}?)??(?:同志)?(?:的)?(?:保留|继续|仍(?=[担任为]))/u

/** 保留审判员职务, 张三继续担任局长: nothing changes. Out: who is said to stay, '' for those named before; undefined when nobody is. */
export const whoStays = (clause: string): string | undefined => {
  const match = keeping.exec(clause)
  return match && /职务|[长任员]$/u.test(clause) ? (match.groups?.['who'] ?? '') : undefined
}

/** Whether the text tells of a session; one that does not may ask in its own name: 提请任命…. */
export const isReport = (text: string): boolean =>
  /会议|听取|表决|通过|召开|闭幕|举行|记者|日前|本报|[今昨]天/u.test(text)

/** 县人民代表大会第三次会议选举张三为…: what the sentence goes on to tell is the congress's doing too. */
export const isElection = (clause: string): boolean =>
  /人民代表大会(?!常务)[^，]{0,20}选举\p{Script=Han}{2,}为/u.test(clause)

/** Whether what stands before a verb puts it into the past: 鉴于…已辞去. */
export const isPast = (before: string): boolean =>
  /已(?:经|于|依法|由)?[^，]{0,16}$|此前[^，]{0,10}$|^鉴于|曾(?:经|被|任)$|历任|^原?曾(?:经|任|担任|被)/u.test(
    before,
  )
