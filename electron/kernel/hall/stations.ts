import type { Shown } from '../../../shared/contract/hall.ts'
import type { ItemState, SittingState } from '../../../shared/contract/session.ts'
import type { VoteMethod } from '../../../shared/contract/ballot.ts'
import { methodIsSecret } from './secrecy.ts'
import type { RoundRow } from './sql.ts'

/** What the hall can be looking at, by name. */
export type Station =
  | Shown
  | { scene: 'voting'; questionId: string; voteIds: string[] }
  | { scene: 'speech'; speechId: string }
  | { scene: 'again'; questionId: string; voteId: string }

/** What of a sitting decides where the hall looks. */
export type Course = {
  sitting: SittingState | null
  /** Somebody was marked on the roll. */
  called: boolean
  items: readonly { id: string; state: ItemState }[]
  /** In the order they were opened. */
  rounds: readonly RoundRow[]
  speechId: string | null
  /** Speeches begun so far. */
  begun: number
  /** Methods of all rounds open now, those of other sittings too. */
  openMethods: readonly VoteMethod[]
}

/** Rounds open now; several are lines of one paper. */
export const openRounds = ({ rounds }: Course): RoundRow[] =>
  rounds.filter(({ state }) => state === 'open')

/** While true, nothing that names a member may leave for the hall. */
export const isSecretNow = ({ openMethods }: Pick<Course, 'openMethods'>): boolean =>
  openMethods.some(methodIsSecret)

/** Items on the floor: usually one, several where a vote was opened on an item while another was being discussed. */
const onFloor = ({ items }: Course): string[] =>
  items.filter(({ state }) => state === 'current').map(({ id }) => id)

/**
 * The item that came to the floor after the last vote, if one did: another than the one voted on, which has left the
 * floor, and one on which nothing was voted yet in this sitting.
 */
const newItem = (course: Course): string | undefined => {
  const { rounds } = course
  const last = rounds.at(-1)
  const floor = onFloor(course)
  if (!last) return floor[0]
  return floor.every((id) => rounds.every(({ itemId }) => itemId !== id)) ? floor[0] : undefined
}

const afterRound = (round: RoundRow): Station =>
  round.state === 'void'
    ? { scene: 'again', questionId: round.questionId, voteId: round.id }
    : { scene: 'result', questionId: round.questionId }

/** Where the hall looks when nobody says otherwise: at what is going on, else at what happened last. */
export const liveStation = (course: Course): Station => {
  if (course.sitting === null || course.sitting === 'planned') return { scene: 'welcome' }
  if (course.sitting === 'adjourned') return { scene: 'adjourned' }
  const open = openRounds(course)
  const [first] = open
  if (first)
    return { scene: 'voting', questionId: first.questionId, voteIds: open.map(({ id }) => id) }
  if (course.speechId !== null) return { scene: 'speech', speechId: course.speechId }
  const item = newItem(course)
  if (item !== undefined) return { scene: 'item', itemId: item }
  const last = course.rounds.at(-1)
  if (last) return afterRound(last)
  return { scene: course.called ? 'attendance' : 'welcome' }
}

/**
 * Names a station together with what happened last: as soon as the live one has another mark, what was put on the
 * screen by hand has had its time.
 */
export const markOf = (course: Course): string =>
  JSON.stringify([
    liveStation(course),
    course.rounds.at(-1)?.id ?? null,
    onFloor(course),
    // A speech that is over leaves the live station as it was before it.
    course.begun,
  ])

/** What the hall saw before, oldest first: the roll, then each result once, as it stands now. */
const pastOf = ({ called, rounds }: Course): Station[] => {
  const decided = rounds.filter(({ state }) => state === 'locked').map((one) => one.questionId)
  return [
    { scene: 'welcome' as const },
    ...(called ? [{ scene: 'attendance' as const }] : []),
    ...[...new Set(decided)].map((questionId) => ({ scene: 'result' as const, questionId })),
  ]
}

const same = (a: Station, b: Station): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Everything one can step back through, what is shown now at the end. */
export const trackOf = (course: Course, shown: Shown | null): Station[] => {
  const live = liveStation(course)
  const past = pastOf(course).filter((station) => !same(station, live))
  const track = [...past, live]
  return shown && !same(shown, live) ? [...track, shown] : track
}
