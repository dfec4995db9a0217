/** Front door of the room that turns papers into files. */
import type { Paper } from '../../shared/papers/paper.ts'

export { renderDocx } from './docx.ts'
export type { DocxOptions } from './docx.ts'
export { fontSchemes } from '../../shared/papers/fonts.ts'
export type { Fonts, FontScheme } from '../../shared/papers/fonts.ts'

/** Name of a paper's Word file. */
export const docxName = (paper: Paper): string => `${paper.fileName}.docx`
