/** Dots that stand for the dot in minority names; all become U+00B7 (documents.md §2.3). */
const dots = /[·•‧・･∙⋅․.．﹒]+/gu
const han = /\p{Script=Han}/u
const longest = 40

/**
 * A name as it is stored: bare. From names with Han characters every space (U+3000 too) goes and every kind of middle
 * dot becomes «·»; a name in Latin letters keeps one space between its words. Invisible characters always go.
 */
export const bareName = (raw: string): string => {
  const visible = raw.replace(/[\p{Cf}\p{Cc}]/gu, (char) => (/\s/u.test(char) ? ' ' : ''))
  if (!han.test(visible)) return visible.replace(/\s+/gu, ' ').trim()
  return visible.replace(/\s+/gu, '').replace(dots, '·').replace(/^·|·$/gu, '')
}

export type NameFault = {
  reason:
    | 'name-empty'
    | 'name-too-long'
    | 'name-one-character'
    | 'name-private-use'
    | 'name-bad-character'
  /** The character in question, or its code point where it cannot be shown. */
  char?: string
}

const allowed = /[\p{Script=Han}\p{L}\p{M}·' -]/u
const privateUse = /\p{Co}/u

/**
 * What is wrong with a bare name, or undefined. Refused: digits, punctuation and placeholders such as ×; characters of
 * the private-use area, which show only in the font they were made for.
 */
export const nameFault = (bare: string): NameFault | undefined => {
  if (bare === '') return { reason: 'name-empty' }
  const characters = [...bare]
  if (characters.length > longest) return { reason: 'name-too-long' }
  for (const char of characters) {
    if (privateUse.test(char)) {
      const code = char.codePointAt(0) ?? 0
      return { reason: 'name-private-use', char: `U+${code.toString(16).toUpperCase()}` }
    }
    if (!allowed.test(char)) return { reason: 'name-bad-character', char }
  }
  return characters.length === 1 ? { reason: 'name-one-character' } : undefined
}

/** For aligned columns in print only: a name of two Han characters gets one U+3000 between them. */
export const padded = (bare: string): string => {
  const characters = [...bare]
  const twoHan = characters.length === 2 && characters.every((char) => han.test(char))
  return twoHan ? characters.join('\u3000') : bare
}

export type NameNotes = { sex: 'male' | 'female' | null; nationality: string | null }

/** «（女，回族）» after a name: sex, then nationality; nothing for Han men (documents.md §2.3). */
export const noteOf = ({ sex, nationality }: NameNotes): string => {
  const notes = [
    sex === 'female' ? '女' : '',
    nationality === null || /^汉族?$/u.test(nationality) ? '' : nationality,
  ].filter((note) => note !== '')
  return notes.length === 0 ? '' : `（${notes.join('，')}）`
}

/** A bare name with its note. */
export const withNote = (bare: string, notes: NameNotes): string => bare + noteOf(notes)
