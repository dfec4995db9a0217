import { today } from '../lib/formats.ts'

/** What saving does: a first version, words put right, a change from a day on, or the end. */
export const manners = ['mend', 'change', 'abolish'] as const
export type Manner = (typeof manners)[number]

/** The day a manner proposes: of the version that is put right, else today. */
export const dayFor = (manner: Manner, current: string | null): string | null =>
  manner === 'mend' && current !== null ? current : today()
