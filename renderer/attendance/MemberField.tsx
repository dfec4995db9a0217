import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Select } from '../ui/index.ts'

/** One of the members in office, found by name or pinyin. */
export const MemberField = ({
  value,
  onChange,
  error,
}: {
  value: string | null
  onChange: (memberId: string) => void
  error: string | undefined
}) => {
  const t = useT()
  const membership = useKernelQuery('roster.membership', {})
  const options = (membership.data?.members ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  return (
    <Select
      label={t('attendance.slip.member')}
      value={value}
      options={options}
      onChange={onChange}
      searchable
      autoFocus
      {...(error === undefined ? {} : { error })}
    />
  )
}
