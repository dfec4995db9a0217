import type { Figure, VoteDraft, VoteMethod } from '../../shared/contract/ballot.ts'
import type { TallyInput } from '../../shared/rules/decide-input.ts'

/** What an exception can be: a vote that was not for. */
export type Exception = Extract<Figure, 'against' | 'abstain' | 'notPressed' | 'spoiled'>

export type Totals = VoteDraft['totals']

/** What is being entered. The page shows it, the kernel keeps the newest of it until the lock. */
export type Draft = {
  totals: Totals
  /** Who voted how, in a named vote alone. */
  named?: VoteDraft['named']
  /** Totals before each step, the latest last, so that a step can be taken back. */
  before: readonly Totals[]
  /** The figure being typed: its digits are one step. */
  typing: Figure | null
}

export const emptyDraft: Draft = { totals: {}, before: [], typing: null }

const figuresBy: Record<VoteMethod, readonly Figure[]> = {
  device: ['for', 'against', 'abstain', 'notPressed'],
  'secret-paper': ['issued', 'collected', 'for', 'against', 'abstain', 'spoiled'],
  'show-of-hands': ['for', 'against', 'abstain'],
  named: ['for', 'against', 'abstain'],
  tacit: [],
}

/** The figures of a method, in the order they are asked for. */
export const figuresOf = (method: VoteMethod): readonly Figure[] => figuresBy[method]

/** The exceptions of a method, in the order of the keys J, K, L. */
export const exceptionsOf = (method: VoteMethod): readonly Exception[] =>
  figuresOf(method).filter(
    (figure): figure is Exception =>
      figure === 'against' ||
      figure === 'abstain' ||
      figure === 'notPressed' ||
      figure === 'spoiled',
  )

const stepTo = (draft: Draft, totals: Totals, typing: Figure | null = null): Draft => ({
  ...draft,
  totals,
  before:
    typing !== null && typing === draft.typing ? draft.before : [...draft.before, draft.totals],
  typing,
})

/**
 * «All for»: everyone present, or every paper collected, is for; the exceptions are 0. On paper, figures not yet
 * entered are taken as «a paper for everyone, every paper back».
 */
export const allFor = (draft: Draft, method: VoteMethod, present: number): Draft => {
  const none = Object.fromEntries(exceptionsOf(method).map((figure) => [figure, 0]))
  if (method !== 'secret-paper') return stepTo(draft, { ...none, for: present })
  const issued = draft.totals.issued ?? present
  const collected = draft.totals.collected ?? issued
  return stepTo(draft, { ...none, issued, collected, for: collected })
}

/** Moves votes from «for» to an exception (1), or back (-1). Where there is none to move, nothing changes. */
export const moveVote = (draft: Draft, figure: Exception, by: 1 | -1): Draft => {
  const { totals } = draft
  const from = by === 1 ? (totals.for ?? 0) : (totals[figure] ?? 0)
  if (from === 0) return draft
  return stepTo(draft, {
    ...totals,
    for: (totals.for ?? 0) - by,
    [figure]: (totals[figure] ?? 0) + by,
  })
}

/** Writes a figure; undefined empties it. */
export const setFigure = (draft: Draft, figure: Figure, value: number | undefined): Draft => {
  const { [figure]: _old, ...others } = draft.totals
  return stepTo(draft, value === undefined ? others : { ...others, [figure]: value }, figure)
}

/** Puts whole totals, counted or read elsewhere, in the place of what was entered. */
export const enterTotals = (draft: Draft, totals: Totals): Draft => stepTo(draft, totals)

/** Takes the last step back. */
export const undoStep = (draft: Draft): Draft => {
  const totals = draft.before.at(-1)
  return totals ? { ...draft, totals, before: draft.before.slice(0, -1), typing: null } : draft
}

/** The digits of what was typed, full-width ones too, as a number up to 9999; undefined when there are none. */
export const readFigure = (text: string): number | undefined => {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 4)
  return digits === '' ? undefined : Number(digits)
}

/**
 * The totals as the kernel takes them; undefined until for, against and abstaining are all entered. On the device
 * those who pressed nothing may be left out: they are the rest of those present.
 */
export const tallyOf = (totals: Totals, method: VoteMethod): TallyInput | undefined => {
  const { for: inFavour, against, abstain } = totals
  if (inFavour === undefined || against === undefined || abstain === undefined) return undefined
  const extra = figuresOf(method).flatMap((figure) => {
    const value = totals[figure]
    return value === undefined ? [] : [[figure, value] as const]
  })
  return { ...Object.fromEntries(extra), for: inFavour, against, abstain }
}
