import './session.css'
import { useRef, useState } from 'react'
import type { Item, ItemState, SessionDetail } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatNumeral } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { choose, go, usePlace } from '../lib/place.ts'
import {
  Badge,
  ConfirmDialog,
  DragList,
  EmptyState,
  Loaded,
  Note,
  Screen,
  SplitLayout,
  type Tone,
} from '../ui/index.ts'
import { AddItem } from './AddItem.tsx'
import { useCurrent } from './current.ts'
import { ItemEditor } from './ItemEditor.tsx'
import { NoSession } from './NoSession.tsx'
import { useAgenda } from './useAgenda.ts'

/** The agenda of the session: typed or pasted in, put in order, and how far each item has come. */
export const AgendaScreen = () => {
  const current = useCurrent()
  return (
    <Loaded query={current}>
      {({ session }) =>
        session ? <AgendaView key={session.id} session={session} /> : <NoSession icon="list" />
      }
    </Loaded>
  )
}

const itemTone: Record<ItemState, Tone> = {
  pending: 'plain',
  current: 'seal',
  deliberated: 'good',
  decided: 'good',
  withdrawn: 'warn',
  deferred: 'warn',
  declined: 'warn',
}

const AgendaView = ({ session }: { session: SessionDetail }) => {
  const t = useT()
  const { items } = session
  const chosen = usePlace((state) => state.itemId)
  const agenda = useAgenda(session.id)
  const input = useRef<HTMLInputElement>(null)
  const editor = useRef<HTMLDivElement>(null)
  const editTitle = () => editor.current?.querySelector('textarea')?.focus()
  const [removing, setRemoving] = useState<Item | null>(null)
  const setState = useKernelCommand('session.setItemState')
  const closed = session.state === 'closed'
  const item = items.find(({ id }) => id === chosen) ?? null
  const at = item ? items.indexOf(item) : -1
  const shift = (by: 1 | -1) => () => {
    if (item && items[at + by]) agenda.move(item.id, at + by)
  }
  const mark = (state: Exclude<ItemState, 'declined'>) => () => {
    if (item) void setState.run({ id: item.id, rev: item.rev, state })
  }
  const free = item !== null && !closed
  useAction('agenda.add', () => input.current?.focus(), !closed)
  useAction('agenda.edit', editTitle, free)
  useAction('agenda.up', shift(-1), free)
  useAction('agenda.down', shift(1), free)
  useAction('agenda.current', mark('current'), free)
  useAction('agenda.deliberated', mark('deliberated'), free)
  useAction('agenda.defer', mark('deferred'), free)
  useAction('agenda.withdraw', mark('withdrawn'), free)
  useAction('agenda.remove', () => setRemoving(item), free)
  useAction('agenda.toBallot', () => go('ballot', { questionId: null }), item !== null)
  const done = items.filter(({ state }) => state !== 'pending' && state !== 'current').length
  return (
    <Screen
      flush
      title={t('session.agenda')}
      note={<span>{t('session.itemsDone', { count: items.length, done })}</span>}
    >
      <SplitLayout
        rightWidth={340}
        right={
          item ? (
            <ItemEditor key={item.id} item={item} closed={closed} formRef={editor} />
          ) : (
            <Note>{t('session.chooseItem')}</Note>
          )
        }
      >
        {closed ? (
          <Note>{t('session.closedNote')}</Note>
        ) : (
          <AddItem inputRef={input} pending={agenda.adding} onAdd={agenda.add} />
        )}
        {items.length === 0 ? (
          <EmptyState icon="list" title={t('session.noItems')}>
            {t('session.noItemsHint')}
          </EmptyState>
        ) : (
          <div className="session-items">
            <DragList
              label={t('session.agenda')}
              items={items}
              keyOf={({ id }) => id}
              selected={item?.id ?? null}
              onSelect={(id) => choose({ itemId: id, questionId: null })}
              onMove={agenda.move}
              onOpen={editTitle}
              disabled={closed}
            >
              {(one, index) => <ItemLine item={one} index={index} />}
            </DragList>
          </div>
        )}
      </SplitLayout>
      <RemoveItem item={removing} onClose={() => setRemoving(null)} />
    </Screen>
  )
}

const ItemLine = ({ item, index }: { item: Item; index: number }) => {
  const t = useT()
  return (
    <>
      <i className="session-ordinal">
        {t('session.ordinal', { number: formatNumeral(index + 1) })}
      </i>
      <span className="session-item-title">
        {item.title}
        {item.written ? t('session.writtenMark') : ''}
      </span>
      <small className="session-item-kind">{t(`session.itemKind.${item.kind}`)}</small>
      <span className="session-item-state">
        {item.state === 'pending' ? null : (
          <Badge tone={itemTone[item.state]}>{t(`session.itemState.${item.state}`)}</Badge>
        )}
      </span>
    </>
  )
}

const RemoveItem = ({ item, onClose }: { item: Item | null; onClose: () => void }) => {
  const t = useT()
  const remove = useKernelCommand('session.removeItem')
  const confirm = async () => {
    if (!item) return
    await remove.run({ id: item.id, rev: item.rev })
    onClose()
  }
  return (
    <ConfirmDialog
      open={item !== null}
      danger
      title={t('session.command.removeItem')}
      confirm={t('common.remove')}
      pending={remove.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('session.removeItemText', { title: item?.title ?? '' })}</p>
    </ConfirmDialog>
  )
}
