/** Clauses that gave no act: which of them must be shown, and whom they name. */
import { readEntries } from './entries.ts'
import { isProcedure, namedInProcedure, speaksOfPosts } from './noise.ts'
import { isName } from './persons.ts'
import { endsAsPost, isPost } from './posts.ts'
import { context } from './statements.ts'
import type { State } from './state.ts'

/** Whether the clause may be an entry cut short: 樊於期为市. */
const beginsWithName = (clause: string): boolean => {
  const name = /^([\p{Script=Han}·]{2,16}?)(?:为|任|的|同志|、|辞去)/u.exec(clause)?.[1]
  return name !== undefined && isName(name)
}

/** Keeps the persons a procedural clause names; it is shown unless they were decided upon. */
export const keepNamed = (state: State, clause: string): void => {
  if (!/提请|拟任|任职|议案/u.test(clause)) return
  const names = [...clause.matchAll(namedInProcedure)].flatMap((match) => {
    const said = match.groups?.['said'] ?? match.groups?.['seat'] ?? ''
    const name = [said, said.slice(-3), said.slice(-2)].find((one) => isName(one))
    return name === undefined ? [] : [name]
  })
  if (names.length > 0) state.proposals.push({ text: clause, names })
}

/** Whether a clause that gave no act must be shown. */
export const isOpen = (state: State, clause: string): boolean => {
  const active = state.verb ?? state.heading
  if (state.verb && isPost(clause) && !isProcedure(`${clause}职务`)) return true
  if (active && (state.inList || beginsWithName(clause)) && !isProcedure(`${clause}职务`))
    return true
  if (speaksOfPosts.test(clause)) return !isProcedure(clause)
  if (/同志(?:担任|任|为)/u.test(clause) && beginsWithName(clause)) return true
  return (
    endsAsPost(clause) &&
    (beginsWithName(clause) ||
      readEntries('appoint', clause, { ...context(state), last: [] }).entries.length > 0)
  )
}
