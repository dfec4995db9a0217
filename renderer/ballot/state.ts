import { create } from 'zustand'
import type { VoteMethod } from '../../shared/contract/ballot.ts'
import { emptyDraft, type Draft } from './draft.ts'

/** What lies over the desk. `change` voids the round and goes on with another method. */
export type DeskDialog = 'void' | 'change' | 'correct' | 'ask'

type DeskState = {
  /** Totals being entered, by vote. Never stored anywhere else. */
  drafts: Record<string, Draft>
  /** The method chosen for the next round, by question. */
  methods: Record<string, VoteMethod>
  dialog: DeskDialog | null
}

export const useDeskState = create<DeskState>(() => ({ drafts: {}, methods: {}, dialog: null }))

/** A draft that may not have been begun yet; always the same object, so that nothing redraws for it. */
export const emptyOr = (draft: Draft | undefined): Draft => draft ?? emptyDraft

/** What was entered for a vote so far. */
export const draftOf = (voteId: string): Draft => emptyOr(useDeskState.getState().drafts[voteId])

/** Changes the totals being entered for a vote. */
export const changeDraft = (voteId: string, change: (draft: Draft) => Draft): void =>
  useDeskState.setState(({ drafts }) => ({
    drafts: { ...drafts, [voteId]: change(emptyOr(drafts[voteId])) },
  }))

/** Forgets what was entered for a vote. */
export const dropDraft = (voteId: string): void =>
  useDeskState.setState(({ drafts }) => {
    const { [voteId]: _gone, ...rest } = drafts
    return { drafts: rest }
  })

export const chooseMethod = (questionId: string, method: VoteMethod): void =>
  useDeskState.setState(({ methods }) => ({ methods: { ...methods, [questionId]: method } }))

export const openDialog = (dialog: DeskDialog): void => useDeskState.setState({ dialog })
export const closeDialog = (): void => useDeskState.setState({ dialog: null })
