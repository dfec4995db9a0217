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

/** What a body's own rules allow beyond the law's plain words, each with the article that says so. */
export type MethodAllowance = { dismissalByDevice?: string | undefined }

const openMethods: readonly VoteMethod[] = ['show-of-hands', 'named', 'tacit']

const dismissalObstacle = (
  method: VoteMethod,
  article: string | undefined,
): MethodObstacle | undefined => {
  const lawful = method === 'secret-paper' || (method === 'device' && Boolean(article))
  return lawful ? undefined : 'secret-paper-required'
}

/**
 * The obstacle that forbids a method for a kind of question, or undefined where it is lawful.
 * - dismissal: secret paper ballot only (监督法 62③), or anonymous keypads where the body's rules name the article
 *   that counts them as one (`allow.dismissalByDevice`, not empty);
 * - recall of a deputy to the congress above: any secret vote, so neither hands nor names (选举法 52);
 * - tacit consent: only where the law asks for no count, that is agenda, timetable and motions of procedure.
 */
export const methodObstacle = (
  kind: QuestionKind,
  method: VoteMethod,
  allow: MethodAllowance = {},
): MethodObstacle | undefined => {
  if (kind === 'dismissal') return dismissalObstacle(method, allow.dismissalByDevice)
  const open = openMethods.includes(method)
  if (kind === 'recall' && open) return 'secret-vote-required'
  if (method === 'tacit' && !tacitKinds.includes(kind)) return 'count-required'
  return undefined
}

/** The methods the law leaves open for a kind of question, in the order they are offered. */
export const lawfulMethods = (kind: QuestionKind, allow: MethodAllowance = {}): VoteMethod[] =>
  voteMethods.filter((method) => methodObstacle(kind, method, allow) === undefined)
