import type { RefObject } from 'react'
import type { Roll, RollEntry } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, Button, Finding } from '../ui/index.ts'
import { becomes, outcomeOf, type ExceptionLine, type LineWord } from './exceptionLine.ts'

/** What the line typed would do, before Enter does it: whom it means, what is not clear, and where all others go. */
export const LinePreview = ({
  roll,
  line,
  choices,
  onSettle,
}: {
  roll: Roll
  line: ExceptionLine
  choices: RefObject<HTMLDivElement | null>
  onSettle: (word: LineWord, entry: RollEntry) => void
}) => {
  const t = useT()
  const { named, unknown, ambiguous, ready } = line
  const outcome = outcomeOf(roll.entries, named)
  const willBe = (entry: RollEntry) =>
    roll.callAnew && entry.state === 'present' ? 'gone' : becomes(entry)
  const said = () =>
    roll.callAnew
      ? t('attendance.line.anew', { count: named.length })
      : t('attendance.line.ready', outcome)
  return (
    <div className="attendance-line" role="group" aria-label={t('attendance.line.title')}>
      {named.map((entry) => (
        <Badge key={entry.memberId} tone={willBe(entry) === 'absent' ? 'bad' : 'warn'}>
          {entry.number} {entry.name} {t(`attendance.state.${willBe(entry)}`)}
        </Badge>
      ))}
      {unknown.map((word) => (
        <Finding key={word.at} tone="bad">
          {t('attendance.line.unknown', { word: word.text })}
        </Finding>
      ))}
      <div ref={choices}>
        {ambiguous.map((word) => (
          <div
            key={word.at}
            className="attendance-choice"
            role="group"
            aria-label={t('attendance.line.which', { word: word.text })}
          >
            <span>{t('attendance.line.which', { word: word.text })}</span>
            {word.entries.map((entry) => (
              <Button key={entry.memberId} size="s" onClick={() => onSettle(word, entry)}>
                {entry.number} {entry.name}
              </Button>
            ))}
          </div>
        ))}
      </div>
      <p role="status">{ready ? said() : t('attendance.line.notReady')}</p>
    </div>
  )
}
