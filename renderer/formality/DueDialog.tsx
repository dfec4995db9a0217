import type { Formality } from '../../shared/contract/formality.ts'
import { announce } from '../lib/announce.ts'
import { useDraft } from '../lib/form.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Button,
  DateField,
  Dialog,
  DialogButtons,
  FormFailure,
  Note,
  Stack,
  TextField,
} from '../ui/index.ts'

type Draft = { dueOn: string | null; note: string }

/** Another last day than the rule gives, with its reason; or the rule's own again. */
export const DueDialog = ({
  formality,
  onClose,
}: {
  formality: Formality
  onClose: () => void
}) => {
  const t = useT()
  const setDue = useKernelCommand('formality.setDue', { inline: true })
  const { values, set, errorAt, say, take } = useDraft<Draft>({
    dueOn: formality.dueOn,
    note: '',
  })
  const { id, rev, dueRule, dueSet } = formality
  const run = async (facts: Draft) => {
    const reply = await setDue.run({ id, rev, ...facts })
    take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    announce(t('formality.told.day'))
    onClose()
  }
  const save = () => {
    if (values.dueOn === null) say('dueOn', t('formality.dayNeeded'))
    else void run(values)
  }
  return (
    <Dialog
      open
      title={t('formality.setDue')}
      width={460}
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          {dueSet ? (
            <Button onClick={() => void run({ dueOn: null, note: '' })}>
              {t('formality.byRule')}
            </Button>
          ) : null}
          <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={setDue.pending} />
        </>
      }
    >
      <Stack>
        {dueRule ? <Note>{tell(dueRule)}</Note> : null}
        <DateField
          label={t('formality.dueOn')}
          value={values.dueOn}
          onChange={(day) => set('dueOn', day)}
          error={errorAt('dueOn')}
          autoFocus
        />
        <TextField
          label={t('formality.reason')}
          value={values.note}
          onChange={(text) => set('note', text)}
          error={errorAt('note')}
          required
        />
        <FormFailure failure={setDue.failure?.fields ? null : setDue.failure} />
      </Stack>
    </Dialog>
  )
}
