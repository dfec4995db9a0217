/** Reads one clause in the light of what came before it. */
import { bears, opensBatch, readMembers } from './batch.ts'
import { isTakenUp, readRunTogether, withLast } from './carried.ts'
import { isNamedPostAlone, readEntries } from './entries.ts'
import {
  adoptsAllHeard,
  adoptsHeard,
  isByVoters,
  isElection,
  isOwnRequest,
  isPast,
  isProcedure,
  isProposal,
  isRequest,
  whoStays,
} from './noise.ts'
import { isOpen, keepNamed } from './open.ts'
import { asAsked, offWhole, subjectOf, tellsCourse, verbFirst, withoutBringer } from './orders.ts'
import { isName, opensWithYou, readPersons } from './persons.ts'
import { cleanPost, isPost, organName } from './posts.ts'
import { readReason } from './mentions.ts'
import { dropPetitions, readAcceptance, readPetition } from './resignations.ts'
import { keepAct, keepUnread, newState } from './state.ts'
import type { State } from './state.ts'
import {
  context,
  keepEntries,
  readActing,
  readEnding,
  readPairs,
  readPostsFirst,
} from './statements.ts'
import {
  completesAct,
  readMorePosts,
  readNames,
  readPostOfWaiting,
  repeatsPlace,
  takesPost,
} from './waiting.ts'
import { headingVerb, shortVerb, verbsIn } from './verbs.ts'
import type { Family, Verb, VerbHit } from './verbs.ts'

/** …局局长等13名政府组成人员: the posts were said. */
const andOthers =
  /(?<=[局厅庭院部处科司队所站行校省市县区州旗书察]长|主任|委员|[判察行]员|职务)等(?:共)?[0-9一二三四五六七八九十]{1,3}[名位人](?:[^，、为]{0,16}(?:人员|负责人|干部|同志|职务))?$/u

/** Reads what stands behind one verb. */
const readFrame = (
  state: State,
  hit: VerbHit,
  text: string,
  colon: boolean,
  apart = false,
): void => {
  const body = text
    .replace(/^(?:了|的?分别是|：)/u, '')
    .replace(/(?:[，、]|并|同时|以及|会议|还|且)+$/u, '')
    .replace(andOthers, '')
    .replace(/(?<=职务|请求)(?:以及|及|和|与)(?=[^，、]{2,20}(?:的|辞去))/gu, '、')
  const verb: Verb = { act: hit.act, verb: hit.verb, family: hit.family }
  state.verb = verb
  if (body === '') {
    if (hit.family === 'resign' && !colon) readAcceptance(state, '辞职', verb)
    return
  }
  if (opensBatch(state, body, verb, colon) || readPairs(state, verb, body, apart)) return
  if (hit.family === 'decide') {
    if (readActing(state, body, verb)) return
    const { entries, rest } = readEntries(
      'decide',
      body.replace(/^由/u, '').replace(/(?:的)?(?:决定|决议)$/u, ''),
      context(state),
    )
    keepEntries(state, verb, entries)
    if (rest !== '' && (entries.length > 0 || !isProcedure(rest))) keepUnread(state, rest)
    if (entries.length === 0) delete state.verb
    return
  }
  if (hit.family === 'resign' && readAcceptance(state, body, verb)) return
  const bare = body
    .replace(/^[^，、的]{0,8}(?:离任|届满|退休|到龄|调离|调出)的(?=\p{Script=Han}{2,})/u, '')
    .replace(/(?:的)?(?:决定|决议|议案|名单|提议|提案|建议)(?:（草案）)?$/u, '')
    .replace(/^分别/u, '')
  const { entries, rest } = readEntries(hit.family, bare, context(state))
  keepEntries(state, verb, entries)
  // 任命张三代理县长: the verb of an appointment, an acting post.
  if (entries.length === 0 && hit.family === 'appoint' && readActing(state, bare, acting)) return
  if (rest === '' || (entries.length === 0 && readPostsFirst(state, verb, bare))) return
  if (entries.length === 0 && isNamedPostAlone(bare) && hit.act.startsWith('approve')) {
    keepAct(state, {
      act: verb.act,
      verb: verb.verb,
      persons: [],
      post: cleanPost(bare),
      listIncomplete: true,
    })
    return
  }
  if (entries.length === 0 && isName(rest.replace(/同志$/u, ''))) {
    state.waiting.push(rest.replace(/同志$/u, ''))
    return
  }
  const names = entries.length === 0 ? readPersons(rest, false) : undefined
  if (names) state.waiting.push(...names.names)
  else if (entries.length > 0 && verbFirst(rest) !== rest) readClause(state, rest, false)
  else keepUnread(state, entries.length === 0 ? hit.verb + rest : rest)
}

/** 现提请县人大常委会： — what is asked for follows, each part with its own verb. */
const asking =
  /^(?:现|特|依法|我|本人)*(?:提请|报请|提名|推荐)(?:[^，为]{0,24}(?:会议?|大会))?(?:审议)?$/u

const acting: Verb = { act: 'act-as', verb: '决定代理', family: 'decide' }
const motionTail =
  /(?:的)?(?:议案|提案|说明|报告|提请|请示|建议|人选|情况)+(?:(?:的|作了?|进行了?)(?:说明|报告))?$/u

const inferred = (text: string): Verb | undefined => {
  if (
    /^\p{Script=Han}[\p{Script=Han}·、]{1,60}?(?:同志)?(?:为|任)/u.test(text) &&
    !text.endsWith('职务')
  )
    return acting
  if (/的.+(?:职务|一职)$/u.test(text)) return { act: 'remove', verb: '免去', family: 'remove' }
  return undefined
}

const readUnder = (state: State, verb: Verb, text: string): boolean => {
  if (verb.family === 'decide' && readActing(state, text, verb)) return true
  if (verb.family === 'resign' && readAcceptance(state, text, verb)) return true
  if (verb.family === 'remove' && takesPost(text)) return false
  if (text.includes('分别') && readPairs(state, verb, text, false)) return true
  const family: Family = verb.family
  const you = opensWithYou(text, family !== 'decide')
  const said = you ? text : text.replace(/^(?:分别|还|并|及|以及|由)/u, '')
  // 张三、李四 … in rows, 为…审判员 under them.
  const behind = state.waiting.length > 0 && /^(?:为|担任|任)/u.test(said)
  const known = behind ? { ...context(state), last: state.waiting } : context(state)
  const { entries, rest } = readEntries(family, said, known, behind ? [] : state.waiting)
  if (entries.length === 0) return false
  keepEntries(state, verb, entries)
  state.waiting = []
  if (rest !== '') keepUnread(state, rest)
  return true
}

/** 李四不再担任市政府秘书长; 通过张三等三人为××委员会委员. */
const readStated = (state: State, clause: string): boolean => {
  if (
    /不再(?:担|兼)任/u.test(clause) &&
    (state.decided || state.verb || state.inList || state.adopted)
  ) {
    const held = state.acts.at(-1)?.post ?? ''
    const who = /^不再/u.test(clause) ? state.last.join('、') : ''
    const turned = verbFirst(`同意${who}${clause.replace(/(?:该|此|上述|这一)职务?$/u, held)}`)
    const [hit] = turned.startsWith('免去') ? verbsIn(turned) : []
    if (!hit) return false
    const verb = state.verb
    readFrame(state, hit, turned.slice(hit.end), false)
    if (verb) state.verb = verb
    return true
  }
  const passed =
    /通过(?:了)?(?!关于|《)(?<said>.{2,60}?[为任].+?)(?:的(?:任命|任职)?(?:名单|决定|事项|议案|案)?)?$/u.exec(
      clause,
    )?.groups?.['said']
  return (
    passed !== undefined &&
    readUnder(state, { act: 'appoint', verb: '任命', family: 'appoint' }, passed)
  )
}

/**
 * 乙为丙局局长 on the line after 甲为乙局局长，免去其丙局局长职务: an appointment again, and no removal of one called 乙为.
 * The verb is the heading's, else that of the last appointment. Out: false when there is none, so that nothing says what is done.
 */
const appointAgain = (state: State, clause: string): boolean => {
  if (state.verb?.family !== 'remove' || state.verb === state.heading) return true
  if (/的|职务|一职/u.test(clause)) return true
  const said = /^(?<who>.{2,30}?)(?:同志)?(?<link>担任|任|为)(?<post>.+)$/u.exec(clause)?.groups
  if (!said || !isPost(said['post'] ?? '') || !readPersons(said['who'] ?? '', false)) return true
  if (state.names.has(`${said['who']}为`)) return true
  const { heading } = state
  const before = state.acts.findLast(({ act }) => act === 'appoint')
  if (heading?.family === 'appoint') state.verb = heading
  else if (before) state.verb = { act: before.act, verb: before.verb, family: 'appoint' }
  return heading?.family === 'appoint' || before !== undefined || said['link'] !== '为'
}

/** 保留审判员职务: no act; whoever is named must have one elsewhere, or is shown. */
const readStaying = (state: State, clause: string): boolean => {
  const who = whoStays(clause)
  const named = who === undefined || who === '' ? undefined : readPersons(who, false)
  if (who === undefined || (who !== '' && !named)) return false
  if (named) state.proposals.push({ text: clause, names: named.names })
  return true
}

/** Reads a clause that holds no verb of its own. */
const readPlain = (state: State, clause: string, colon: boolean): void => {
  if (!appointAgain(state, clause)) {
    keepUnread(state, clause)
    return
  }
  if (isTakenUp(state, clause)) {
    keepUnread(state, clause)
    return
  }
  if (readMembers(state, clause)) return
  if (readEnding(state, clause) || readReason(state, clause)) return
  if (
    isPast(clause.slice(0, clause.search(/辞去|接受|任命|免去|代理|$/u))) &&
    /辞|任|免|代理/u.test(clause)
  ) {
    dropPetitions(state, clause)
    return
  }
  const decision = state.decided
    ? /^关于(?<said>.+?)的(?:决定|决议)$/u.exec(clause)?.groups?.['said']
    : undefined
  if (decision !== undefined && takesPost(decision)) {
    readPlain(state, decision, false)
    return
  }
  const agreed = /^(?:一致|表决)?同意(?<said>.+)$/u.exec(clause)?.groups?.['said']
  if (agreed !== undefined && takesPost(agreed)) {
    const verb: Verb = { act: 'appoint', verb: '任命', family: 'appoint' }
    if (readUnder(state, verb, agreed)) {
      state.verb = verb
      return
    }
  }
  if (organName.test(clause) || readStated(state, clause)) return
  const active = state.verb ?? state.heading
  if (colon && active && opensBatch(state, clause, active, true)) return
  if (completesAct(state, clause) || readNames(state, clause)) return
  if (state.rows && readPostOfWaiting(state, clause, true)) return
  if (active?.family === 'remove' && repeatsPlace(state, clause) && readMorePosts(state, clause))
    return
  if (active && readUnder(state, active, clause)) return
  if (active && state.postFirst && readPostsFirst(state, active, clause)) return
  if (clause.includes('代理') && !/宣誓|委托|主持|出席|列席/u.test(clause)) {
    const asked = /^(?:建议|提议|提请|提名)(?=由|其)/u.exec(clause)
    if (asked && !state.asks) {
      keepProposal(state, clause)
      return
    }
    const bare = asked ? clause.slice(2) : clause.replace(/^.*(?:会议|关于)/u, '')
    if (readActing(state, bare, acting)) return
  }
  if (clause.includes('辞去') && readPetition(state, clause)) return
  if (readPostOfWaiting(state, clause) || readMorePosts(state, clause)) return
  const taken = state.verb !== undefined && clause.startsWith('由') && takesPost(clause)
  const listed = state.inList || state.weak || state.decided || state.adopted || taken
  const list = listed ? inferred(clause.replace(/^由/u, '')) : undefined
  if (list && !isProcedure(`${clause}职务`) && readUnder(state, list, clause)) return
  const label = colon && isPost(clause)
  if (bears(state, clause) || readRunTogether(state, clause)) return
  if (label || isOpen(state, clause)) keepUnread(state, clause)
  else keepNamed(state, clause)
}

/** Keeps a proposal with the persons it names, so that it can be told later whether they were decided upon. */
export const keepProposal = (state: State, clause: string): void => {
  const aside = newState(state.places, state.names)
  aside.last = state.last
  const said = clause.replace(motionTail, '')
  const hits = verbsIn(said)
  hits.forEach((hit, index) => {
    readFrame(aside, hit, said.slice(hit.end, hits[index + 1]?.at ?? said.length), false)
  })
  if (hits.length === 0) readActing(aside, said.replace(/^.*关于/u, ''), acting)
  const names = [...aside.acts.flatMap((act) => act.persons), ...aside.waiting]
  if (names.length > 0 || !isProcedure(clause)) {
    state.proposals.push({ text: clause, names, acts: aside.acts })
  }
}

/** 会议审议了关于提请任命张三为局长的议案，并表决通过: what this sentence proposed is adopted. */
const adoptHeard = (state: State): void => {
  for (const { acts = [] } of state.proposals.slice(state.heard)) {
    for (const act of acts) keepAct(state, act)
  }
  state.heard = state.proposals.length
}

/** …检察长并报上级备案: who is told of it is no part of the act. */
const filed = /(?<=[长任员]|职务|请求)并?(?:依法)?须?(?:报|向)[^，]{2,40}(?:备案|批准)$/u

const lead =
  /^(?:并且?|同时|此外|另外|另(?!有|行)|还|其中|会议|随后|最后|会上|分别|随即|一是|二是|三是|四是|五是)+/u

/** 拟提请任命检察员：张三、李四 in one's own name; 拟 and 现 tell that it is. */
const listAsked = /^(?:现|特|拟)*(?:提请|报请)?(?=(?:任命|免去)\p{Script=Han}{2})/u
const listMeant = /^(?:现|特|拟)+(?:提请|报请)?(?=(?:任命|免去)\p{Script=Han}{2})/u

/**
 * Reads one clause; `colon` tells that a colon follows it.
 * What it states goes into the state's acts, what it leaves unexplained into its unread.
 */
export const readClause = (state: State, raw: string, colon: boolean): void => {
  const bare = offWhole(state.motion ? asAsked(raw) : raw)
    .trim()
    .replace(colon ? (state.asks ? listAsked : listMeant) : /$^/u, '')
    .replace(/(?<![申提])请辞(?:去)?(?=\p{Script=Han}{4})/u, '辞去')
    .replace(filed, '')
  const passive = /^(?:均|分别)?被(?:决定|依法)?任命为/u.test(bare) && state.last.length > 0
  state.elsewhere ||= isElection(bare)
  const about = subjectOf(bare)
  if (about !== '' && state.waiting.length === 0 && !state.batch && !state.heading) {
    state.last = [about]
    state.told = true
  }
  if (tellsCourse(bare)) state.told = false
  const told = withLast(state, bare)
  const said = verbFirst(passive ? `${state.last.join('、')}${bare}` : told)
  const clause = state.decided ? withoutBringer(said) : said
  if (clause === '' || readStaying(state, clause)) return
  const all = adoptsAllHeard(clause)
  if (all || adoptsHeard(clause)) {
    if (all) state.heard = 0
    adoptHeard(state)
    return
  }
  if (colon && state.asks && asking.test(clause)) {
    state.inList = true
    if (/(?:提名|推荐)$/u.test(clause))
      state.heading = { act: 'appoint', verb: '任命', family: 'appoint' }
    return
  }
  const heading = headingVerb(clause, colon)
  const answers = heading?.family === 'resign' && !colon && state.petitions.length > 0
  const proposed = clause.startsWith('拟') && !state.inList && !state.motion
  if (
    heading &&
    !answers &&
    !proposed &&
    (colon || state.inList || clause.length < 8 || shortVerb(clause))
  ) {
    if (colon || !state.verb) state.heading = heading
    state.closed = false
    state.labelled = []
    state.verb = heading
    state.inList = true
    state.postFirst = true
    return
  }
  const hits = verbsIn(clause)
  const first = hits[0]
  if (!first) {
    readPlain(state, clause.replace(lead, '') || clause, colon)
    return
  }
  const before = clause.slice(0, first.at)
  if (isPast(before)) {
    dropPetitions(state, clause)
    return
  }
  // A passive no known name stands before is shown whole: its person is in it.
  if (/被(?:依法)?$/u.test(before) && (first.family === 'appoint' || first.family === 'remove')) {
    keepUnread(state, clause)
    return
  }
  const askedFor = state.requested && before === '' && /^(?:任命|免去)/u.test(clause) && !colon
  const proposal = isProposal(before, clause) && !(state.asks && isOwnRequest(before, clause))
  state.requested = askedFor || (proposal && isRequest(before))
  if (askedFor || proposal) {
    keepProposal(state, clause)
    return
  }
  if (isByVoters(before, first.verb)) {
    keepUnread(state, clause)
    return
  }
  if (state.elsewhere && first.family === 'resign') {
    keepUnread(state, clause)
    return
  }
  const why = /(?:因|由于)(\p{Script=Han}{2,20}?)(?:，|会议)?$/u.exec(before)?.[1]
  if (why !== undefined) state.reason = why
  const rest = before.replace(lead, '').replace(/(?:，|、|并|同时|会议|还)+$/u, '')
  if ((state.verb ?? state.heading) && /[为的]|辞去/u.test(rest) && rest.length > 3) {
    readPlain(state, rest, false)
  }
  hits.forEach((hit, index) => {
    const end = hits[index + 1]?.at ?? clause.length
    const apart = clause.slice(0, hit.at).endsWith('分别')
    readFrame(state, hit, clause.slice(hit.end, end), colon && index === hits.length - 1, apart)
  })
}
