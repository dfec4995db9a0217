const digits = '零一二三四五六七八九'
const digit = (n: number): string => digits.charAt(n)

const belowHundred = (n: number, leadingOne: boolean): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const ten = tens === 0 ? '' : `${tens === 1 && !leadingOne ? '' : digit(tens)}十`
  return ten + (ones === 0 ? '' : digit(ones))
}

/**
 * Chinese numeral of a whole number from 1 to 999, as the numbers of terms and sessions are written
 * (documents.md §2.1): 10 十, 35 三十五, 101 一百零一, 110 一百一十.
 * @throws RangeError for any other number
 */
export const toChineseNumeral = (n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > 999) throw new RangeError(`not within 1–999: ${n}`)
  if (n < 100) return belowHundred(n, false)
  const rest = n % 100
  const gap = rest > 0 && rest < 10 ? '零' : ''
  return `${digit(Math.floor(n / 100))}百${gap}${belowHundred(rest, true)}`
}

const numeral =
  /^(?:(?<hundreds>[一二三四五六七八九])百)?(?:(?<gap>[零〇])|(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/u

/**
 * The number a Chinese numeral stands for, 1 to 999; undefined for anything else. Also reads 一百十 and 一百〇一;
 * the spoken 一百一 (meaning 110) is refused as ambiguous.
 */
export const fromChineseNumeral = (text: string): number | undefined => {
  const parts = numeral.exec(text)?.groups
  if (!parts || text === '') return undefined
  const { hundreds, gap, tens, ten, ones } = parts
  if (gap !== undefined && (hundreds === undefined || ones === undefined)) return undefined
  if (hundreds !== undefined && !gap && !ten && ones !== undefined) return undefined
  const value = (char: string | undefined): number => (char ? digits.indexOf(char) : 0)
  return value(hundreds) * 100 + (ten ? value(tens ?? '一') * 10 : 0) + value(ones)
}

/** Digits written one by one, «二〇二六» → «2026»; characters that are no digits stay. */
export const plainDigits = (text: string): string =>
  text.replace(/[〇○零一二三四五六七八九]/gu, (char) =>
    '〇○'.includes(char) ? '0' : String(digits.indexOf(char)),
  )
