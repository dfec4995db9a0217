import type { Speech } from '../../shared/contract/speech.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  NumberField,
  Stack,
  TextField,
} from '../ui/index.ts'

/** What is proposed is typed over, not added to. */
const selectAll = (input: HTMLInputElement | null): void => input?.select()

/** More time for whoever speaks, by leave of whoever chairs. */
export const ExtendDialog = ({
  speech,
  chair,
  onDone,
  onClose,
}: {
  speech: Speech
  /** Who chairs, as far as known. */
  chair: string
  onDone: (minutes: number) => void
  onClose: () => void
}) => {
  const t = useT()
  const extend = useKernelCommand('speech.extend', { inline: true })
  const { values, set, errorAt, say, take } = useDraft<{ minutes: number | null; by: string }>({
    minutes: 3,
    by: speech.extendedBy || chair,
  })
  const save = async () => {
    const { minutes, by } = values
    if (minutes === null || minutes < 1) return say('minutes', t('speech.minutesNeeded'))
    const reply = await extend.run({ id: speech.id, rev: speech.rev, minutes, by })
    take(reply.ok ? null : reply.error)
    if (reply.ok) onDone(minutes)
  }
  return (
    <Dialog
      open
      title={t('speech.extendTitle', { name: speech.name })}
      width={420}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <DialogButtons confirm={t('speech.extend')} onCancel={onClose} pending={extend.pending} />
      }
    >
      <Stack>
        <FieldGrid>
          <NumberField
            label={t('speech.minutes')}
            value={values.minutes}
            onChange={(minutes) => set('minutes', minutes)}
            min={1}
            max={120}
            error={errorAt('minutes')}
            inputRef={selectAll}
            autoFocus
          />
          <TextField
            label={t('speech.by')}
            value={values.by}
            onChange={(by) => set('by', by)}
            error={errorAt('by')}
          />
        </FieldGrid>
        <FormFailure failure={extend.failure?.fields ? null : extend.failure} />
      </Stack>
    </Dialog>
  )
}
