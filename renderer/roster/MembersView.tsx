import { useRef, useState } from 'react'
import type { Member, Membership } from '../../shared/contract/roster.ts'
import { matchesName } from '../../shared/rules/pinyin.ts'
import { callKernel } from '../lib/client.ts'
import { useAction } from '../lib/commands.ts'
import { now } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery, wholeSentence } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  BigNumber,
  DateField,
  EmptyState,
  goToRow,
  Finding,
  Loaded,
  SearchField,
  Tabs,
} from '../ui/index.ts'
import { MemberDialog } from './MemberDialog.tsx'
import { MemberTable } from './MemberTable.tsx'
import { placingsFor, type Placing } from './order.ts'

type View = 'serving' | 'former'

/** Members in office at a moment, or those who left, narrowed by what is typed. */
export const MembersView = ({ adding, onAdded }: { adding: boolean; onAdded: () => void }) => {
  const [day, setDay] = useState<string | null>(null)
  const at = day === null ? {} : { at: `${day}T23:59:59` }
  const membership = useKernelQuery('roster.membership', at, { keepPrevious: true })
  const members = useKernelQuery('roster.members', {})
  return (
    <Loaded query={membership}>
      {(serving) => (
        <Loaded query={members}>
          {(all) => (
            <Members
              serving={serving}
              all={all}
              day={day}
              onDay={setDay}
              adding={adding}
              onAdded={onAdded}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

const Members = ({
  serving,
  all,
  day,
  onDay,
  adding,
  onAdded,
}: {
  serving: Membership
  all: readonly Member[]
  day: string | null
  onDay: (day: string | null) => void
  adding: boolean
  onAdded: () => void
}) => {
  const t = useT()
  const search = useRef<HTMLInputElement>(null)
  const [view, setView] = useState<View>('serving')
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const [editing, setEditing] = useState<Member | null>(null)
  const former = all.filter(({ endsAt }) => endsAt !== null && endsAt < now())
  const listed = view === 'serving' ? serving.members : former
  const shown = text.trim() === '' ? listed : listed.filter(({ name }) => matchesName(name, text))
  const current = shown.find(({ id }) => id === selected) ?? null
  const moving = useRef(false)
  const move = async (member: Member | null, by: -1 | 1) => {
    if (moving.current) return
    moving.current = true
    await place(member ? placingsFor(listed, member.id, by) : [])
    moving.current = false
  }
  const canMove = current !== null && view === 'serving' && day === null
  useAction('roster.find', () => search.current?.focus())
  useAction('roster.edit', () => setEditing(current), current !== null)
  useAction('roster.up', () => void move(current, -1), canMove)
  useAction('roster.down', () => void move(current, 1), canMove)
  return (
    <>
      <Counts membership={serving} day={day} onDay={onDay} />
      <div className="roster-bar">
        <Tabs<View>
          label={t('roster.title')}
          value={view}
          options={[
            { value: 'serving', label: t('roster.tab.serving', { count: serving.inOffice }) },
            { value: 'former', label: t('roster.tab.former', { count: former.length }) },
          ]}
          onChange={setView}
        />
        <SearchField
          label={t('roster.search')}
          value={text}
          onChange={setText}
          inputRef={search}
          onDown={() => shown[0] && goToRow(shown[0].id)}
        />
      </div>
      <MemberTable
        label={t('roster.title')}
        members={shown}
        positions={new Map(listed.map(({ id }, index) => [id, index + 1]))}
        former={view === 'former'}
        selected={selected}
        onSelect={setSelected}
        onOpen={setEditing}
        empty={<Nobody view={view} text={text} />}
      />
      {editing || adding ? (
        <MemberDialog
          key={editing?.id ?? 'new'}
          member={editing}
          onClose={() => {
            setEditing(null)
            onAdded()
          }}
        />
      ) : null}
    </>
  )
}

/** Stores the places in one step; a refusal is told. */
const place = async (placings: readonly Placing[]): Promise<void> => {
  if (placings.length === 0) return
  const places = placings.map(({ member: { id, rev }, place: manual }) => ({
    id,
    rev,
    place: manual,
  }))
  const reply = await callKernel('roster.placeMembers', { places })
  if (!reply.ok) notify('bad', wholeSentence(reply.error))
}

const Nobody = ({ view, text }: { view: View; text: string }) => {
  const t = useT()
  if (text !== '') return <EmptyState title={t('roster.noMatch', { text })} />
  if (view === 'former') return <EmptyState title={t('roster.emptyFormer')} />
  return (
    <EmptyState icon="people" title={t('roster.empty')}>
      {t('roster.emptyHint')}
    </EmptyState>
  )
}

const Counts = ({
  membership: { seats, inOffice, vacancies },
  day,
  onDay,
}: {
  membership: Membership
  day: string | null
  onDay: (day: string | null) => void
}) => {
  const t = useT()
  const over = inOffice - seats
  return (
    <div className="roster-counts">
      <BigNumber label={t('roster.seats')} value={seats} />
      <BigNumber label={t('roster.inOffice')} value={inOffice} tone={over > 0 ? 'warn' : 'plain'} />
      <BigNumber label={t('roster.vacancies')} value={vacancies} />
      <DateField
        label={t('roster.asOf')}
        placeholder={t('roster.asOfNow')}
        value={day}
        onChange={onDay}
      />
      {over > 0 ? <Finding tone="warn">{t('roster.overSeats', { over })}</Finding> : null}
    </div>
  )
}
