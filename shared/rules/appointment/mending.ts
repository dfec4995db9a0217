import type { Finding } from '../../contract/findings.ts'

/** What an act can be put right by alone, without asking anybody: the verb of its paper. */
export type Mending = { from: string; to: string }

/**
 * The verb a finding would have in place of the one written; null where it says nothing of it, or where the posts of
 * one act need different ones, which takes two acts.
 */
export const verbMending = ({ message }: Pick<Finding, 'message'>): Mending | null => {
  const { verb, right } = message.params ?? {}
  return message.key === 'rules.appoint.verb' ? { from: String(verb), to: String(right) } : null
}
