/** Who signed a motion: the lines under its closing words, or over its date. */
import { organAlone } from './organs.ts'
import { isName } from './persons.ts'
import { isDateLine, withoutMark } from './text.ts'
import type { Block } from './text.ts'

/** What the text has been so far: a motion by its own head; and whether its closing words were said. */
type Standing = { motion: boolean; closed: boolean }
type Around = { before: Block | undefined; next: Block | undefined }

/** `certain` says nothing of an act; `likely` might be one, so that it is shown. */
export type Signature = 'certain' | 'likely' | undefined

const head = '[\\p{Script=Han}（）、]{0,40}?(?<!副)(?:[省市县区州旗盟院]长|检察长|主席|主任)'
const headPost = new RegExp(`^${head}$`, 'u')
const headNamed = new RegExp(
  `^(?:${head}(?:（\\p{Script=Han}{1,4}）)?|提[请名]人)(?<colon>：?)(?<name>[\\p{Script=Han}·]{2,12})$`,
  'u',
)
const chief = /(?<!副)(?:省|市|县|区|州|旗|院|检察)长$/u
const bareHead = /(?<!副)[省市县区州旗]长$|^(?:代理?)?(?:主席|主任|院长|检察长)$/u

const isDate = (block: Block | undefined): boolean =>
  block?.kind === 'text' && isDateLine(block.text)

/** Entries were sentences till now, so that the first line of another build is who signed. */
const isTurn = (before: Block | undefined): boolean =>
  before?.kind === 'text' && /(?:[。；]|职务|[长任员])$/u.test(before.text)

/** 二、城关街道工作委员会 over 主任　张三, where nothing is signed: the first of its members. */
const opensRoster = (post: string, before: Block | undefined): boolean => {
  const organ = before?.kind === 'text' ? organAlone(withoutMark(before.text)) : undefined
  return /^(?:主任|主席)$/u.test(post) && organ !== undefined && !/常(?:务委员|委)会$/u.test(organ)
}

const rowSigned = (
  { post, postFirst }: { post: string; postFirst?: true },
  { before, next }: Around,
  closed: boolean,
): boolean => {
  if (closed && (postFirst || headPost.test(post))) return true
  if (next && !isDate(next)) return false
  if (postFirst && isTurn(before)) return true
  return (isDate(next) ? (postFirst ? headPost : chief) : bareHead).test(post)
}

const lineSigned = (
  text: string,
  { before, next }: Around,
  { motion, closed }: Standing,
): boolean => {
  const { colon, name } = headNamed.exec(text)?.groups ?? {}
  if (name === undefined || !isName(name)) return false
  if (closed) return true
  if (colon === '') return motion && isDate(next)
  return isDate(next) || (!next && (motion || isTurn(before)))
}

/** Whether the block is no act but who signed. In: the block and those around it. Out: how sure that is. */
export const signatureOf = (block: Block, around: Around, standing: Standing): Signature => {
  const { motion, closed } = standing
  if (block.kind === 'row') {
    if (block.family !== undefined || block.said !== undefined) return undefined
    const roster = !motion && !closed && !isDate(around.next)
    if (roster && opensRoster(block.post, around.before)) return undefined
    return rowSigned(block, around, closed) ? (motion ? 'certain' : 'likely') : undefined
  }
  if (block.kind === 'names')
    return motion && closed && block.names.length === 1 ? 'certain' : undefined
  if (block.kind !== 'text') return undefined
  if (!lineSigned(block.text, around, standing)) return undefined
  // A list may end in a post and its holder just so; only a motion's own head is certain.
  return motion && (closed || /长：?\p{Script=Han}{2,4}$/u.test(block.text)) ? 'certain' : 'likely'
}
