import type { CSSProperties } from 'react'
import type { RollEntry } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { StateMark } from '../ui/index.ts'
import { remarkOf, standingOf, standingTone } from './standing.ts'

/** A member on the roll: number, name, and where they stand in a sign and in words. */
export const MemberCard = ({
  entry,
  selected,
  focusable,
  named,
  style,
  onSelect,
}: {
  entry: RollEntry
  selected: boolean
  focusable: boolean
  /** Meant by the line of exceptions being typed. */
  named: boolean
  style?: CSSProperties
  onSelect: (id: string) => void
}) => {
  const t = useT()
  const standing = standingOf(entry)
  const remark = remarkOf(entry)
  // Gone is said by the remark with its time; who is simply here needs no word.
  const wordless = standing === 'gone' || standing === 'present'
  const said = [
    wordless ? '' : t(`attendance.state.${standing}`),
    remark,
    entry.kind === 'ordinary' ? '' : t(`common.kind.${entry.kind}`),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <div
      role="option"
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      className="attendance-card"
      data-member={entry.memberId}
      data-standing={standing}
      data-named={named || undefined}
      style={style}
      onClick={() => onSelect(entry.memberId)}
      onFocus={() => {
        if (!selected) onSelect(entry.memberId)
      }}
    >
      <i>{entry.number}</i>
      <b title={entry.name}>{entry.name}</b>
      <StateMark tone={standingTone[standing]} label={t(`attendance.state.${standing}`)} />
      <small title={said}>{said}</small>
    </div>
  )
}
