/** How the words of a certificate fit their place, for Word files and the preview alike. */
import { widthOf } from './width.ts'

/**
 * Type sizes with their lines and characters a line: 一号, then smaller until the longest post there can be leaves room
 * for the 题注 above the signer.
 */
export const cardFits = [
  { points: 26, line: 48, most: 2, chars: 23 },
  { points: 22, line: 40, most: 3, chars: 27 },
  { points: 18, line: 32, most: 4, chars: 33 },
  { points: 16, line: 28, most: 5, chars: 37 },
  { points: 14, line: 24, most: 6, chars: 42 },
  { points: 12, line: 19, most: 8, chars: 49 },
  { points: 10, line: 15, most: 10, chars: 59 },
] as const
const smallest = cardFits[6]

/** Points from the first line of the text to the line of the signer, whatever stands between. */
export const cardRoom = 196

/**
 * The size a certificate's sentence is set in, its line, and the height it takes, in points. In: the sentence. Out: the
 * largest size that leaves the signature where it is.
 */
export const cardText = (text: string): { points: number; line: number; height: number } => {
  const linesAt = (chars: number): number => Math.ceil((2 + widthOf(text)) / chars)
  const fit = cardFits.find(({ most, chars }) => linesAt(chars) <= most) ?? smallest
  return { points: fit.points, line: fit.line, height: fit.line * linesAt(fit.chars) }
}
