import type { PaperSettings } from '../../shared/papers/settings.ts'

/** A part of the settings screen: what is set, and how a change of it is kept. */
export type Part = { value: PaperSettings; save: (change: Partial<PaperSettings>) => void }
