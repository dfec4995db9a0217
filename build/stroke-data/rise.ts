/**
 * Positions of a longest subsequence that never falls.
 * @param values small whole numbers, 0 or more
 */
export const longestRise = (values: readonly number[]): Set<number> => {
  const length: number[] = []
  const previous: number[] = []
  const lastWith = new Map<number, number>()
  values.forEach((value, at) => {
    let best = -1
    for (const [end, position] of lastWith) {
      if (end <= value && (length[position] ?? 0) > (length[best] ?? 0)) best = position
    }
    length[at] = (length[best] ?? 0) + 1
    previous[at] = best
    const held = lastWith.get(value)
    if (held === undefined || (length[held] ?? 0) < (length[at] ?? 0)) lastWith.set(value, at)
  })
  const rise = new Set<number>()
  let at = length.indexOf(Math.max(...length))
  while (at >= 0) {
    rise.add(at)
    at = previous[at] ?? -1
  }
  return rise
}
