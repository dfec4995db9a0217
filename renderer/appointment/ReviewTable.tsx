import { memo } from 'react'
import { useT } from '../lib/i18n.ts'
import { Badge, IconButton } from '../ui/index.ts'
import { rowFaults, type Row } from './review.ts'
import { doingKey, doingOf, doingOptions } from './verbs.ts'

type RowFields = Pick<Row, 'personName' | 'post' | 'reason'>

/** What was read, a person a row, every cell open to change. Plain inputs: a list may run to hundreds. */
export const ReviewTable = ({
  rows,
  errors,
  onChange,
  onRemove,
}: {
  rows: readonly Row[]
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
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <ReviewRow
            key={row.key}
            row={row}
            index={index}
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
  errors,
  onChange,
  onRemove,
}: {
  row: Row
  index: number
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
        <IconButton
          icon="close"
          label={t('appointment.dropRow', { row: index + 1 })}
          onClick={() => onRemove(row.key)}
        />
      </td>
    </tr>
  )
})
