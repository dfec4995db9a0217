import type { Formality, FormalityState } from '../../contract/formality.ts'
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

const keyOf = ({ kind, about }: Pick<FormalityDraft, 'kind' | 'about'>): string =>
  `${kind} ${about}`

const sharesAct = (kept: KeptFormality, draft: FormalityDraft): boolean =>
  kept.kind === draft.kind && kept.actIds.some((id) => draft.actIds.includes(id))

const isTouched = ({ touched, state }: KeptFormality): boolean => touched || state !== 'due'

/**
 * Brings what was kept together with what follows from the acts that stand now. A formality is the same where kind and
 * `about` are; one whose `about` has moved, as when a person was told apart from a namesake, is found by its acts.
 * Nothing a hand has touched is lost: a correction of the correction finds it again.
 */
export const keepFormalities = (
  kept: readonly KeptFormality[],
  drafts: readonly FormalityDraft[],
): Kept => {
  const known = new Map(kept.map((row) => [keyOf(row), row]))
  const wanted = new Set(drafts.map(keyOf))
  const left = new Set(kept.filter((row) => !wanted.has(keyOf(row))))
  const rowOf = (draft: FormalityDraft): KeptFormality | undefined => {
    const row = known.get(keyOf(draft)) ?? [...left].find((one) => sharesAct(one, draft))
    if (row) left.delete(row)
    return row
  }
  const pairs = drafts.map((draft) => ({ draft, row: rowOf(draft) }))
  return {
    go: pairs.flatMap(({ draft, row }) => (row ? [{ id: row.id, draft }] : [])),
    add: pairs.flatMap(({ draft, row }) => (row ? [] : [draft])),
    drop: [...left].filter((row) => !isTouched(row)).map(({ id }) => id),
    rest: [...left].filter(isTouched).map(({ id }) => id),
  }
}

/** Still to be seen to: due, or settled and in doubt since. */
export const isOpen = ({ state, doubt }: Pick<Formality, 'state' | 'doubt'>): boolean =>
  state === 'due' || doubt !== null
