import { create } from 'zustand'
import type { KeptDraft, VoteDraft, VoteMethod } from '../../shared/contract/ballot.ts'
import { callKernel } from '../lib/client.ts'
import { createKeeper } from '../lib/keeping.ts'
import { emptyDraft, type Draft } from './draft.ts'

/**
 * What lies over the desk. `change` voids the round and goes on with another method, `base` asks which membership
 * counts, `count` counts twice, `totals` reads the voting system's file, `defence` records how one to be dismissed was
 * heard, `adjourn` ends the sitting.
 */
export type DeskDialog =
  'void' | 'change' | 'correct' | 'ask' | 'base' | 'count' | 'totals' | 'defence' | 'adjourn'

type DeskState = {
  /** Totals being entered, by vote. The kernel keeps them too until they are locked. */
  drafts: Record<string, Draft>
  /** The method chosen for the next round, by question. */
  methods: Record<string, VoteMethod>
  /** The vote whose totals are being read aloud before the lock. */
  reading: string | null
  dialog: DeskDialog | null
}

export const useDeskState = create<DeskState>(() => ({
  drafts: {},
  methods: {},
  reading: null,
  dialog: null,
}))

/** A draft that may not have been begun yet; always the same object, so that nothing redraws for it. */
export const emptyOr = (draft: Draft | undefined): Draft => draft ?? emptyDraft

/** What was entered for a vote so far. */
export const draftOf = (voteId: string): Draft => emptyOr(useDeskState.getState().drafts[voteId])

const keeper = createKeeper<VoteDraft>(
  (voteId, draft) => void callKernel('ballot.keepDraft', { voteId, draft }),
)

const keptForm = ({ totals, named }: Draft): VoteDraft => ({ totals, ...(named ? { named } : {}) })

/** Changes what is being entered for a vote; a power cut takes no more than the last keystroke. */
export const changeDraft = (voteId: string, change: (draft: Draft) => Draft): void => {
  const before = draftOf(voteId)
  const after = change(before)
  if (after === before) return
  useDeskState.setState(({ drafts }) => ({ drafts: { ...drafts, [voteId]: after } }))
  keeper.keep(voteId, keptForm(after))
}

/** Takes up what was half entered when the page was closed; what was entered since stays. */
export const takeUpDrafts = (kept: readonly KeptDraft[]): void =>
  useDeskState.setState(({ drafts }) => ({
    drafts: {
      ...Object.fromEntries(
        kept.map(({ voteId, draft }): [string, Draft] => [voteId, { ...emptyDraft, ...draft }]),
      ),
      ...drafts,
    },
  }))

/** Forgets what was entered for a vote: it was locked or made void. */
export const dropDraft = (voteId: string): void => {
  keeper.drop(voteId)
  useDeskState.setState(({ drafts, reading }) => {
    const { [voteId]: _gone, ...rest } = drafts
    return { drafts: rest, reading: reading === voteId ? null : reading }
  })
}

export const chooseMethod = (questionId: string, method: VoteMethod): void =>
  useDeskState.setState(({ methods }) => ({ methods: { ...methods, [questionId]: method } }))

/** Begins reading the totals of a vote, or of a sheet, aloud; null goes back to entering. */
export const readAloud = (voteId: string | null): void => useDeskState.setState({ reading: voteId })

export const openDialog = (dialog: DeskDialog): void => useDeskState.setState({ dialog })
export const closeDialog = (): void => useDeskState.setState({ dialog: null })
