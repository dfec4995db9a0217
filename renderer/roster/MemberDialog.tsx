import { useState } from 'react'
import {
  leavingReasons,
  memberKinds,
  type LeavingReason,
  type Member,
  type MemberKind,
} from '../../shared/contract/roster.ts'
import { leavingNote } from '../../shared/rules/leaving.ts'
import { bareName } from '../../shared/rules/names.ts'
import { hasMemberKind } from '../../shared/rules/seats.ts'
import { useDraft, type Draft } from '../lib/form.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  ConfirmDialog,
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  Finding,
  FormFailure,
  NumberField,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../ui/index.ts'

type Values = {
  /** Who of those known bears the name; {@link SOMEONE_NEW}, or null while nobody was chosen. */
  who: string | null
  name: string
  sex: 'male' | 'female' | null
  nationality: string | null
  note: string
  kind: MemberKind
  rank: number | null
  orderOverride: number | null
  startsOn: string | null
  endsAt: string | null
  endReason: LeavingReason | null
}

const SOMEONE_NEW = 'new'

/** Those known who bear exactly the name typed; nobody while it is not a name yet. */
const useNamesakes = (typed: string, enabled: boolean) => {
  const name = bareName(typed)
  const found = useKernelQuery(
    'ledger.findPerson',
    { text: name },
    { topics: ['ledger', 'roster'], keepPrevious: true, enabled: enabled && [...name].length > 1 },
  )
  return enabled ? (found.data ?? []).filter((person) => person.name === name) : []
}

const valuesOf = (member: Member | null, startsOn: string | null): Values => ({
  who: null,
  name: member?.name ?? '',
  sex: member?.sex ?? null,
  nationality: member?.nationality ?? null,
  note: member?.note ?? '',
  kind: member?.kind ?? 'ordinary',
  rank: member?.rank ?? null,
  orderOverride: member?.orderOverride ?? null,
  startsOn: member?.startsOn ?? startsOn,
  endsAt: member?.endsAt ?? null,
  endReason: member?.endReason ?? null,
})

/** Adds or changes a member and the person behind it. */
export const MemberDialog = ({
  member,
  onClose,
}: {
  member: Member | null
  onClose: () => void
}) => {
  const t = useT()
  const body = useKernelQuery('body.get', {})
  const draft = useDraft(valuesOf(member, body.data?.term.startsOn ?? null))
  const save = useKernelCommand('roster.saveMember', { inline: true })
  const [removing, setRemoving] = useState(false)
  const namesakes = useNamesakes(draft.values.name, member === null)
  const [only, other] = namesakes
  const who = draft.values.who ?? (only && !other ? only.id : SOMEONE_NEW)
  const submit = async () => {
    const { startsOn, who: _, ...rest } = draft.values
    const person = namesakes.some(({ id }) => id === who) ? { personId: who } : {}
    const known = member ? { id: member.id, rev: member.rev } : { rev: 0, ...person }
    // An empty day goes as it is: the kernel names the field.
    const reply = await save.run({ ...known, ...rest, startsOn: startsOn ?? '' })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('roster.saved', { name: reply.value.name }))
    onClose()
  }
  return (
    <Dialog
      open
      title={member ? t('roster.edit') : t('roster.add')}
      width={680}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          {member ? (
            <Button tone="danger" icon="remove" onClick={() => setRemoving(true)}>
              {t('common.remove')}
            </Button>
          ) : null}
          <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
        </>
      }
    >
      <Stack>
        <PersonFields draft={draft} />
        {only ? (
          <Select
            label={t('roster.whichPerson')}
            hint={t('roster.whichPersonHint')}
            value={who}
            options={[
              ...namesakes.map(({ id, name, posts }) => ({
                value: id,
                label: [name, ...(posts.length > 0 ? posts : [t('ledger.nothingNow')])].join(
                  t('ledger.dot'),
                ),
              })),
              { value: SOMEONE_NEW, label: t('roster.someoneNew') },
            ]}
            onChange={(chosen) => draft.set('who', chosen)}
          />
        ) : null}
        <OfficeFields draft={draft} level={body.data?.level ?? 'city'} />
        <LeavingFields draft={draft} />
        <TextArea
          label={t('roster.note')}
          rows={2}
          value={draft.values.note}
          onChange={(note) => draft.set('note', note)}
          error={draft.errorAt('note')}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
      {member ? (
        <RemoveDialog
          member={member}
          open={removing}
          onClose={() => setRemoving(false)}
          onDone={onClose}
        />
      ) : null}
    </Dialog>
  )
}

type Part = { draft: Draft<Values> }

const PersonFields = ({ draft: { values, set, errorAt } }: Part) => {
  const t = useT()
  return (
    <FieldGrid columns={3}>
      <TextField
        label={t('roster.name')}
        value={values.name}
        onChange={(name) => {
          set('name', name)
          set('who', null)
        }}
        error={errorAt('name')}
        hint={t('roster.nameHint')}
        autoFocus
      />
      <Select
        label={t('roster.sex')}
        value={values.sex}
        options={(['male', 'female'] as const).map((sex) => ({
          value: sex,
          label: t(`common.sex.${sex}`),
        }))}
        onChange={(sex) => set('sex', sex)}
        clearable
      />
      <TextField
        label={t('roster.nationality')}
        value={values.nationality ?? ''}
        onChange={(text) => set('nationality', text === '' ? null : text)}
        error={errorAt('nationality')}
        hint={t('roster.nationalityHint')}
      />
    </FieldGrid>
  )
}

const OfficeFields = ({
  draft: { values, set, errorAt },
  level,
}: Part & { level: Parameters<typeof hasMemberKind>[0] }) => {
  const t = useT()
  return (
    <>
      <FieldGrid columns={2}>
        <Select
          label={t('roster.kind')}
          value={values.kind}
          options={memberKinds
            .filter((kind) => hasMemberKind(level, kind))
            .map((kind) => ({ value: kind, label: t(`common.kind.${kind}`) }))}
          onChange={(kind) => set('kind', kind)}
          error={errorAt('kind')}
        />
        <DateField
          label={t('roster.startsOn')}
          value={values.startsOn}
          onChange={(startsOn) => set('startsOn', startsOn)}
          error={errorAt('startsOn')}
        />
        <NumberField
          label={t('roster.rank')}
          value={values.rank}
          onChange={(rank) => set('rank', rank)}
          error={errorAt('rank')}
          hint={t('roster.rankHint')}
        />
        <NumberField
          label={t('roster.orderOverride')}
          value={values.orderOverride}
          onChange={(place) => set('orderOverride', place)}
          error={errorAt('orderOverride')}
          hint={t('roster.orderHint')}
        />
      </FieldGrid>
    </>
  )
}

const LeavingFields = ({ draft: { values, set, errorAt } }: Part) => {
  const t = useT()
  const note = values.endReason ? leavingNote(values.endReason) : undefined
  return (
    <>
      <FieldGrid columns={2}>
        <DateField
          label={t('roster.endsAt')}
          value={values.endsAt}
          onChange={(endsAt) => set('endsAt', endsAt)}
          error={errorAt('endsAt')}
          hint={t('roster.endHint')}
        />
        <Select
          label={t('roster.endReason')}
          value={values.endReason}
          options={leavingReasons.map((reason) => ({
            value: reason,
            label: t(`roster.reason.${reason}`),
          }))}
          onChange={(endReason) => set('endReason', endReason)}
          error={errorAt('endReason')}
          clearable
        />
      </FieldGrid>
      {note ? <Finding tone={note.confirm ? 'warn' : 'plain'}>{tell(note.message)}</Finding> : null}
    </>
  )
}

const RemoveDialog = ({
  member,
  open,
  onClose,
  onDone,
}: {
  member: Member
  open: boolean
  onClose: () => void
  onDone: () => void
}) => {
  const t = useT()
  const remove = useKernelCommand('roster.removeMember')
  const run = async () => {
    const reply = await remove.run({ id: member.id, rev: member.rev })
    onClose()
    if (!reply.ok) return
    notify('good', t('roster.removed', { name: member.name }))
    onDone()
  }
  return (
    <ConfirmDialog
      open={open}
      title={t('roster.removeTitle', { name: member.name })}
      confirm={t('common.remove')}
      danger
      pending={remove.pending}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {t('roster.removeText')}
    </ConfirmDialog>
  )
}
