import type { FormalityState } from '../../contract/formality.ts'
import type { FormalityDraft } from './formalities.ts'

/** A formality as it was kept: what it was about, and whether a hand has touched it. */
export type KeptFormality = Pick<FormalityDraft, 'kind' | 'about' | 'actIds'> & {
  id: string
  state: FormalityState
  /** Another day, a number or a note was entered. */
  touched: boolean
}

export type Kept = {
  /** Kept rows and what they are now. */
  go: { id: string; draft: FormalityDraft }[]
  add: FormalityDraft[]
  /** Nobody had touched them and nothing asks for them any more. */
  drop: string[]
  /** Touched by a hand, asked for by nothing that stands: kept out of sight, or in sight where they were done. */
  rest: string[]
}

const sharesAct = (kept: KeptFormality, draft: FormalityDraft): boolean =>
  kept.kind === draft.kind && kept.actIds.some((id) => draft.actIds.includes(id))

/**
 * Brings what was kept together with what follows from the acts that stand now. A formality is the same where kind and
 * `about` are; one whose `about` has moved, as when a person was told apart from a namesake, is found by its acts.
 * Nothing a hand has touched is lost: a correction of the correction finds it again.
 */
export const keepFormalities = (
  kept: readonly KeptFormality[],
  drafts: readonly FormalityDraft[],
): Kept => {
  const left = new Set(kept)
  const taken = new Map<FormalityDraft, KeptFormality>()
  const take = (fits: (row: KeptFormality, draft: FormalityDraft) => boolean): void => {
    for (const draft of drafts) {
      const row = taken.has(draft) ? undefined : [...left].find((one) => fits(one, draft))
      if (!row) continue
      taken.set(draft, row)
      left.delete(row)
    }
  }
  take((row, draft) => row.kind === draft.kind && row.about === draft.about)
  take(sharesAct)
  const isTouched = ({ touched, state }: KeptFormality): boolean => touched || state !== 'due'
  return {
    go: [...taken].map(([draft, { id }]) => ({ id, draft })),
    add: drafts.filter((draft) => !taken.has(draft)),
    drop: [...left].filter((row) => !isTouched(row)).map(({ id }) => id),
    rest: [...left].filter(isTouched).map(({ id }) => id),
  }
}
