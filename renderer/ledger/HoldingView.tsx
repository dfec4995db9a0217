import { useRef, useState } from 'react'
import type { Organ, PostOn, TenureShown } from '../../shared/contract/ledger.ts'
import { useAction } from '../lib/commands.ts'
import { formatDay, today } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import {
  DateField,
  EmptyState,
  goToRow,
  Loaded,
  SearchField,
  Segmented,
  SplitLayout,
  VirtualTable,
} from '../ui/index.ts'
import { holdingColumns } from './columns.tsx'
import { countByOrgan, linesOf, narrow, NO_ORGAN, type Line } from './lines.ts'
import { OrganList, organsOn, type OrganChoice } from './OrganList.tsx'
import { TenurePanel } from './TenurePanel.tsx'
import { useLedger } from './useLedger.ts'

const whiches = ['all', 'held', 'vacant'] as const
type Which = (typeof whiches)[number]

const isOf = ({ tenure }: Line, which: Which): boolean =>
  which === 'all' || (which === 'held') === (tenure !== null)

/** Who holds which post at the close of a day, and which posts nobody holds. */
export const HoldingView = ({ onPerson }: { onPerson: (personId: string) => void }) => {
  const [day, setDay] = useState<string | null>(null)
  const on = day ?? today()
  const catalogue = useLedger('ledger.catalogue', {})
  const posts = useLedger('ledger.posts', { on })
  const tenures = useLedger('ledger.asOf', { on })
  return (
    <Loaded query={catalogue}>
      {({ organs }) => (
        <Loaded query={posts}>
          {(inForce) => (
            <Loaded query={tenures}>
              {(held) => (
                <Holding
                  organs={organs}
                  posts={inForce}
                  tenures={held}
                  day={day}
                  on={on}
                  onDay={setDay}
                  onPerson={onPerson}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

const Holding = ({
  organs,
  posts,
  tenures,
  day,
  on,
  onDay,
  onPerson,
}: {
  organs: readonly Organ[]
  posts: readonly PostOn[]
  tenures: readonly TenureShown[]
  day: string | null
  on: string
  onDay: (day: string | null) => void
  onPerson: (personId: string) => void
}) => {
  const t = useT()
  const bar = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [organId, setOrganId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const [selected, setSelected] = useState<string | null>(null)
  const all = linesOf(posts, tenures)
  const inOrgan = organId === null ? all : all.filter((line) => (line.organId ?? '') === organId)
  const found = narrow(inOrgan, text)
  const shown = found.filter((one) => isOf(one, which))
  const line = shown.find(({ key }) => key === selected) ?? null
  const toCourse = ({ tenure }: Line) => tenure && onPerson(tenure.personId)
  useAction('ledger.find', () => search.current?.focus())
  useAction('ledger.day', () => bar.current?.querySelector('input')?.focus())
  useAction('ledger.open', () => line && toCourse(line), Boolean(line?.tenure))
  return (
    <SplitLayout
      leftWidth={224}
      rightWidth={304}
      left={
        <OrganList
          label={t('ledger.organs')}
          choices={choicesOf(organs, all, on, t('ledger.allOrgans'), (key) =>
            key === NO_ORGAN ? t('ledger.noOrgan') : t(`ledger.organKind.${key as Organ['kind']}`),
          )}
          selected={organId}
          onSelect={setOrganId}
        />
      }
      right={<TenurePanel tenure={line?.tenure ?? null} vacancy={line} onPerson={onPerson} />}
    >
      <div className="ledger-list">
        <div className="ledger-bar" ref={bar}>
          <DateField
            label={t('ledger.asOf')}
            hideLabel
            placeholder={t('ledger.asOfToday', { day: formatDay(on) })}
            value={day}
            onChange={onDay}
          />
          <SearchField
            label={t('ledger.search')}
            value={text}
            onChange={setText}
            inputRef={search}
            onDown={() => shown[0] && goToRow(shown[0].key)}
          />
          <Segmented<Which>
            label={t('ledger.which')}
            value={which}
            options={whiches.map((one) => ({
              value: one,
              label: t(`ledger.whichName.${one}`, {
                count: found.filter((line) => isOf(line, one)).length,
              }),
            }))}
            onChange={setWhich}
          />
        </div>
        <VirtualTable
          label={t('ledger.holdingOn', { day: formatDay(on) })}
          columns={holdingColumns(t)}
          rows={shown}
          rowKey={({ key }) => key}
          selected={selected}
          onSelect={setSelected}
          onOpen={toCourse}
          rowTone={({ tenure }) => (tenure ? undefined : 'vacant')}
          empty={<Nothing text={text} bare={posts.length === 0 && tenures.length === 0} />}
        />
      </div>
    </SplitLayout>
  )
}

const Nothing = ({ text, bare }: { text: string; bare: boolean }) => {
  const t = useT()
  if (text !== '') return <EmptyState title={t('ledger.noMatch', { text })} />
  if (!bare) return <EmptyState title={t('ledger.nobodyHere')} />
  return (
    <EmptyState icon="book" title={t('ledger.empty')}>
      {t('ledger.emptyHint')}
    </EmptyState>
  )
}

/** All organs first, then those that hold posts on the day, then what is tied to none. */
const choicesOf = (
  organs: readonly Organ[],
  lines: readonly Line[],
  day: string,
  allName: string,
  groupName: (kind: string) => string,
): OrganChoice[] => {
  const counts = countByOrgan(lines)
  const noteOf = (id: string) => {
    const { held, vacant } = counts.get(id) ?? { held: 0, vacant: 0 }
    return vacant > 0 ? `${held} / ${held + vacant}` : String(held)
  }
  const known = organsOn(organs, day, groupName).filter(({ id }) => counts.has(id))
  const none = counts.has(NO_ORGAN)
    ? [{ id: NO_ORGAN, name: groupName(NO_ORGAN), group: '', note: noteOf(NO_ORGAN) }]
    : []
  return [
    { id: null, name: allName, group: '', note: String(lines.filter((one) => one.tenure).length) },
    ...known.map(({ abolished: _gone, ...organ }) => ({ ...organ, note: noteOf(organ.id) })),
    ...none,
  ]
}
