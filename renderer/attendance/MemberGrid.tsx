import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import type { Roll, RollEntry } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { chordOf, isComposing } from '../lib/keys.ts'
import { remarkOf, standingOf, standingTone } from './standing.ts'
import { StateMark } from '../ui/index.ts'

/** How many cards stand in the first row as laid out. */
const columnsOf = (grid: HTMLElement): number => {
  const cards = [...grid.children] as HTMLElement[]
  const top = cards[0]?.offsetTop
  const next = cards.findIndex((card) => card.offsetTop !== top)
  return next < 0 ? cards.length : next
}

/** Members as cards in the official order; arrows move in two directions. */
export const MemberGrid = ({
  gridRef,
  roll,
  shown,
  selected,
  onSelect,
  empty,
}: {
  gridRef: RefObject<HTMLDivElement | null>
  roll: Roll
  shown: readonly RollEntry[]
  selected: string | null
  onSelect: (id: string) => void
  empty: ReactNode
}) => {
  const t = useT()
  const places = new Map(roll.entries.map(({ memberId }, index) => [memberId, index + 1]))
  const at = shown.findIndex(({ memberId }) => memberId === selected)
  const step = (index: number) => {
    const entry = shown[Math.max(0, Math.min(index, shown.length - 1))]
    if (!entry) return
    onSelect(entry.memberId)
    gridRef.current
      ?.querySelector<HTMLElement>(`[data-member="${CSS.escape(entry.memberId)}"]`)
      ?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event)) return
    const columns = columnsOf(event.currentTarget)
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + columns < shown.length ? at + columns : at,
      ArrowUp: at - columns >= 0 ? at - columns : at,
      Home: 0,
      End: shown.length - 1,
    }
    const index = moves[chordOf(event)]
    if (index === undefined) return
    event.preventDefault()
    step(index)
  }
  if (shown.length === 0) return <>{empty}</>
  return (
    <div
      ref={gridRef}
      className="attendance-grid"
      role="listbox"
      aria-label={t('attendance.roll')}
      onKeyDown={onKeyDown}
    >
      {shown.map((entry, index) => (
        <MemberCard
          key={entry.memberId}
          entry={entry}
          place={places.get(entry.memberId) ?? 0}
          selected={entry.memberId === selected}
          focusable={entry.memberId === selected || (at < 0 && index === 0)}
          onSelect={onSelect}
        />
      ))}
    </div>
  )
}

const MemberCard = ({
  entry,
  place,
  selected,
  focusable,
  onSelect,
}: {
  entry: RollEntry
  place: number
  selected: boolean
  focusable: boolean
  onSelect: (id: string) => void
}) => {
  const t = useT()
  const standing = standingOf(entry)
  const tone = standingTone[standing]
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
      onClick={() => onSelect(entry.memberId)}
      onFocus={() => {
        if (!selected) onSelect(entry.memberId)
      }}
    >
      <i>{place}</i>
      <b title={entry.name}>{entry.name}</b>
      <StateMark tone={tone} label={t(`attendance.state.${standing}`)} />
      <small title={said}>{said}</small>
    </div>
  )
}
