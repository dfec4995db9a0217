import { organKinds, type Organ, type OrganKind } from '../../shared/contract/ledger.ts'
import { today } from '../lib/formats.ts'
import { useDraft, useOpened } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'
import { MannerField } from './MannerField.tsx'
import { isEnd, type Manner } from './versioning.ts'
import { versionAt } from './words.ts'

type Values = {
  manner: Manner
  fromOn: string | null
  kind: OrganKind
  name: string
  shortName: string
  note: string
}

/** Adds an organ; or puts one right, renames it from a day on, or ends it. */
export const OrganDialog = ({
  organ: shown,
  onSaved,
  onClose,
}: {
  organ: Organ | null
  onSaved: (id: string) => void
  onClose: () => void
}) => {
  const t = useT()
  const organ = useOpened(shown)
  const body = useKernelQuery('body.get', {})
  const version = organ ? versionAt(organ.versions, today()) : undefined
  const draft = useDraft<Values>({
    manner: 'mend',
    fromOn: version?.fromOn ?? body.data?.term.startsOn ?? null,
    kind: organ?.kind ?? 'government',
    name: version?.name ?? '',
    shortName: version?.shortName ?? '',
    note: version?.note ?? '',
  })
  const save = useKernelCommand('ledger.saveOrgan', { inline: true })
  const { manner, fromOn, ...rest } = draft.values
  const submit = async () => {
    const known = organ ? { id: organ.id, rev: organ.rev } : { rev: 0 }
    const abolished = isEnd(manner, version)
    const reply = await save.run({ ...known, ...rest, fromOn: fromOn ?? '', abolished })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('ledger.saved', { name: rest.name }))
    onSaved(reply.value.id)
    onClose()
  }
  const { values, set, errorAt } = draft
  return (
    <Dialog
      open
      title={t(organ ? 'ledger.editOrgan' : 'ledger.addOrgan')}
      width={620}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
      }
    >
      <Stack>
        <FieldGrid>
          <TextField
            label={t('ledger.organName')}
            value={values.name}
            onChange={(name) => set('name', name)}
            error={errorAt('name')}
            required
            autoFocus
          />
          <TextField
            label={t('ledger.shortName')}
            hint={t('ledger.shortNameHint')}
            value={values.shortName}
            onChange={(name) => set('shortName', name)}
            error={errorAt('shortName')}
          />
        </FieldGrid>
        <Select
          label={t('ledger.kind')}
          value={values.kind}
          options={organKinds.map((kind) => ({
            value: kind,
            label: t(`ledger.organKind.${kind}`),
          }))}
          onChange={(kind) => set('kind', kind)}
          error={errorAt('kind')}
        />
        <MannerField
          current={version?.fromOn ?? null}
          manner={manner}
          fromOn={fromOn}
          error={errorAt('fromOn')}
          onChange={(next, day) => {
            set('manner', next)
            set('fromOn', day)
          }}
        />
        <TextField
          label={t('ledger.basis')}
          hint={t('ledger.basisHint')}
          value={values.note}
          onChange={(note) => set('note', note)}
          error={errorAt('note')}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
