import type { Act } from '../../../shared/contract/appointment.ts'
import type { Question } from '../../../shared/contract/ballot.ts'
import type { MaterialFact } from '../../../shared/contract/findings.ts'
import type { PostOn, Tenure } from '../../../shared/contract/ledger.ts'
import type { CheckAct, CheckInput, CheckPerson } from '../../../shared/rules/appointment/facts.ts'
import { parameterValues } from '../body/parameters.ts'
import { theBody, theTerm } from '../body/queries.ts'
import { postsOn, tenuresFor } from '../ledger/queries.ts'
import { inOfficeMembers } from '../roster/queries.ts'
import { momentIn, theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { checkingSql, type ActPostRow, type MaterialRow, type PersonRow } from './checking-sql.ts'
import { nominationsOf } from './queries.ts'
import { placedPosts, type PlacedPost } from './posts.ts'

type Asking = { db: Reader; moment: string }

/** An act as far as it is known: an id, the words of the paper, who is meant; not added yet or added. */
export type Looked = Pick<
  Act,
  'id' | 'act' | 'verb' | 'personName' | 'personId' | 'post' | 'reason' | 'outcome'
>

const materialFact = ({ kind, state, receivedOn, score, retake, note }: MaterialRow) =>
  ({ kind, state, receivedOn, score, retake, note }) satisfies MaterialFact

/** A hearing noted on the question is the defence handed in (监督法 62②). */
const heardFact = (defence: string): MaterialFact => {
  const { manner, note } = JSON.parse(defence) as NonNullable<Question['defence']>
  const state = manner === 'waived' ? 'waived' : 'received'
  return { kind: 'defence-material', state, receivedOn: null, score: null, retake: null, note }
}

const checkAct = (
  act: Looked,
  placed: readonly PlacedPost[],
  materials: MaterialFact[],
): CheckAct => ({
  id: act.id,
  act: act.act,
  verb: act.verb,
  personName: act.personName,
  personId: act.personId,
  post: act.post,
  posts: placed.map(({ name, post }) => ({ name, post })),
  reason: act.reason,
  outcome: act.outcome,
  materials,
})

/** The day a new government was elected in this term: a head of it then took office, not merely acting (组织法 71). */
const electedOn = (tenures: readonly Tenure[], posts: readonly PostOn[], from: string) => {
  const heads = new Set(posts.filter(({ kind }) => kind === 'government-head').map(({ id }) => id))
  const days = tenures
    .filter(({ postId, acting }) => postId !== null && heads.has(postId) && !acting)
    .flatMap(({ fromOn }) => (fromOn !== null && fromOn >= from ? [fromOn] : []))
  return days.toSorted()[0] ?? null
}

/** The persons of the acts, all whom one may mean, and the members in office, with what was said of them. */
const personsOf = (
  people: readonly PersonRow[],
  acts: readonly Looked[],
  members: ReadonlySet<string>,
) => {
  const ids = new Set(acts.flatMap(({ personId }) => personId ?? []))
  // Of namesakes nobody has chosen between, each may be meant.
  const names = new Set(acts.flatMap((act) => (act.personId === null ? act.personName : [])))
  return people
    .filter(({ id, name }) => ids.has(id) || names.has(name) || members.has(id))
    .map(({ id, name, deputy }): CheckPerson => ({
      id,
      name,
      member: members.has(id),
      // Members are elected from among the deputies (组织法 47).
      deputy: members.has(id) ? true : deputy === null ? null : deputy === 1,
    }))
}

/** The facts the law looks at for one session, and what they were made of. */
export type Checked = {
  input: CheckInput
  posts: ReadonlyMap<string, readonly PlacedPost[]>
}

/**
 * Everything the law engine asks of a session's nominations, as it stands now; `drafts` are acts not added yet, in the
 * nomination they are meant for.
 */
export const checkInputOf = (
  { db, moment }: Asking,
  sessionId: string,
  drafts?: { nominationId: string; acts: readonly Looked[] },
): Checked => {
  const session = theSession(db, sessionId)
  const { level, name: bodyName } = theBody(db)
  const term = theTerm(db, session.termId)
  const catalogue = { posts: postsOn(db, session.endsOn), bodyName }
  const nominations = nominationsOf(db, sessionId)
  const stored = Map.groupBy(db.all(checkingSql.posts, { sessionId }), ({ actId }) => actId)
  const came = Map.groupBy(db.all(checkingSql.materials, { sessionId }), ({ actId }) => actId)
  const people = db.all(checkingSql.people, {})
  const named = Map.groupBy(people, ({ name }) => name)
  // Somebody may have become known since the act was entered.
  const meant = (act: Looked): Looked => {
    const bearers = named.get(act.personName) ?? []
    const only = bearers.length === 1 ? (bearers[0]?.id ?? null) : null
    return { ...act, personId: act.personId ?? only }
  }
  const withDrafts = nominations.map((nomination) => ({
    ...nomination,
    acts: [...nomination.acts, ...(drafts?.nominationId === nomination.id ? drafts.acts : [])].map(
      meant,
    ),
  }))
  const acts = withDrafts.flatMap((nomination) => nomination.acts)
  const posts = new Map(
    acts.map((act) => {
      const rows: readonly ActPostRow[] = stored.get(act.id) ?? []
      return [act.id, placedPosts(act, rows, catalogue)] as const
    }),
  )
  const heard = new Map(
    db.all(checkingSql.defences, { sessionId }).map((row) => [row.actId, row.defence]),
  )
  const materialsFor = (actId: string): MaterialFact[] => {
    const own = (came.get(actId) ?? []).map(materialFact)
    const defence = heard.get(actId)
    const known = own.some(({ kind }) => kind === 'defence-material')
    return defence === undefined || known ? own : [...own, heardFact(defence)]
  }
  const tenures = tenuresFor(db, { all: true })
  const members = inOfficeMembers(db, term.id, momentIn({ db, moment }, sessionId))
  const memberIds = new Set(members.map(({ personId }) => personId))
  const { startsOn, endsOn, extraordinary } = session
  return {
    posts,
    input: {
      level,
      bodyName,
      session: { startsOn, endsOn, extraordinary },
      term: {
        number: term.number,
        startsOn: term.startsOn,
        governmentElectedOn: electedOn(tenures, catalogue.posts, term.startsOn),
      },
      rules: parameterValues(db),
      nominations: withDrafts.map(({ id, nominator, nominatorKind, receivedOn, acts: own }) => ({
        id,
        nominator,
        nominatorKind,
        receivedOn,
        acts: own.map((act) => checkAct(act, posts.get(act.id) ?? [], materialsFor(act.id))),
      })),
      // As they are: the law reads less of a tenure than it has, and there are thousands.
      tenures,
      persons: personsOf(people, acts, memberIds),
      earlier: db.all(checkingSql.decided, { termId: term.id }),
    },
  }
}
