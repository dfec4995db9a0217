/** How the words of a certificate fit their place, for Word files and the preview alike. */
import { widthOf } from './width.ts'

/** Type sizes with their lines and characters a line: 一号, then smaller until four lines hold a long post. */
const fits = [
  { points: 26, line: 48, most: 2, chars: 23 },
  { points: 22, line: 40, most: 3, chars: 27 },
  { points: 18, line: 32, most: 5, chars: 33 },
] as const

/** Points from the first line of the text to the line of the signer, whatever stands between. */
export const cardRoom = 196

/**
 * The size a certificate's sentence is set in, its line, and the height it takes, in points. In: the sentence. Out: the
 * largest size that leaves the signature where it is.
 */
export const cardText = (text: string): { points: number; line: number; height: number } => {
  const linesAt = (chars: number): number => Math.ceil((2 + widthOf(text)) / chars)
  const fit = fits.find(({ most, chars }) => linesAt(chars) <= most) ?? fits[2]
  return { points: fit.points, line: fit.line, height: fit.line * linesAt(fit.chars) }
}
