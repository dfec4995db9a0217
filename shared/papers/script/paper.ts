/** The reading copy of a script: large type, directions on lines of their own, big page numbers. */
import { refuse } from '../../contract/errors.ts'
import { checkHead, sessionFileName, sessionTitle } from '../head.ts'
import { safeFileName } from '../paper.ts'
import type { Block, Paper, ReadingSize } from '../paper.ts'
import type { PassageKind, ScriptFacts } from './facts.ts'

/** A passage as it is read: made, or in a person's own words. */
export type Read = { key: string; kind: PassageKind; text: string }

/** A salutation stands flush left. */
const isGreeting = ({ key }: Read): boolean => key.endsWith('.greeting')

/** An item of the agenda, and the end. */
const opensPart = ({ key }: Read): boolean => /\.(?:heading|allDone|recess)$/u.test(key)

const blockOf = (passage: Read): Block => {
  const { kind, text } = passage
  if (kind === 'direction')
    return { block: 'paragraph', indent: 'first', runs: [{ text: `（${text}）`, face: 'kai' }] }
  return {
    block: 'paragraph',
    ...(opensPart(passage) ? { gap: true } : {}),
    indent: isGreeting(passage) ? 'none' : 'first',
    runs: [kind === 'cue' ? { text, bold: true } : { text }],
  }
}

const stageName = { before: '会前稿', after: '会后稿' } as const

/**
 * The script of one sitting as a paper. In: the passages in reading order; empty ones are left out.
 * @throws Refusal `papers.script.empty` when nothing is left to read, and those of {@link checkHead}
 */
export const scriptPaper = (
  {
    bodyName,
    term,
    session,
    sitting,
  }: Pick<ScriptFacts, 'bodyName' | 'term' | 'session' | 'sitting'>,
  passages: readonly Read[],
  stage: 'before' | 'after',
  size: ReadingSize,
): Paper => {
  const head = { bodyName, term, session }
  checkHead(head)
  const blocks = passages.filter(({ text }) => text !== '').map(blockOf)
  if (blocks.length === 0) refuse('papers.script.empty')
  const what = `${sitting.name}主持词`
  return {
    kind: 'script',
    title: [...sessionTitle(head, what), `（${stageName[stage]}）`],
    blocks,
    page: { number: true, reading: size },
    fileName: safeFileName(sessionFileName(head, `${what}（${stageName[stage]}）`)),
  }
}
