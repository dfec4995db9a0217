/** Punctuation in half and other widths, and what it is in full; quotes are nothing. */
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '﹐': '，',
  '﹔': '；',
  '﹕': '：',
  '﹙': '（',
  '﹚': '）',
  '｡': '。',
  '､': '、',
  '﹑': '、',
  '〈': '《',
  '〉': '》',
  '“': '',
  '”': '',
  '"': '',
  '「': '',
  '」': '',
  '『': '',
  '』': '',
  '‘': '',
  '’': '',
  '［': '[',
  '］': ']',
}

export const halfWidth = /[,;:()!?﹐﹔﹕﹙﹚｡､﹑〈〉“”"「」『』‘’［］]/gu

/** In: one mark. Out: the mark in full width, '' for a quote. */
export const inFullWidth = (mark: string): string => fullWidth[mark] ?? mark
