import { useState } from 'react'
import {
  guestKinds,
  type Guest,
  type GuestKind,
  type Guests,
} from '../../shared/contract/attendance.ts'
import type { SessionDetail, Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { Badge, Button, DataTable, EmptyState, Loaded } from '../ui/index.ts'
import { AddGuestsDialog, GuestDialog } from './GuestDialogs.tsx'

/** Who sits in and who observes, each with a number; P and X say who came. */
export const GuestsView = ({
  session,
  sitting,
  closed,
}: {
  session: SessionDetail
  sitting: Sitting
  closed: boolean
}) => {
  const guests = useKernelQuery('attendance.guests', { sittingId: sitting.id })
  return (
    <Loaded query={guests}>
      {(known) => <Lists guests={known} session={session} sitting={sitting} closed={closed} />}
    </Loaded>
  )
}

const useGuests = (guests: Guests, closed: boolean) => {
  const t = useT()
  const save = useKernelCommand('attendance.saveGuest')
  const remove = useKernelCommand('attendance.removeGuest')
  const [selected, setSelected] = useState<string | null>(null)
  const all = guestKinds.flatMap((kind) => guests[kind].guests)
  const chosen = all.find(({ id }) => id === selected) ?? null
  const free = !closed && chosen !== null && !save.pending && !remove.pending
  const come = (present: boolean) => () => {
    if (!chosen) return
    const { id, rev, name, post } = chosen
    const state = t(`attendance.state.${present ? 'present' : 'absent'}`)
    if (chosen.present === present) notify('plain', t('attendance.already', { name, state }))
    else void save.run({ id, rev, name, post, present })
  }
  const discard = () => {
    if (chosen) void remove.run({ id: chosen.id, rev: chosen.rev })
  }
  useAction('attendance.present', come(true), free)
  useAction('attendance.absent', come(false), free)
  useAction('attendance.remove', discard, free)
  return { chosen, selected, setSelected, come, discard, free }
}

const Lists = ({
  guests,
  session,
  sitting,
  closed,
}: {
  guests: Guests
  session: SessionDetail
  sitting: Sitting
  closed: boolean
}) => {
  const t = useT()
  const { chosen, selected, setSelected, come, discard, free } = useGuests(guests, closed)
  const [editing, setEditing] = useState<'new' | Guest | null>(null)
  useAction('attendance.add', () => setEditing('new'), !closed)
  useAction('attendance.edit', () => setEditing(chosen), free)
  return (
    <div className="attendance-guests">
      <div className="attendance-toolbar">
        <h2>{t('attendance.guest.title')}</h2>
        {closed ? null : (
          <>
            <Button icon="add" chord="N" onClick={() => setEditing('new')}>
              {t('attendance.guest.add')}
            </Button>
            <Button chord="P" disabled={!free} onClick={come(true)}>
              {t('attendance.command.present')}
            </Button>
            <Button chord="X" disabled={!free} onClick={come(false)}>
              {t('attendance.command.absent')}
            </Button>
            <Button icon="edit" chord="E" disabled={!free} onClick={() => setEditing(chosen)}>
              {t('common.edit')}
            </Button>
            <Button icon="remove" chord="Delete" disabled={!free} onClick={discard}>
              {t('common.remove')}
            </Button>
          </>
        )}
      </div>
      <div className="attendance-guest-lists">
        {guestKinds.map((kind) => (
          <GuestList
            key={kind}
            kind={kind}
            list={guests[kind]}
            selected={selected}
            onSelect={setSelected}
            onOpen={(guest) => {
              if (!closed) setEditing(guest)
            }}
          />
        ))}
      </div>
      {editing === 'new' ? (
        <AddGuestsDialog
          session={session}
          sitting={sitting}
          kind={chosen?.kind ?? 'sitIn'}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {editing !== null && editing !== 'new' ? (
        <GuestDialog guest={editing} onClose={() => setEditing(null)} />
      ) : null}
    </div>
  )
}

const GuestList = ({
  kind,
  list,
  selected,
  onSelect,
  onOpen,
}: {
  kind: GuestKind
  list: Guests[GuestKind]
  selected: string | null
  onSelect: (id: string) => void
  onOpen: (guest: Guest) => void
}) => {
  const t = useT()
  return (
    <section>
      <h2>
        {t(`attendance.guest.${kind}`)}
        <small>
          {t('attendance.guest.count', { expected: list.expected, present: list.present })}
        </small>
      </h2>
      <DataTable<Guest>
        label={t(`attendance.guest.${kind}`)}
        rows={list.guests}
        rowKey={({ id }) => id}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
        columns={[
          {
            key: 'number',
            header: t('attendance.guest.number'),
            width: '64px',
            align: 'end',
            cell: ({ number }) => number,
          },
          { key: 'name', header: t('attendance.guest.name'), cell: ({ name }) => <b>{name}</b> },
          { key: 'post', header: t('attendance.guest.post'), cell: ({ post }) => post },
          {
            key: 'present',
            header: t('attendance.guest.came'),
            width: '92px',
            cell: ({ present }) => (
              <Badge tone={present ? 'good' : 'bad'}>
                {t(`attendance.state.${present ? 'present' : 'absent'}`)}
              </Badge>
            ),
          },
        ]}
        empty={<EmptyState title={t(`attendance.guest.none.${kind}`)} />}
      />
    </section>
  )
}
