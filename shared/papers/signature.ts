import { widthOf } from './width.ts'

const lineWidth = 28
const clear = 2
/** A date that stands alone keeps four characters from the right edge. */
const aloneClear = 4

/**
 * Sealed, the date ends four characters before the edge and the organ stands in the middle above it; one too wide for
 * that ends at the edge, and the date moves under its middle.
 */
const sealedPlaces = (organ: number, day: number): { organ: number; date: number } => {
  const axis = Math.min(lineWidth - aloneClear - day / 2, lineWidth - organ / 2)
  return { organ: Math.max(0, axis - organ / 2), date: axis - day / 2 }
}

/**
 * Where 署名 and date start, in characters from the left edge (GB/T 9704, unsealed): the organ ends two characters
 * before the edge, the date starts two characters after the organ does; a date too long for that ends two
 * characters before the edge and the organ moves left.
 */
export const signaturePlaces = (
  organ: string | undefined,
  date: string | undefined,
  sealed = false,
): { organ: number; date: number } => {
  const day = widthOf(date ?? '')
  if (sealed) return sealedPlaces(widthOf(organ ?? ''), day)
  if (organ === undefined) return { organ: 0, date: lineWidth - aloneClear - day }
  const organLeft = Math.max(0, lineWidth - clear - widthOf(organ))
  const dateLeft = organLeft + clear
  if (dateLeft + day <= lineWidth - clear) return { organ: organLeft, date: dateLeft }
  const pushed = lineWidth - clear - day
  return { organ: Math.max(0, pushed - clear), date: pushed }
}
