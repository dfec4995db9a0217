import type { Finding } from '../../contract/findings.ts'

/** Whether the order of voting holds the act off in this session: its removal came to nothing, and no reason goes past that. */
export const isHeldOff = ({ code }: Pick<Finding, 'code'>): boolean => code === 'held-off'

/**
 * Whether a prohibition keeps an act from becoming a question at all. The written defence of one to be dismissed may
 * come in between the asking and the vote: it is held against the opening of the round (监督法 62②; rules.md §9-65).
 */
export const keepsFromAsking = ({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean =>
  isHeldOff({ code }) || (severity === 'block' && code !== 'defence')

/** Whether a finding is about a nomination as it came or as it is written: told once there, not again at each of its acts. */
export const isOfNomination = ({ code }: Pick<Finding, 'code'>): boolean =>
  code === 'late' || code === 'organ-writing'
