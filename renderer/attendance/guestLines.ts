export type GuestLine = { name: string; post: string }

/** People as pasted: one a line, the name first, then a tab, a comma or spaces and the post. Empty lines are passed over. */
export const readGuests = (text: string): GuestLine[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = line, post = ''] = /^(.+?)[\s,\uFF0C\u3001]+(.*)$/u.exec(line) ?? []
      return { name, post: post.trim() }
    })
