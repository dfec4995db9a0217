import { useRef, type KeyboardEvent, type RefObject } from 'react'
import type { Roll, RollEntry } from '../../shared/contract/attendance.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { isComposing } from '../lib/keys.ts'
import { notify } from '../lib/notices.ts'
import { Button, Note, SearchField } from '../ui/index.ts'
import { isLine, readLine, settleWord, type LineWord } from './exceptionLine.ts'
import { LinePreview } from './LinePreview.tsx'

/**
 * One field for finding and for the line of exceptions: a single word goes to the member it finds; words with spaces
 * between are those away, and Enter marks them and everyone else present.
 */
export const RollBar = ({
  roll,
  text,
  onText,
  closed,
  searchRef,
  onFound,
  onDone,
  onDesk,
}: {
  roll: Roll
  text: string
  onText: (text: string) => void
  closed: boolean
  searchRef: RefObject<HTMLInputElement | null>
  /** Into the grid, at the member found. */
  onFound: () => void
  /** After the roll was called. */
  onDone: () => void
  /** Back to the desk, once everyone was called while the sitting is under way. */
  onDesk: (() => void) | null
}) => {
  const t = useT()
  const choices = useRef<HTMLDivElement>(null)
  const call = useKernelCommand('attendance.callRoll')
  const line = !closed && isLine(text) ? readLine(roll.entries, text) : null
  const { sittingId } = roll
  const left = roll.entries.filter(({ state, suspended }) => state === null && !suspended).length

  const run = async (named: readonly RollEntry[]) => {
    if (call.pending) return
    const exceptions = named.map(({ memberId }) => ({ memberId }))
    const reply = await call.run({ sittingId, exceptions })
    if (!reply.ok) return
    notify('good', t('attendance.line.done', { ...reply.value.counts }))
    onText('')
    onDone()
  }
  const toUnclear = () => {
    const [unknown] = line?.unknown ?? []
    if (unknown) searchRef.current?.setSelectionRange(unknown.at, unknown.at + unknown.text.length)
    else choices.current?.querySelector('button')?.focus()
  }
  const settle = (word: LineWord, entry: RollEntry) => {
    onText(settleWord(text, word, entry))
    searchRef.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter') return
    if (event.target !== searchRef.current) return
    event.preventDefault()
    if (event.repeat) return
    if (!line) onFound()
    else if (line.ready) void run(line.named)
    else toUnclear()
  }
  const toCall = !closed && (left > 0 || roll.callAnew)
  useAction('attendance.rest', () => void run([]), toCall)
  return (
    <>
      <div className="attendance-bar" onKeyDown={onKeyDown}>
        <SearchField
          label={t(closed ? 'attendance.search' : 'attendance.searchOrLine')}
          value={text}
          onChange={onText}
          inputRef={searchRef}
          onDown={() => (line && line.ambiguous.length > 0 ? toUnclear() : onFound())}
        />
        {closed ? <Note>{t('attendance.closedNote')}</Note> : null}
        {!closed && !toCall ? <Note>{t('attendance.allCalled')}</Note> : null}
        {onDesk ? (
          <Button tone="primary" chord="Space" onClick={onDesk}>
            {t('attendance.toDesk')}
          </Button>
        ) : null}
        {toCall ? (
          <>
            <Note>{t(roll.callAnew ? 'attendance.anewHint' : 'attendance.calledHint')}</Note>
            <Button
              tone="primary"
              icon="check"
              chord="A"
              pending={call.pending}
              onClick={() => void run([])}
            >
              {roll.callAnew && left === 0
                ? t('attendance.allBackOf', { count: roll.counts.present })
                : t('attendance.restPresentOf', { count: left })}
            </Button>
          </>
        ) : null}
      </div>
      {line ? <LinePreview roll={roll} line={line} choices={choices} onSettle={settle} /> : null}
    </>
  )
}
