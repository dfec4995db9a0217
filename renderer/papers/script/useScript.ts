import type { Passage } from '../../../shared/contract/papers.ts'
import type { Topic } from '../../../shared/contract/topics.ts'
import type { ScriptStage } from '../../../shared/papers/script.ts'
import { useKernelQuery } from '../../lib/kernel.ts'

/** Everything a script is made of. */
const topics: readonly Topic[] = [
  'body',
  'roster',
  'session',
  'attendance',
  'ballot',
  'appointment',
  'papers',
]

/** The passages of a sitting's script, followed live. Nothing is asked while no sitting is chosen. */
export const useScript = (sessionId: string, sittingId: string | null, stage: ScriptStage) =>
  useKernelQuery(
    'papers.script',
    { sessionId, sittingId: sittingId ?? '', stage },
    { topics, enabled: sittingId !== null, keepPrevious: true },
  )

/** Where one is: an item of the agenda, a question of it, or neither before the first. */
export type Stop = { itemId: string | null; questionId: string | null }

/** What is read at a stop: its item, with the opening before the first and the closing after the last. */
export const passagesAt = (passages: readonly Passage[], itemId: string | null): Passage[] => {
  const from = passages.findIndex((one) => one.itemId === itemId)
  const to = passages.findLastIndex((one) => one.itemId === itemId)
  if (from < 0) return [...passages]
  const before = passages.slice(0, from).every((one) => one.itemId === null)
  const after = passages.slice(to + 1).every((one) => one.itemId === null)
  return passages.slice(before ? 0 : from, after ? undefined : to + 1)
}

const isResult = ({ key }: Passage): boolean => key.endsWith('.result')

/** Where a round broke off and the next one, by another method or the same, begins. */
const isNextRound = ({ key }: Passage): boolean => /\.(?:fallback|revote)$/u.test(key)

/** The passage one is at: the result once it is locked, else where the round begins, else the item. */
export const passageAt = (
  passages: readonly Passage[],
  { itemId, questionId }: Stop,
): Passage | undefined => {
  const asked = questionId === null ? [] : passages.filter((one) => one.questionId === questionId)
  return (
    asked.findLast(isResult) ??
    asked.findLast(isNextRound) ??
    asked[0] ??
    passages.find((one) => one.itemId === itemId)
  )
}
