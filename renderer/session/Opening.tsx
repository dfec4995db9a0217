import { useState, type ReactNode } from 'react'
import type { OpeningDoubts, Sitting } from '../../shared/contract/session.ts'
import { callKernel } from '../lib/client.ts'
import { formatDay } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { ConfirmDialog, Finding, Note, Stack } from '../ui/index.ts'
import { sessionName, sittingName } from './names.ts'

type Asked = { sitting: Sitting; doubts: OpeningDoubts }

/**
 * Opens sittings, asking back first where the day is another than the sitting's own or another session is still under
 * way. `dialog` is what asks; whoever opens draws it.
 */
export const useOpening = (): {
  open: (sitting: Sitting) => void
  pending: boolean
  dialog: ReactNode
} => {
  const setState = useKernelCommand('session.setSittingState')
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const openNow = async ({ id, rev }: Sitting) => {
    await setState.run({ id, rev, state: 'open' })
    setAsked(null)
  }
  const open = async (sitting: Sitting) => {
    setAsking(true)
    const reply = await callKernel('session.openingDoubts', { sittingId: sitting.id })
    setAsking(false)
    if (reply.ok && isDoubtful(reply.value)) setAsked({ sitting, doubts: reply.value })
    else await openNow(sitting)
  }
  return {
    open: (sitting) => void open(sitting),
    pending: asking || setState.pending,
    dialog: asked ? (
      <OpeningDialog
        {...asked}
        pending={setState.pending}
        onConfirm={() => void openNow(asked.sitting)}
        onClose={() => setAsked(null)}
      />
    ) : null,
  }
}

const isDoubtful = ({ day, underWay }: OpeningDoubts): boolean =>
  day !== null || underWay.length > 0

/** Names both days and the session still under way; Enter cancels. */
const OpeningDialog = ({
  sitting,
  doubts: { day, underWay },
  pending,
  onConfirm,
  onClose,
}: Asked & { pending: boolean; onConfirm: () => void; onClose: () => void }) => {
  const t = useT()
  const act = t(`session.sittingAct.${sitting.state}`)
  return (
    <ConfirmDialog
      open
      danger
      title={t('session.opening.title', { act, sitting: sittingName(sitting) })}
      confirm={act}
      pending={pending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Stack>
        {day ? (
          <>
            <Finding tone="warn">
              {t('session.opening.day', { own: formatDay(day.own), today: formatDay(day.today) })}
            </Finding>
            <Note>{t('session.opening.dayWay')}</Note>
          </>
        ) : null}
        {underWay.map((other) => (
          <Finding key={other.id} tone="warn">
            {t('session.opening.underWay', { name: sessionName(other) })}
          </Finding>
        ))}
        {underWay.length > 0 ? <Note>{t('session.opening.underWayWay')}</Note> : null}
      </Stack>
    </ConfirmDialog>
  )
}
