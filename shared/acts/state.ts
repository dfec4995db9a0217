/** What the reader carries from clause to clause. */
import { organHeld, organOver, postAfter, postOfBody, postUnder } from './organs.ts'
import type { Scopes } from './organs.ts'
import { isPartyPost } from './posts.ts'
import type { Places } from './persons.ts'
import type { ReadAct } from './types.ts'
import type { Verb } from './verbs.ts'

/** An act with the clues needed to tell repetitions from separate statements. */
export type Found = ReadAct & {
  /** From a title, a headline or a quoted decision: gives way to the statement itself. */
  weak: boolean
}

/** Somebody asked to resign; an acceptance later in the text may refer to it. */
export type Petition = { names: string[]; post: string; text: string; reason?: string }

export type State = {
  places: Places
  /** Names ending in 为 that stand clear somewhere in the text. */
  names: ReadonlySet<string>
  acts: Found[]
  unread: string[]
  /** Set by a heading; holds until the next heading. */
  heading?: Verb
  /** Said in this sentence; elided before the entries that follow. */
  verb?: Verb
  /** The heading or title says that a list of appointments and removals follows. */
  inList: boolean
  reason?: string
  /** Persons named last, for 其. */
  last: string[]
  /** The seat somebody named last was elected to, for 代表职务 alone. */
  seat?: string
  /** Names waiting for their post (a list parted by commas). */
  waiting: string[]
  /** The line before held nothing but names, so that a whole post is theirs: 南江县… is no 南江. */
  rows: boolean
  /** 任命下列人员为…： names follow. */
  batch?: {
    verb: Verb
    post: string
    names: string[]
    text: string
    incomplete: boolean
    /** A colon stood right behind the post, so that what follows are names. */
    sure: boolean
    /** How many clauses without a name may still come before the names. */
    patience: number
  }
  /** The committee or court the title names, for 主任委员： and its like; acts of such bare posts, until their organ is said. */
  committee: string
  labelled: { act: Found; label: string }[]
  petitions: Petition[]
  /** Acceptances of requests not yet told of: 决定接受张三的辞职请求。张三…提出辞去…职务。 */
  accepted: { names: string[]; verb: string; text: string }[]
  /** Proposals heard but not adopted; shown unless the same persons were decided upon. */
  proposals: { text: string; names: string[]; acts?: readonly ReadAct[] }[]
  /** The headings over the line at hand, with the organs some of them name. */
  scopes: Scopes
  /** The organ of the post kept last, for those behind it that leave it out: 城关街道工作委员会主任, 副主任. */
  held: string
  /** The standing committee whose paper it is, '' when the text does not say so. */
  body: string
  /** How many acts were known before the paragraph at hand. */
  before: number
  /** How many acts were known before the sentence at hand. */
  spoken: number
  /** The sentence told of somebody before its acts: 张三同志到龄，…. */
  told: boolean
  /** The sentence tells what the congress elected: what it accepted there is none of the committee's acts. */
  elsewhere: boolean
  /** The sentence tells what somebody was before. */
  life: boolean
  /** Rows of a name and its post were read under the heading. */
  rowsRead: boolean
  /** How many persons an act is on, where its text says so. */
  counts: Map<ReadAct, number>
  /** The rows of names at hand, with nothing over them, were all of those an act named in part. */
  listed: boolean
  /** How many proposals were heard before this sentence. */
  heard: number
  /** A heading was read and no entry with its name first since: 市政府秘书长张三 may follow. */
  postFirst: boolean
  /** Titles not understood; shown unless they name somebody decided upon. */
  titles: string[]
  /** The session adopted resignations (辞职7人), so that 提出辞去 states a decision. */
  resignationsAdopted: boolean
  /** The text is itself a motion: what it asks for is what it has to say. */
  motion: boolean
  /** The motion's closing words were said. */
  closed: boolean
  /** Lines that only say who signed. */
  signatures: Set<string>
  /** The text may ask in its own name, being a motion or a piece of one: 提请任命…. */
  asks: boolean
  /** The title says that the committee approves: chief procurators of the level below. */
  approving: boolean
  weak: boolean
  /** The clause before asked for acts: 副市长提请免去…，任命… goes on asking. */
  requested: boolean
  /** The sentence at hand says that the session decided. */
  decided: boolean
  /** A sentence before said that appointments were adopted; 张三同志任局长 after it is one of them. */
  adopted: boolean
}

export const newState = (places: Places, names: ReadonlySet<string>): State => ({
  places,
  names,
  acts: [],
  unread: [],
  inList: false,
  last: [],
  waiting: [],
  rows: false,
  committee: '',
  labelled: [],
  petitions: [],
  accepted: [],
  proposals: [],
  heard: 0,
  scopes: [],
  held: '',
  body: '',
  before: 0,
  spoken: 0,
  told: false,
  life: false,
  rowsRead: false,
  elsewhere: false,
  listed: false,
  counts: new Map(),
  postFirst: false,
  titles: [],
  resignationsAdopted: false,
  motion: false,
  closed: false,
  signatures: new Set(),
  asks: false,
  approving: false,
  weak: false,
  requested: false,
  decided: false,
  adopted: false,
})

const edge = /[，、；：\s]/u

/** Without marks at either end; walks inwards, since a pattern ending in $ would search each run anew. */
const withoutEdges = (text: string): string => {
  let from = 0
  let to = text.length
  while (from < to && edge.test(text.charAt(from))) from++
  while (to > from && edge.test(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

/** Keeps a stretch of text that was not understood. */
export const keepUnread = (state: State, text: string): void => {
  const shown = withoutEdges(text)
  if (shown !== '') state.unread.push(shown)
}

const approved: Partial<Record<ReadAct['act'], Pick<ReadAct, 'act' | 'verb'>>> = {
  appoint: { act: 'approve-appoint', verb: '批准任命' },
  remove: { act: 'approve-remove', verb: '批准免去' },
}

/** 同意免去…县人民检察院检察长 under 关于批准任免检察长的决定 approves too; one's own chief is the congress's to elect. */
const asApproved = (state: State, act: ReadAct): ReadAct =>
  state.approving && /检察院检察长(?:、|$)/u.test(act.post) ? { ...act, ...approved[act.act] } : act

/** Keeps an act and remembers its persons; `count` is how many 等3人 says there are. */
export const keepAct = (state: State, said: ReadAct, count?: number): void => {
  const act = asApproved(state, said)
  if (isPartyPost(act.post)) {
    keepUnread(state, `${act.verb}${act.persons.join('、')}${act.post}`)
    return
  }
  if (act.act.startsWith('approve')) state.approving = true
  const reason = act.reason ?? state.reason
  const organ = organOver(state.scopes) || state.committee
  const near = postAfter(act.post, state.held)
  const post = postOfBody(near === act.post ? postUnder(act.post, organ) : near, state.body)
  if (!state.weak) state.held = organHeld(post)
  const kept = { ...act, post, ...(reason === undefined ? {} : { reason }), weak: state.weak }
  state.acts.push(kept)
  if (count !== undefined) state.counts.set(kept, count)
  if (act.persons.length > 0) state.last = act.persons
}
