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
] as const
export type Topic = (typeof topics)[number]

/** One announcement per committed command; `rev` rises by one, a gap means «ask for everything again». */
export type Changed = { topics: Topic[]; rev: number }
