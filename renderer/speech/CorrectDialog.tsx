import type { SpokenSpeech } from '../../shared/contract/speech.ts'
import { useDraft } from '../lib/form.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Segmented,
  Stack,
  TextField,
} from '../ui/index.ts'

/** A time of day as people type it, with seconds or without; the seconds known stay where the minute does. */
const momentOf = (typed: string, known: string): string | null => {
  const found = /^(\d{1,2}):?(\d{2})(?::(\d{2}))?$/u.exec(typed.normalize('NFKC').trim())
  const [, hour = '', minute = '', second] = found ?? []
  if (!found || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  const minuteText = `${hour.padStart(2, '0')}:${minute}`
  const kept = formatTime(known) === minuteText ? known.slice(17) : '00'
  return `${known.slice(0, 11)}${minuteText}:${second ?? kept}`
}

type Draft = { what: 'times' | 'goOn'; startedAt: string; endedAt: string; reason: string }

/** Puts a speech right that was started or ended at the wrong time, or lets it go on; never without a reason. */
export const CorrectDialog = ({
  speech,
  onClose,
}: {
  speech: SpokenSpeech
  onClose: () => void
}) => {
  const t = useT()
  const adjust = useKernelCommand('speech.adjust', { inline: true })
  const reopen = useKernelCommand('speech.reopen', { inline: true })
  const endedAt = speech.endedAt ?? speech.startedAt
  const { values, set, errorAt, say, take } = useDraft<Draft>({
    what: 'times',
    startedAt: speech.startedAt.slice(11),
    endedAt: endedAt.slice(11),
    reason: '',
  })
  const { id, rev } = speech
  const { what, reason } = values
  const saveTimes = () => {
    const from = momentOf(values.startedAt, speech.startedAt)
    const to = momentOf(values.endedAt, endedAt)
    if (!from) say('startedAt', t('speech.badTime'))
    if (!to) say('endedAt', t('speech.badTime'))
    return from && to ? adjust.run({ id, rev, startedAt: from, endedAt: to, reason }) : null
  }
  const save = async () => {
    const reply = await (what === 'times' ? saveTimes() : reopen.run({ id, rev, reason }))
    if (!reply) return
    take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  const { failure } = what === 'times' ? adjust : reopen
  return (
    <Dialog
      open
      title={t('speech.correctTitle', { name: speech.name })}
      width={460}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <DialogButtons
          confirm={t('common.save')}
          onCancel={onClose}
          pending={adjust.pending || reopen.pending}
        />
      }
    >
      <Stack>
        <Segmented<Draft['what']>
          label={t('speech.correct')}
          value={what}
          options={[
            { value: 'times', label: t('speech.setTimes') },
            { value: 'goOn', label: t('speech.goOn') },
          ]}
          onChange={(next) => set('what', next)}
        />
        {what === 'times' ? (
          <FieldGrid>
            <TextField
              label={t('speech.from')}
              value={values.startedAt}
              onChange={(next) => set('startedAt', next)}
              error={errorAt('startedAt')}
              autoFocus
            />
            <TextField
              label={t('speech.to')}
              value={values.endedAt}
              onChange={(next) => set('endedAt', next)}
              error={errorAt('endedAt')}
            />
          </FieldGrid>
        ) : null}
        <TextField
          label={t('speech.reason')}
          hint={t('speech.reasonHint')}
          value={reason}
          onChange={(next) => set('reason', next)}
          error={errorAt('reason')}
        />
        <FormFailure failure={failure?.fields ? null : failure} />
      </Stack>
    </Dialog>
  )
}
