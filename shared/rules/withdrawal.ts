import type { Message } from '../contract/errors.ts'

/** On what conditions a mover may take a matter back (rules.md §8-24). */
export const withdrawRules = [
  'council',
  'council-and-majority',
  'council-and-report',
  'in-writing',
] as const
export type WithdrawRule = (typeof withdrawRules)[number]

/**
 * Refuses taking a matter back once voting on it has begun (议事规则 30; rules.md §9-41). Before that it needs what
 * {@link withdrawCondition} says.
 * @param begun whether a round on it was ever opened, also one that was voided
 */
export const withdrawObstacle = (begun: boolean): Message | undefined =>
  begun ? { key: 'rules.withdraw.begun' } : undefined

/**
 * What taking a matter back asks for, as a sentence to show beside the button: the council's consent (议事规则 30), in
 * Zhejiang that of most members too (浙江省议事规则 23) or for appointments the mover's written word (浙江省任免条例 14),
 * in Guangdong a report to the committee (广东省议事规则 29).
 */
export const withdrawCondition = (rule: WithdrawRule): Message => ({
  key: `rules.withdraw.condition.${rule}`,
})
