import type { Message } from '../contract/errors.ts'
import type { DecideInput } from './decide-input.ts'
import type { VoteMethod } from './question.ts'
import { castVotes, publishedTally, type NotPressedPolicy, type Tally } from './tally.ts'
import type { Decision } from './verdict.ts'

/** Whose majority the sentence speaks of. */
type BaseName = 'actual' | 'quota' | 'present' | 'signatories'

const baseName = (input: Pick<DecideInput, 'rules'>, decision: Decision): BaseName => {
  const of = decision.threshold?.of ?? 'membership'
  return of === 'membership' ? input.rules.base : of
}

/** The key of a sentence that holds votes for against a majority; the voices of an inquiry are no such votes. */
const weighing = /^verdict\.(?:passed|exact|failed)\.(actual|quota|present)$/u

/** Reasons whose sentence names the base and so says when seats stand for it. */
const namesBase: readonly Decision['reason'][] = [
  'no-objection',
  'no-quorum',
  'half-or-more-against',
]

const numbersOf = ({ quorum, threshold, tally, margin }: Decision): Record<string, number> => {
  const by = Math.abs(margin ?? 0)
  return {
    quorumBase: quorum.base,
    quorumNeeded: quorum.needed,
    present: quorum.present,
    missing: Math.max(0, quorum.needed - quorum.present),
    ...(threshold ? { base: threshold.base, needed: threshold.needed } : {}),
    ...(tally
      ? {
          for: tally.for,
          against: tally.against,
          abstain: tally.abstain,
          notPressed: tally.notPressed,
          spoiled: tally.spoiled,
          issued: tally.issued ?? 0,
          collected: tally.collected ?? 0,
        }
      : {}),
    ...(tally ? { counted: castVotes(tally) + tally.notPressed + tally.spoiled } : {}),
    ...(margin === undefined ? {} : { by }),
  }
}

/**
 * The verdict with its arithmetic, as an i18n key (`verdict.…`) and its numbers. The only home of this sentence: the
 * vote desk, the hall display, the result sheet and every export take it from here.
 */
export const verdictSentence = (
  input: Pick<DecideInput, 'rules' | 'members'>,
  decision: Decision,
): Message => {
  const params = {
    ...numbersOf(decision),
    inOffice: input.members.inOffice,
    seats: input.members.quota,
  }
  const name = baseName(input, decision)
  switch (decision.verdict) {
    case 'passed':
      if (decision.reason !== 'no-objection') {
        return { key: `verdict.${decision.margin === 0 ? 'exact' : 'passed'}.${name}`, params }
      }
      break
    case 'failed':
      return { key: `verdict.failed.${name}`, params }
    case 'resubmit':
    case 'void':
    case 'blocked':
    case 'inconsistent':
      break
  }
  const bySeats = input.rules.base === 'quota' && namesBase.includes(decision.reason)
  const key = `verdict.${decision.verdict}.${decision.reason}`
  return { key: bySeats ? `${key}-by-seats` : key, params }
}

/**
 * What a verdict was weighed by, to be said once for many votes (documents.md §3.9): whose majority, of how many, and
 * the votes it takes. In: what {@link verdictSentence} made, also as it was stored. Out: undefined where no votes for
 * were held against a majority (no objection, a report to be made again, an inquiry among its signatories).
 */
export const thresholdSentence = ({ key, params }: Message): Message | undefined => {
  const name = weighing.exec(key)?.[1]
  const { base, needed } = params ?? {}
  if (name === undefined || base === undefined || needed === undefined) return undefined
  return { key: `verdict.threshold.${name}`, params: { base, needed } }
}

/**
 * The warning that the verdict hangs on the choice of base (rules.md §9-10): by the votes needed, or by the quorum
 * where only one of the two has one.
 */
export const otherBaseSentence = (
  input: Pick<DecideInput, 'rules'>,
  decision: Decision,
  other: Decision,
): Message => {
  const byQuorum = decision.quorum.met !== other.quorum.met
  const neededIn = ({ quorum, threshold }: Decision): number =>
    byQuorum ? quorum.needed : (threshold?.needed ?? quorum.needed)
  return {
    key: `verdict.other-base.${byQuorum ? 'quorum' : 'votes'}.${input.rules.base}`,
    params: {
      needed: neededIn(decision),
      otherNeeded: neededIn(other),
      present: decision.quorum.present,
    },
  }
}

/** The totals as announced, under the body's policy for those who pressed nothing. */
export const tallySentence = (
  tally: Tally,
  method: VoteMethod,
  policy: NotPressedPolicy,
): Message => {
  if (method === 'tacit') return { key: 'verdict.tally.tacit' }
  if (method === 'device') {
    const key = policy === 'separate' ? 'verdict.tally.device' : 'verdict.tally.hands'
    return { key, params: publishedTally(tally, policy) }
  }
  const { against, abstain, spoiled, issued = 0, collected = 0 } = tally
  const sides = { for: tally.for, against, abstain }
  if (method === 'show-of-hands' || method === 'named')
    return { key: 'verdict.tally.hands', params: sides }
  const valid = collected - spoiled
  return { key: 'verdict.tally.paper', params: { ...sides, spoiled, issued, collected, valid } }
}
