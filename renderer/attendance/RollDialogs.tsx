import type { Roll } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { formatTime, now } from '../lib/formats.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { TimeDialog } from './TimeDialog.tsx'
import type { Ask, Marks } from './useMarks.ts'

/** What has to be asked before a mark is made. */
export const RollDialogs = ({
  ask,
  roll,
  sitting,
  marks,
  onSaved,
  onClose,
}: {
  ask: Ask
  roll: Roll
  sitting: Sitting
  marks: Marks
  onSaved: () => void
  onClose: () => void
}) => {
  const close = () => {
    onClose()
    onSaved()
  }
  if (ask.what === 'reason')
    return (
      <ReasonDialog
        entry={ask.entry}
        state={ask.state}
        pending={marks.pending}
        onSave={async (said) => {
          if (await marks.set(ask.entry, ask.state, said)) close()
        }}
        onClose={close}
      />
    )
  return (
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
  )
}
