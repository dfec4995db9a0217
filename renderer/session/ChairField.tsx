import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Select } from '../ui/index.ts'

/** Who presides: one of the members in office, in the official order. */
export const ChairField = ({
  value,
  onChange,
  error,
}: {
  value: string | null
  onChange: (id: string | null) => void
  error: string | undefined
}) => {
  const t = useT()
  const membership = useKernelQuery('roster.membership', {})
  const options = (membership.data?.members ?? []).map(({ id, name, kind }) => ({
    value: id,
    label: kind === 'ordinary' ? name : `${name} · ${t(`common.kind.${kind}`)}`,
  }))
  return (
    <Select
      label={t('session.chair')}
      value={value}
      options={options}
      onChange={onChange}
      searchable
      clearable
      {...(error === undefined ? {} : { error })}
    />
  )
}
