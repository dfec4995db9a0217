import { useState } from 'react'
import {
  motions,
  questionKinds,
  type Motion,
  type QuestionKind,
  type VoteMethod,
} from '../../shared/contract/ballot.ts'
import type { Item, ItemKind } from '../../shared/contract/session.ts'
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
import { methodsFor } from './ladder.ts'
import { closeDialog } from './state.ts'

/** The kind of question an item usually asks. */
const kindFor: Partial<Record<ItemKind, QuestionKind>> = {
  agenda: 'agenda',
  report: 'report',
  appointment: 'appointment',
  resignation: 'resignation',
  dismissal: 'dismissal',
  'supplementary-election': 'supplementary-election',
  procedural: 'procedural',
}

const byBody = 'body'

/** Puts a question on an item. The method is the body's own for the kind unless another lawful one is chosen. */
export const AskDialog = ({ item }: { item: Item }) => {
  const t = useT()
  const ask = useKernelCommand('ballot.ask', { inline: true })
  const draft = useDraft<{ title: string; kind: QuestionKind }>({
    title: item.title,
    kind: kindFor[item.kind] ?? 'bill',
  })
  const [method, setMethod] = useState<VoteMethod | typeof byBody>(byBody)
  const [motion, setMotion] = useState<Motion | null>(null)
  const { title, kind } = draft.values
  const submit = async () => {
    const reply = await ask.run({
      itemId: item.id,
      kind,
      title,
      motion: kind === 'procedural' ? motion : null,
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
              ...methodsFor(kind).map((value) => ({
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
            onChange={setMotion}
          />
        ) : null}
        {ask.failure?.fields ? null : <FormFailure failure={ask.failure} />}
      </Stack>
    </Dialog>
  )
}
