import type { NominatorOffer } from '../../shared/contract/appointment.ts'
import { useT } from '../lib/i18n.ts'
import { Badge } from '../ui/index.ts'
import type { Row, RowCheck } from './review.ts'
import { placeOfRow, type Group } from './useGroups.ts'

/** Under whose nomination a row is to stand; those the law names stand first. */
export const RowNominator = ({
  row,
  at,
  check,
  offers,
  onChange,
}: {
  row: Row
  /** From 0, in the list. */
  at: number
  check: RowCheck | null
  offers: readonly NominatorOffer[]
  onChange: (key: string, change: Partial<Row>) => void
}) => {
  const t = useT()
  const lawful = check?.place?.lawful ?? []
  const options = (own: readonly NominatorOffer[]) =>
    own.map(({ key, nominator }) => (
      <option key={key} value={key}>
        {nominator}
      </option>
    ))
  const others = offers.filter(({ key }) => !lawful.includes(key))
  const put = (key: string) => {
    const offer = offers.find((one) => one.key === key)
    if (!offer) return
    const { nominationId, nominator, nominatorKind } = offer
    onChange(row.key, { place: { nominationId, nominator, nominatorKind } })
  }
  const place = placeOfRow(row, check ?? undefined)
  return (
    <select
      aria-label={t('appointment.cell', {
        row: at + 1,
        column: t('appointment.column.nominator'),
      })}
      value={place}
      disabled={offers.length === 0}
      onChange={(event) => put(event.currentTarget.value)}
    >
      {place === '' ? <option value="">{t('common.none')}</option> : null}
      {lawful.length > 0 ? (
        <>
          <optgroup label={t('appointment.byLaw')}>
            {options(offers.filter(({ key }) => lawful.includes(key)))}
          </optgroup>
          <optgroup label={t('appointment.byOthers')}>{options(others)}</optgroup>
        </>
      ) : (
        options(offers)
      )}
    </select>
  )
}

/** Stands above the rows of one nominator, where a list has several. */
export const GroupHead = ({ group, columns }: { group: Group; columns: number }) => {
  const t = useT()
  if (!group.offer) return null
  return (
    <tr className="appointment-group">
      <th scope="rowgroup" colSpan={columns}>
        {t('appointment.proposedBy', { name: group.offer.nominator })}
        <small>{t('appointment.groupCount', { count: group.rows.length })}</small>
        {group.offer.nominationId === null ? <Badge>{t('appointment.groupNew')}</Badge> : null}
      </th>
    </tr>
  )
}
