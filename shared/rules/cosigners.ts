import type { Message } from '../contract/errors.ts'
import type { Level } from '../contract/body.ts'
import type { SignedKind } from '../contract/session.ts'
import { neededOf, type Share } from './majority.ts'

/** 五分之一以上, which includes the fifth itself. */
export const fifth: Share = { num: 1, den: 5, strict: false }

/** The article each kind of signed motion rests on (rules.md §8-12 to 14). */
export const cosignerArticles: Record<SignedKind, string> = {
  motion: '组织法 52③',
  inquiry: '组织法 53、监督法 51',
  dismissal: '监督法 61②',
  'inquiry-committee': '组织法 58、监督法 56',
  recall: '选举法 51',
}

const byHeads: readonly SignedKind[] = ['motion', 'inquiry']

/**
 * Whether the council decides if it goes before the committee at all: a motion (组织法 52③) and a dismissal (监督法
 * 61②). An inquiry is answered, a committee of inquiry and a recall are put (rules.md §9-44).
 */
export const mayDecline = (kind: SignedKind): boolean => kind === 'motion' || kind === 'dismissal'

/**
 * How many members must sign a motion: for a motion or an inquiry 5, in a county 3; for a dismissal, a committee of
 * inquiry and a recall a fifth of all members or more.
 * @param base all members at the moment it was put forward
 */
export const cosignersNeeded = (kind: SignedKind, level: Level, base: number): number => {
  if (!byHeads.includes(kind)) return neededOf(fifth, base)
  return level === 'county' ? 3 : 5
}

/**
 * Refuses a motion with too few signatures, naming how many are needed (rules.md §9-43, 45). The count is held against
 * the members at the moment the motion was put forward, whatever changes after that (§9-46).
 */
export const cosignerFault = ({
  kind,
  level,
  base,
  signatories,
}: {
  kind: SignedKind
  level: Level
  base: number
  signatories: number
}): Message | undefined => {
  const needed = cosignersNeeded(kind, level, base)
  if (signatories > base) return { key: 'rules.cosigners.too-many', params: { base, signatories } }
  if (signatories >= needed) return undefined
  const article = cosignerArticles[kind]
  return { key: `rules.cosigners.${kind}`, params: { needed, signatories, base, article } }
}
