import { useRef, useState } from 'react'
import type { LedgerPerson, TenureShown } from '../../shared/contract/ledger.ts'
import { useAction } from '../lib/commands.ts'
import { shownMonth } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import {
  Button,
  DataTable,
  EmptyState,
  goToRow,
  Loaded,
  Row,
  SearchField,
  SplitLayout,
  type Column,
} from '../ui/index.ts'
import { originCell } from './columns.tsx'
import { Course } from './Course.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { PrintButton } from './PrintButton.tsx'
import { TenurePanel } from './TenurePanel.tsx'
import { UniteDialog } from './UniteDialog.tsx'
import { useLedger } from './useLedger.ts'
import { heldName, sinceText, untilText } from './words.ts'

/** One person's whole course: found by name or pinyin, drawn over the years, and as a table. */
export const PersonView = ({
  personId,
  onPerson,
}: {
  personId: string | null
  onPerson: (id: string) => void
}) => {
  const t = useT()
  const asked = personId !== null
  const course = useLedger('ledger.person', { personId: personId ?? '' }, asked)
  const [selected, setSelected] = useState<string | null>(null)
  const tenures = asked ? (course.data?.tenures ?? []) : []
  const current = tenures.find(({ id }) => id === selected) ?? tenures.at(-1) ?? null
  return (
    <SplitLayout
      leftWidth={248}
      rightWidth={304}
      left={<People selected={personId} onSelect={onPerson} />}
      right={<TenurePanel tenure={current} />}
    >
      {asked ? (
        <Loaded query={course}>
          {(person) => (
            <div className="ledger-person">
              <div className="ledger-bar">
                <h2>{person.name}</h2>
                <Row>
                  <EditButton key={`edit ${person.id}`} person={person} />
                  <UniteButton key={`unite ${person.id}`} person={person} />
                  {tenures.length > 0 ? <PrintButton /> : null}
                </Row>
              </div>
              <p className="ledger-known">{knownOf(person, t)}</p>
              {tenures.length === 0 ? (
                <EmptyState title={t('ledger.noCourse', { name: person.name })} />
              ) : (
                <>
                  <Course
                    name={person.name}
                    tenures={tenures}
                    selected={current?.id ?? null}
                    onSelect={setSelected}
                  />
                  <DataTable
                    label={t('ledger.courseOf', { name: person.name })}
                    columns={courseColumns(t)}
                    rows={tenures}
                    rowKey={({ id }) => id}
                    selected={current?.id ?? null}
                    onSelect={setSelected}
                  />
                </>
              )}
            </div>
          )}
        </Loaded>
      ) : (
        <EmptyState icon="people" title={t('ledger.choosePerson')}>
          {t('ledger.choosePersonHint')}
        </EmptyState>
      )}
    </SplitLayout>
  )
}

/** What tells a person from another of the same name, in one line. */
const knownOf = ({ sex, birth, nationality, deputy, note }: LedgerPerson, t: Say): string =>
  [
    sex === null ? '' : t(`common.sex.${sex}`),
    birth === null
      ? t('ledger.unite.bornUnknown')
      : t('ledger.unite.born', { month: shownMonth(birth) }),
    nationality ?? '',
    deputy === true ? t('ledger.isDeputy') : '',
    note,
  ]
    .filter((text) => text !== '')
    .join(t('ledger.dot'))

const EditButton = ({ person }: { person: LedgerPerson }) => {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const begin = () => setEditing(true)
  useAction('ledger.editOrgan', begin)
  return (
    <>
      <Button size="s" icon="edit" chord="Shift+E" onClick={begin}>
        {t('ledger.personEdit')}
      </Button>
      {editing ? <PersonDialog person={person} onClose={() => setEditing(false)} /> : null}
    </>
  )
}

/** Leads to making one of two entries; says where others bear the same name and may be the same. */
const UniteButton = ({ person }: { person: { id: string; name: string } }) => {
  const t = useT()
  const [uniting, setUniting] = useState(false)
  const like = useLedger('ledger.peopleLike', { personId: person.id })
  const doubles = (like.data ?? []).filter(({ contradicts }) => !contradicts).length
  const begin = () => setUniting(true)
  useAction('ledger.unite', begin)
  return (
    <>
      {doubles > 0 ? (
        <button type="button" className="ledger-link" onClick={begin}>
          {t('ledger.unite.more', { count: doubles })}
        </button>
      ) : null}
      <Button size="s" chord="Shift+C" onClick={begin}>
        {t('ledger.unite.do')}
      </Button>
      {uniting ? <UniteDialog person={person} onClose={() => setUniting(false)} /> : null}
    </>
  )
}

type Found = { id: string; name: string; posts: string[] }

const People = ({
  selected,
  onSelect,
}: {
  selected: string | null
  onSelect: (id: string) => void
}) => {
  const t = useT()
  const search = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const found = useLedger('ledger.findPerson', { text: text.trim() })
  const people = found.data ?? []
  useAction('ledger.find', () => search.current?.focus())
  const column: Column<Found> = {
    key: 'person',
    header: t('ledger.person'),
    cell: ({ name, posts }) => (
      <div className="ledger-found">
        <b>{name}</b>
        <small>{posts.length > 0 ? posts.join(t('common.comma')) : t('ledger.nothingNow')}</small>
      </div>
    ),
  }
  return (
    <div className="ledger-people">
      <SearchField
        label={t('ledger.findPerson')}
        value={text}
        onChange={setText}
        inputRef={search}
        onDown={() => people[0] && goToRow(people[0].id)}
      />
      <DataTable
        label={t('ledger.people')}
        columns={[column]}
        rows={people}
        rowKey={({ id }) => id}
        selected={selected}
        onSelect={onSelect}
        empty={
          <p className="ledger-hint">
            {t(text.trim() === '' ? 'ledger.typeToFind' : 'ledger.nobodyFound')}
          </p>
        }
      />
    </div>
  )
}

const courseColumns = (t: Say): Column<TenureShown>[] => [
  { key: 'post', header: t('ledger.post'), cell: heldName },
  {
    key: 'from',
    header: t('ledger.from'),
    width: '130px',
    cell: sinceText,
  },
  {
    key: 'to',
    header: t('ledger.to'),
    width: '130px',
    cell: untilText,
  },
  {
    key: 'reason',
    header: t('ledger.reason'),
    width: '110px',
    cell: ({ endReason }) => (endReason ? t(`ledger.endReason.${endReason}`) : ''),
  },
  {
    key: 'by',
    header: t('ledger.by'),
    width: '170px',
    cell: (tenure) => originCell(tenure.by, tenure),
  },
]
