import type { ActKind, NominatorKind } from '../../shared/contract/appointment.ts'
import type { PostKind, PostOn } from '../../shared/contract/ledger.ts'
import { checkNominations } from '../../shared/rules/appointment/check.ts'
import type {
  CheckAct,
  CheckInput,
  CheckPerson,
  EarlierAttempt,
  Finding,
  HeldTenure,
  MaterialFact,
  MaterialKind,
} from '../../shared/rules/appointment/facts.ts'
import { postKindFacts } from '../../shared/rules/appointment/post-kinds.ts'
import { splitPosts } from '../../shared/rules/appointment/post-names.ts'
import { parameterDefaults, type ParameterValues } from '../../shared/rules/parameters.ts'

/** A post of the catalogue with the law's own facts of its kind. */
export const postOn = (fullName: string, kind: PostKind, facts: Partial<PostOn> = {}): PostOn => {
  const { verb, single, acting, certificate, oath, filing } = postKindFacts[kind]
  return {
    id: fullName,
    organId: 'organ',
    organKind: 'other',
    organName: '',
    title: fullName,
    fullName,
    fromOn: '2022-01-01',
    kind,
    verb,
    nominators: [],
    single,
    acting,
    certificate,
    oath,
    filing: [...filing],
    ...facts,
  }
}

/** What came with an act. */
export const material = (kind: MaterialKind, facts: Partial<MaterialFact> = {}): MaterialFact => ({
  kind,
  state: 'received',
  receivedOn: null,
  score: null,
  retake: null,
  note: '',
  ...facts,
})

/** An act named by its person, not matched to a catalogue unless `posts` says so. */
export const actOn = (
  act: ActKind,
  personName: string,
  post: string,
  facts: Partial<CheckAct> & { from?: NominatorKind } = {},
): CheckAct & { from: NominatorKind } => ({
  id: `${act} ${personName} ${post}`,
  act,
  verb: '',
  personName,
  personId: null,
  post,
  posts: splitPosts(post).map((name) => ({ name, post: null })),
  reason: '工作需要',
  outcome: 'pending',
  materials: [],
  from: 'council',
  ...facts,
})

/** Somebody in office, since the day or since before the record. */
export const tenure = (
  personName: string,
  postName: string,
  facts: Partial<HeldTenure> = {},
): HeldTenure => ({
  personId: personName,
  personName,
  postId: null,
  postName,
  acting: false,
  fromOn: null,
  electedOn: null,
  toOn: null,
  endReason: null,
  source: 'import',
  ...facts,
})

export const person = (name: string, facts: Partial<CheckPerson> = {}): CheckPerson => ({
  id: name,
  name,
  member: false,
  deputy: null,
  ...facts,
})

export const failed = (personName: string, postName: string, on: string): EarlierAttempt => ({
  personName,
  personId: null,
  postName,
  on,
  outcome: 'failed',
})

type Facts = Omit<Partial<CheckInput>, 'rules'> & {
  rules?: Partial<ParameterValues>
  receivedOn?: string | null
}

/** A session of a city's committee in May 2026 with these acts, one nomination to each. */
export const checkInput = (
  acts: readonly (CheckAct & { from: NominatorKind })[],
  { rules = {}, receivedOn = null, ...facts }: Facts = {},
): CheckInput => ({
  level: 'city',
  bodyName: '临江市人民代表大会常务委员会',
  session: { startsOn: '2026-05-20', endsOn: '2026-05-21', extraordinary: false },
  term: { number: 17, startsOn: '2022-01-10', governmentElectedOn: null },
  rules: { ...parameterDefaults, ...rules },
  nominations: acts.map(({ from, ...act }, index) => ({
    id: `n${index}`,
    nominator: from,
    nominatorKind: from,
    receivedOn,
    acts: [act],
  })),
  tenures: [],
  persons: [],
  earlier: [],
  ...facts,
})

/** What the law says of these acts: «code severity» of each, without the notes on papers still missing. */
export const findingsOf = (
  acts: readonly (CheckAct & { from: NominatorKind })[],
  facts: Facts = {},
): Finding[] => checkNominations(checkInput(acts, facts)).filter(({ code }) => code !== 'materials')

/** «severity code article» of each. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, code, article }) => [severity, code, article].join(' ').trim())
