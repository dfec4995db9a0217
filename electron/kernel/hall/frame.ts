import { createHash } from 'node:crypto'
import type { Act } from '../../../shared/contract/appointment.ts'
import type { Question, Tally, Vote } from '../../../shared/contract/ballot.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import type {
  Countdown,
  Figure,
  Frame,
  ListRow,
  Look,
  Scene,
  Tone,
} from '../../../shared/contract/hall.ts'
import type { Item } from '../../../shared/contract/session.ts'
import type { Speech } from '../../../shared/contract/speech.ts'
import { say } from '../../../shared/locales/say.ts'
import {
  methodName,
  ordinal,
  proposedPost,
  tallyWord,
  verdictWord,
} from '../../../shared/papers/wording.ts'
import { paginate, type Readable } from '../../../shared/rules/readable.ts'
import { publishedTally, type NotPressedPolicy } from '../../../shared/rules/tally.ts'
import { tallySentence } from '../../../shared/rules/verdict-sentence.ts'

// The screens of the hall are papers on a wall: Chinese whatever the page speaks, and made of facts alone.

/** A sentence of the hall. */
export const word = (key: string, params?: Message['params']): string =>
  say('zh-CN', params ? { key: `hall.frame.${key}`, params } : { key: `hall.frame.${key}` })

export const itemLabel = ({ position }: Pick<Item, 'position'>): string => ordinal(position, '项')

/** What is asked, short enough for a wall: several acts are counted instead of read out. */
export const askedTitle = (question: Pick<Question, 'title' | 'actIds'>, item: Item): string =>
  question.actIds.length > 1
    ? word('merged', { title: item.title, count: question.actIds.length })
    : question.title

/** Totals as published, each with its word. Nothing for tacit consent and for what was never counted. */
const figuresOf = (vote: Vote, tally: Tally, policy: NotPressedPolicy): Figure[] => {
  if (vote.method === 'tacit') return []
  const figure = (name: keyof Tally, value: number): Figure => ({ label: tallyWord[name], value })
  if (vote.method !== 'device')
    return (['for', 'against', 'abstain'] as const).map((name) => figure(name, tally[name]))
  return Object.entries(publishedTally(tally, policy)).map(([name, value]) =>
    figure(name as keyof Tally, value),
  )
}

const toneOf = (verdict: string): Tone =>
  verdict === 'passed' ? 'good' : verdict === 'pending' ? 'plain' : 'bad'

/** The totals in words, where they say more than the figures do. */
const toldBeside = (vote: Vote, policy: NotPressedPolicy): string =>
  vote.method === 'secret-paper' || vote.method === 'tacit' ? announced(vote, policy) : ''

const announced = (vote: Vote, policy: NotPressedPolicy): string =>
  vote.tally || vote.method === 'tacit'
    ? say('zh-CN', tallySentence(vote.tally ?? nothing, vote.method, policy))
    : ''

const nothing: Tally = { for: 0, against: 0, abstain: 0, notPressed: 0, spoiled: 0 }

/** A locked result. What a correction replaced stays readable beside it. */
export const resultScene = (
  question: Question,
  item: Item,
  vote: Vote,
  policy: NotPressedPolicy,
): Scene => {
  const { outcome, tally } = vote
  const verdict = outcome?.verdict ?? 'failed'
  const replaced = question.votes.find(({ id }) => id === vote.correctsId)
  return {
    scene: 'result',
    title: askedTitle(question, item),
    figures: tally ? figuresOf(vote, tally, policy) : [],
    tally: toldBeside(vote, policy),
    verdict:
      verdict in verdictWord
        ? verdictWord[verdict as keyof typeof verdictWord]
        : say('zh-CN', { key: `verdict.name.${verdict}` }),
    tone: toneOf(verdict),
    sentence: outcome ? say('zh-CN', outcome.sentence) : '',
    correction: replaced
      ? {
          label: word('correction'),
          before: word('before', { tally: announced(replaced, policy) }),
        }
      : null,
  }
}

export const questionScene = (question: Question, item: Item, again: boolean): Scene => ({
  scene: 'question',
  title: askedTitle(question, item),
  method: methodName[question.method],
  note: again ? word('again') : '',
})

const pressedOf = (vote: Vote, count: number | null) =>
  vote.method === 'device' && count !== null
    ? { label: word('pressed'), count, of: vote.counts.present }
    : null

/** An open round. @param pressed how many voted as far as was entered; null while nothing was */
export const votingScene = (
  question: Question,
  item: Item,
  vote: Vote,
  lines: number,
  pressed: number | null,
): Scene => ({
  scene: 'voting',
  title:
    lines > 1 ? word('sheet', { title: item.title, count: lines }) : askedTitle(question, item),
  method: methodName[vote.method],
  prompt: word(`prompt.${vote.method}`),
  pressed: lines > 1 ? null : pressedOf(vote, pressed),
})

export const itemScene = (item: Item): Scene => ({
  scene: 'item',
  label: itemLabel(item),
  title: item.title,
  note: item.written ? word('written') : '',
})

const verdictOfAct = ({ outcome }: Pick<Act, 'outcome'>): string =>
  outcome === 'passed' || outcome === 'failed' ? verdictWord[outcome] : ''

const rowOf = (act: Act): ListRow => ({
  name: act.personName,
  post: proposedPost(act.act, act.post),
  verdict: verdictOfAct(act),
  tone: toneOf(act.outcome),
})

/** One page of the persons of an item, as many as can be read from the last row. */
export const listScene = (
  item: Item,
  acts: readonly Act[],
  page: number,
  readable: Readable,
): Scene & { scene: 'list' } => {
  const rows = acts.filter(({ outcome }) => outcome !== 'withdrawn').map(rowOf)
  const pages = paginate(rows, readable)
  const shown = Math.min(page, pages.length)
  return {
    scene: 'list',
    title: item.title,
    page: shown,
    pages: pages.length,
    rows: pages[shown - 1] ?? [],
  }
}

export const countdownOf = (speech: Speech): Countdown => ({
  startedAt: speech.startedAt ?? '',
  limitSeconds: speech.limitSeconds,
  extraSeconds: speech.extraSeconds,
  left: word(speech.limitSeconds > 0 ? 'left' : 'spoken'),
  over: word('over'),
})

export const speechScene = (speech: Speech, item: Item | null): Scene => ({
  scene: 'speech',
  label: word('speaking'),
  name: speech.name,
  title: item?.title ?? '',
  countdown: countdownOf(speech),
})

export type Dress = Pick<Frame, 'screen' | 'frozen' | 'rehearsal' | 'head' | 'foot'> & {
  look: Look
}

/**
 * A scene with all that stands around it.
 * @param at the kernel's clock, epoch milliseconds; no part of what the frame looks like
 */
export const frameOf = (scene: Scene, dress: Dress, at: number): Frame => {
  const frame = { ...scene, ...dress, lost: word('lost') }
  const rev = createHash('sha256').update(JSON.stringify(frame)).digest('hex').slice(0, 12)
  return { ...frame, rev, at }
}
