import { formatDate } from '../../rules/moment.ts'
import { clock } from '../attendance.ts'
import { running, said } from '../paper.ts'
import type { Block } from '../paper.ts'
import { correctionRuns, namedBlocks } from '../result.ts'
import { matterOf, methodName, papersValidSentence, tight, unmarked } from '../wording.ts'
import type { QuestionRecord, RoundRecord } from './facts.ts'

type Locked = Extract<RoundRecord, { state: 'locked' }>

const hallText = ({ expected, present, video }: RoundRecord): string =>
  `应到${expected}人，实到${present}人${video > 0 ? `（其中视频出席${video}人）` : ''}`

const papersText = ({ method, papers }: Locked): string =>
  method === 'secret-paper' && papers ? `${papersValidSentence(papers)}。` : ''

/** Who watched and who counted. */
const countText = ({ scrutineers, tellers }: RoundRecord): string => {
  const watched = scrutineers.length > 0 ? `监票人：${scrutineers.join('、')}。` : ''
  const counted = tellers.length > 0 ? `${tellers.join('、')}分别计票，结果一致。` : ''
  return watched + counted
}

const groundText = ({ baseNote, byDevice }: Locked): string =>
  [
    ...(baseNote === '' ? [] : [`分母的确定：${unmarked(baseNote)}。`]),
    ...(byDevice === '' ? [] : [`撤职案采用按表决器无记名表决的依据：${unmarked(byDevice)}。`]),
  ].join('')

const lockedBlocks = (round: Locked): Block[] => [
  running(
    `${clock(round.time)}，${hallText(round)}，${methodName[round.method]}。`,
    tight(round.tally),
    papersText(round),
    tight(round.sentence),
  ),
  ...[countText(round), groundText(round)]
    .filter((text) => text !== '')
    .map((text) => running(text)),
  ...round.corrections.map((correction) =>
    running(said(`更正（${formatDate(correction.date)}）：`, 'hei'), ...correctionRuns(correction)),
  ),
  ...namedBlocks(round.named),
]

const roundBlocks = (round: RoundRecord): Block[] => {
  switch (round.state) {
    case 'open':
      return [running(`${clock(round.time)}，${methodName[round.method]}，尚未锁定结果。`)]
    case 'void':
      return [
        running(
          `${clock(round.time)}，${methodName[round.method]}，本次表决作废：${unmarked(round.reason)}。`,
        ),
      ]
    case 'locked':
      return lockedBlocks(round)
  }
}

/** One question with all its rounds in order of time; what was void stands without figures. */
export const questionBlocks = (question: QuestionRecord): Block[] => {
  const { acts, mergedBy, amends, defence, withdrawn, rounds } = question
  const merged = acts.length > 1
  const basis = mergedBy === '' ? '' : `${mergedBy}，`
  const head = merged
    ? `${basis}${acts.length}件任免事项合并表决：${acts.join('；')}`
    : matterOf(question.title)
  const amending = amends === null ? '' : `（对“${matterOf(amends)}”的修正案）`
  return [
    running(said('表决事项：', 'hei'), `${unmarked(head)}${amending}。`),
    ...(defence === '' ? [] : [running(`${unmarked(defence)}。`)]),
    ...(withdrawn === null ? [] : [running(`没有付表决：${unmarked(withdrawn)}。`)]),
    ...rounds.flatMap(roundBlocks),
  ]
}
