import type { TenureShown } from '../../shared/contract/ledger.ts'
import { today } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { timelineOf, type Bar } from './timeline.ts'
import { heldName, sinceText, untilText } from './words.ts'

/** From when until when, and how it ended: for the bar's end and for those who do not see it. */
const spanText = (tenure: TenureShown, t: Say): string =>
  [
    [sinceText(tenure), untilText(tenure)].filter(Boolean).join(' – '),
    tenure.endReason ? t(`ledger.endReason.${tenure.endReason}`) : '',
  ]
    .filter(Boolean)
    .join(' · ')

/** One person's whole course as bars over years: hatched while acting, the end named beside it. */
export const Course = ({
  name,
  tenures,
  selected,
  onSelect,
}: {
  name: string
  tenures: readonly TenureShown[]
  selected: string | null
  onSelect: (id: string) => void
}) => {
  const t = useT()
  const { bars, years, today: now } = timelineOf(tenures, today())
  return (
    // A long course scrolls, also by the keyboard.
    <figure className="ledger-course" tabIndex={0} aria-label={t('ledger.courseOf', { name })}>
      <div className="ledger-course-plot">
        <div className="ledger-course-grid" aria-hidden="true">
          {years.map(({ year, at }) => (
            <span key={year} style={{ left: `${at}%` }}>
              {year}
            </span>
          ))}
          <i style={{ left: `${now}%` }} />
        </div>
        <ol>
          {bars.map((bar) => (
            <CourseLine
              key={bar.tenure.id}
              bar={bar}
              selected={bar.tenure.id === selected}
              onSelect={onSelect}
            />
          ))}
        </ol>
      </div>
      <figcaption>
        <span data-key="full">{t('ledger.full')}</span>
        <span data-key="acting">{t('ledger.acting')}</span>
        <span data-key="now">{t('ledger.todayMark')}</span>
      </figcaption>
    </figure>
  )
}

const CourseLine = ({
  bar: { tenure, left, width, openStart, openEnd },
  selected,
  onSelect,
}: {
  bar: Bar
  selected: boolean
  onSelect: (id: string) => void
}) => {
  const t = useT()
  // Words go to the side with more room.
  const words =
    left > 50
      ? { right: `${100 - left}%`, maxWidth: `${left}%` }
      : { left: `${left}%`, maxWidth: `${100 - left}%` }
  return (
    <li data-selected={selected || undefined} onClick={() => onSelect(tenure.id)}>
      <div className="ledger-course-words" style={words}>
        <b>{heldName(tenure)}</b> <span>{spanText(tenure, t)}</span>
      </div>
      <div
        className="ledger-bar-drawn"
        data-acting={tenure.acting || undefined}
        data-open-start={openStart || undefined}
        data-open-end={openEnd || undefined}
        style={{ left: `${left}%`, width: `max(${width}%, 6px)` }}
      />
    </li>
  )
}
