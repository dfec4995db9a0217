/** 表决结果报告单 (documents.md §3.9). Sums are checked before a figure is printed; only what is locked has a result. */
import { refuse } from '../contract/errors.ts'
import { tallyFault } from '../rules/tally.ts'
import { checkHead, sessionFileName, sessionTitle } from './head.ts'
import { formatDate } from '../rules/moment.ts'
import { running, safeFileName, said } from './paper.ts'
import type { Block, Paper } from './paper.ts'
import { correctionBlocks } from './result/corrections.ts'
import type { Locked, NamedFact, ResultFacts, ResultRound } from './result/facts.ts'
import { headingsOf } from './result/headings.ts'
import { countedTogether, tableOf } from './result/table.ts'
import { ownThreshold, statedOf, thresholdBlocks, weighedBlocks } from './result/weighed.ts'
import type { Stated } from './result/weighed.ts'
import {
  choiceWord,
  methodName,
  papersSentence,
  papersValidSentence,
  rollSentence,
  unmarked,
} from './wording.ts'

export { correctionRuns } from './result/corrections.ts'
export type {
  Changed,
  CorrectionFact,
  NamedFact,
  ResultFacts,
  ResultRound,
  ResultRow,
} from './result/facts.ts'

const checkRound = (round: Locked): void => {
  const { expected, present, onLeave, absent } = round
  const away = onLeave === undefined || absent === undefined ? undefined : onLeave + absent
  if (present > expected || (away !== undefined && present + away !== expected)) {
    refuse('papers.result.roll', { expected, present, away: away ?? expected - present })
  }
  if (round.rows.length === 0) refuse('papers.result.empty')
  for (const { subject, tally } of round.rows) {
    if (subject.trim() === '') refuse('papers.result.subject')
    const fault = tallyFault(tally, round.method, present, round.overcountInvalidates ?? true)
    if (fault) refuse(`papers.result.${fault.reason}`, { subject, ...tally, present })
  }
}

const rollText = ({ expected, present, onLeave, absent }: Locked): string =>
  `${rollSentence({
    expected,
    present,
    onLeave: onLeave ?? 0,
    absent: absent ?? (onLeave === undefined ? expected - present : 0),
  })}。`

/** Papers handed out and taken in; one figure for the round where its rows agree, else it is in the table. */
const papersText = ({ method, rows }: Locked): string[] => {
  const first = rows[0]?.tally
  if (method !== 'secret-paper' || first?.issued === undefined) return []
  const { issued, collected = 0, spoiled } = first
  if (!countedTogether(rows)) return []
  const even = rows.every((row) => row.tally.spoiled === spoiled)
  const count = papersSentence({ issued, collected, ...(even ? { spoiled } : {}) })
  return [`${count}。${papersValidSentence({ issued, collected })}。`]
}

/** One count for all rows, and who allowed it. */
const mergedText = ({ mergedBy, rows }: Locked): string[] =>
  mergedBy === undefined
    ? []
    : [`${mergedBy === '' ? '' : `${mergedBy}，`}${rows.length}件任免事项合并表决。`]

/** Who voted how, side by side; nothing where the vote was not by name. */
export const namedBlocks = (named: readonly NamedFact[]): Block[] =>
  (Object.keys(choiceWord) as NamedFact['choice'][]).flatMap((choice): Block[] => {
    const names = named.filter((one) => one.choice === choice).map(({ name }) => name)
    return names.length === 0 ? [] : [{ block: 'names', label: `${choiceWord[choice]}：`, names }]
  })

/** What the verdict rests on beside the figures. */
const groundTexts = ({ baseNote, byDevice }: Locked): string[] => [
  ...(baseNote ? [`分母的确定：${unmarked(baseNote)}。`] : []),
  ...(byDevice ? [`撤职案采用按表决器无记名表决的依据：${unmarked(byDevice)}。`] : []),
]

/** Named votes follow the sheet, each under its matter. */
const annexBlocks = ({ rounds }: ResultFacts): Block[] => {
  const rows = rounds.flatMap((round) => (round.state === 'locked' ? round.rows : []))
  const named = rows.filter((row) => row.named && row.named.length > 0)
  if (named.length === 0) return []
  return [
    { block: 'heading', level: 1, text: '附：记名表决情况' },
    ...named.flatMap((row): Block[] => [
      { block: 'heading', level: 2, text: row.subject },
      ...namedBlocks(row.named ?? []),
    ]),
  ]
}

type Place = { text: string | undefined; stated: Stated }

const roundBlocks = (round: ResultRound, { text, stated }: Place): Block[] => {
  const heading: Block[] = text === undefined ? [] : [{ block: 'heading', level: 1, text }]
  if (round.state === 'void') {
    // One alone stands in the heading already.
    const several = (round.on?.length ?? 0) > 1 || (text === undefined && round.on !== undefined)
    const on = several
      ? [running(said('表决事项：', 'hei'), `${(round.on ?? []).join('；')}。`)]
      : []
    return [...heading, ...on, running(`本次表决作废：${unmarked(round.reason)}。`)]
  }
  if (round.state === 'open') return []
  return [
    ...heading,
    running(said('表决方式：', 'hei'), methodName[round.method]),
    running(rollText(round)),
    ...mergedText(round).map((text) => running(text)),
    ...papersText(round).map((text) => running(text)),
    ...ownThreshold(round, stated),
    ...tableOf(round, stated),
    ...weighedBlocks(round, stated),
    ...groundTexts(round).map((text) => running(text)),
    ...correctionBlocks(round),
  ]
}

const signerBlocks = ({ signers, date }: ResultFacts): Block[] => {
  const line = (label: string, names: readonly string[] = []): Block[] =>
    names.length === 0 ? [] : [{ block: 'names', label, names: [...names] }]
  return [
    ...line('总监票人：', signers?.chief ? [signers.chief] : []),
    ...line('监票人：', signers?.scrutineers),
    ...line('计票人：', signers?.tellers),
    { block: 'signature', date },
  ]
}

/**
 * The result sheet of one matter with all its rounds: void ones named without figures, the locked one with
 * turnout, papers, totals, the majority they were weighed by, who fell short by how much, and every correction beside
 * the figure it replaced.
 * @throws Refusal `papers.result.notLocked` while a round is open or none was held, `papers.result.roll`,
 *   `papers.result.empty`, `papers.result.subject`, and `papers.result.<reason of TallyFault>` when sums disagree
 */
export const resultPaper = (facts: ResultFacts): Paper => {
  checkHead(facts)
  if (facts.matter.trim() === '') refuse('papers.result.subject')
  if (facts.rounds.length === 0 || facts.rounds.some((round) => round.state === 'open')) {
    refuse('papers.result.notLocked', { matter: facts.matter })
  }
  for (const round of facts.rounds) if (round.state === 'locked') checkRound(round)
  const headings = headingsOf(facts.rounds)
  const stated = statedOf(facts.rounds.filter((round) => round.state === 'locked'))
  return {
    kind: 'result',
    title: sessionTitle(facts, '表决结果报告单'),
    blocks: [
      running(said('表决事项：', 'hei'), facts.matter),
      running(said('表决时间：', 'hei'), (facts.days ?? [facts.date]).map(formatDate).join('、')),
      ...thresholdBlocks(stated.threshold),
      ...facts.rounds.flatMap((round, at) => roundBlocks(round, { text: headings[at], stated })),
      ...signerBlocks(facts),
      ...annexBlocks(facts),
    ],
    page: { number: true },
    fileName: safeFileName(sessionFileName(facts, `表决结果报告单（${facts.matter}）`)),
  }
}
