/** A letter in the first person: whoever signed it is the one who resigns. */
import { isNameAlone } from './persons.ts'
import { isDateLine } from './text.ts'

/** A letter longer than this is none. */
const longest = 3000

const own =
  /(?<=[。，；\n]|^)(?<when>\p{Script=Han}{0,12}?)(?:本人|我)(?:现|特|自愿|郑重|正式|书面|主动)*(?:向[^，。；\n]{2,30})?(?:请求|申请|提出|要求)?辞去/gmu
const signed =
  /^(?:申请人|辞职人|请求人|提出人|报告人|本人签名|签名)(?:（签[名字章]）)?：?(?<name>[\p{Script=Han}·]{2,15})$/u

const title = /^[\s\u3000]*(?:关于)?辞职(?:的?报告|的?请求|申请书?|信|书)[\s\u3000]*$/mu

const bareLine = (line: string): string => line.replace(/[\s\u3000]/gu, '')

/** Who signed, and the line that says so: in so many words, or a name alone at the end, over the date or under it. */
const signatureIn = (text: string): { name: string; line: string } | undefined => {
  const lines = text
    .split('\n')
    .filter((line) => bareLine(line) !== '' && !isDateLine(bareLine(line)))
    .slice(-3)
    .reverse()
  for (const line of lines) {
    const name = signed.exec(bareLine(line))?.groups?.['name']
    if (name !== undefined && isNameAlone(name)) return { name, line }
  }
  const [line = ''] = lines
  return isNameAlone(bareLine(line)) ? { name: bareLine(line), line } : undefined
}

/**
 * In: a text. Out: 本人请求辞去… of a letter that is signed said of who signed it, 接受张三辞去…, which is what the letter
 * asks of the committee; any other text as it was.
 */
export const inThirdPerson = (text: string): string => {
  const signature = text.length > longest || text.search(own) < 0 ? undefined : signatureIn(text)
  if (!signature) return text
  const { name, line } = signature
  const unsigned =
    text.slice(0, text.lastIndexOf(line)) + text.slice(text.lastIndexOf(line) + line.length)
  return unsigned.replace(title, '').replace(own, `$<when>接受${name}辞去`)
}
