/*
 * Records how the person to be dismissed was heard; the kernel opens no round on a dismissal without it
 * (Supervision Law 62 (2); refusal `ballot.chamber.defenceMissing`).
 *
 * <DefenceDialog question={question} onClose={…} />
 */
import { useState } from 'react'
import {
  defenceManners,
  type DefenceManner,
  type Question,
} from '../../../shared/contract/ballot.ts'
import { useT } from '../../lib/i18n.ts'
import { useKernelCommand } from '../../lib/kernel.ts'
import {
  Dialog,
  DialogButtons,
  FormFailure,
  Note,
  Segmented,
  Stack,
  TextField,
} from '../../ui/index.ts'

export const DefenceDialog = ({
  question,
  onClose,
}: {
  question: Question
  onClose: () => void
}) => {
  const t = useT()
  const command = useKernelCommand('ballot.noteDefence', { inline: true })
  const [manner, setManner] = useState<DefenceManner>(question.defence?.manner ?? 'in-person')
  const [note, setNote] = useState(question.defence?.note ?? '')
  const submit = async () => {
    const reply = await command.run({ id: question.id, rev: question.rev, manner, note })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t('ballot.chamber.entry.defence')}
      width={560}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('ballot.chamber.entry.defenceSave')}
          onCancel={onClose}
          pending={command.pending}
        />
      }
    >
      <Stack>
        <Note>{t('ballot.chamber.entry.defenceNote')}</Note>
        <Segmented
          label={t('ballot.chamber.entry.defenceManner')}
          value={manner}
          options={defenceManners.map((value) => ({
            value,
            label: t(`ballot.chamber.entry.defenceBy.${value}`),
          }))}
          onChange={setManner}
        />
        <TextField
          label={t('ballot.chamber.entry.defenceText')}
          value={note}
          onChange={setNote}
          autoFocus
        />
        <FormFailure failure={command.failure} />
      </Stack>
    </Dialog>
  )
}
