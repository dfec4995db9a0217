import type { ActKind } from '../../contract/appointment.ts'
import type { PostKind, PostOn } from '../../contract/ledger.ts'
import type { Message } from '../../contract/errors.ts'
import { heldOn } from '../ledger/replay.ts'
import { namesActing } from '../ledger/same-post.ts'
import { isAppointing } from '../voting-order.ts'
import type {
  CheckAct,
  CheckInput,
  CheckNomination,
  CheckPerson,
  Finding,
  HeldTenure,
  Severity,
} from './facts.ts'
import { postKindOf } from './post-kind-of.ts'
import { splitPosts } from './post-names.ts'

/** One post of one act, with what the law knows of it. */
export type View = {
  input: CheckInput
  nomination: CheckNomination
  act: CheckAct
  /** As written, organ included. */
  postName: string
  post: PostOn | null
  kind: PostKind
  /** Whether the kind is certain: nothing is forbidden on a guess. */
  sure: boolean
}

const view = (
  input: CheckInput,
  nomination: CheckNomination,
  act: CheckAct,
  postName: string,
  post: PostOn | null,
): View => ({
  input,
  nomination,
  act,
  postName,
  post,
  ...(post ? { kind: post.kind, sure: true } : postKindOf(postName, input)),
})

/** Every post of every act, in the order of the papers. */
export const viewsOf = (input: CheckInput): View[] =>
  input.nominations.flatMap((nomination) =>
    nomination.acts.flatMap((act) =>
      act.posts.length > 0
        ? act.posts.map(({ name, post }) => view(input, nomination, act, name, post))
        : splitPosts(act.post).map((name) => view(input, nomination, act, name, null)),
    ),
  )

/** Still to be decided: what is past is past, what is withdrawn or deferred is not put. */
export const isOpen = ({ act }: View): boolean => act.outcome === 'pending'

const leaving: readonly ActKind[] = [
  'remove',
  'approve-remove',
  'dismiss',
  'accept-resignation',
  'recall',
  'end',
]

/** Gives the person the post. */
export const isTaking = ({ act }: View): boolean => isAppointing(act.act)
/** Takes it away. */
export const isLeaving = ({ act }: View): boolean => leaving.includes(act.act)

/** The post itself is written as acted in: «代理区长», «代理临江市人民政府市长». */
export const saysActing = (postName: string): boolean =>
  postName.startsWith('代理') || namesActing(postName)

/** Whether an act and a tenure, or two acts, are about one person: by the ledger, else by name. */
export const isSamePerson = (
  one: { personId: string | null; personName: string },
  other: { personId: string | null; personName: string },
): boolean =>
  one.personId !== null && other.personId !== null
    ? one.personId === other.personId
    : one.personName === other.personName

/** The persons of the ledger an act may mean. */
export const personsOf = ({ act, input }: View): CheckPerson[] =>
  input.persons.filter(({ id, name }) =>
    act.personId === null ? name === act.personName : id === act.personId,
  )

/** Whether a tenure lasts when the session votes: one begun or ended in the session counts as it is then. */
export const isHeldAt = (
  tenure: Pick<HeldTenure, 'fromOn' | 'electedOn' | 'toOn'>,
  { session }: Pick<CheckInput, 'session'>,
): boolean => heldOn(tenure, session.endsOn)

type Said = {
  article?: string
  params?: Message['params']
  /** Another sentence of the same code. */
  say?: string
  /** The finding does not hang on what kind of post it is. */
  certain?: boolean
}

/** A finding on one post of an act. What would forbid is a warning where the kind of post is only guessed. */
export const finding = (
  { act, postName, sure }: View,
  code: string,
  severity: Severity,
  { article = '', params = {}, say = code, certain = false }: Said = {},
): Finding => {
  const all = { person: act.personName, post: postName, ...params }
  return {
    code,
    severity: severity === 'block' && !sure && !certain ? 'warn' : severity,
    article,
    actIds: [act.id],
    message: { key: `rules.appoint.${say}`, params: all },
    wayOut: { key: `rules.appoint.way.${say}`, params: all },
  }
}
