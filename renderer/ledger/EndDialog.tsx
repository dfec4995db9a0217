import type { Failure } from '../../shared/contract/errors.ts'
import type { EndReason, TenureShown } from '../../shared/contract/ledger.ts'
import { endingFollows } from '../../shared/rules/appointment/ending.ts'
import { today } from '../lib/formats.ts'
import { useDraft } from '../lib/form.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  Select,
  Stack,
  TextArea,
} from '../ui/index.ts'
import { heldName } from './words.ts'

/** Causes without a vote of this body; some of them end nothing by themselves, which the refusal then says. */
const causes: readonly EndReason[] = [
  'died',
  'abolished',
  'renamed',
  'ended',
  'recalled',
  'term-ended',
  'retired',
  'other',
]

/** A cause that ends nothing by itself is named above the buttons, its way out at the field; all else at its field. */
const saidAtField = (failure: Failure | null): boolean => {
  const fields = Object.values(failure?.fields ?? {})
  return fields.length > 0 && fields.every(({ key }) => key === (failure?.message?.key ?? key))
}

type Values = { on: string | null; cause: EndReason; note: string }

/** Ends a tenure that no vote of this body ends. */
export const EndDialog = ({ tenure, onClose }: { tenure: TenureShown; onClose: () => void }) => {
  const t = useT()
  const draft = useDraft<Values>({ on: today(), cause: 'died', note: '' })
  const end = useKernelCommand('ledger.endTenure', { inline: true })
  const { on, cause, note } = draft.values
  const submit = async () => {
    const reply = await end.run({ id: tenure.id, rev: tenure.rev, on: on ?? '', cause, note })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    const follows = endingFollows(cause, tenure)
    notify('good', follows ? tell(follows) : t('ledger.ended', { name: tenure.personName }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('ledger.endTitle', { name: tenure.personName })}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('ledger.endConfirm')} onCancel={onClose} pending={end.pending} />
      }
    >
      <Stack>
        <Note>{heldName(tenure)}</Note>
        <FieldGrid>
          <DateField
            label={t('ledger.endsOn')}
            hint={t('ledger.endsOnHint')}
            value={on}
            onChange={(day) => draft.set('on', day)}
            error={draft.errorAt('on')}
            required
            autoFocus
          />
          <Select
            label={t('ledger.cause')}
            hint={t('ledger.causeHint')}
            value={cause}
            options={causes.map((one) => ({ value: one, label: t(`ledger.endReason.${one}`) }))}
            onChange={(one) => draft.set('cause', one)}
            error={draft.errorAt('cause')}
          />
        </FieldGrid>
        <TextArea
          label={t('common.note')}
          rows={2}
          value={note}
          onChange={(text) => draft.set('note', text)}
          error={draft.errorAt('note')}
        />
        {saidAtField(end.failure) ? null : <FormFailure failure={end.failure} />}
      </Stack>
    </Dialog>
  )
}
