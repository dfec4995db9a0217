/** Front door of the room that turns papers into files. */
export { renderDocx } from './docx.ts'
export type { DocxOptions } from './docx.ts'
