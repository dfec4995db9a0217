import { memo, useEffect, useRef } from 'react'
import type { ActPost, NominatorOffer } from '../../shared/contract/appointment.ts'
import { shownMonth } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Badge, IconButton, StateMark, Tooltip } from '../ui/index.ts'
import { severityTone } from './Findings.tsx'
import { certaintyTone } from './PostMatches.tsx'
import { GroupHead, RowNominator } from './ReviewNominator.tsx'
import { rowFaults, type Row, type RowCheck } from './review.ts'
import { useGroups } from './useGroups.ts'
import { doingKey, doingOf, doingOptions } from './verbs.ts'

/** Cells of a row. */
const columns = 8

type RowFields = Pick<Row, 'personName' | 'post' | 'reason'>

/** What was read, a person a row, every cell open to change. Plain inputs: a list may run to hundreds. */
export const ReviewTable = ({
  rows,
  nominationId,
  checks,
  offers,
  errors,
  onChange,
  onRemove,
}: {
  rows: readonly Row[]
  /** The one chosen for the list: its rows alone need no heading. */
  nominationId: string
  /** By the row's key. */
  checks: ReadonlyMap<string, RowCheck>
  offers: readonly NominatorOffer[]
  /** Field path («acts.2.post») → what the kernel said about it. */
  errors: Readonly<Record<string, string>>
  onChange: (key: string, change: Partial<Row>) => void
  onRemove: (key: string) => void
}) => {
  const t = useT()
  const { groups, hold } = useGroups(rows, checks, offers)
  const apart = groups.length > 1 || groups.some(({ key }) => key !== '' && key !== nominationId)
  const order = groups.flatMap((group) => group.rows.map(({ row }) => row.key)).join(' ')
  const focused = useRef<HTMLElement | null>(null)
  useEffect(() => {
    // A row that moved to another nominator's takes its focus along.
    if (document.activeElement === document.body && focused.current?.isConnected)
      focused.current.focus()
  }, [order])
  return (
    <table
      className="appointment-review"
      onFocusCapture={(event) => {
        focused.current = event.target
      }}
      {...hold}
    >
      <caption className="kit-hidden">{t('appointment.review')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('appointment.column.at')}</th>
          <th scope="col">{t('appointment.column.verb')}</th>
          <th scope="col">{t('appointment.column.person')}</th>
          <th scope="col">{t('appointment.column.post')}</th>
          <th scope="col">{t('appointment.column.reason')}</th>
          <th scope="col">{t('appointment.column.match')}</th>
          <th scope="col">{t('appointment.column.nominator')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {groups.flatMap((group) => [
          apart ? <GroupHead key={`head ${group.key}`} group={group} columns={columns} /> : null,
          ...group.rows.map(({ row, at }) => (
            <ReviewRow
              key={row.key}
              row={row}
              index={at}
              check={checks.get(row.key) ?? null}
              offers={offers}
              errors={errors}
              onChange={onChange}
              onRemove={onRemove}
            />
          )),
        ])}
      </tbody>
    </table>
  )
}

/** Drawn again only when it changes itself: the keys of one cell do not cost the whole list. */
const ReviewRow = memo(function ReviewRow({
  row,
  index,
  check,
  offers,
  errors,
  onChange,
  onRemove,
}: {
  row: Row
  index: number
  check: RowCheck | null
  offers: readonly NominatorOffer[]
  errors: Readonly<Record<string, string>>
  onChange: (key: string, change: Partial<Row>) => void
  onRemove: (key: string) => void
}) {
  const t = useT()
  const faults = rowFaults(row)
  const cell = (field: keyof RowFields, column: 'person' | 'post' | 'reason') => {
    const said = errors[`acts.${index}.${field}`]
    const missing = column !== 'reason' && faults.includes(column)
    return (
      <>
        <input
          aria-label={t('appointment.cell', {
            row: index + 1,
            column: t(`appointment.column.${column}`),
          })}
          aria-invalid={missing || said !== undefined || undefined}
          value={row[field]}
          onChange={(event) => onChange(row.key, { [field]: event.currentTarget.value })}
        />
        {said ? <small className="appointment-fault">{said}</small> : null}
      </>
    )
  }
  return (
    <>
      <tr data-key={row.key} data-tone={row.incomplete || faults.length > 0 ? 'warn' : undefined}>
        <th scope="row">{index + 1}</th>
        <td>
          <select
            aria-label={t('appointment.cell', {
              row: index + 1,
              column: t('appointment.column.verb'),
            })}
            aria-invalid={row.verb === '' || undefined}
            value={row.verb === '' ? '' : doingKey(row)}
            onChange={(event) => onChange(row.key, doingOf(event.currentTarget.value) ?? {})}
          >
            {row.verb === '' ? <option value="">{t('appointment.chooseDoing')}</option> : null}
            {doingOptions(row.verb === '' ? null : row).map((choice) => (
              <option key={doingKey(choice)} value={doingKey(choice)}>
                {choice.verb}
              </option>
            ))}
          </select>
        </td>
        <td>
          {cell('personName', 'person')}
          <PersonSaid row={row} />
          {row.incomplete ? <Badge tone="warn">{t('appointment.incomplete')}</Badge> : null}
        </td>
        <td>{cell('post', 'post')}</td>
        <td>{cell('reason', 'reason')}</td>
        <td>
          <RowMatch posts={check?.posts ?? []} />
        </td>
        <td>
          <RowNominator row={row} at={index} check={check} offers={offers} onChange={onChange} />
        </td>
        <td>
          <IconButton
            icon="close"
            label={t('appointment.dropRow', { row: index + 1 })}
            onClick={() => onRemove(row.key)}
          />
        </td>
      </tr>
      <RowNotes row={row} check={check} offers={offers} />
    </>
  )
})

/** What the paper says of the person, as it will be kept. */
const PersonSaid = ({ row: { person } }: { row: Row }) => {
  const t = useT()
  if (!person) return null
  const { sex, birth, nationality } = person
  const said = [sex && t(`common.sex.${sex}`), nationality, birth && shownMonth(birth)]
  return <small className="appointment-about">{said.filter(Boolean).join(t('common.comma'))}</small>
}

/** How sure the places of a row's posts in the catalogue are: the least sure speaks for all. */
const RowMatch = ({ posts }: { posts: readonly ActPost[] }) => {
  const t = useT()
  const least = (['none', 'likely', 'tied', 'exact'] as const).find((certainty) =>
    posts.some((post) => post.certainty === certainty),
  )
  if (!least) return null
  const likely = posts.flatMap(({ candidates }) => candidates.map(({ fullName }) => fullName))
  return (
    <Tooltip label={least === 'likely' ? likely.slice(0, 4).join(t('common.comma')) : ''}>
      <span>
        <Badge tone={certaintyTone[least]}>{t(`appointment.certainty.${least}`)}</Badge>
      </span>
    </Tooltip>
  )
}

/** What is to be looked at in a row: what the sheet said unclearly, what law and ledger say of it. */
const RowNotes = ({
  row,
  check,
  offers,
}: {
  row: Row
  check: RowCheck | null
  offers: readonly NominatorOffer[]
}) => {
  const t = useT()
  // A note is told where the row itself is to be changed for it.
  const grave = (check?.findings ?? []).filter(
    ({ code, severity }) => severity !== 'note' || code === 'verb',
  )
  const says = row.says ?? []
  const place = row.place ? null : check?.place
  const guess = place?.guessed ? offers.find(({ key }) => key === place.key)?.nominator : undefined
  if (grave.length + says.length === 0 && guess === undefined) return null
  return (
    <tr className="appointment-notes">
      <td />
      <td colSpan={columns - 1}>
        <ul>
          {guess === undefined ? null : (
            <li data-severity="warn">
              <StateMark tone="warn" label={t('appointment.severity.warn')} />
              {t('appointment.guessedNominator', { name: guess })}
            </li>
          )}
          {says.map((say) => (
            <li key={tell(say)} data-severity="warn">
              <StateMark tone="warn" label={t('appointment.severity.warn')} />
              {row.line === undefined ? '' : `${t('appointment.rowFromLine', { line: row.line })} `}
              {tell(say)}
            </li>
          ))}
          {grave.map((finding) => (
            <li key={`${finding.code} ${tell(finding.message)}`} data-severity={finding.severity}>
              <StateMark
                tone={severityTone[finding.severity]}
                label={t(`appointment.severity.${finding.severity}`)}
              />
              {tell(finding.message)} {tell(finding.wayOut)}
              {finding.article ? <cite>{finding.article}</cite> : null}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
