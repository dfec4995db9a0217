import { useT } from '../lib/i18n.ts'
import { Badge, IconButton } from '../ui/index.ts'
import { rowFaults, type Row } from './review.ts'
import { doingKey, doingOf, doingOptions } from './verbs.ts'

type RowFields = Pick<Row, 'personName' | 'post' | 'reason'>

/** What was read, a person a row, every cell open to change. Plain inputs: a list may run to hundreds. */
export const ReviewTable = ({
  rows,
  errorAt,
  onChange,
  onRemove,
}: {
  rows: readonly Row[]
  /** What the kernel said about a row's field. */
  errorAt: (index: number, field: string) => string | undefined
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
            errorAt={(field) => errorAt(index, field)}
            onChange={(change) => onChange(row.key, change)}
            onRemove={() => onRemove(row.key)}
          />
        ))}
      </tbody>
    </table>
  )
}

const ReviewRow = ({
  row,
  index,
  errorAt,
  onChange,
  onRemove,
}: {
  row: Row
  index: number
  errorAt: (field: string) => string | undefined
  onChange: (change: Partial<Row>) => void
  onRemove: () => void
}) => {
  const t = useT()
  const faults = rowFaults(row)
  const cell = (field: keyof RowFields, column: 'person' | 'post' | 'reason') => {
    const said = errorAt(field)
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
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
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
          onChange={(event) => onChange(doingOf(event.currentTarget.value) ?? {})}
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
          onClick={onRemove}
        />
      </td>
    </tr>
  )
}
