import { useState } from 'react'
import {
  nominatorKinds,
  type Nomination,
  type NominatorKind,
} from '../../shared/contract/appointment.ts'
import type { Item } from '../../shared/contract/session.ts'
import { nominatorKindOf } from '../../shared/rules/appointment/nominator-kind.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Button,
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'
import type { Board } from './useBoard.ts'

/** Kinds of items about persons, the likeliest first. */
const personal: readonly Item['kind'][] = [
  'appointment',
  'resignation',
  'dismissal',
  'supplementary-election',
]

/** The item on hand when it is about persons, else the likeliest such item, else the first of all. */
const likelyItem = (items: readonly Item[], itemId: string | null): string => {
  const onHand = items.find((item) => item.id === itemId && personal.includes(item.kind))
  const likely = personal.flatMap((kind) => items.filter((item) => item.kind === kind))
  return (onHand ?? likely[0] ?? items[0])?.id ?? ''
}

type Values = {
  nominator: string
  nominatorKind: NominatorKind
  itemId: string
  receivedOn: string | null
}

/** Adds a nomination, or changes who made it and on which item. */
export const NominationDialog = ({
  board,
  nomination,
  itemId,
  onSaved,
  onClose,
}: {
  board: Board
  nomination: Nomination | null
  itemId: string | null
  onSaved: (id: string) => void
  onClose: () => void
}) => {
  const t = useT()
  const save = useKernelCommand('appointment.saveNomination', { inline: true })
  const remove = useKernelCommand('appointment.removeNomination')
  const draft = useDraft<Values>({
    nominator: nomination?.nominator ?? '',
    nominatorKind: nomination?.nominatorKind ?? 'council',
    itemId: nomination?.itemId ?? likelyItem(board.session.items, itemId),
    receivedOn: nomination?.receivedOn ?? null,
  })
  const { nominator, nominatorKind, receivedOn } = draft.values
  // The kind follows what is typed until somebody chooses it.
  const [chosen, setChosen] = useState(false)
  const name = (value: string) => {
    draft.set('nominator', value)
    const kind = chosen ? undefined : nominatorKindOf(value)
    if (kind) draft.set('nominatorKind', kind)
  }
  const ready = nominator.trim() !== '' && draft.values.itemId !== ''
  const submit = async () => {
    const known = nomination ? { id: nomination.id, rev: nomination.rev } : { rev: 0 }
    const reply = await save.run({ ...known, ...draft.values })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    onSaved(reply.value.id)
    onClose()
  }
  const takeAway = async () => {
    if (!nomination) return
    const reply = await remove.run({ id: nomination.id, rev: nomination.rev })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t(nomination ? 'appointment.nominationTitle' : 'appointment.nominateTitle')}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          {nomination ? (
            <Button tone="danger" pending={remove.pending} onClick={() => void takeAway()}>
              {t('appointment.removeNomination')}
            </Button>
          ) : null}
          <DialogButtons
            confirm={t('common.save')}
            onCancel={onClose}
            pending={save.pending}
            disabled={!ready}
          />
        </>
      }
    >
      <Stack>
        <FieldGrid>
          <TextField
            label={t('appointment.nominator')}
            placeholder={t(`appointment.nominatorKind.${nominatorKind}`)}
            value={nominator}
            onChange={name}
            error={draft.errorAt('nominator')}
            required
            autoFocus
          />
          <Select
            label={t('appointment.nominatorKindLabel')}
            value={nominatorKind}
            options={nominatorKinds.map((value) => ({
              value,
              label: t(`appointment.nominatorKind.${value}`),
            }))}
            onChange={(value) => {
              setChosen(true)
              draft.set('nominatorKind', value)
            }}
          />
        </FieldGrid>
        <Select
          label={t('appointment.item')}
          hint={board.session.items.length === 0 ? t('appointment.noItems') : undefined}
          value={draft.values.itemId || null}
          options={board.session.items.map((item) => ({
            value: item.id,
            label: `${item.position}. ${item.title}`,
          }))}
          onChange={(value) => draft.set('itemId', value)}
          error={draft.errorAt('itemId')}
          required
        />
        <DateField
          label={t('appointment.receivedOn')}
          value={receivedOn}
          onChange={(value) => draft.set('receivedOn', value)}
          error={draft.errorAt('receivedOn')}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
