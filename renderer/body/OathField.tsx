import type { ParameterValues } from '../../shared/rules/parameters.ts'
import { oathStarts, oathUnits } from '../../shared/rules/appointment/parameters.ts'
import { useT } from '../lib/i18n.ts'
import { FieldGrid, NumberField, Select, Stack } from '../ui/index.ts'
import { ruleValue } from './rules.ts'

type Within = ParameterValues['oathWithin']
/** As it is being typed; an empty field is not a number yet. */
type Typed = Omit<Within, 'count'> & { count: number | null }

/** By when an oath is to be taken: how many days, working days, from what; or before the session closes. */
export const OathField = ({
  value,
  onChange,
}: {
  value: unknown
  onChange: (value: Typed) => void
}) => {
  const t = useT()
  const within = value as Typed
  const counted = within.unit === 'days' || within.unit === 'workdays'
  return (
    <Stack tight>
      <Select
        label={t('body.oath.unit')}
        value={within.unit}
        options={oathUnits.map((unit) => ({ value: unit, label: t(`body.oath.units.${unit}`) }))}
        onChange={(unit) => onChange({ ...within, unit, count: within.count ?? 0 })}
        autoFocus
      />
      {counted ? (
        <FieldGrid>
          <NumberField
            label={t('body.oath.count')}
            value={within.count}
            max={365}
            onChange={(count) => onChange({ ...within, count })}
          />
          <Select
            label={t('body.oath.from')}
            value={within.from}
            options={oathStarts.map((from) => ({ value: from, label: ruleValue(from) }))}
            onChange={(from) => onChange({ ...within, from })}
          />
        </FieldGrid>
      ) : null}
    </Stack>
  )
}
