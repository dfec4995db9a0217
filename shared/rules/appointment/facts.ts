import type { ActKind, NominatorKind } from '../../contract/appointment.ts'
import type { Level } from '../../contract/body.ts'
import type { Finding, MaterialFact, MaterialKind, Severity } from '../../contract/findings.ts'
import type { PostOn, Tenure } from '../../contract/ledger.ts'
import type { ParameterValues } from '../parameters.ts'

export type { Finding, MaterialFact, MaterialKind, Severity }
export { materialKinds, severities } from '../../contract/findings.ts'

/** A tenure as far as the law looks at it. */
export type HeldTenure = Pick<
  Tenure,
  | 'personId'
  | 'personName'
  | 'postId'
  | 'postName'
  | 'acting'
  | 'fromOn'
  | 'electedOn'
  | 'toOn'
  | 'endReason'
  | 'source'
>

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
  /** All the ledger has, whenever they ended: a post nobody is on record for is one the ledger knows nothing of. */
  tenures: HeldTenure[]
  /** Persons the acts are about, and the members in office. */
  persons: CheckPerson[]
  /** Decided acts of this term on the persons the acts are about. */
  earlier: EarlierAttempt[]
}
