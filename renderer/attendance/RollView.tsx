import { useRef, useState } from 'react'
import type { Roll } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { go } from '../lib/place.ts'
import { EmptyState, SplitLayout } from '../ui/index.ts'
import { isLine, readLine } from './exceptionLine.ts'
import { MemberGrid, type Layout } from './MemberGrid.tsx'
import { MemberPanel } from './MemberPanel.tsx'
import { Numbers } from './Numbers.tsx'
import { RollBar } from './RollBar.tsx'
import { RollDialogs } from './RollDialogs.tsx'
import { SeatBar } from './SeatBar.tsx'
import { found } from './standing.ts'
import { useMarks, type Ask } from './useMarks.ts'

/** Everyone in the official order or as they sit; exceptions first, then all others present with one key. */
export const RollView = ({
  roll,
  sitting,
  closed,
  layout,
}: {
  roll: Roll
  sitting: Sitting
  closed: boolean
  layout: Layout
}) => {
  const t = useT()
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const [ask, setAsk] = useState<Ask | null>(null)
  const named = !closed && isLine(text) ? readLine(roll.entries, text).named : null
  // A line of exceptions speaks of several; while it is typed everyone stays in sight.
  const shown = named ? roll.entries : found(roll.entries, text)
  // While one searches, the first found is the one meant.
  const first = named || text.trim() === '' ? undefined : shown[0]
  const entry = shown.find(({ memberId }) => memberId === selected) ?? first ?? null
  /** At once, so that the next key already means this member. */
  const toGrid = (id: string | undefined) => {
    if (id === undefined) return
    setSelected(id)
    grid.current?.querySelector<HTMLElement>(`[data-member="${CSS.escape(id)}"]`)?.focus()
  }
  useAction('attendance.find', () => {
    search.current?.focus()
    search.current?.select()
  })
  const marks = useMarks({ sitting, entry, closed, onAsk: setAsk })
  const called = roll.entries.every(({ state, suspended }) => state !== null || suspended)
  const toDesk =
    called && !roll.callAnew && !closed && sitting.state === 'open' ? () => go('ballot') : null
  useAction('attendance.desk', () => toDesk?.(), toDesk !== null)
  return (
    <SplitLayout
      rightWidth={336}
      right={
        <MemberPanel
          entry={entry}
          roll={roll}
          sitting={sitting}
          {...{ closed, marks }}
          onAsk={setAsk}
        />
      }
    >
      <Numbers roll={roll} sitting={sitting} closed={closed} />
      <RollBar
        roll={roll}
        text={text}
        onText={setText}
        closed={closed}
        searchRef={search}
        onFound={() => toGrid(entry?.memberId ?? shown[0]?.memberId)}
        onDone={() => toGrid(entry?.memberId ?? roll.entries[0]?.memberId)}
        onDesk={toDesk}
      />
      {layout === 'seats' ? <SeatBar roll={roll} entry={entry} /> : null}
      <MemberGrid
        gridRef={grid}
        layout={layout}
        shown={shown}
        named={named ?? []}
        selected={entry?.memberId ?? null}
        onSelect={setSelected}
        onSpace={toDesk}
        empty={<EmptyState title={t('attendance.noMatch', { text })} />}
      />
      {ask ? (
        <RollDialogs
          ask={ask}
          roll={roll}
          sitting={sitting}
          marks={marks}
          onSaved={() => setText('')}
          onClose={() => setAsk(null)}
        />
      ) : null}
    </SplitLayout>
  )
}
