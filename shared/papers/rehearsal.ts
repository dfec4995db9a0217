import { safeFileName } from './paper.ts'
import type { Workbook } from './after/workbook.ts'
import type { Paper } from './paper.ts'

/** What every page of a rehearsal's paper bears, and its file's name begins with. */
export const rehearsalMark = '演练'

const bracketed = (text: string): string => `【${rehearsalMark}】${text}`

/** A paper made in a rehearsal: marked on every page and in its name, so that it cannot pass for a real one. */
export const rehearsed = (paper: Paper): Paper => ({
  ...paper,
  watermark: rehearsalMark,
  fileName: safeFileName(bracketed(paper.fileName)),
})

/** A spreadsheet made in a rehearsal: it has no watermark, so every sheet's title says so. */
export const rehearsedWorkbook = (workbook: Workbook): Workbook => ({
  ...workbook,
  title: bracketed(workbook.title),
  fileName: safeFileName(bracketed(workbook.fileName)),
})
