import { useT } from '../lib/i18n.ts'
import { DateField, FieldGrid, Segmented } from '../ui/index.ts'
import { dayFor, manners, type Manner } from './versioning.ts'

/** Whether an organ or post is put right or changes from a day on; and the day. */
export const MannerField = ({
  current,
  manner,
  fromOn,
  error,
  onChange,
}: {
  /** Day of the version in force; null for something new, which has a first day alone. */
  current: string | null
  manner: Manner
  fromOn: string | null
  error: string | undefined
  onChange: (manner: Manner, fromOn: string | null) => void
}) => {
  const t = useT()
  return (
    <FieldGrid>
      {current === null ? null : (
        <Segmented<Manner>
          label={t('ledger.manner')}
          showLabel
          value={manner}
          options={manners.map((one) => ({ value: one, label: t(`ledger.mannerName.${one}`) }))}
          onChange={(next) => onChange(next, dayFor(next, current))}
        />
      )}
      <DateField
        label={t(manner === 'abolish' ? 'ledger.abolishedOn' : 'ledger.fromOn')}
        value={fromOn}
        onChange={(day) => onChange(manner, day)}
        disabled={current !== null && manner === 'mend'}
        error={error}
        required
      />
    </FieldGrid>
  )
}
