/** A letter in the first person: whoever signed it is the one who resigns. */
import { isName, isNameAlone } from './persons.ts'
import { endsAsPost } from './posts.ts'
import { isDateLine } from './text.ts'

/** A letter longer than this is none. */
const longest = 3000

const own =
  /(?<=[。，；\n]|^)[ \u3000]*(?<when>\p{Script=Han}{0,12}?)(?:本人|我)(?<why>(?:因|由于)[^，。；\n]{2,16}?|[^，。；\n辞]{2,16}(?=，))?，?(?:现|特|自愿|郑重|正式|书面|主动)*(?:向[^，。；\n]{2,30})?(?:请求|申请|提出|要求)?辞去/gmu
const signed =
  /^(?:申请人|辞职人|请求人|提出人|报告人|本人签名|签名)(?:（签[名字章]）)?：?(?<name>[\p{Script=Han}·]{2,15})$/u

/** 县人大常委会副主任　张三: over the date, the post of who signs. */
const titledSignature =
  /^(?<post>[^\s\u3000]{2,40})[\s\u3000]+(?<name>[\p{Script=Han}·\s\u3000]{2,15})$/u

const title =
  /^[\s\u3000]*(?:关于)?(?:请求)?辞(?:职|去[^，。\n]{0,40}职务)(?:的?报告|的?请求|的?申请书?|信|书)[\s\u3000]*$/mu

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
  if (isNameAlone(bareLine(line))) return { name: bareLine(line), line }
  const { post = '', name = '' } = titledSignature.exec(line.trim())?.groups ?? {}
  return endsAsPost(post) && isNameAlone(bareLine(name))
    ? { name: bareLine(name), line }
    : undefined
}

/** 会议决定…, 免去…, 接受张三辞去…: what a committee says, and no letter. */
const decides =
  /(?:会议|常委会)[^，。\n]{0,12}决定|免去|接受\p{Script=Han}{2,4}(?:同志)?的?(?:辞去|辞职)/u

/** 李四表示，我…: what somebody else is said to have said. */
const reported = /同志|表示|[说称]/u

/** 蒋志安因工作变动，本人…: whether a sentence has begun with another name than the signature's. */
const isOf = (lead: string, signature: string): boolean =>
  [2, 3, 4].some((length) => {
    const name = lead.slice(0, length)
    return name !== signature && /^(?:因|由|向|于|在|，)/u.test(lead.slice(length)) && isName(name)
  })

/** Whether every 本人, 我 is who signed: no sentence begins with somebody else, or with 如果 and the like. */
const isOwn = (text: string, signature: string): boolean =>
  [...text.matchAll(own)].every(({ index, groups }) => {
    const when = groups?.['when'] ?? ''
    const before = text.slice(0, index) + when
    const lead = before.slice(
      Math.max(...['。', '；', '\n'].map((end) => before.lastIndexOf(end))) + 1,
    )
    return !reported.test(lead) && !/如果|假如|倘若|若是|万一/u.test(when) && !isOf(lead, signature)
  })

/**
 * In: a text. Out: 本人请求辞去… of a letter that is signed said of who signed it, 接受张三辞去…, which is what the letter
 * asks of the committee; any other text as it was.
 */
export const inThirdPerson = (text: string): string => {
  const signature = text.length > longest || text.search(own) < 0 ? undefined : signatureIn(text)
  if (!signature || decides.test(text) || !isOwn(text, signature.name)) return text
  const { name, line } = signature
  const unsigned =
    text.slice(0, text.lastIndexOf(line)) + text.slice(text.lastIndexOf(line) + line.length)
  return unsigned.replace(title, '').replace(own, (...match: unknown[]) => {
    const { when, why } = match.at(-1) as Record<string, string | undefined>
    return `${when ?? ''}${why === undefined ? '' : `${why}，`}接受${name}辞去`
  })
}
