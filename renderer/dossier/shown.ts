/** A month, or a day, as forms write it: «1979.03». Other texts stay as they are. */
export const shownMonth = (text: string): string =>
  /^\d{4}-\d{2}(?:-\d{2})?$/u.test(text) ? text.replaceAll('-', '.') : text
