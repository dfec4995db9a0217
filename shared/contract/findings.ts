import type { Message } from './errors.ts'

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

/** What comes with an act. */
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
export const materialStates = ['received', 'waived'] as const
export type MaterialFact = {
  kind: MaterialKind
  state: (typeof materialStates)[number]
  receivedOn: string | null
  /** Points of the exam on the law, 0–100, and of its repetition. */
  score: number | null
  retake: number | null
  note: string
}
