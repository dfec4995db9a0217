/** GB/T 9704-2012 in twips (1/20 pt): A4, 22 lines of 28 characters in 156 × 225 mm (documents.md §1.1, §6). */
export const sheet = { width: 11906, height: 16838 } as const

/** The footer stands so that the page number's dash falls 7 mm under the text area. */
export const margin = { top: 2098, right: 1474, bottom: 1984, left: 1587, footer: 1429 } as const

export const textWidth = sheet.width - margin.left - margin.right

/** A4 lying, bound at its upper edge: the same text area turned (GB/T 9704 §11). */
export const lying = {
  margin: { top: 1587, right: 1984, bottom: 1474, left: 2098, footer: 920 },
  textWidth: 12756,
} as const

/** Red of heads and rules. */
export const red = 'FF0000'

/** Line pitches. 22 × 579 fills the text area; 580 would leave room for 21 lines. */
export const pitch = { text: 579, title: 700, cell: 440, compact: 320, footer: 400 } as const

/** Sizes in half-points: a red head, 二号, 三号, 四号, 小四. */
export const size = { mark: 72, title: 44, text: 32, small: 28, compact: 24 } as const

/** 三号 set 0.25 pt closer, so that 28 characters fill the text width. */
export const textSpacing = -5

/** A text read aloud standing (documents.md §3.7): 小二 on 32 points or 二号 on 36, characters at their own width. */
export const reading = {
  large: { size: 36, line: 640 },
  largest: { size: 44, line: 720 },
} as const

/** Page numbers of a text read aloud: 二号. */
export const bigNumber = { size: 44, line: 480 } as const

/** One character of text in twips: 16 pt less 0.25 pt. */
export const charWidth = 315

/** 任命书 on A4 lying (documents.md §3.11), in twips and half-points: title, 三号 lines, 小一 signature. */
export const card = {
  margin: { top: 1560, bottom: 700, side: 2268 },
  title: { line: 1500, size: 104 },
  small: { line: 560, size: 32 },
  text: { before: 620 },
  passing: { before: 300 },
  signer: { line: 1000, left: 5400, size: 44 },
  date: { right: 300 },
} as const
