/** 会议记录: the record of a session's sittings, from the ledger (rules.md §7-24). */
import { refuse } from '../contract/errors.ts'
import { checkHead, sessionFileName, sessionTitle } from './head.ts'
import type { MinutesFacts } from './minutes/facts.ts'
import { sittingBlocks } from './minutes/sitting.ts'
import { safeFileName } from './paper.ts'
import type { Block, Paper } from './paper.ts'

export type {
  IncidentFact,
  ItemRecord,
  MinutesFacts,
  QuestionRecord,
  RoundRecord,
  SittingRecord,
  SpeechFact,
} from './minutes/facts.ts'

/**
 * The minutes of a session: each sitting held with its attendance, items, votes with arithmetic and corrections, void
 * rounds without figures, speeches and incidents.
 * @throws Refusal `papers.minutes.empty` where no sitting was opened, and those of {@link checkHead}
 */
export const minutesPaper = (facts: MinutesFacts): Paper => {
  checkHead(facts)
  if (facts.sittings.length === 0) refuse('papers.minutes.empty')
  const keepers: Block[] =
    facts.keepers.length === 0
      ? []
      : [{ block: 'names', label: '记录人：', names: [...facts.keepers] }]
  return {
    kind: 'minutes',
    title: sessionTitle(facts, '记录'),
    blocks: [
      ...facts.sittings.flatMap(sittingBlocks),
      ...keepers,
      { block: 'signature', date: facts.date },
    ],
    page: { number: true },
    fileName: safeFileName(sessionFileName(facts, '记录')),
  }
}
