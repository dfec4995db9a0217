/** What take half a Han character's width. */
const half = /^[\u0020-\u007e]$/u

/** Width of a text in Han characters: full-width 1, printable ASCII one half («·» is full in Chinese faces). */
export const widthOf = (text: string): number => {
  let width = 0
  for (const char of text) width += half.test(char) ? 0.5 : 1
  return width
}
