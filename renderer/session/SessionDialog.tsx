import { useEffect, useRef } from 'react'
import type { SessionSummary } from '../../shared/contract/session.ts'
import { useDraft } from '../lib/form.ts'
import { today } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { choose } from '../lib/place.ts'
import {
  Checkbox,
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  OrdinalField,
  Stack,
  TextField,
} from '../ui/index.ts'
import { ChairField } from './ChairField.tsx'
import { sessionName, shortName } from './names.ts'

type Values = {
  number: number | null
  startsOn: string | null
  endsOn: string | null
  extraordinary: boolean
  place: string
  chairId: string | null
}

const valuesOf = (session: SessionSummary | null, last: SessionSummary | null): Values => ({
  number: session?.number ?? null,
  startsOn: session?.startsOn ?? today(),
  endsOn: session?.endsOn ?? today(),
  extraordinary: session?.extraordinary ?? false,
  place: session?.place ?? last?.place ?? '',
  chairId: session ? session.chairId : (last?.chairId ?? null),
})

/** Makes or changes a session. A new one is numbered after the last and held where the last was. */
export const SessionDialog = ({
  session,
  last,
  onClose,
}: {
  session: SessionSummary | null
  last: SessionSummary | null
  onClose: () => void
}) => {
  const t = useT()
  const next = useKernelQuery('session.nextNumber', {}, { enabled: session === null })
  const save = useKernelCommand('session.save', { inline: true })
  const draft = useDraft(valuesOf(session, last))
  const { values, set } = draft
  const proposed = session === null ? next.data?.number : undefined
  const number = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (proposed === undefined) return
    set('number', proposed)
    // The field had the focus before its number came: what is typed now takes its place, as in any field entered.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === number.current) number.current?.select()
    })
    return () => cancelAnimationFrame(frame)
  }, [proposed, set])
  const setStart = (day: string | null) => {
    if (values.endsOn === values.startsOn) set('endsOn', day)
    set('startsOn', day)
  }
  const submit = async () => {
    const { startsOn, endsOn, ...rest } = values
    const known = session ? { id: session.id, rev: session.rev } : { rev: 0 }
    // What is empty goes as it is: the kernel names the field.
    const days = { startsOn: startsOn ?? '', endsOn: endsOn ?? '' }
    const facts = { ...rest, ...days, number: rest.number ?? 0 }
    const reply = await save.run({ ...known, ...facts })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('session.saved', { name: sessionName(reply.value) }))
    choose({ sessionId: reply.value.id })
    onClose()
  }
  const named = values.number !== null && values.number >= 1 && values.number <= 999
  return (
    <Dialog
      open
      title={t(session ? 'session.command.edit' : 'session.command.new')}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
      }
    >
      <Stack>
        <OrdinalField
          label={t('session.number')}
          unit={t('session.numberUnit')}
          value={values.number}
          onChange={(number) => set('number', number)}
          autoFocus
          inputRef={number}
          hint={named ? shortName(values.number ?? 1) : undefined}
          error={draft.errorAt('number')}
        />
        <FieldGrid>
          <DateField
            label={t('session.startsOn')}
            value={values.startsOn}
            onChange={setStart}
            error={draft.errorAt('startsOn')}
          />
          <DateField
            label={t('session.endsOn')}
            value={values.endsOn}
            onChange={(day) => set('endsOn', day)}
            error={draft.errorAt('endsOn')}
          />
          <TextField
            label={t('session.place')}
            value={values.place}
            onChange={(place) => set('place', place)}
            error={draft.errorAt('place')}
          />
          <ChairField
            value={values.chairId}
            onChange={(chairId) => set('chairId', chairId)}
            error={draft.errorAt('chairId')}
          />
        </FieldGrid>
        <Checkbox
          label={t('session.extraordinary')}
          hint={t('session.extraordinaryHint')}
          checked={values.extraordinary}
          onChange={(checked) => set('extraordinary', checked)}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
