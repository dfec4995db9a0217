import { safeFileName } from './paper.ts'
import type { Paper } from './paper.ts'

/** What every page of a rehearsal's paper bears, and its file's name begins with. */
export const rehearsalMark = '演练'

/** A paper made in a rehearsal: marked on every page and in its name, so that it cannot pass for a real one. */
export const rehearsed = (paper: Paper): Paper => ({
  ...paper,
  watermark: rehearsalMark,
  fileName: safeFileName(`【${rehearsalMark}】${paper.fileName}`),
})
