import type { Sheet } from '../../../shared/contract/ballot.ts'
import { useDraft } from '../../lib/form.ts'
import { useT } from '../../lib/i18n.ts'
import { useKernelCommand } from '../../lib/kernel.ts'
import { Dialog, DialogButtons, FormFailure, Note, Stack, TextField } from '../../ui/index.ts'

/** Voids every line of a paper with one reason. */
export const SheetVoidDialog = ({
  sheet,
  overcount,
  onClose,
  onDone,
}: {
  sheet: Sheet
  /** More papers came back than went out: the reason is known. */
  overcount: boolean
  onClose: () => void
  onDone: (sheet: Sheet) => void
}) => {
  const t = useT()
  const command = useKernelCommand('ballot.voidSheet', { inline: true })
  const draft = useDraft({ reason: overcount ? t('ballot.reason.overcount') : '' })
  const { reason } = draft.values
  const submit = async () => {
    const reply = await command.run({ sheetId: sheet.id, rev: sheet.rev, reason })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    onClose()
    onDone(reply.value)
  }
  return (
    <Dialog
      open
      title={t('ballot.chamber.entry.sheetVoidTitle')}
      width={480}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('ballot.chamber.entry.sheetVoid')}
          onCancel={onClose}
          pending={command.pending}
          disabled={reason.trim() === ''}
          danger
        />
      }
    >
      <Stack>
        <Note>{t('ballot.chamber.entry.sheetVoidNote')}</Note>
        <TextField
          label={t('ballot.chamber.entry.sheetVoidReason')}
          value={reason}
          onChange={(value) => draft.set('reason', value)}
          error={draft.errorAt('reason')}
          required
          autoFocus
        />
        {command.failure?.fields ? null : <FormFailure failure={command.failure} />}
      </Stack>
    </Dialog>
  )
}
