/** 公告 (documents.md §3.13): what was passed, told to the public. */
import { onePage } from '../fit.ts'
import { listBlocks } from '../list.ts'
import { titleLines } from '../lines.ts'
import { running, safeFileName } from '../paper.ts'
import type { Block, Paper } from '../paper.ts'
import { bodyOfTerm, sessionName } from '../wording.ts'
import { officialActs } from './facts.ts'
import type { AfterFacts } from './facts.ts'
import { documentNumber, sentence, standingBlocks } from './letter.ts'
import type { Office } from './letter.ts'

/**
 * The announcement of everything a session passed on one day. Its date is the day of the vote, whenever it is made
 * (rules.md §9-73).
 * @throws Refusal as {@link officialActs}
 */
export const announcementPaper = (facts: AfterFacts, office: Office, at = 0): Paper => {
  const acts = officialActs(facts)
  const { announcement: first } = facts.numbers
  const number = first === null ? null : first + at
  const blocks: Block[] = [
    { block: 'number', text: documentNumber('announcementNumber', facts, number, office) },
    running(sentence('announcement', facts, office)),
    ...listBlocks(acts, office.list),
    ...standingBlocks(acts),
    running(sentence('announcementClose', facts, office)),
  ]
  blocks.push({
    block: 'signature',
    ...(office.settings.announcement.signature ? { organ: facts.bodyName } : {}),
    date: facts.date,
  })
  const title = titleLines(`${bodyOfTerm(facts.bodyName, facts.term)}公告`)
  return {
    kind: 'announcement',
    title,
    blocks,
    page: { number: true, ...onePage(title, blocks) },
    fileName: safeFileName(`${sessionName(facts.bodyName, facts.term, facts.session)}人事任免公告`),
  }
}
