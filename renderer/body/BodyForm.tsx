import { useState } from 'react'
import type { Body, Level } from '../../shared/contract/body.ts'
import { levels } from '../../shared/contract/body.ts'
import { checkSeats, seatsRange } from '../../shared/rules/seats.ts'
import { useAction } from '../lib/commands.ts'
import { isUnread } from '../lib/focus.ts'
import { formatNumeral } from '../lib/formats.ts'
import { useDraft } from '../lib/form.ts'
import { tell, useT, type Say } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  ConfirmDialog,
  DateField,
  FieldGrid,
  Finding,
  FormFailure,
  NumberField,
  OrdinalField,
  Row,
  Segmented,
  Stack,
  TextField,
} from '../ui/index.ts'

type Values = {
  name: string
  shortName: string
  level: Level
  number: number | null
  seats: number | null
  startsOn: string | null
}

const valuesOf = (body: Body | null): Values => ({
  name: body?.name ?? '',
  shortName: body?.shortName ?? '',
  level: body?.level ?? 'county',
  number: body?.term.number ?? null,
  seats: body?.term.seats ?? null,
  startsOn: body?.term.startsOn ?? null,
})

/** The body and its current term. `body` null sets it up. */
export const BodyForm = ({ body, label }: { body: Body | null; label: string }) => {
  const t = useT()
  const draft = useDraft(valuesOf(body))
  const { values, set, errorAt } = draft
  const save = useKernelCommand('body.save', { inline: true })
  const seats = values.seats === null ? null : checkSeats(values.level, values.seats)
  const [asking, setAsking] = useState(false)
  const isNewTerm = body !== null && values.number !== null && values.number > body.term.number
  const submit = () => (isNewTerm ? setAsking(true) : void store())
  const store = async () => {
    setAsking(false)
    const { number, seats: count, startsOn, ...rest } = values
    const reply = await save.run({
      ...rest,
      rev: body?.rev ?? 0,
      // Empty fields go as they are: the kernel names each of them.
      term: { number, seats: count, startsOn } as {
        number: number
        seats: number
        startsOn: string
      },
    })
    draft.take(reply.ok ? null : reply.error)
    if (reply.ok) {
      draft.reset(valuesOf(reply.value))
      notify('good', t('body.saved'))
    }
  }
  useAction('body.save', submit)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isUnread(event.currentTarget)) submit()
      }}
    >
      <Stack>
        <TextField
          label={t('body.name')}
          hint={t('body.nameHint')}
          value={values.name}
          onChange={(name) => set('name', name)}
          error={errorAt('name')}
          autoFocus={body === null}
        />
        <FieldGrid>
          <TextField
            label={t('body.shortName')}
            hint={t('body.shortNameHint')}
            value={values.shortName}
            onChange={(shortName) => set('shortName', shortName)}
            error={errorAt('shortName')}
          />
          <Segmented
            label={t('body.level')}
            value={values.level}
            options={levels.map((level) => ({ value: level, label: t(`common.level.${level}`) }))}
            onChange={(level) => set('level', level)}
            showLabel
          />
        </FieldGrid>
        <FieldGrid columns={3}>
          <OrdinalField
            label={t('body.term')}
            unit={t('body.termUnit')}
            hint={t('body.termHint')}
            value={values.number}
            onChange={(number) => set('number', number)}
            error={errorAt('term.number')}
          />
          <DateField
            label={t('body.startsOn')}
            hint={t('body.startsOnHint')}
            value={values.startsOn}
            onChange={(startsOn) => set('startsOn', startsOn)}
            error={errorAt('term.startsOn')}
          />
          <NumberField
            label={t('body.seats')}
            hint={t('body.seatsHint', seatsRange[values.level])}
            value={values.seats}
            onChange={(count) => set('seats', count)}
            error={
              errorAt('term.seats') ?? (seats?.state === 'error' ? tell(seats.message) : undefined)
            }
          />
        </FieldGrid>
        {seats?.state === 'warning' ? <Finding tone="warn">{tell(seats.message)}</Finding> : null}
        {body && isNewTerm ? (
          <Finding tone="warn">{newTermText(t, body, values.number)}</Finding>
        ) : null}
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
        <Row>
          <Button
            type="submit"
            tone="primary"
            pending={save.pending}
            chord={body ? 'Mod+S' : undefined}
          >
            {label}
          </Button>
        </Row>
      </Stack>
      <ConfirmDialog
        open={asking && isNewTerm}
        title={t('body.newTermTitle')}
        confirm={t('body.newTermConfirm')}
        danger
        onConfirm={() => void store()}
        onClose={() => setAsking(false)}
      >
        {body ? newTermText(t, body, values.number) : ''}
      </ConfirmDialog>
    </form>
  )
}

const newTermText = (t: Say, body: Body, number: number | null): string =>
  t('body.newTerm', {
    from: formatNumeral(body.term.number),
    to: formatNumeral(number ?? body.term.number),
  })
