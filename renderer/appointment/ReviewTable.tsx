import { memo } from 'react'
import type { ActPost } from '../../shared/contract/appointment.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Badge, IconButton, StateMark, Tooltip } from '../ui/index.ts'
import { severityTone } from './Findings.tsx'
import { certaintyTone } from './PostMatches.tsx'
import { rowFaults, type Row, type RowCheck } from './review.ts'
import { doingKey, doingOf, doingOptions } from './verbs.ts'

type RowFields = Pick<Row, 'personName' | 'post' | 'reason'>

/** What was read, a person a row, every cell open to change. Plain inputs: a list may run to hundreds. */
export const ReviewTable = ({
  rows,
  checks,
  errors,
  onChange,
  onRemove,
}: {
  rows: readonly Row[]
  /** By the row's key. */
  checks: ReadonlyMap<string, RowCheck>
  /** Field path («acts.2.post») → what the kernel said about it. */
  errors: Readonly<Record<string, string>>
  onChange: (key: string, change: Partial<Row>) => void
  onRemove: (key: string) => void
}) => {
  const t = useT()
  return (
    <table className="appointment-review">
      <caption className="kit-hidden">{t('appointment.review')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('appointment.column.at')}</th>
          <th scope="col">{t('appointment.column.verb')}</th>
          <th scope="col">{t('appointment.column.person')}</th>
          <th scope="col">{t('appointment.column.post')}</th>
          <th scope="col">{t('appointment.column.reason')}</th>
          <th scope="col">{t('appointment.column.match')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <ReviewRow
            key={row.key}
            row={row}
            index={index}
            check={checks.get(row.key) ?? null}
            errors={errors}
            onChange={onChange}
            onRemove={onRemove}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Drawn again only when it changes itself: the keys of one cell do not cost the whole list. */
const ReviewRow = memo(function ReviewRow({
  row,
  index,
  check,
  errors,
  onChange,
  onRemove,
}: {
  row: Row
  index: number
  check: RowCheck | null
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
            value={doingKey(row)}
            onChange={(event) => onChange(row.key, doingOf(event.currentTarget.value) ?? {})}
          >
            {doingOptions(row).map((choice) => (
              <option key={doingKey(choice)} value={doingKey(choice)}>
                {choice.verb}
              </option>
            ))}
          </select>
        </td>
        <td>
          {cell('personName', 'person')}
          {row.incomplete ? <Badge tone="warn">{t('appointment.incomplete')}</Badge> : null}
        </td>
        <td>{cell('post', 'post')}</td>
        <td>{cell('reason', 'reason')}</td>
        <td>
          <RowMatch posts={check?.posts ?? []} />
        </td>
        <td>
          <IconButton
            icon="close"
            label={t('appointment.dropRow', { row: index + 1 })}
            onClick={() => onRemove(row.key)}
          />
        </td>
      </tr>
      <RowNotes row={row} check={check} />
    </>
  )
})

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
const RowNotes = ({ row, check }: { row: Row; check: RowCheck | null }) => {
  const t = useT()
  const grave = (check?.findings ?? []).filter(({ severity }) => severity !== 'note')
  const says = row.says ?? []
  if (grave.length + says.length === 0) return null
  return (
    <tr className="appointment-notes">
      <td />
      <td colSpan={6}>
        <ul>
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
