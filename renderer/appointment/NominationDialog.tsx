import { useState } from 'react'
import {
  nominatorKinds,
  type Nomination,
  type NominatorKind,
} from '../../shared/contract/appointment.ts'
import type { Item } from '../../shared/contract/session.ts'
import { nominatorKindOf } from '../../shared/rules/appointment/nominator-kind.ts'
import { useDraft, useOpened } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { go } from '../lib/place.ts'
import {
  Button,
  ConfirmDialog,
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

type Props = {
  board: Board
  nomination: Nomination | null
  itemId: string | null
  onSaved: (id: string) => void
  onClose: () => void
}

/** Adds a nomination, or changes who made it and on which item. Without any item the way leads to the agenda first. */
export const NominationDialog = (props: Props) => {
  const t = useT()
  if (props.board.session.items.length > 0) return <Facts {...props} />
  return (
    <ConfirmDialog
      open
      title={t('appointment.nominateTitle')}
      confirm={t('appointment.toAgenda')}
      onConfirm={() => {
        props.onClose()
        go('agenda')
      }}
      onClose={props.onClose}
    >
      {t('appointment.noItems')}
    </ConfirmDialog>
  )
}

const Facts = ({ board, nomination: shown, itemId, onSaved, onClose }: Props) => {
  const t = useT()
  const nomination = useOpened(shown)
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
        <Proposers
          sessionId={board.session.id}
          onTake={({ nominator: by, nominatorKind: kind }) => {
            setChosen(true)
            draft.set('nominator', by)
            draft.set('nominatorKind', kind)
          }}
        />
        <Select
          label={t('appointment.item')}
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

/** Whoever may propose here, to be taken by one press. */
const Proposers = ({
  sessionId,
  onTake,
}: {
  sessionId: string
  onTake: (proposer: Pick<Nomination, 'nominator' | 'nominatorKind'>) => void
}) => {
  const t = useT()
  const topics = ['body', 'ledger', 'session'] as const
  const { data = [] } = useKernelQuery('appointment.proposers', { sessionId }, { topics })
  return (
    <div className="kit-row" role="group" aria-label={t('appointment.may')}>
      {data.map((proposer) => (
        <Button key={proposer.nominatorKind} size="s" onClick={() => onTake(proposer)}>
          {proposer.nominator}
        </Button>
      ))}
    </div>
  )
}
