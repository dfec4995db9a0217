import { useState } from 'react'
import type { Act } from '../../shared/contract/appointment.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { Dialog, DialogButtons, FormFailure, Note, Stack } from '../ui/index.ts'
import { sentenceOf } from './ActActions.tsx'

/** Puts acts under another nomination; the one the law names for the first of them is chosen, else none. */
export const RegroupDialog = ({
  acts,
  onDone,
  onClose,
}: {
  /** At least one, none put to the vote. */
  acts: readonly Act[]
  onDone: () => void
  onClose: () => void
}) => {
  const t = useT()
  const regroup = useKernelCommand('appointment.regroupActs', { inline: true })
  const [first] = acts
  const { data } = useKernelQuery(
    'appointment.nominators',
    { actId: first?.id ?? '' },
    { topics: ['appointment', 'ledger', 'body'], enabled: first !== undefined },
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const offers = (data?.offers ?? []).filter(
    ({ nominationId }) => nominationId !== first?.nominationId,
  )
  const lawful = data?.lawful ?? []
  const likely = offers.find(({ key }) => lawful.includes(key))
  const begins = likely ?? offers[0]
  const target = offers.find(({ key }) => key === chosen) ?? likely
  const submit = async () => {
    if (!target) return
    const { nominationId, nominator, nominatorKind } = target
    const reply = await regroup.run({
      acts: acts.map(({ id, rev }) => ({ id, rev })),
      place: { nominationId, nominator, nominatorKind },
    })
    if (!reply.ok) return
    notify('good', t('appointment.regrouped', { count: acts.length, name: nominator }))
    onDone()
    onClose()
  }
  return (
    <Dialog
      open
      title={t('appointment.regroupTitle', { count: acts.length })}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('appointment.regroupConfirm')}
          onCancel={onClose}
          pending={regroup.pending}
          disabled={!target}
        />
      }
    >
      <Stack>
        <ol className="appointment-asked" aria-label={t('appointment.acts')}>
          {acts.map((act) => (
            <li key={act.id}>{sentenceOf(act)}</li>
          ))}
        </ol>
        <fieldset className="appointment-choices">
          <legend>{t('appointment.nominator')}</legend>
          {offers.map((offer) => (
            <label key={offer.key}>
              <input
                type="radio"
                name="nominator"
                checked={offer === target}
                // Enter is to take the likely one and not to close, whether the choices come before the dialog or after it.
                autoFocus={offer === begins}
                data-autofocus={offer === begins || undefined}
                onChange={() => setChosen(offer.key)}
              />
              <span>{offer.nominator}</span>
              <small>
                {[
                  lawful.includes(offer.key) ? t('appointment.byLaw') : '',
                  offer.nominationId === null ? t('appointment.groupNew') : '',
                ]
                  .filter(Boolean)
                  .join(t('common.comma'))}
              </small>
            </label>
          ))}
        </fieldset>
        <Note>{t('appointment.regroupNote')}</Note>
        <FormFailure failure={regroup.failure} />
      </Stack>
    </Dialog>
  )
}
