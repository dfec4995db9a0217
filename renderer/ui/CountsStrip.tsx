import { useT } from '../lib/i18n.ts'
import { Badge } from './Status.tsx'

/**
 * The sitting's numbers as the header shows them on every screen: {expected} = present + onLeave + absent + unmarked.
 * `quorum` is null where none is needed, as in a group.
 */
export const CountsStrip = ({
  expected,
  present,
  onLeave,
  absent,
  unmarked,
  quorum,
}: {
  expected: number
  present: number
  onLeave: number
  absent: number
  unmarked: number
  quorum: { needed: number; met: boolean } | null
}) => {
  const t = useT()
  const figures = [
    { label: t('common.expected'), value: expected },
    { label: t('common.present'), value: present },
    { label: t('common.onLeave'), value: onLeave },
    { label: t('common.absent'), value: absent },
    ...(unmarked > 0 ? [{ label: t('common.unmarked'), value: unmarked }] : []),
  ]
  return (
    <div className="kit-counts" role="group" aria-label={t('common.counts')}>
      {figures.map(({ label, value }) => (
        <span key={label}>
          {label}
          <b>{value}</b>
        </span>
      ))}
      {quorum ? (
        <Badge tone={quorum.met ? 'good' : 'warn'}>
          {t('common.quorum', { needed: quorum.needed })}
        </Badge>
      ) : null}
    </div>
  )
}
