import type { ActKind, NominatorKind } from '../../contract/appointment.ts'
import type { Level } from '../../contract/body.ts'
import type { Message } from '../../contract/errors.ts'
import type { PostOn, Tenure } from '../../contract/ledger.ts'
import type { ParameterValues } from '../parameters.ts'

/**
 * How much a finding weighs: `block` where the statute itself forbids the vote, `warn` where local rule, the ledger or
 * prudence objects and a person may go past it with a reason that is kept, `note` where there is only something to know.
 */
export const severities = ['block', 'warn', 'note'] as const
export type Severity = (typeof severities)[number]

/** One thing the law or the ledger has to say of an act. */
export type Finding = {
  /** Names the rule for good: «nominator», «not-held», «occupied» … One act has a code at most once a post. */
  code: string
  severity: Severity
  /** «组织法 50(13)»; empty where no article is behind it. */
  article: string
  /** Acts it is about; empty where it is about the nomination. */
  actIds: string[]
  /** What is the matter, naming person and post. */
  message: Message
  /** What to do about it. */
  wayOut: Message
}

/** A tenure as far as the law looks at it. */
export type HeldTenure = Pick<
  Tenure,
  | 'personId'
  | 'personName'
  | 'postId'
  | 'postName'
  | 'acting'
  | 'fromOn'
  | 'toOn'
  | 'endReason'
  | 'source'
>

/** What came with an act. */
export const materialKinds = [
  'report-form',
  'reason',
  'inspection',
  'resume',
  'publicity',
  'exam',
  'founding-document',
  'request',
  'defence-material',
] as const
export type MaterialKind = (typeof materialKinds)[number]
export type MaterialFact = {
  kind: MaterialKind
  state: 'received' | 'waived'
  receivedOn: string | null
  /** Points of the exam on the law, 0–100, and of its repetition. */
  score: number | null
  retake: number | null
  note: string
}

/** One act of a nomination with everything the law asks about it. */
export type CheckAct = {
  id: string
  act: ActKind
  verb: string
  personName: string
  /** Null while nobody of the ledger is meant for sure. */
  personId: string | null
  /** As written, organ included; several joined by 、. */
  post: string
  /** The posts it is made of, each with its place in the catalogue where it has one. */
  posts: { name: string; post: PostOn | null }[]
  reason: string
  outcome: 'pending' | 'passed' | 'failed' | 'withdrawn' | 'deferred'
  materials: MaterialFact[]
}

/** A person as far as the law looks at one. `deputy` null: nobody has said. */
export type CheckPerson = { id: string; name: string; member: boolean; deputy: boolean | null }

/** A nomination that came to nothing earlier: same person, same post, the day of the vote. */
export type EarlierAttempt = {
  personName: string
  personId: string | null
  postName: string
  on: string
  outcome: 'passed' | 'failed'
}

export type CheckNomination = {
  id: string
  nominator: string
  nominatorKind: NominatorKind
  receivedOn: string | null
  acts: CheckAct[]
}

/** All the law engine looks at: plain data, whatever gave it. */
export type CheckInput = {
  level: Level
  bodyName: string
  /** The day of the session's first sitting, and its last. */
  session: { startsOn: string; endsOn: string; extraordinary: boolean }
  /** The term, and the day its new government was elected where that is known (组织法 71). */
  term: { number: number; startsOn: string; governmentElectedOn: string | null }
  rules: ParameterValues
  nominations: CheckNomination[]
  /** Tenures open at the session or ended in this term. */
  tenures: HeldTenure[]
  /** Persons the acts are about, and the members in office. */
  persons: CheckPerson[]
  /** Decided acts of this term on the persons the acts are about. */
  earlier: EarlierAttempt[]
}
