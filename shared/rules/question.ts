import { levels, type Level } from '../contract/body.ts'
import {
  motions,
  questionKinds as askedKinds,
  voteMethods,
  type Motion,
  type VoteMethod,
} from '../contract/ballot.ts'

export { levels, motions, voteMethods }
export type { Level, Motion, VoteMethod }

/** What stands for «全体组成人员» as the base: those in office, or the seats fixed for the term (rules.md §8-4). */
export const bases = ['actual', 'quota'] as const
export type Base = (typeof bases)[number]

/** What can be put to a vote: the kinds a question is asked under, and finer ones a case may name. */
export const questionKinds = [
  ...askedKinds,
  'amendment',
  'resolution',
  'decision',
  'timetable',
  'removal',
  'acting',
  'approval',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Why a method may not be used for a question. */
export type MethodObstacle = 'secret-paper-required' | 'secret-vote-required' | 'count-required'

const tacitKinds: readonly QuestionKind[] = ['agenda', 'timetable', 'procedural']

/**
 * The obstacle that forbids a method for a kind of question, or undefined where it is lawful.
 * - dismissal: secret paper ballot only (监督法 62③);
 * - recall of a deputy to the congress above: any secret vote, so not a show of hands (选举法 52);
 * - tacit consent: only where the law asks for no count, that is agenda, timetable and motions of procedure.
 */
export const methodObstacle = (
  kind: QuestionKind,
  method: VoteMethod,
): MethodObstacle | undefined => {
  if (kind === 'dismissal') return method === 'secret-paper' ? undefined : 'secret-paper-required'
  const open = method === 'show-of-hands' || method === 'tacit'
  if (kind === 'recall' && open) return 'secret-vote-required'
  if (method === 'tacit' && !tacitKinds.includes(kind)) return 'count-required'
  return undefined
}

/** The methods the law leaves open for a kind of question, in the order they are offered. */
export const lawfulMethods = (kind: QuestionKind): VoteMethod[] =>
  voteMethods.filter((method) => methodObstacle(kind, method) === undefined)
