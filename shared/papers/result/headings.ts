/** What stands above each of several rounds: what was voted on, and which vote on it where there were more. */
import { numbered, ordinal } from '../wording.ts'
import type { ResultRound, ResultRow } from './facts.ts'

const namedOf = ({ subject, post }: ResultRow): string =>
  post === undefined ? subject : `${subject}，${post}`

/** «方明远，任临江市财政局局长», «某项决定»; several are counted: «表决事项9件». */
const matterWords = (on: readonly string[]): string =>
  on.length === 1 ? (on[0] ?? '') : `表决事项${on.length}件`

const bracketed = (notes: readonly string[]): string =>
  notes.length === 0 ? '' : `（${notes.join('，')}）`

const nthWords = (nth: number | undefined): string[] =>
  nth === undefined ? [] : [ordinal(nth, '次表决')]

const wordsOf = (round: ResultRound): string => {
  if (round.state === 'locked') {
    const merged = round.mergedBy === undefined ? [] : ['合并表决']
    return matterWords(round.rows.map(namedOf)) + bracketed([...merged, ...nthWords(round.nth)])
  }
  const on = round.state === 'void' ? (round.on ?? []) : []
  return matterWords(on) + bracketed([...nthWords(round.nth), '作废'])
}

/** Whether the rounds are on more than one question: then each says what it was on. */
const areSeveral = (rounds: readonly ResultRound[]): boolean =>
  rounds.filter(({ state }) => state === 'locked').length > 1 ||
  rounds.some((round) => round.state === 'void' && round.on !== undefined)

/**
 * A heading for each round, numbered; none where there is one round alone. «一、第一次表决（作废）» is said of one question
 * voted on again; of several questions the heading names what its round was on.
 */
export const headingsOf = (rounds: readonly ResultRound[]): string[] => {
  if (rounds.length < 2) return []
  const several = areSeveral(rounds)
  return rounds.map((round, at) => {
    if (several) return numbered(at + 1) + wordsOf(round)
    const again = ordinal(at + 1, '次表决')
    return `${numbered(at + 1)}${again}${round.state === 'void' ? '（作废）' : ''}`
  })
}
