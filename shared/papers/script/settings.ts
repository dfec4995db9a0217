import { defaultFormulas } from './formulas.ts'
import type { Formulas } from './formulas.ts'
import type { ReadingSize } from '../paper.ts'

export type ScriptSettings = {
  /** The office's sentences, whole. */
  formulas: Formulas
  size: ReadingSize
}

export const scriptSettings: ScriptSettings = { formulas: defaultFormulas, size: 'largest' }
