import type { Message } from '../../../shared/contract/errors.ts'
import type { Header } from './import-header.ts'
import { stated } from './import-match.ts'
import { lineList } from './import-rows.ts'
import type { ImportInput, Matched } from './import-types.ts'

/**
 * Vice-chairs stand by rank and not by strokes, and rosters list them so: a first sheet that has no column for it and
 * names them before the ordinary members ranks them as it lists them, and says that it does. Where the roster has
 * vice-chairs already, their order is left as it is.
 */
export const rankAsListed = (
  matched: readonly Matched[],
  header: Header,
  input: ImportInput,
): Message[] => {
  const serving = matched.filter(({ draft }) => stated(draft, 'endsAt') === '')
  const deputies = serving.filter(({ draft }) => stated(draft, 'kind') === 'vice-chair')
  const ordinary = serving.find(({ draft }) => stated(draft, 'kind') === 'ordinary')
  const last = deputies.at(-1)
  const isListed =
    deputies.length > 1 &&
    !header.places.has('rank') &&
    !input.members.some(({ kind }) => kind === 'vice-chair') &&
    (ordinary?.draft.line ?? Infinity) > (last?.draft.line ?? 0)
  if (!isListed) return []
  deputies.forEach(({ draft }, at) => {
    draft.cells.rank = { text: '', value: String(at + 1) }
  })
  const rows = lineList(deputies.map(({ draft }) => draft.line))
  return [{ key: 'import.remark.ranked', params: { rows } }]
}
