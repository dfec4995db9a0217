import { beforeEach, expect, it } from 'vitest'
import { emptyDraft } from '../../../renderer/ballot/draft.ts'
import {
  draftOf,
  dropDraft,
  readAloud,
  takeUpDrafts,
  useDeskState,
} from '../../../renderer/ballot/state.ts'

beforeEach(() => {
  useDeskState.setState({ drafts: {}, methods: {}, reading: null, dialog: null })
})

it('what comes back of drafts never takes the place of what was entered since', () => {
  useDeskState.setState({ drafts: { open: { ...emptyDraft, totals: { for: 5 } } } })
  const at = '2026-11-26T09:10:00'
  takeUpDrafts([
    { voteId: 'open', draft: { totals: { for: 1 } }, at },
    { voteId: 'other', draft: { totals: { for: 2 } }, at },
  ])
  expect([draftOf('open').totals, draftOf('other').totals]).toEqual([{ for: 5 }, { for: 2 }])
})

it('a round that is over is read aloud no more; another goes on being read', () => {
  readAloud('over')
  dropDraft('over')
  expect(useDeskState.getState().reading).toBeNull()
  readAloud('open')
  dropDraft('over')
  expect(useDeskState.getState().reading).toBe('open')
})
