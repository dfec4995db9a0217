import './dossier.css'
import { useState } from 'react'
import type { Dossier, FormDifference } from '../../shared/contract/dossier.ts'
import { formatDay, formatMoment, shownMonth } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  ConfirmDialog,
  EmptyState,
  Finding,
  IconButton,
  Loaded,
  Note,
  Panel,
  Select,
  Stack,
} from '../ui/index.ts'
import { FormDialog } from './FormDialog.tsx'
import { FormFactsView } from './FormFactsView.tsx'

type Of = { personId: string } | { actId: string; personId?: string | null }

/** The forms kept with a person, or with the person of an act: the newest drawn, earlier ones to be chosen. */
export const DossierPanel = (of: Of) => {
  const t = useT()
  const query = useKernelQuery('dossier.of', askedOf(of), { topics: ['dossier', 'appointment'] })
  const [reading, setReading] = useState(false)
  const [removing, setRemoving] = useState<Dossier | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const forms = query.data ?? []
  const form = forms.find(({ id }) => id === chosen) ?? forms[0]
  return (
    <Panel
      title={t('dossier.title')}
      actions={
        <>
          {form ? (
            <IconButton
              icon="remove"
              label={t('dossier.remove')}
              onClick={() => setRemoving(form)}
            />
          ) : null}
          <Button size="s" icon="upload" onClick={() => setReading(true)}>
            {t('dossier.read')}
          </Button>
        </>
      }
    >
      <Loaded query={query}>
        {() =>
          form ? (
            <Stack>
              {forms.length > 1 ? (
                <Select
                  label={t('dossier.earlierForms', { count: forms.length - 1 })}
                  value={form.id}
                  options={forms.map((one) => ({ value: one.id, label: said(one, t) }))}
                  onChange={setChosen}
                />
              ) : (
                <Note>{said(form, t)}</Note>
              )}
              <Differing id={form.id} />
              <FormFactsView facts={form.facts} photo={form.photo} />
            </Stack>
          ) : (
            <EmptyState icon="paper" title={t('dossier.none')}>
              {t('dossier.noneHint')}
            </EmptyState>
          )
        }
      </Loaded>
      {reading ? <FormDialog {...targetOf(of)} onClose={() => setReading(false)} /> : null}
      {removing ? <RemoveDialog form={removing} onClose={() => setRemoving(null)} /> : null}
    </Panel>
  )
}

const askedOf = (of: Of): { personId: string } | { actId: string } =>
  'actId' in of ? { actId: of.actId } : { personId: of.personId }

const targetOf = (of: Of): { personId?: string; actId?: string } =>
  'actId' in of ? { actId: of.actId, ...(of.personId ? { personId: of.personId } : {}) } : of

const said = ({ readAt, fileName }: Dossier, t: ReturnType<typeof useT>): string =>
  t('dossier.readAt', { day: formatMoment(readAt), file: fileName })

/** What of a kept form does not agree with the record as it stands now. */
const Differing = ({ id }: { id: string }) => {
  const t = useT()
  const { data = [] } = useKernelQuery(
    'dossier.differences',
    { id },
    { topics: ['dossier', 'roster', 'ledger', 'appointment'] },
  )
  return data
    .filter(({ state }) => state === 'different')
    .map((difference) => (
      <Finding key={difference.field} tone="warn">
        {differs(difference, t)}
      </Finding>
    ))
}

/** Texts longer than that are not repeated. */
const SHORT = 40

const differs = (
  { field, form, stored, say }: FormDifference,
  t: ReturnType<typeof useT>,
): string => {
  if (say) return tell(say)
  const name = t(`dossier.field.${field}`)
  if (Math.max(form.length, stored?.length ?? 0) > SHORT)
    return t('dossier.differsAtLength', { field: name })
  const texts = { form: shownMonth(form), stored: shownMonth(stored ?? '') }
  return t('dossier.differs', { field: name, ...texts })
}

const RemoveDialog = ({ form, onClose }: { form: Dossier; onClose: () => void }) => {
  const t = useT()
  const remove = useKernelCommand('dossier.remove')
  const { id, rev, personName, fileName, readAt } = form
  const confirm = async () => {
    const reply = await remove.run({ id, rev })
    if (reply.ok) notify('good', t('dossier.removed'))
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('dossier.removeTitle')}
      confirm={t('dossier.remove')}
      danger
      pending={remove.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {t('dossier.removeText', { day: formatDay(readAt), name: personName, file: fileName })}
    </ConfirmDialog>
  )
}
