/** Every kind of paper, made from the invented facts. */
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
import { minutesFacts, scriptFacts } from './chamber.ts'
import { agendaFacts, attendanceFacts, decisionFacts, listFacts, resultFacts } from './facts.ts'

const script = (stage: 'before' | 'after'): Paper =>
  scriptPaper(
    scriptFacts,
    scriptDrafts(scriptFacts, defaultFormulas, stage),
    stage,
    stage === 'before' ? 'largest' : 'large',
  )

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
}
