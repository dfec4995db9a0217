import type { Message } from '../contract/errors.ts'

/** All members, and how many of them pass a question, at one moment. */
export type BaseAt = { base: number; needed: number }

/**
 * Says that the membership has changed since the vote before, and what more than half is now: «组成人员 31→30，过半数
 * 16», or «组成人员 30→29，过半数 16→15» (rules.md §9-60, 84). Null where there was none before or nothing changed.
 */
export const baseChange = (before: BaseAt | null, now: BaseAt): Message | null => {
  if (!before || before.base === now.base) return null
  const key = before.needed === now.needed ? 'same' : 'other'
  const params = { from: before.base, to: now.base, neededFrom: before.needed, needed: now.needed }
  return { key: `rules.base-change.${key}`, params }
}
