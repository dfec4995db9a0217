/** Type in the reading view, all in CSS pixels: `height` is a whole number of lines. */
export type Lines = { font: number; pitch: number; height: number }

const charsWide = 24
const linesHigh = 9
const smallest = 30
const largest = 140

/**
 * The largest type that sets about 24 characters to a line and 9 lines to a page. In: the room in CSS pixels. Out: font
 * size, line pitch, and the height of the lines that fit whole.
 */
export const fitLines = (width: number, height: number): Lines => {
  const wanted = Math.min(width / charsWide, height / linesHigh / 1.6)
  const font = Math.round(Math.max(smallest, Math.min(largest, wanted)))
  const pitch = Math.round(font * 1.6)
  return { font, pitch, height: Math.max(1, Math.floor(height / pitch)) * pitch }
}
