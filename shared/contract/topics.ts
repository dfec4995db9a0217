/** What may have changed. An announcement names topics, never carries rows. */
export const topics = [
  'body',
  'roster',
  'session',
  'attendance',
  'ballot',
  'appointment',
  'papers',
  'journal',
  'speech',
  'incident',
  'hall',
  'safety',
  'ledger',
  'dossier',
  'formality',
] as const
export type Topic = (typeof topics)[number]

/**
 * One announcement per committed command; `rev` rises by one, a gap means «ask for everything again». `since` is the
 * `rev` with which the file that is open took the place of another, 0 for the first: a page that was there before holds
 * what belongs to the other.
 */
export type Changed = { topics: Topic[]; rev: number; since: number }
