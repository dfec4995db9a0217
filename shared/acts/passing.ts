/** 题注: «（2025年10月24日××市第八届人民代表大会常务委员会第二十八次会议通过）». */
import { fromChineseNumeral } from '../rules/numerals.ts'
import type { PassingLine } from './types.ts'

const dated = /(\d{4})年(\d{1,2})月(\d{1,2})日/u
const numeral = '[零〇一二三四五六七八九十百0-9]{1,7}'
const termOf = new RegExp(`第?(${numeral})届`, 'u')
const sessionOf = new RegExp(`第(${numeral})次(?:常委会)?会议`, 'u')

/** Terms and sessions stand in Chinese numerals; websites print Arabic ones too. */
const numberOf = (text: string): number | undefined =>
  /^\d{1,3}$/u.test(text) ? Number(text) : fromChineseNumeral(text.replace(/〇/gu, '零'))

const two = (digits: string): string => digits.padStart(2, '0')

/**
 * Reads the line under a title. In: the line with or without its brackets.
 * Out: its facts, or undefined when it is no passing line (no date, or nothing was adopted).
 */
export const readPassing = (line: string): PassingLine | undefined => {
  const text = line.replace(/\s+/gu, '')
  const date = dated.exec(text)
  if (!date || !/(?:通过|决定|任命|免去)[）)]?$/u.test(text)) return undefined
  const [whole, year, month, day] = date
  const rest = text.slice(date.index + whole.length).replace(/^[，在于]/u, '')
  const term = termOf.exec(rest)
  const session = sessionOf.exec(rest)
  const passing: PassingLine = { date: `${year}-${two(month ?? '')}-${two(day ?? '')}` }
  const termNumber = term ? numberOf(term[1] ?? '') : undefined
  if (termNumber !== undefined) passing.term = termNumber
  const sessionNumber = session ? numberOf(session[1] ?? '') : undefined
  if (sessionNumber !== undefined) passing.session = sessionNumber
  if (session) {
    const named = rest.slice(0, session.index)
    const body = term ? named.replace(term[0], '') : named
    if (body !== '') passing.body = body
  }
  return passing
}
