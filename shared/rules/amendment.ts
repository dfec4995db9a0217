import type { Message } from '../contract/errors.ts'

/** Until when an amendment may be put forward (rules.md §8-22). */
export const amendmentCutoffs = ['before-vote', 'day-before'] as const
export type AmendmentCutoff = (typeof amendmentCutoffs)[number]

/** An amendment as put forward; `signatories` null where the council or a committee did. Days are `YYYY-MM-DD`. */
export type ProposedAmendment = {
  proposedOn: string
  signatories: number | null
}

/**
 * Refuses an amendment that came too late or with too few names (rules.md §9-37): in writing before the vote
 * (广东省议事规则 26), or by the day before it (北京市议事规则 19、上海市议事规则 18).
 * @param motion the day it will be voted on, and whether voting on it has begun
 */
export const amendmentFault = (
  { proposedOn, signatories }: ProposedAmendment,
  motion: { votingOn: string; begun: boolean },
  rules: { amendmentCutoff: AmendmentCutoff; amendmentCosigners: number },
): Message | undefined => {
  const { amendmentCutoff, amendmentCosigners: needed } = rules
  if (motion.begun || proposedOn > motion.votingOn) return { key: 'rules.amendment.begun' }
  if (amendmentCutoff === 'day-before' && proposedOn >= motion.votingOn) {
    return { key: 'rules.amendment.late', params: { proposedOn, votingOn: motion.votingOn } }
  }
  if (signatories !== null && signatories < needed) {
    return { key: 'rules.amendment.cosigners', params: { needed, signatories } }
  }
  return undefined
}
