/** Posts that carry no name of their own, and whose they are. */
import { isElsewhere, ofLast } from './orders.ts'
import { beginsWithPlace, cutName, isName } from './persons.ts'
import { cleanPost, isPost } from './posts.ts'
import { keepAct } from './state.ts'
import type { State } from './state.ts'

/** 免去县水务局局长职务，｜任县政协副主席｜, with nobody named: no removal of one called 任县政. */
export const isTakenUp = ({ verb, inList, places }: State, clause: string): boolean =>
  verb?.family === 'remove' && !inList && ofLast(clause, places) !== clause

/** 张三临江县财政局局长, a row broken within its post, in a list: the place tells where the name ends. */
export const readRunTogether = (state: State, clause: string): boolean => {
  const verb = state.heading
  const cut = state.inList && verb?.family === 'appoint' ? cutName(clause, state.places) : undefined
  if (!verb || !cut || !isName(cut.name) || !state.rowsRead) return false
  if (!isPost(cut.post) || !beginsWithPlace(cut.post, state.places)) return false
  keepAct(state, { act: verb.act, verb: verb.verb, persons: [cut.name], post: cleanPost(cut.post) })
  return true
}

/** 提请免去县法院审判员职务 in one's own name, of whoever was told of before. */
const asOwn = (clause: string): string => clause.replace(/^(?:现|特|拟)*提请(?=免去)/u, '')

/**
 * A post alone behind an act of its sentence, or behind whom the sentence tells of, with the person put in: 免去其…职务,
 * 任命其为…. Where nobody was decided upon yet only a removal is an act: 李四同志从教多年，任县教育局副局长 tells of a life, as
 * does any sentence of what was before.
 */
export const withLast = (state: State, clause: string): string => {
  const { acts, spoken, last, told, life, places } = state
  if (life || last.length === 0 || isElsewhere(clause)) return clause
  if (acts.length > spoken) return ofLast(asOwn(clause), places, told)
  return told && clause.includes('免') ? ofLast(asOwn(clause), places, true) : clause
}
