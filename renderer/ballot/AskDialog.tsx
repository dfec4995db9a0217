import { useState } from 'react'
import { motions, questionKinds, type VoteMethod } from '../../shared/contract/ballot.ts'
import type { Item } from '../../shared/contract/session.ts'
import { questionKindOfItem, questionTitleOfItem } from '../../shared/rules/item-question.ts'
import { useMethodAllowance } from '../lib/allowance.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { choose } from '../lib/place.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'
import { AskMore, type AskValues } from './AskMore.tsx'
import { methodsFor } from './ladder.ts'
import { closeDialog } from './state.ts'

const byBody = 'body'

/** What belongs to the kind alone: nothing typed for another kind is sent. */
const moreOf = ({ kind, motion, amendsId, proposedOn, signatories }: AskValues) => {
  if (kind === 'amendment') return { amendsId, proposedOn, signatories }
  if (kind !== 'procedural') return {}
  return motion === 'inquiry-unsatisfied' ? { motion, signatories } : { motion }
}

/** Puts a question on an item. The method is the body's own for the kind unless another lawful one is chosen. */
export const AskDialog = ({ item }: { item: Item }) => {
  const t = useT()
  const ask = useKernelCommand('ballot.ask', { inline: true })
  const allow = useMethodAllowance()
  const draft = useDraft<AskValues>({
    title: questionTitleOfItem(item.title),
    kind: questionKindOfItem(item.kind) ?? 'bill',
    motion: null,
    amendsId: null,
    proposedOn: null,
    signatories: null,
  })
  const [method, setMethod] = useState<VoteMethod | typeof byBody>(byBody)
  const { title, kind, motion } = draft.values
  const submit = async () => {
    const reply = await ask.run({
      itemId: item.id,
      kind,
      title,
      ...moreOf(draft.values),
      ...(method === byBody ? {} : { method }),
    })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    choose({ itemId: item.id, questionId: reply.value.id })
    closeDialog()
  }
  return (
    <Dialog
      open
      title={t('ballot.askTitle')}
      onClose={closeDialog}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('ballot.askConfirm')}
          onCancel={closeDialog}
          pending={ask.pending}
          disabled={title.trim() === ''}
        />
      }
    >
      <Stack>
        <Note>{t('ballot.askOn', { title: item.title })}</Note>
        <TextField
          label={t('ballot.questionTitle')}
          value={title}
          onChange={(value) => draft.set('title', value)}
          error={draft.errorAt('title')}
          required
          autoFocus
          proposed
        />
        <FieldGrid>
          <Select
            label={t('ballot.questionKind')}
            value={kind}
            options={questionKinds.map((value) => ({ value, label: t(`ballot.kind.${value}`) }))}
            onChange={(value) => {
              draft.set('kind', value)
              setMethod(byBody)
            }}
          />
          <Select
            label={t('ballot.method')}
            value={method}
            options={[
              { value: byBody, label: t('ballot.methodByBody') },
              ...methodsFor(kind, allow).map((value) => ({
                value,
                label: t(`verdict.method.${value}`),
              })),
            ]}
            onChange={setMethod}
          />
        </FieldGrid>
        {kind === 'procedural' ? (
          <Select
            label={t('ballot.motion')}
            value={motion}
            clearable
            options={motions.map((value) => ({ value, label: t(`rules.value.${value}`) }))}
            onChange={(value) => draft.set('motion', value)}
          />
        ) : null}
        <AskMore item={item} draft={draft} />
        {ask.failure?.fields ? null : <FormFailure failure={ask.failure} />}
      </Stack>
    </Dialog>
  )
}
