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
  const isRow = (at: number): boolean => blocks[at]?.kind === 'names'
  let from = index
  let to = index
  while (isRow(from - 1)) from--
  while (isRow(to + 1)) to++
  const names = blocks.slice(from, to + 1).flatMap((one) => (one.kind === 'names' ? one.names : []))
  // Told already with the first of the rows.
  if (from < index && state.acts.some(({ persons }) => persons.join() === names.join())) return true
  return completesListed(state, names)
}
