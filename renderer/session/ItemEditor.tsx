import { useEffect, useRef, type RefObject } from 'react'
import {
  itemKinds,
  settableItemStates,
  type Item,
  type ItemKind,
  type ItemState,
} from '../../shared/contract/session.ts'
import { callKernel, type InputAt } from '../lib/client.ts'
import { useWithdrawCondition } from '../lib/allowance.ts'
import { useAction } from '../lib/commands.ts'
import { useDraft } from '../lib/form.ts'
import { formatNumeral } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, wholeSentence } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  Checkbox,
  Finding,
  FormFailure,
  Note,
  Panel,
  Select,
  Stack,
  TextArea,
} from '../ui/index.ts'
import { Signatures } from './Signatures.tsx'
import { signedDraft, signedInput, type SignedDraft } from './signed.ts'

type Values = { kind: ItemKind; title: string; written: boolean; note: string } & SignedDraft

const valuesOf = (item: Item): Values => {
  const { kind, title, written, note } = item
  return { kind, title, written, note, ...signedDraft(item) }
}

const inputOf = (item: Item, values: Values): InputAt<'session.saveItem'> => {
  const { id, rev, sessionId } = item
  const { kind, title, written, note } = values
  return { id, rev, sessionId, kind, title, written, note, ...signedInput(item, values) }
}

/** The chosen item: how far it has come, at once; its words and kind, when saved. */
export const ItemEditor = ({
  item,
  closed,
  formRef,
}: {
  item: Item
  closed: boolean
  /** Its first text area is the title. */
  formRef: RefObject<HTMLDivElement | null>
}) => {
  const t = useT()
  const save = useKernelCommand('session.saveItem', { inline: true })
  const setState = useKernelCommand('session.setItemState')
  const condition = useWithdrawCondition()
  const { id, rev } = item
  const draft = useDraft<Values>(valuesOf(item))
  const { values, set } = draft
  const submit = async () => {
    const reply = await save.run(inputOf(item, values))
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    draft.reset(valuesOf(reply.value))
    notify('good', t('common.saved'))
  }
  useKept(draft.dirty && !closed ? inputOf(item, values) : null)
  useAction('agenda.save', () => void submit(), !closed && draft.dirty)
  return (
    <div ref={formRef}>
      <Panel
        title={t('session.itemNth', { number: formatNumeral(item.position) })}
        onSubmit={() => void submit()}
      >
        <Stack>
          <Select<ItemState>
            label={t('session.itemStateLabel')}
            value={item.state}
            options={statesOf(item).map((one) => ({
              value: one,
              label: t(`session.itemState.${one}`),
            }))}
            onChange={(state) => {
              if (state !== 'declined') void setState.run({ id, rev, state })
            }}
            disabled={closed}
          />
          {item.state === 'withdrawn' ? <Note>{condition}</Note> : null}
          <TextArea
            label={t('session.itemTitle')}
            rows={4}
            value={values.title}
            onChange={(next) => set('title', next.replace(/[\r\n]+/gu, ''))}
            error={draft.errorAt('title')}
            disabled={closed}
          />
          <Select<ItemKind>
            label={t('session.itemKindLabel')}
            value={values.kind}
            options={itemKinds.map((one) => ({ value: one, label: t(`session.itemKind.${one}`) }))}
            onChange={(next) => set('kind', next)}
            disabled={closed}
          />
          <Checkbox
            label={t('session.written')}
            hint={t('session.writtenHint')}
            checked={values.written}
            onChange={(next) => set('written', next)}
            disabled={closed}
          />
          <TextArea
            label={t('common.note')}
            rows={2}
            value={values.note}
            onChange={(next) => set('note', next)}
            error={draft.errorAt('note')}
            disabled={closed}
          />
          <Signatures item={item} draft={draft} closed={closed} />
          {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
          {draft.dirty ? <Finding tone="warn">{t('session.unsaved')}</Finding> : null}
          {closed ? null : (
            <Button
              type="submit"
              tone="primary"
              wide
              chord="Mod+S"
              disabled={!draft.dirty}
              pending={save.pending}
            >
              {t('common.save')}
            </Button>
          )}
        </Stack>
      </Panel>
    </div>
  )
}

/** The states to choose from: «declined» is said with its reason, and shown only where it holds. */
const statesOf = ({ state }: Item): ItemState[] =>
  state === 'declined' ? [...settableItemStates, state] : settableItemStates

/** Saves what was typed when one goes on to another item or place without saving; a refusal is told. */
const useKept = (unsaved: InputAt<'session.saveItem'> | null): void => {
  const latest = useRef(unsaved)
  useEffect(() => {
    latest.current = unsaved
  })
  useEffect(
    () => () => {
      if (latest.current) void keep(latest.current)
    },
    [],
  )
}

const keep = async (input: InputAt<'session.saveItem'>): Promise<void> => {
  const reply = await callKernel('session.saveItem', input)
  // An item removed meanwhile has nothing left to keep.
  if (!reply.ok && reply.error.code !== 'not_found') notify('bad', wholeSentence(reply.error))
}
