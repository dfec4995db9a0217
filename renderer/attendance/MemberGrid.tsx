import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import type { RollEntry } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { chordOf, isComposing } from '../lib/keys.ts'
import { MemberCard } from './MemberCard.tsx'
import { extentOf, neighbourOf, type Direction } from './seats.ts'

export type Layout = 'list' | 'seats'

/** How many cards stand in the first row as laid out. */
const columnsOf = (grid: HTMLElement): number => {
  const cards = [...grid.querySelectorAll<HTMLElement>('[role=option]')]
  const top = cards[0]?.offsetTop
  const next = cards.findIndex((card) => card.offsetTop !== top)
  return next < 0 ? cards.length : next
}

const isDirection = (chord: string): chord is Direction => /^Arrow/u.test(chord)

/** Where a key goes in the list: rows and columns as the cards are laid out. */
const inList = (
  shown: readonly RollEntry[],
  at: number,
  chord: string,
  columns: number,
): RollEntry | undefined => {
  const moves: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns < shown.length ? at + columns : at,
    ArrowUp: at - columns >= 0 ? at - columns : at,
    Home: 0,
    End: shown.length - 1,
  }
  const index = moves[chord]
  return index === undefined ? undefined : shown[Math.max(0, Math.min(index, shown.length - 1))]
}

/** Where a key goes in the hall; from and to those without a seat as in the list. */
const inHall = (shown: readonly RollEntry[], at: number, chord: string): RollEntry | undefined => {
  const from = shown[at]
  if (!from?.seat || !isDirection(chord)) return inList(shown, at, chord, 1)
  return neighbourOf(shown, from, chord) ?? from
}

/** Members as cards, in the official order or as they sit; arrows move in two directions. */
export const MemberGrid = ({
  gridRef,
  layout,
  shown,
  named,
  selected,
  onSelect,
  onSpace,
  empty,
}: {
  gridRef: RefObject<HTMLDivElement | null>
  layout: Layout
  shown: readonly RollEntry[]
  /** Those the line of exceptions means. */
  named: readonly RollEntry[]
  selected: string | null
  onSelect: (id: string) => void
  /** The step the space bar does; a member is chosen by moving there, so nothing is left for it to press. */
  onSpace: (() => void) | null
  empty: ReactNode
}) => {
  const t = useT()
  const at = shown.findIndex(({ memberId }) => memberId === selected)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event)) return
    const chord = chordOf(event)
    if (chord === 'Space' && onSpace) {
      event.preventDefault()
      onSpace()
      return
    }
    const entry =
      layout === 'seats'
        ? inHall(shown, at, chord)
        : inList(shown, at, chord, columnsOf(event.currentTarget))
    if (!entry) return
    event.preventDefault()
    onSelect(entry.memberId)
    gridRef.current
      ?.querySelector<HTMLElement>(`[data-member="${CSS.escape(entry.memberId)}"]`)
      ?.focus()
  }
  if (shown.length === 0) return <>{empty}</>
  const card = (entry: RollEntry, index: number) => (
    <MemberCard
      key={entry.memberId}
      entry={entry}
      selected={entry.memberId === selected}
      focusable={entry.memberId === selected || (at < 0 && index === 0)}
      named={named.includes(entry)}
      onSelect={onSelect}
      {...(layout === 'seats' && entry.seat
        ? { style: { gridRow: entry.seat.row, gridColumn: entry.seat.col } }
        : {})}
    />
  )
  return (
    <>
      {layout === 'seats' ? (
        <p className="attendance-rostrum">{t('attendance.seat.rostrum')}</p>
      ) : null}
      <div
        ref={gridRef}
        className="attendance-roll"
        role="listbox"
        aria-label={t(layout === 'seats' ? 'attendance.seat.map' : 'attendance.roll')}
        onKeyDown={onKeyDown}
      >
        {layout === 'seats' ? (
          <Hall shown={shown} card={card} />
        ) : (
          <div className="attendance-grid" role="presentation">
            {shown.map(card)}
          </div>
        )}
      </div>
    </>
  )
}

/** The hall from its front row, and below it those without a seat. */
const Hall = ({
  shown,
  card,
}: {
  shown: readonly RollEntry[]
  card: (entry: RollEntry, index: number) => ReactNode
}) => {
  const seated = shown.filter(({ seat }) => seat !== null)
  const { col } = extentOf(seated.flatMap(({ seat }) => (seat ? [seat] : [])))
  const drawn = (entry: RollEntry) => card(entry, shown.indexOf(entry))
  return (
    <>
      <div
        className="attendance-hall"
        role="presentation"
        style={{ gridTemplateColumns: `repeat(${Math.max(col, 1)}, minmax(0, 1fr))` }}
      >
        {seated.map(drawn)}
      </div>
      {seated.length < shown.length ? (
        <div className="attendance-grid" role="presentation">
          {shown.filter(({ seat }) => seat === null).map(drawn)}
        </div>
      ) : null}
    </>
  )
}
