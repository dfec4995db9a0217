/** The verb of a row: its column's, its heading's, or its own. */
import type { State } from './state.ts'
import type { Family, Verb } from './verbs.ts'

/** The verb a table's header sets for its rows: 拟任职务; undefined where it names both, or none. */
export const headerVerb = (cells: readonly string[]): Verb | undefined => {
  const text = cells.join(' ')
  if (/免(?:去)?职务/u.test(text) && !/任免/u.test(text))
    return /任命?职务/u.test(text) ? undefined : { act: 'remove', verb: '免去', family: 'remove' }
  if (/任(?:命)?职务/u.test(text) && !/现任/u.test(text))
    return { act: 'appoint', verb: '任命', family: 'appoint' }
  return undefined
}

/** The verb of a row: its heading's, unless its column says otherwise. */
export const rowVerb = (state: State, family: Family | undefined): Verb | undefined => {
  const heading = state.heading ?? state.verb
  if (family === undefined || heading?.family === family) return heading
  return family === 'remove'
    ? { act: 'remove', verb: '免去', family }
    : { act: 'appoint', verb: '任命', family }
}

/** 张三　任命为县财政局局长: a row whose post says the verb too, as a sentence. */
export const statedInRow = (names: readonly string[], post: string): string | undefined => {
  const made = /^拟?(?:提请)?(?<said>(?:决定)?任命为.+)$/u.exec(post)?.groups?.['said']
  if (made !== undefined) return `${names.join('、')}${made}`
  const taken = /^拟任(?<post>(?!命).+)$/u.exec(post)?.groups?.['post']
  if (taken !== undefined) return `${names.join('、')}任命为${taken}`
  const off = /^拟?(?:提请)?(?:决定)?免去?其?的?(?<post>.+)$/u.exec(post)?.groups?.['post']
  return off === undefined ? undefined : `免去${names.join('、')}的${off}`
}
