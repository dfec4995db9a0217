import type { Formality } from '../../shared/contract/formality.ts'
import { announce } from '../lib/announce.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  DateField,
  Dialog,
  DialogButtons,
  Finding,
  FormFailure,
  Stack,
  TextField,
} from '../ui/index.ts'

type Draft = { doneOn: string | null; number: string; note: string }

/** Settles one or several: done on a day, or not to be done for a reason. */
export const SettleDialog = ({
  formalities,
  state,
  onSettled,
  onClose,
}: {
  formalities: readonly Formality[]
  state: 'done' | 'waived'
  onSettled: () => void
  onClose: () => void
}) => {
  const t = useT()
  const settle = useKernelCommand('formality.settle', { inline: true })
  const [one] = formalities
  const several = formalities.length > 1
  const { values, set, errorAt, take } = useDraft<Draft>({
    doneOn: several ? null : (one?.doneOn ?? null),
    number: several ? '' : (one?.number ?? ''),
    note: several ? '' : (one?.note ?? ''),
  })
  const save = async () => {
    const changes = formalities.map(({ id, rev }) => ({ id, rev }))
    const facts = state === 'done' ? values : { note: values.note }
    const reply = await settle.run({ changes, state, ...facts })
    take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    announce(t(`formality.told.${state}`, { count: formalities.length }))
    onSettled()
    onClose()
  }
  const count = formalities.length
  return (
    <Dialog
      open
      title={t(`formality.dialog.${state}`, { count })}
      width={480}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={settle.pending} />
      }
    >
      <Stack>
        <ul className="formality-named">
          {formalities.slice(0, 6).map(({ id, kind, toWhom }) => (
            <li key={id}>{t('formality.named', { kind: t(`formality.kind.${kind}`), toWhom })}</li>
          ))}
          {count > 6 ? <li>{t('formality.andMore', { count: count - 6 })}</li> : null}
        </ul>
        {formalities.some(({ doubt, ended }) => doubt === 'void' && !ended) ? (
          <Finding tone="warn">{t('formality.doubtHint.void')}</Finding>
        ) : null}
        {formalities.some(({ doubt, ended }) => doubt === 'void' && ended) ? (
          <Finding tone="warn">{t('formality.endHint.void')}</Finding>
        ) : null}
        {state === 'done' ? (
          <>
            <DateField
              label={t('formality.doneOn')}
              placeholder={t('formality.today')}
              hint={t('formality.todayHint')}
              value={values.doneOn}
              onChange={(day) => set('doneOn', day)}
              error={errorAt('doneOn')}
              autoFocus
            />
            <TextField
              label={t('formality.number')}
              hint={several ? t('formality.numbersHint') : undefined}
              value={values.number}
              onChange={(text) => set('number', text)}
              error={errorAt('number')}
            />
          </>
        ) : null}
        <TextField
          label={t(state === 'done' ? 'formality.note' : 'formality.reason')}
          value={values.note}
          onChange={(text) => set('note', text)}
          error={errorAt('note')}
          autoFocus={state === 'waived'}
          required={state === 'waived'}
        />
        <FormFailure failure={settle.failure?.fields ? null : settle.failure} />
      </Stack>
    </Dialog>
  )
}
