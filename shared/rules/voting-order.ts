import type { ActKind } from '../contract/appointment.ts'
import type { QuestionKind } from '../contract/ballot.ts'
import type { Message } from '../contract/errors.ts'
import { placeOf, plainPost, splitPosts } from './appointment/post-names.ts'
import { barePost, isCommitteeOffice, isCongressPost } from './posts.ts'

/** Whether removal from a post is voted on before appointment to it (rules.md §8-41). */
export const samePostOrders = ['remove-first', 'free'] as const
export type SamePostOrder = (typeof samePostOrders)[number]

/** One post of an act: under the catalogue's name and with what it says, where it has it. */
export type OrderedPost = { name: string; single: boolean | null }

/** A post as written, and its place in the catalogue, in the one form in which names of posts are compared. */
export const orderedPost = (
  name: string,
  post: { fullName: string; single: boolean } | null,
  bodyName: string,
): OrderedPost => ({
  name: plainPost(post?.fullName ?? name, placeOf(bodyName)),
  single: post?.single ?? null,
})

export type OrderedAct = {
  act: ActKind
  personName: string
  /** As written, several joined by 、. */
  post: string
  /** The same one by one; as the text parts where they are not given. */
  posts?: readonly OrderedPost[]
}

/** One question of a session as far as the order of voting goes; lists of them stand in the order of the agenda. */
export type OrderedQuestion = {
  id: string
  title: string
  kind: QuestionKind
  /** The question this amendment would change. */
  amendsId: string | null
  state: 'undecided' | 'passed' | 'failed' | 'withdrawn'
  acts: readonly OrderedAct[]
}

export type OrderRules = { amendmentFirst: boolean; orderSamePost: SamePostOrder }

const appointing: readonly ActKind[] = ['appoint', 'act-as', 'approve-appoint']
/** Whether an act gives the person a post. */
export const isAppointing = (act: ActKind): boolean => appointing.includes(act)
const vacating: readonly ActKind[] = ['remove', 'dismiss', 'accept-resignation', 'approve-remove']

/** Deputies, judges, members of committees and congresses: posts that several people hold at once, by their names. */
const isHeldBySeveral = (post: string): boolean =>
  /副[^副]*$|(?<!主任委)[员官]$|代表$/u.test(barePost(post))

const postsOf = ({ post, posts }: OrderedAct): readonly OrderedPost[] =>
  posts ?? splitPosts(post).map((name) => ({ name, single: null }))

/** The posts of an act that one person holds at a time: as the catalogue says, else by their names. */
const singlePosts = (act: OrderedAct): string[] =>
  postsOf(act)
    .filter(({ name, single }) => single ?? !isHeldBySeveral(name))
    .map(({ name }) => barePost(name))

/** An act of another question that this one has to wait for, and what to say while it waits or where it came to nothing. */
type Wait = {
  on: OrderedQuestion
  act: OrderedAct
  waiting: string
  /** What is said where the other question failed or was withdrawn. */
  lost: string
  /** What is to come about; one question that brings it about is enough. */
  aim: string
}

const said = (key: string, { on, act }: Wait): Message => ({
  key: `rules.order.${key}`,
  params: { title: on.title, person: act.personName, post: act.post },
})

/** A question nobody asked yet, but for its acts. */
const single = {
  id: '',
  title: '',
  kind: 'appointment',
  amendsId: null,
  state: 'undecided',
} as const

/** What is still waited for of one aim, or that it came to nothing: asked twice, it may have failed only once. */
const waitFaults = (waits: readonly Wait[]): Message[] => {
  const open = waits.filter(({ on }) => on.state === 'undecided')
  if (open.length > 0) return open.map((wait) => said(wait.waiting, wait))
  if (waits.some(({ on }) => on.state === 'passed')) return []
  return waits.map((wait) => said(wait.lost, wait))
}

/**
 * A post that two cannot hold must be empty before it is filled (深圳 19⑤; rules.md §9-59); another's post, in another
 * question. Of a post of several, one may come whoever leaves. What the person gives up himself is never waited for:
 * it may be voted on first, last or with the rest (§8-42, §9-42), and a deputy who is to act is removed after it (§9-49).
 */
const removalBefore = (own: OrderedAct, act: OrderedAct, on: OrderedQuestion): Wait[] => {
  if (!vacating.includes(act.act) || act.personName === own.personName) return []
  const left = new Set(postsOf(act).map(({ name }) => barePost(name)))
  const post = singlePosts(own).find((name) => left.has(name))
  if (post === undefined) return []
  const aim = `removal ${act.personName} ${post}`
  return [{ on, act, waiting: 'removal-first', lost: 'removal-lost', aim }]
}

/** Who acts as head must be a deputy first (组织法 50(13); rules.md §9-49). */
const deputyBefore = (own: OrderedAct, act: OrderedAct, on: OrderedQuestion): Wait[] =>
  own.act === 'act-as' &&
  act.act === 'appoint' &&
  act.personName === own.personName &&
  act.post.includes('副')
    ? [{ on, act, waiting: 'deputy-first', lost: 'deputy-lost', aim: `deputy ${act.personName}` }]
    : []

/** A member of the committee resigns from it before taking a post in government, supervision or the courts (47③; §9-60). */
const resignationBefore = (own: OrderedAct, act: OrderedAct, on: OrderedQuestion): Wait[] =>
  act.act === 'accept-resignation' &&
  act.personName === own.personName &&
  isCommitteeOffice(act.post) &&
  !isCongressPost(own.post)
    ? [
        {
          on,
          act,
          waiting: 'resignation-first',
          lost: 'resignation-lost',
          aim: `resignation ${act.personName}`,
        },
      ]
    : []

const actWaits = (
  own: OrderedAct,
  others: readonly OrderedQuestion[],
  { orderSamePost }: OrderRules,
): Wait[] =>
  isAppointing(own.act)
    ? others.flatMap((on) =>
        on.acts.flatMap((act) => [
          ...(orderSamePost === 'remove-first' ? removalBefore(own, act, on) : []),
          ...deputyBefore(own, act, on),
          ...resignationBefore(own, act, on),
        ]),
      )
    : []

const amendmentFaults = (
  questions: readonly OrderedQuestion[],
  own: OrderedQuestion,
  { amendmentFirst }: OrderRules,
): Message[] => {
  const motion = questions.find(({ id }) => id === own.amendsId)
  if (motion && motion.state !== 'undecided') {
    return [{ key: `rules.order.motion-${motion.state}`, params: { title: motion.title } }]
  }
  if (!amendmentFirst) return []
  const before = motion
    ? questions.slice(0, questions.indexOf(own)).filter(({ amendsId }) => amendsId === motion.id)
    : questions.filter(({ amendsId }) => amendsId === own.id)
  return before
    .filter(({ state }) => state === 'undecided')
    .map(({ title }) => ({ key: 'rules.order.amendment-first', params: { title } }))
}

const unique = (messages: readonly Message[]): Message[] => {
  const seen = new Map(messages.map((message) => [JSON.stringify(message), message]))
  return [...seen.values()]
}

/**
 * What has to be voted on before a question may be opened, as sentences naming it; empty where it may be opened.
 * - amendments in their order, then the motion they would change (议事规则 46; rules.md §9-36);
 * - removal before appointment to the same post of one holder (§9-59), also held off where the removal came to nothing;
 * - who is to act as head only once appointed a deputy (§9-49);
 * - a member's resignation before the appointment it makes room for (§9-60).
 * Acts of one and the same question never wait for each other (which may not be in one: {@link togetherObstacles}).
 * @param questions all of the session, in the order they will be voted on
 * @param id a question without a result; an id that is not among them has no obstacle
 */
export const orderObstacles = (
  questions: readonly OrderedQuestion[],
  id: string,
  rules: OrderRules,
): Message[] => {
  const own = questions.find((question) => question.id === id)
  if (!own) return []
  const others = questions.filter((question) => question !== own)
  const waits = own.acts.flatMap((act) => actWaits(act, others, rules))
  const aims = [...Map.groupBy(waits, ({ aim }) => aim).values()]
  return unique([...amendmentFaults(questions, own, rules), ...aims.flatMap(waitFaults)])
}

/** What is said of a question whose condition came to nothing. */
const lostKeys: readonly string[] = ['removal-lost', 'deputy-lost', 'resignation-lost'].map(
  (key) => `rules.order.${key}`,
)

/**
 * Of what {@link orderObstacles} says: the title of the question that failed or was withdrawn and holds this one off;
 * null while everything it waits for may still come about.
 */
export const heldOffBy = (obstacles: readonly Message[]): string | null => {
  const lost = obstacles.find(({ key }) => lostKeys.includes(key))
  return lost ? String(lost.params?.title ?? '') : null
}

/**
 * The acts of a session that are voted on before one of them, and why: `removal-first` (rules.md §9-59),
 * `deputy-first` (§9-49), `resignation-first` (§9-60).
 */
export const actsBefore = <A extends OrderedAct>(
  own: A,
  acts: readonly A[],
  rules: OrderRules,
): { act: A; why: string }[] =>
  acts
    .filter((act) => act !== own)
    .flatMap((act) =>
      actWaits(own, [{ ...single, acts: [act] }], rules).map(({ waiting }) => ({
        act,
        why: waiting,
      })),
    )

/**
 * Acts that go to the vote one by one, in an order in which none waits for a later one; they keep their order
 * otherwise, also where they wait for each other in a ring.
 */
export const actsInVotingOrder = <A extends OrderedAct>(
  acts: readonly A[],
  rules: OrderRules,
): A[] => {
  const alone = acts.map((act): OrderedQuestion => ({ ...single, acts: [act] }))
  const ordered = new Set<A>()
  const place = (own: A, waiting: readonly A[]): void => {
    if (waiting.includes(own)) return
    const first = new Set(actWaits(own, alone, rules).map(({ act }) => act))
    for (const act of acts) if (first.has(act)) place(act, [...waiting, own])
    ordered.add(own)
  }
  for (const act of acts) place(act, [])
  return [...ordered]
}

/**
 * What keeps acts out of one and the same question: of two that hang on each other the first must have passed before
 * the second is put to the vote at all — deputy, then acting head (组织法 50(13); rules.md §9-49); out of the committee,
 * then into office (47③; §9-60). Empty where they may stand together.
 */
export const togetherObstacles = (acts: readonly OrderedAct[]): Message[] => {
  const waits = acts
    .filter(({ act }) => isAppointing(act))
    .flatMap((own) =>
      acts.flatMap((act) => {
        const on = { ...single, acts: [act] }
        const found = [...deputyBefore(own, act, on), ...resignationBefore(own, act, on)]
        return found.map(({ waiting }) => ({ waiting, own }))
      }),
    )
  return unique(
    waits.map(({ waiting, own: { personName, post } }) => ({
      key: `rules.order.${waiting.replace('-first', '-apart')}`,
      params: { person: personName, post },
    })),
  )
}

/**
 * Questions of one item in the order they are voted on: each amendment before what it would change (议事规则 46;
 * rules.md §9-36), else as they were asked.
 */
export const inVotingOrder = <Q extends Pick<OrderedQuestion, 'id' | 'amendsId'>>(
  questions: readonly Q[],
): Q[] => {
  const isAmendment = ({ amendsId }: Q): boolean => questions.some(({ id }) => id === amendsId)
  return questions
    .filter((question) => !isAmendment(question))
    .flatMap((question) => [
      ...questions.filter(({ amendsId }) => amendsId === question.id),
      question,
    ])
}
