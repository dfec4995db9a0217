import { refuse } from '../../../shared/contract/errors.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import { scriptPaper } from '../../../shared/papers/script/paper.ts'
import { sessionDetail } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { ledSittings } from './course.ts'
import { scriptFacts, scriptOf } from './script.ts'
import { settingsOf } from './settings.ts'

/** The script of each sitting the presider leads. The text after a sitting exists once it was opened. */
export const scriptPapers = (
  db: Reader,
  sessionId: string,
  stage: 'before' | 'after',
  moment: string,
): Paper[] => {
  const led = ledSittings(sessionDetail(db, sessionId))
  const sittings = led.filter(({ state }) => stage === 'before' || state !== 'planned')
  if (sittings.length === 0) refuse(`papers.script.${led.length === 0 ? 'noSitting' : 'notOpened'}`)
  const { size } = settingsOf(db).script
  return sittings.map((sitting) =>
    scriptPaper(
      scriptFacts(db, sessionId, sitting.id, stage, moment),
      scriptOf(db, sessionId, sitting.id, stage, moment),
      stage,
      size,
    ),
  )
}
