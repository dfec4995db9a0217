import type { ActKind } from '../../contract/appointment.ts'
import type { EndReason, Tenure } from '../../contract/ledger.ts'
import { matchPost } from '../appointment/post-names.ts'
import { namesActing, samePost, withoutActing, type PostMeant } from './same-post.ts'

/** A tenure as it is kept: what a person's hand said of its end stands beside what the acts make of it. */
export type LedgerTenure = Omit<Tenure, 'personName' | 'organId' | 'rev' | 'source'> & {
  source: Exclude<Tenure['source'], 'member'>
  /** The end entered by hand or read from a sheet; null where nobody has said so. */
  ownToOn: string | null
  ownEndReason: EndReason | null
}

/** A passed act on a known person. */
export type LedgerAct = {
  id: string
  act: ActKind
  personId: string
  posts: { position: number; name: string; postId: string | null }[]
  effectiveOn: string
  /** Passed, but not in force before the committee above has approved it (组织法 32①; rules.md §9-52). */
  pending: boolean
  /** Moment of the vote: acts of one day follow one another by it. */
  at: string
  /** Place among the acts of one moment. */
  place: number
  /** First day of the term the act was passed in. */
  termStartsOn: string
}

const opening: Partial<Record<ActKind, 'full' | 'acting'>> = {
  appoint: 'full',
  'approve-appoint': 'full',
  'act-as': 'acting',
}

const closing: Partial<Record<ActKind, EndReason>> = {
  remove: 'removed',
  'approve-remove': 'removed',
  dismiss: 'dismissed',
  'accept-resignation': 'resigned',
  recall: 'recalled',
  end: 'ended',
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order in which acts take effect; what merely ends with another act comes after the votes of its day. */
const inOrder = (acts: readonly LedgerAct[]): LedgerAct[] =>
  acts.toSorted(
    (a, b) =>
      compare(a.effectiveOn, b.effectiveOn) ||
      compare(a.at, b.at) ||
      Number(a.act === 'end') - Number(b.act === 'end') ||
      compare(a.place, b.place) ||
      compare(a.id, b.id),
  )

const meant = ({ postId, postName }: LedgerTenure): PostMeant => ({ postId, name: postName })
const from = ({ fromOn }: Pick<LedgerTenure, 'fromOn'>): string => fromOn ?? ''
const byBeginning = (a: LedgerTenure, b: LedgerTenure): number =>
  compare(from(a), from(b)) || compare(a.id, b.id)

/** Elected by the congress, and not in office before the committee above has approved it (组织法 11(6); rules.md §9-51). */
export const awaitsApproval = ({
  fromOn,
  electedOn,
}: Pick<Tenure, 'fromOn' | 'electedOn'>): boolean => fromOn === null && electedOn !== null

/** Held at the close of a day: the day it ends it is held no more. */
export const heldOn = (
  tenure: Pick<Tenure, 'fromOn' | 'electedOn' | 'toOn'>,
  day: string,
): boolean =>
  !awaitsApproval(tenure) &&
  (tenure.fromOn === null || tenure.fromOn <= day) &&
  (tenure.toOn === null || tenure.toOn > day)

type Course = {
  bodyName: string
  /** Entered by hand or from a sheet. */
  byHand: readonly LedgerTenure[]
  /** What was said by hand of tenures the acts make, by their ids. */
  said: ReadonlyMap<string, LedgerTenure>
  tenures: LedgerTenure[]
}

/** Ends a tenure where its own end says, or where the next one entered for the same post begins. */
const ownEnd = (
  tenure: LedgerTenure,
  { byHand, bodyName }: Pick<Course, 'byHand' | 'bodyName'>,
): Pick<LedgerTenure, 'toOn' | 'endReason'> => {
  const { ownToOn, ownEndReason } = tenure
  const own = { toOn: ownToOn, endReason: ownToOn === null ? null : ownEndReason }
  if (awaitsApproval(tenure)) return own
  const next = byHand
    .filter(
      (other) =>
        other.fromOn !== null &&
        other.fromOn !== other.ownToOn &&
        (tenure.source === 'act' ? from(other) > from(tenure) : byBeginning(other, tenure) > 0) &&
        samePost(meant(other), meant(tenure), bodyName),
    )
    .toSorted(byBeginning)[0]
  if (next && (ownToOn === null || from(next) < ownToOn)) {
    const becameFull = tenure.acting && !next.acting
    return { toOn: from(next), endReason: becameFull ? 'became-full' : 'other' }
  }
  return own
}

const close = (tenure: LedgerTenure, on: string, endReason: EndReason, by: string): void => {
  tenure.toOn = on
  tenure.endReason = endReason
  tenure.endedByActId = by
  tenure.pendingByActId = null
}

/** Can still be ended by an act on a day: also one that a hand ended on that very day. */
const endable = (tenure: LedgerTenure, day: string): boolean =>
  heldOn(
    tenure.toOn === day && tenure.endedByActId === null ? { ...tenure, toOn: null } : tenure,
    day,
  )

const open = (
  course: Course,
  act: LedgerAct,
  { position, name, postId }: LedgerAct['posts'][number],
  acting: boolean,
): void => {
  const { id: actId, personId, effectiveOn: day, termStartsOn } = act
  const held = course.tenures.filter(
    (tenure) => heldOn(tenure, day) && samePost(meant(tenure), { postId, name }, course.bodyName),
  )
  const full = held.find((tenure) => !tenure.acting)
  if (acting && full) return
  const current = acting ? held.find((tenure) => tenure.acting) : full
  if (!acting) for (const one of held) if (one.acting) close(one, day, 'became-full', actId)
  if (current && from(current) === day) {
    current.byActId ??= actId
    return
  }
  // Appointed anew by a new term (组织法 71): the office of the old one is over.
  if (current && from(current) >= termStartsOn) return
  if (current) close(current, day, 'term-ended', actId)
  const id = `${actId}.${position}`
  const said = course.said.get(id)
  const ownToOn = said?.ownToOn && said.ownToOn >= day ? said.ownToOn : null
  const tenure: LedgerTenure = {
    id,
    personId,
    postId,
    postName: name,
    acting,
    fromOn: day,
    electedOn: null,
    toOn: null,
    endReason: null,
    byActId: actId,
    endedByActId: null,
    pendingByActId: null,
    source: 'act',
    reviewedOn: said?.reviewedOn ?? null,
    note: said?.note ?? '',
    ownToOn,
    ownEndReason: ownToOn === null ? null : (said?.ownEndReason ?? null),
  }
  course.tenures.push({ ...tenure, ...ownEnd(tenure, course) })
}

/** The tenure an act takes away: the same post for certain, else the only one that is likely meant. */
const taken = (
  { tenures, bodyName }: Course,
  day: string,
  post: PostMeant,
): LedgerTenure | undefined => {
  const able = tenures.filter((tenure) => endable(tenure, day)).toSorted(byBeginning)
  const fitting = namesActing(post.name) ? able.filter(({ acting }) => acting) : able
  const same = fitting.find((tenure) => samePost(meant(tenure), post, bodyName))
  if (same) return same
  const others = fitting
    .filter(({ postId }) => postId === null || post.postId === null)
    .map(({ id, postName }) => ({ id, fullName: withoutActing(postName), organName: '' }))
  const { postId: meantId } = matchPost(withoutActing(post.name), others, bodyName)
  return fitting.find(({ id }) => id === meantId)
}

const replayPerson = (
  byHand: readonly LedgerTenure[],
  said: Course['said'],
  acts: readonly LedgerAct[],
  bodyName: string,
): LedgerTenure[] => {
  const bare = byHand.map((tenure) => ({
    ...tenure,
    ...ownEnd(tenure, { byHand, bodyName }),
    byActId: null,
    endedByActId: null,
    pendingByActId: null,
  }))
  const course: Course = { bodyName, byHand, said, tenures: bare }
  for (const act of inOrder(acts)) {
    const posts = act.posts.toSorted((a, b) => a.position - b.position)
    const manner = opening[act.act]
    const reason = closing[act.act]
    for (const post of posts) {
      if (manner) open(course, act, post, manner === 'acting')
      const ended = reason && taken(course, act.effectiveOn, post)
      if (ended && act.pending) ended.pendingByActId = act.id
      else if (ended) close(ended, act.effectiveOn, reason, act.id)
    }
  }
  return course.tenures
}

/**
 * What people hold once the acts are followed, from the beginning and in their order, whatever order they come in.
 * Appointing opens a tenure, acting opens one as acting, a full appointment ends the acting in the same post; whatever
 * takes an office away ends the tenure it names, and nothing where none is known. What a hand entered (tenures, ends,
 * reviews, notes) stays; what acts made is made anew, so that an act undone leaves no trace. Tenures of one person in
 * one post never overlap. What still waits for approval from above ends nothing; the tenure only says that it waits.
 * @param tenures those kept now; those made by acts count for what a hand added to them
 * @param acts passed acts on the same persons
 * @param bodyName whose ledger it is: papers leave its place out of names
 * @returns tenures by person, beginning and id; those made by an act bear `${actId}.${position of the post}`
 */
export const replay = (
  tenures: readonly LedgerTenure[],
  acts: readonly LedgerAct[],
  bodyName = '',
): LedgerTenure[] => {
  const [made, entered] = [
    tenures.filter(({ source }) => source === 'act'),
    tenures.filter(({ source }) => source !== 'act'),
  ]
  const said = new Map(made.map((tenure) => [tenure.id, tenure]))
  const byHandOf = Map.groupBy(entered, ({ personId }) => personId)
  const actsOf = Map.groupBy(acts, ({ personId }) => personId)
  return [...new Set([...byHandOf.keys(), ...actsOf.keys()])]
    .sort()
    .flatMap((personId) =>
      replayPerson(byHandOf.get(personId) ?? [], said, actsOf.get(personId) ?? [], bodyName).sort(
        byBeginning,
      ),
    )
}
