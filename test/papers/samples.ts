/** Every kind of paper, made from the invented facts. */
import { announcementPaper } from '../../shared/papers/after/announcement.ts'
import { certificatePapers } from '../../shared/papers/after/certificate.ts'
import { draftListPaper } from '../../shared/papers/after/draft.ts'
import { dutyPapers } from '../../shared/papers/after/duty.ts'
import { filingPapers } from '../../shared/papers/after/filing.ts'
import type { Office } from '../../shared/papers/after/letter.ts'
import { noticePapers } from '../../shared/papers/after/notice.ts'
import { oathPaper } from '../../shared/papers/after/oath.ts'
import { workbookPaper } from '../../shared/papers/after/workbook.ts'
import { agendaPaper } from '../../shared/papers/agenda.ts'
import { attendancePaper } from '../../shared/papers/attendance.ts'
import { decisionPapers } from '../../shared/papers/decision.ts'
import { listPaper, listSettings } from '../../shared/papers/list.ts'
import type { Paper } from '../../shared/papers/paper.ts'
import { minutesPaper } from '../../shared/papers/minutes.ts'
import { rehearsed } from '../../shared/papers/rehearsal.ts'
import { resultPaper } from '../../shared/papers/result.ts'
import { defaultFormulas, scriptDrafts } from '../../shared/papers/script.ts'
import { scriptPaper } from '../../shared/papers/script/paper.ts'
import { afterFacts, office, workbook } from './after.ts'
import { minutesFacts, scriptFacts } from './chamber.ts'
import {
  agendaFacts,
  attendanceFacts,
  decisionFacts,
  head,
  listFacts,
  resultFacts,
} from './facts.ts'

const script = (stage: 'before' | 'after'): Paper =>
  scriptPaper(
    scriptFacts,
    scriptDrafts(scriptFacts, defaultFormulas, stage),
    stage,
    stage === 'before' ? 'largest' : 'large',
  )

const letterOffice: Office = {
  ...office,
  settings: { ...office.settings, letter: { ...office.settings.letter, form: 'letter' } },
}

/** Half a step to the right, two steps up, on stock with a title of its own. */
export const stockOffice: Office = {
  ...office,
  settings: {
    ...office.settings,
    certificate: {
      ...office.settings.certificate,
      textOnly: true,
      offsetX: 5,
      offsetY: -3.5,
      dateNumerals: 'chinese',
    },
  },
}

const numbered = (name: string, papers: readonly Paper[]): Record<string, Paper> =>
  Object.fromEntries(papers.map((paper, at) => [`${name}-${at + 1}`, paper]))

export const samples: Readonly<Record<string, Paper>> = {
  list: listPaper(listFacts),
  'list-signed': listPaper(listFacts, {
    ...listSettings,
    removeFirst: true,
    merge: true,
    punctuation: 'fullStop',
    signature: true,
  }),
  ...Object.fromEntries(
    decisionPapers(decisionFacts, { citations: {}, signature: true }).map((paper, at) => [
      `decision-${at + 1}`,
      paper,
    ]),
  ),
  agenda: agendaPaper(agendaFacts),
  attendance: attendancePaper(attendanceFacts, { reasons: true, ordering: '按姓名笔画为序' }),
  result: resultPaper(resultFacts),
  'script-before': script('before'),
  'script-after': script('after'),
  minutes: minutesPaper(minutesFacts),
  rehearsal: rehearsed(resultPaper(resultFacts)),
  announcement: announcementPaper(afterFacts, office),
  ...numbered('notice', noticePapers(afterFacts, office)),
  ...numbered('notice-letter', noticePapers(afterFacts, letterOffice).slice(0, 1)),
  ...numbered('certificate', certificatePapers(afterFacts, office)),
  ...numbered('certificate-stock', certificatePapers(afterFacts, stockOffice)),
  ...numbered('duty', dutyPapers(afterFacts, office)),
  oath: oathPaper(afterFacts, office),
  ...numbered('filing', filingPapers(afterFacts, office)),
  'draft-list': draftListPaper(
    { ...afterFacts, acts: afterFacts.acts.map((fact) => ({ ...fact, outcome: 'pending' })) },
    listSettings,
  ),
  'acts-sheet': workbookPaper(workbook, head),
}
