const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in markup. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (char) => entities[char] ?? '')

/** An element with classes; `inner` is markup already. */
export const tag = (name: string, className: string, inner: string): string =>
  `<${name}${className === '' ? '' : ` class="${className}"`}>${inner}</${name}>`
