import { useState } from 'react'
import type { LedgerPerson } from '../../shared/contract/ledger.ts'
import { monthOf } from '../../shared/rules/month.ts'
import { shownMonth } from '../lib/formats.ts'
import { useDraft, useOpened, type Draft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  Segmented,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../ui/index.ts'

type Values = Pick<LedgerPerson, 'name' | 'sex' | 'deputy' | 'note'> & {
  /** As typed; read on saving. */
  birth: string
  nationality: string
}

const valuesOf = ({ name, sex, birth, nationality, deputy, note }: LedgerPerson): Values => ({
  name,
  sex,
  birth: birth === null ? '' : shownMonth(birth),
  nationality: nationality ?? '',
  deputy,
  note,
})

/** The birth that was typed: untouched it stays as exact as it was stored; undefined where it cannot be read. */
const birthOf = (typed: string, stored: string | null): string | null | undefined => {
  const text = typed.trim()
  if (text === '') return null
  return stored !== null && text === shownMonth(stored) ? stored : (monthOf(text) ?? undefined)
}

/** Puts right what the ledger knows of a person. */
export const PersonDialog = ({
  person: shown,
  onClose,
}: {
  person: LedgerPerson
  onClose: () => void
}) => {
  const t = useT()
  const person = useOpened(shown)
  const draft = useDraft(valuesOf(person))
  const save = useKernelCommand('ledger.savePerson', { inline: true })
  const [unread, setUnread] = useState<string | null>(null)
  const { id, rev } = person
  const submit = async () => {
    const birth = birthOf(draft.values.birth, person.birth)
    setUnread(birth === undefined ? draft.values.birth.trim() : null)
    if (birth === undefined) return
    const reply = await save.run({ id, rev, ...draft.values, birth })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('ledger.personSaved', { name: reply.value.name }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('ledger.personTitle', { name: person.name })}
      width={640}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
      }
    >
      <Stack>
        <NameFields
          draft={draft}
          unread={unread === null ? undefined : t('ledger.birthUnread', { text: unread })}
        />
        <DeputyField draft={draft} />
        <TextArea
          label={t('common.note')}
          rows={2}
          value={draft.values.note}
          onChange={(note) => draft.set('note', note)}
          error={draft.errorAt('note')}
        />
        <Note>{t('ledger.personNote')}</Note>
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}

type Part = { draft: Draft<Values> }

const NameFields = ({
  draft: { values, set, errorAt },
  unread,
}: Part & { unread: string | undefined }) => {
  const t = useT()
  return (
    <FieldGrid columns={2}>
      <TextField
        label={t('ledger.unite.field.name')}
        value={values.name}
        onChange={(name) => set('name', name)}
        error={errorAt('name')}
        required
        autoFocus
      />
      <Select
        label={t('ledger.unite.field.sex')}
        value={values.sex}
        options={(['male', 'female'] as const).map((sex) => ({
          value: sex,
          label: t(`common.sex.${sex}`),
        }))}
        onChange={(sex) => set('sex', sex)}
        error={errorAt('sex')}
        clearable
      />
      <TextField
        label={t('ledger.unite.field.birth')}
        hint={t('ledger.birthHint')}
        value={values.birth}
        onChange={(birth) => set('birth', birth)}
        error={unread ?? errorAt('birth')}
      />
      <TextField
        label={t('ledger.unite.field.nationality')}
        value={values.nationality}
        onChange={(nationality) => set('nationality', nationality)}
        error={errorAt('nationality')}
      />
    </FieldGrid>
  )
}

const answers = ['unsaid', 'yes', 'no'] as const
const deputies: Record<(typeof answers)[number], boolean | null> = {
  unsaid: null,
  yes: true,
  no: false,
}

const DeputyField = ({ draft: { values, set } }: Part) => {
  const t = useT()
  const words = {
    unsaid: t('ledger.deputyUnsaid'),
    yes: t('ledger.unite.deputy.yes'),
    no: t('ledger.unite.deputy.no'),
  }
  return (
    <Segmented
      label={t('ledger.isDeputy')}
      showLabel
      value={answers.find((answer) => deputies[answer] === values.deputy) ?? 'unsaid'}
      options={answers.map((value) => ({ value, label: words[value] }))}
      onChange={(answer) => set('deputy', deputies[answer])}
    />
  )
}
