/** Records that name each of their fields: 姓名：张三　职务：县水利局局长　表决结果：通过. */
import { isName, isNameAlone } from './persons.ts'
import { endsAsPost } from './posts.ts'
import type { RowFact } from './table.ts'

const opening = /^[\s\u3000]*姓名：/u
const further =
  /^[\s\u3000]*(?:性别|民族|出生年月|年龄|\p{Script=Han}{0,4}职务|(?:表决|投票)?结果|表决情况)：/u

/** A record longer than this is none. */
const longest = 400

/** Brings the lines of a record, one field each, into one. */
export const joinRecords = (lines: readonly string[]): string[] => {
  const joined: string[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && opening.test(last) && further.test(line)
    if (goesOn && last.length < longest) joined[joined.length - 1] = `${last}　${line.trim()}`
    else joined.push(line)
  }
  return joined
}

const separator = /[\s\u3000，；、|｜]/u
const key = /(?<=^|[\s\u3000，；、|｜])(\p{Script=Han}{2,8})：/u
const made = /^(?:拟|新|提请|决定)*(?:任命?|任职|担任)的?职务$/u
const off = /^(?:拟|提请|决定)*免(?:去|职|除)?的?(?:原)?职务$/u

const trimmed = (value: string): string => {
  let to = value.length
  while (to > 0 && separator.test(value.charAt(to - 1))) to--
  return value.slice(0, to).replace(/[\s\u3000]/gu, '')
}

/**
 * In: one line. Out: the statements of its record, without a family where the heading above says the verb and with an empty
 * `said` where they are only to be shown; undefined when the line is no such record.
 */
export const recordIn = (line: string): RowFact[] | undefined => {
  if (line.length > longest || !opening.test(line)) return undefined
  const [, ...pieces] = line.trim().replace(/。$/u, '').split(key)
  const fields = pieces.flatMap((name, at) =>
    at % 2 === 0 ? [{ name, value: trimmed(pieces[at + 1] ?? '') }] : [],
  )
  const who = (fields.find(({ name }) => name === '姓名')?.value ?? '').replace(
    /（[^（）]*）$/u,
    '',
  )
  const result = fields.find(({ name }) => /结果$|情况$/u.test(name))?.value ?? ''
  const refused = /未(?!按)|不|没|否决/u.test(result)
  const posts = fields.filter(({ name }) => /职务$/u.test(name) && !/^现/u.test(name))
  if (!isName(who, true) || posts.length === 0) return undefined
  if (!posts.every(({ value }) => endsAsPost(value))) return undefined
  return posts.map(({ name, value }): RowFact => ({
    names: [who],
    post: value.replace(/(?:的)?职务$/u, ''),
    ...(refused ? { said: '' } : {}),
    ...(made.test(name) ? { family: 'appoint' as const } : {}),
    ...(off.test(name) ? { family: 'remove' as const } : {}),
  }))
}

const introduced =
  /^(?:[0-9]{1,3}[.、．])?(?<who>[\p{Script=Han}·\s\u3000]{2,15})，(?:男|女)[，。、]/u
const proposed =
  /^(?:现|均)?拟(?:提请|建议|提名)?(?:决定)?(?:任命为|任命|任|担任|提名为)(?<post>.{4,}?)(?:人选|候选人)?$/u
const proposedOff =
  /^(?:同时|并)?(?:拟|建议|提请)?(?:免去|不再担任)其?的?(?<post>.{4,}?)(?:的)?(?:职务)?$/u

/** 现将拟任人选公示如下：, 根据有关规定，现予公示：: what stands before the first of them. */
const lead =
  /^[^：。]{4,80}(?:公示|如下|人选|名单)[^：。]{0,12}：(?=[\p{Script=Han}·\s\u3000]{2,15}，[男女])/u

const proposalIn = (said: string): Pick<RowFact, 'post' | 'family'> | undefined => {
  const made = proposed.exec(said)?.groups?.['post']
  const post = made ?? proposedOff.exec(said)?.groups?.['post']
  if (post === undefined || !endsAsPost(post)) return undefined
  return { post, family: made === undefined ? 'remove' : 'appoint' }
}

/**
 * 张三，男，汉族，1979年8月出生，现任…，拟任县审计局局长。 In: one line. Out: what is proposed of whom it introduces, with an empty
 * `said` where it is only to be shown; undefined when the line introduces nobody or proposes nothing.
 */
export const introductionIn = (line: string): RowFact[] | undefined => {
  if (line.length > longest) return undefined
  const behind = line.trim().replace(lead, '')
  if (behind !== line.trim()) return introductionIn(behind)
  const name = (introduced.exec(line.trim())?.groups?.['who'] ?? '').replace(/[\s\u3000]/gu, '')
  if (!isNameAlone(name)) return undefined
  const pieces = line
    .trim()
    .replace(/[。；]+$/u, '')
    .split(/[，；]/u)
  const from = pieces.findIndex((piece) => /^(?:现|均)?拟/u.test(piece))
  // 不同意拟任…: something is said of what was proposed, so that it is shown.
  if (from < 0)
    return /拟[任免]/u.test(line)
      ? [{ names: [name], post: pieces.slice(1).join('，'), said: '' }]
      : undefined
  const said = pieces.slice(from)
  const facts = said.map(proposalIn)
  return facts.every((fact) => fact !== undefined)
    ? facts.map((fact) => ({ names: [name], ...fact }))
    : [{ names: [name], post: said.join('，'), said: '' }]
}
