/** Rows under what was said before them: names that complete an act, posts that say their division. */
import type { State } from './state.ts'
import type { RowFact } from './table.ts'
import type { Block } from './text.ts'
import { completesListed } from './waiting.ts'

/** 任命副庭长： over rows that name their court's division too: their verb is the heading of them all. */
export const takeUpBatch = (state: State, { post }: RowFact): void => {
  const { batch } = state
  if (!batch || batch.names.length > 0 || !post.endsWith(batch.post)) return
  state.heading = batch.verb
  batch.text = ''
}

/** Rows of names with nothing over them: whether they are all of those an act named in part. */
export const namesWhole = (state: State, blocks: readonly Block[], index: number): boolean => {
  // Told already with the first of the rows.
  if (blocks[index - 1]?.kind === 'names') return state.listed
  const end = blocks.findIndex(({ kind }, at) => at > index && kind !== 'names')
  const rows = blocks.slice(index, end < 0 ? blocks.length : end)
  state.listed = completesListed(
    state,
    rows.flatMap((one) => (one.kind === 'names' ? one.names : [])),
  )
  return state.listed
}
