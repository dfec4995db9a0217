import { useState } from 'react'
import type { TenureShown } from '../../shared/contract/ledger.ts'
import { today } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { DateField, Dialog, DialogButtons, FormFailure, Note, Stack } from '../ui/index.ts'
import { heldName } from './words.ts'

/** Marks the day the holder was reviewed this term; an empty day takes the mark back. */
export const ReviewDialog = ({ tenure, onClose }: { tenure: TenureShown; onClose: () => void }) => {
  const t = useT()
  const [on, setOn] = useState<string | null>(tenure.reviewedOn ?? today())
  const review = useKernelCommand('ledger.review', { inline: true })
  const submit = async () => {
    const reply = await review.run({ id: tenure.id, rev: tenure.rev, on })
    if (!reply.ok) return
    notify('good', t(on ? 'ledger.reviewed' : 'ledger.unreviewed', { name: tenure.personName }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('ledger.reviewTitle', { name: tenure.personName })}
      width={440}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={review.pending} />
      }
    >
      <Stack>
        <Note>{heldName(tenure)}</Note>
        <DateField
          label={t('ledger.reviewedOn')}
          hint={t('ledger.reviewHint')}
          value={on}
          onChange={setOn}
          autoFocus
        />
        <FormFailure failure={review.failure} />
      </Stack>
    </Dialog>
  )
}
