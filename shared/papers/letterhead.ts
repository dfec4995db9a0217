/** Measures of red heads and 版记 that Word files and the preview share. */
import { formatDate } from '../rules/moment.ts'
import type { Imprint, Letterhead } from './paper.ts'
import { widthOf } from './width.ts'
import { unmarked } from './wording.ts'

/** The red words at 36 points stay as wide as they are, or are squeezed to the text area: per cent. */
export const markScale = (text: string): number =>
  Math.min(100, Math.floor((440 / (Math.max(1, widthOf(text)) * 36)) * 100))

/**
 * How far the letters of the 印发 line are narrowed to stay on one line, in hundredths: who prints, a gap, and the day
 * in the 29.5 characters of 四号 between the indents.
 */
export const imprintScale = ({ issuer, date }: Imprint): number => {
  const gaps = 2.5
  const width = widthOf(issuer) + widthOf(`${formatDate(date)}印发`) + gaps
  return Math.min(100, Math.floor((29.5 / width) * 100))
}

/** What stands right of the number of a file that goes upward, its name apart; undefined on any other. */
export const signatoryOf = ({
  form,
  signatory,
}: Letterhead): { label: string; name: string } | undefined =>
  form === 'letter' || signatory === undefined ? undefined : { label: '签发人：', name: signatory }

/** Characters of 四号 in a line of 抄送 after its label. */
const copiesWidth = 26
/** Heights in millimetres: a line of 四号, a rule. */
const lineHeight = 8.47
const ruleHeight = 0.35

/** What a 版记 says of copies, closed by its mark, and how high it is as part of a file and of a letter. */
export const imprintLines = ({
  copies,
}: Imprint): { copies: string; height: Record<Letterhead['form'], number> } => {
  const text = copies === '' ? '' : `${unmarked(copies)}。`
  const lines = Math.ceil(widthOf(text) / copiesWidth)
  const rules = text === '' ? 2 : 3
  return {
    copies: text,
    height: {
      file: (lines + 1) * lineHeight + rules * ruleHeight,
      letter: lines * lineHeight,
    },
  }
}
