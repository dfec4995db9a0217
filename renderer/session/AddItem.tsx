import { useState, type ClipboardEvent, type RefObject } from 'react'
import { itemKinds, type ItemKind } from '../../shared/contract/session.ts'
import {
  itemKindOf,
  readAgendaLine,
  readAgendaLines,
  type AgendaLine,
} from '../../shared/papers/agenda-lines.ts'
import { useT } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import { Button, Select, TextField } from '../ui/index.ts'

/** Types item after item: Enter adds one and the field is ready for the next. Pasted lines become an item each. */
export const AddItem = ({
  inputRef,
  pending,
  onAdd,
}: {
  inputRef: RefObject<HTMLInputElement | null>
  pending: boolean
  onAdd: (lines: readonly AgendaLine[]) => Promise<boolean>
}) => {
  const t = useT()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<ItemKind | 'auto'>('auto')
  const judged = title.trim() === '' ? null : itemKindOf(readAgendaLine(title).title)
  const addOne = async () => {
    const line = readAgendaLine(title)
    if (line.title === '' || pending) return
    const added = await onAdd([{ ...line, kind: kind === 'auto' ? line.kind : kind }])
    if (added) setTitle('')
    inputRef.current?.focus()
  }
  const paste = async (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const lines = readAgendaLines(text)
    if (lines.length < 2) return
    event.preventDefault()
    if (await onAdd(lines)) notify('good', t('session.pasted', { count: lines.length }))
  }
  return (
    <form
      className="session-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void addOne()
      }}
      onPaste={(event) => void paste(event)}
    >
      <TextField
        label={t('session.newItem')}
        hideLabel
        placeholder={t('session.newItemHint')}
        value={title}
        onChange={setTitle}
        inputRef={inputRef}
      />
      <Select<ItemKind | 'auto'>
        label={t('session.itemKindLabel')}
        hideLabel
        value={kind}
        options={[
          {
            value: 'auto',
            label: judged
              ? t('session.judged', { kind: t(`session.itemKind.${judged}`) })
              : t('session.auto'),
          },
          ...itemKinds.map((one) => ({ value: one, label: t(`session.itemKind.${one}`) })),
        ]}
        onChange={setKind}
      />
      <Button
        type="submit"
        icon="add"
        chord="Enter"
        disabled={title.trim() === ''}
        pending={pending}
      >
        {t('common.add')}
      </Button>
    </form>
  )
}
