import { today } from '../lib/formats.ts'

/** What saving does: a first version, words put right, a change from a day on, or the end. */
export const manners = ['mend', 'change', 'abolish'] as const
export type Manner = (typeof manners)[number]

/** Whether what is saved says «abolished»: it ends now, or what is put right tells of an end. */
export const isEnd = (manner: Manner, version: { abolished: boolean } | undefined): boolean =>
  manner === 'abolish' || (manner === 'mend' && version?.abolished === true)

/** The day a manner proposes: of the version that is put right, else today. */
export const dayFor = (manner: Manner, current: string | null): string | null =>
  manner === 'mend' && current !== null ? current : today()
