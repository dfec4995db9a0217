import { followingPapers, paperNames, type PaperName } from '../../../shared/contract/papers.ts'

/** Where the papers of a session name somebody. */
export type Naming = {
  /** In an act that is not withdrawn. */
  proposed: number
  /** In an act that was put to the vote and came to something. */
  decided: number
  /** In an act that passed. */
  passed: number
  /** Among those who voted by name. */
  voted: number
  /** Among those who were here or away. */
  listed: number
  /** As who presides. */
  presides: number
}

const named: { [place in keyof Naming]: readonly PaperName[] } = {
  proposed: ['draft-list', 'resumes', 'script-before', 'script-after', 'minutes'],
  decided: ['results'],
  passed: followingPapers,
  voted: ['results', 'minutes'],
  listed: ['attendance', 'minutes'],
  presides: ['script-before', 'script-after', 'minutes'],
}

/** The kinds of papers that name somebody, from where they do. */
export const papersNaming = (naming: Naming): PaperName[] => {
  const places = (Object.keys(named) as (keyof Naming)[]).filter((place) => naming[place] === 1)
  const names = new Set(places.flatMap((place) => named[place]))
  return paperNames.filter((name) => names.has(name))
}
