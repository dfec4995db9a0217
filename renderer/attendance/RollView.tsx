import { useRef, useState, type KeyboardEvent } from 'react'
import type { Roll } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatTime, now } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { isComposing } from '../lib/keys.ts'
import { Button, EmptyState, Note, SearchField, SplitLayout } from '../ui/index.ts'
import { MemberGrid } from './MemberGrid.tsx'
import { MemberPanel } from './MemberPanel.tsx'
import { Numbers } from './Numbers.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { found } from './standing.ts'
import { TimeDialog } from './TimeDialog.tsx'
import { useMarks, type Ask } from './useMarks.ts'

/** Everyone in the official order; exceptions first, then all others present with one key. */
export const RollView = ({
  roll,
  sitting,
  closed,
}: {
  roll: Roll
  sitting: Sitting
  closed: boolean
}) => {
  const t = useT()
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const [ask, setAsk] = useState<Ask | null>(null)
  const shown = found(roll.entries, text)
  // While one searches, the first found is the one meant.
  const first = text.trim() === '' ? undefined : shown[0]
  const entry = shown.find(({ memberId }) => memberId === selected) ?? first ?? null
  /** At once, so that the next key already means this member. */
  const toGrid = (id: string | undefined) => {
    if (id === undefined) return
    setSelected(id)
    grid.current?.querySelector<HTMLElement>(`[data-member="${CSS.escape(id)}"]`)?.focus()
  }
  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  const onSearchKey = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter') return
    event.preventDefault()
    toGrid(entry?.memberId)
  }
  useAction('attendance.find', focusSearch)
  const marks = useMarks({ sitting, entry, closed, onAsk: setAsk })
  const close = () => {
    setAsk(null)
    setText('')
  }
  return (
    <SplitLayout
      rightWidth={336}
      right={
        <MemberPanel entry={entry} sitting={sitting} closed={closed} marks={marks} onAsk={setAsk} />
      }
    >
      <Numbers roll={roll} kind={sitting.kind} />
      <div className="attendance-bar" onKeyDown={onSearchKey}>
        <SearchField
          label={t('attendance.search')}
          value={text}
          onChange={setText}
          inputRef={search}
          onDown={() => toGrid(shown[0]?.memberId)}
        />
        {closed ? (
          <Note>{t('attendance.closedNote')}</Note>
        ) : (
          <RestButton roll={roll} sittingId={sitting.id} onDone={() => toGrid(entry?.memberId)} />
        )}
      </div>
      <MemberGrid
        gridRef={grid}
        roll={roll}
        shown={shown}
        selected={entry?.memberId ?? null}
        onSelect={setSelected}
        empty={<EmptyState title={t('attendance.noMatch', { text })} />}
      />
      {ask?.what === 'reason' ? (
        <ReasonDialog
          entry={ask.entry}
          state={ask.state}
          pending={marks.pending}
          onSave={async (reason, approver) => {
            if (await marks.set(ask.entry, ask.state, reason, approver)) close()
          }}
          onClose={close}
        />
      ) : null}
      {ask?.what === 'time' ? (
        <TimeDialog
          entry={ask.entry}
          act={ask.act}
          day={roll.at.slice(0, 10)}
          time={formatTime(sitting.state === 'adjourned' ? roll.at : now())}
          pending={marks.pending}
          onSave={async (at) => {
            if (await marks.pass(ask.entry, ask.act, at)) close()
          }}
          onClose={close}
        />
      ) : null}
    </SplitLayout>
  )
}

const RestButton = ({
  roll,
  sittingId,
  onDone,
}: {
  roll: Roll
  sittingId: string
  onDone: () => void
}) => {
  const t = useT()
  const call = useKernelCommand('attendance.callRoll')
  const left = roll.counts.unmarked
  const rest = async () => {
    if (left === 0 || call.pending) return
    await call.run({ sittingId, exceptions: [] })
    onDone()
  }
  useAction('attendance.rest', () => void rest(), left > 0)
  if (left === 0) return <Note>{t('attendance.allCalled')}</Note>
  return (
    <>
      <Note>{t('attendance.calledHint')}</Note>
      <Button
        tone="primary"
        icon="check"
        chord="A"
        pending={call.pending}
        onClick={() => void rest()}
      >
        {t('attendance.restPresentOf', { count: left })}
      </Button>
    </>
  )
}
