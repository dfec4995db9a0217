import type { Roll } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { StateMark } from '../ui/index.ts'
import { missingOf, remarkOf, seatName, standingOf, standingTone } from './standing.ts'

/** Who is not in the hall, with where each stands. */
export const Missing = ({ roll }: { roll: Roll }) => {
  const t = useT()
  return (
    // Long lists scroll, so keys must reach them.
    <ul className="attendance-missing" aria-label={t('attendance.missing')} tabIndex={0}>
      {missingOf(roll.entries).map((entry) => {
        const standing = standingOf(entry)
        const said = [seatName(entry), t(`attendance.state.${standing}`), remarkOf(entry)]
          .filter(Boolean)
          .join(' · ')
        return (
          <li key={entry.memberId}>
            <StateMark tone={standingTone[standing]} label={t(`attendance.state.${standing}`)} />
            <b>{entry.name}</b>
            <small title={said}>{said}</small>
          </li>
        )
      })}
    </ul>
  )
}
