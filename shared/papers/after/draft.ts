/** 任免名单（草案）: what is put to the vote, before it. */
import { refuse } from '../../contract/errors.ts'
import type { ActFact } from '../acts.ts'
import { checkHead, sessionFileName } from '../head.ts'
import type { SessionHead } from '../head.ts'
import { listBlocks, listName } from '../list.ts'
import type { ListSettings } from '../list.ts'
import { balancedLines, titleLines } from '../lines.ts'
import { safeFileName } from '../paper.ts'
import type { Paper } from '../paper.ts'
import { sessionName } from '../wording.ts'

const draft = '（草案）'
/** Widest line under the title, in characters of 三号. */
const widest = 26

/**
 * What the session still has to vote on, marked a draft in title and file name (rules.md §9-74).
 * @throws Refusal `papers.draft.none` where nothing is pending
 */
export const draftListPaper = (
  facts: Omit<SessionHead, 'date'> & { acts: readonly ActFact[] },
  settings: ListSettings,
): Paper => {
  checkHead(facts)
  // 相应终止 follows by law and is not put to anybody.
  const acts = facts.acts.filter(({ outcome, act }) => outcome === 'pending' && act !== 'end')
  if (acts.length === 0) return refuse('papers.draft.none')
  const plain = acts.every(({ act }) => /^(?:approve-)?(?:appoint|remove)$/u.test(act))
  const name = (plain ? listName(acts) : '任免名单') + draft
  const asked = `（提请${sessionName(facts.bodyName, facts.term, facts.session)}审议）`
  return {
    kind: 'list',
    title: [...titleLines(facts.bodyName), name],
    blocks: [
      { block: 'passingLine', lines: balancedLines(asked, widest) },
      ...listBlocks(acts, settings),
    ],
    page: { number: true },
    fileName: safeFileName(sessionFileName(facts, name)),
  }
}
