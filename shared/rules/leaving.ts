import type { Message } from '../contract/errors.ts'
import type { LeavingReason } from '../contract/roster.ts'

/** What is to be known where a member leaves for a reason; `confirm` is for people to settle, not for the law alone. */
export type LeavingNote = { confirm: boolean; message: Message }

const noted: Partial<Record<LeavingReason, boolean>> = {
  recalled: false,
  'deputy-resigned': false,
  'deputy-ended': true,
}

/**
 * What follows for the office in the committee from the loss of the deputy's mandate, or undefined for other reasons.
 * - recalled as a deputy: the office is revoked with it, without a vote, and announced (选举法 54①; rules.md §9-80);
 * - resignation as a deputy accepted: it ends with it, without a vote, and is announced (选举法 56①; §9-81);
 * - mandate ended otherwise, as by missing two sessions of the congress: the law names only the two above, some local
 *   rules go further (北京市任免条例 25), so people confirm it (代表法 62(三); §9-82).
 */
export const leavingNote = (reason: LeavingReason): LeavingNote | undefined => {
  const confirm = noted[reason]
  return confirm === undefined
    ? undefined
    : { confirm, message: { key: `rules.leaving.${reason}` } }
}
