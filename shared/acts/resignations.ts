/** Resignations: the asking, and the accepting that only refers to it. */
import { readEntries } from './entries.ts'
import { isName, readPersons } from './persons.ts'
import { cleanPost, isPost } from './posts.ts'
import { keepAct, keepUnread } from './state.ts'
import type { Petition, State } from './state.ts'
import { context } from './statements.ts'
import type { Verb } from './verbs.ts'

/** A petition another body has already answered needs no decision here. */
export const dropPetitions = (state: State, clause: string): void => {
  const named = state.petitions.filter((one) => one.names.some((name) => clause.includes(name)))
  const answered = named.length === 0 && /其|该/u.test(clause) ? state.petitions.slice(-1) : named
  state.petitions = state.petitions.filter((one) => !answered.includes(one))
}

const petitionText =
  /^(?:(?:.{0,40}会议)?(?:审议|听取)(?:和(?=审议|听取|讨论)|并|审议|听取|讨论|了)*(?:关于)?|根据|鉴于|会议|由[^，]{2,20}选举产生的)?(?<body>.*?辞去.+)$/u
const vague =
  /^(?<name>\p{Script=Han}{2,4}?)(?:同志)?(?:因(?<why>\p{Script=Han}{2,16}?))?(?:提出|请求|向|要求|申请)/u

/** 本人请求辞去县长职务, and nothing tells who asks. */
const unsigned = /^(?:本人|我).{0,30}辞去(?!所任|其).{4,}职务/u

/** 张三因工作需要提出辞去所任职务: only the reason is worth keeping, for the acceptance that follows. */
const readVagueness = (state: State, clause: string, body: string): boolean => {
  if (!/所任|其职务|本人/u.test(clause)) return false
  if (unsigned.test(clause)) keepUnread(state, clause)
  const { name, why } = vague.exec(body)?.groups ?? {}
  const reason = why ?? state.reason
  if (name !== undefined && isName(name) && reason !== undefined) {
    state.petitions.push({ names: [name], post: '', text: clause, reason })
  }
  delete state.reason
  return true
}

/** 张三因工作变动提出辞去…职务: kept until an acceptance refers to it. */
export const readPetition = (state: State, clause: string): boolean => {
  const body = petitionText.exec(clause)?.groups?.['body']
  if (body === undefined) return false
  const stated = body
    .replace(/^.*选举产生的.*代表(?=\p{Script=Han}{2,4}[、因])/u, '')
    .replace(/(?:递交|提交)了?/u, '提出')
  const { entries, rest } = readEntries('resign', stated, context(state))
  const petitioners = entries.filter((entry) => isPost(entry.post))
  if (rest !== '' || petitioners.length === 0) {
    return readVagueness(state, clause, body)
  }
  for (const { who, post: said, reason } of petitioners) {
    const post = /^代表$/u.test(said) ? (state.seat ?? said) : said
    const given = reason ?? state.reason
    state.petitions.push({
      names: who.names,
      post,
      text: clause,
      ...(given === undefined ? {} : { reason: given }),
    })
  }
  state.last = petitioners.at(-1)?.who.names ?? state.last
  delete state.reason
  return true
}

/** What a motion heard before said about somebody's resignation. */
const proposedFor = (state: State, name: string): Petition | undefined => {
  const motion = state.proposals.find(({ names }) => names.includes(name))
  const act = motion?.acts?.find(
    (one) => one.act === 'accept-resignation' && one.persons.includes(name),
  )
  return motion && act && { names: act.persons, post: act.post, text: motion.text }
}

/** 接受张三的辞职请求: the post stands in the petition before, or as the person's title. */
export const readAcceptance = (state: State, text: string, verb: Verb): boolean => {
  const match =
    /^(?<who>其|他|她)的?(?:请求|申请)$/u.exec(text) ??
    /^(?<who>[^的辞]{2,14}?)(?:同志)?的(?:请求|申请)$/u.exec(text) ??
    /^(?<who>.*?)(?:同志)?(?:关于)?(?:提出)?(?:的)?(?:书面)?辞职(?:的)?(?:请求|申请|要求)?(?:的决定)?$/u.exec(
      text,
    )
  if (!match) return false
  const pending = text === '辞职' ? state.petitions.filter((one) => one.post !== '') : []
  const said = (match.groups?.['who'] ?? '').replace(/的$/u, '')
  const who =
    pending.length > 1
      ? { names: pending.flatMap((one) => one.names), incomplete: false }
      : /^(?:其|他|她)?$/u.test(said) && state.last.length > 0
        ? { names: state.last, incomplete: false }
        : said === '' || said === '其'
          ? { names: state.petitions.at(-1)?.names ?? [], incomplete: false }
          : readPersons(said)
  if (!who || who.names.length === 0) return false
  const posts = who.names.map(
    (name) =>
      state.petitions.find((one) => one.post !== '' && one.names.includes(name)) ??
      proposedFor(state, name),
  )
  if (posts.every((petition) => petition !== undefined)) {
    who.names.forEach((name, at) => {
      const petition = posts[at]
      keepAct(state, {
        act: verb.act,
        verb: verb.verb,
        persons: [name],
        post: petition?.post ?? '',
        ...(petition?.reason === undefined ? {} : { reason: petition.reason }),
      })
    })
    return true
  }
  const title = 'title' in who ? who.title : undefined
  if (title === undefined || !isPost(title)) {
    if (!text.includes('辞职')) return false
    state.accepted.push({ names: who.names, verb: verb.verb, text: `${verb.verb}${text}` })
    return true
  }
  keepAct(state, { act: verb.act, verb: verb.verb, persons: who.names, post: cleanPost(title) })
  return true
}
