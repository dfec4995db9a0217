/** Clauses that decide nothing themselves: reasons, and persons brought up for what follows. */
import { readAmong, readPersons } from './persons.ts'
import type { State } from './state.ts'

const cause = /^(?:鉴于|由于|因为|因)(?<why>.{2,30})$/u
const asking =
  /(?:本人)?(?:自愿|主动|书面)*(?:向[^，]{2,20})?(?:提出|申请|请求|要求)了?辞职(?:请求|申请)?$/u

/** 工作调动提出辞职: the reason is what moved somebody to ask. */
const bareReason = (said: string): string => {
  const why = said.replace(asking, '')
  return why.length < 2 ? said : why
}

const afterthought = /^(?:另有任用|另行安排(?:工作)?|退休|工作另有安排)$/u

/** Clauses that only bring somebody up, for the 其 of the next: the whole clause is understood. */
const mentions: readonly RegExp[] = [
  /^(?:认为)?(.{2,12}?)(?:同志)?(?:完全|基本)?(?:符合|具备)/u,
  /^(.{2,40}?)(?:均|都|当场|全票|一致|获得?|顺利)+通过$/u,
  /^(?:会议|依法|确认|决定)*终止了?(.{2,40}?)的.{2,60}代表资格$/u,
  /^通过对(.{2,40}?)(?:同志)?的(?:任命|免职|任职)$/u,
  /^(.{2,12}?)(?:同志)?(?:已)?(?:担任|就任|调任|任).{2,40}后$/u,
]

/** 由北区选出的市八届人大代表张三: whose seat the next clauses speak of. */
const elected =
  /^由[^，]{2,24}(?:选出|选举(?:产生)?)的(?<seat>[^，]{4,40}代表)(?!大会)(?<who>[\p{Script=Han}·、]{2,60}?)$/u

const listFollows = /^(?:他们|她们|名单|具体|分别)(?:分别)?(?:是|为|如下)$/u

const personsIn = (shape: RegExp, clause: string): string[] | undefined => {
  const said = shape.exec(clause)?.[1]
  return said === undefined ? undefined : readAmong(said)?.names
}

/** Reads a clause that only says why, or of whom the next clause speaks. Out: whether it was one. */
export const readReason = (state: State, clause: string): boolean => {
  if (listFollows.test(clause) && state.verb) {
    // 任命了新一届县人民政府组成人员，他们是：posts and names follow, so that nothing of it stays open.
    state.postFirst = true
    state.inList = true
    if (/人员$|负责人$|干部$/u.test(state.unread.at(-1) ?? '')) state.unread.pop()
    return true
  }
  const last = state.acts.at(-1)
  if (last && afterthought.test(clause)) {
    last.reason ??= clause
    return true
  }
  state.last =
    personsIn(/^鉴于原?(.{2,30}?)(?:同志)?(?:已|因|调|涉|去世|逝世)/u, clause) ?? state.last
  // Whoever was elected to another office is the 其 whose seat ends; the election itself stays shown.
  state.last =
    personsIn(/^(?:因|鉴于)?原?(.{2,30}?)(?:同志)?已?(?:被)?(?:当选|选举)为?/u, clause) ??
    state.last
  const seat = elected.exec(clause)?.groups
  const seated = seat && readAmong(seat['who'] ?? '')
  if (seat && seated) {
    state.last = seated.names
    state.seat = seat['seat'] ?? ''
    return true
  }
  for (const shape of mentions) {
    const named = personsIn(shape, clause)
    if (!named) continue
    state.last = named
    state.proposals.push({ text: clause, names: named })
    state.adopted ||= clause.startsWith('通过')
    return true
  }
  const own =
    /^(\p{Script=Han}[\p{Script=Han}·、]{1,24})(?:同志)?(?:因(?!的)|由于)(.{2,20})$/u.exec(clause)
  const asker = own && readPersons(own[1] ?? '', false)
  if (own && asker && !/辞去|任命|免去|已/u.test(clause)) {
    state.last = asker.names
    state.proposals.push({ text: clause, names: asker.names })
    state.reason = bareReason(own[2] ?? '')
    return true
  }
  const why = cause.exec(clause)?.groups?.['why']
  if (why === undefined || /辞去(?!公职)|任命|免去|已|代理|[接担]任/u.test(clause)) return false
  state.reason = bareReason(why)
  return true
}
