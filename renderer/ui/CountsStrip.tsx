import type { QuorumStanding } from '../../shared/rules/quorum-standing.ts'
import { useT } from '../lib/i18n.ts'
import { QuorumBadge } from './QuorumBadge.tsx'

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
  quorum: { needed: number; standing: QuorumStanding } | null
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
      {quorum ? <QuorumBadge {...quorum} /> : null}
    </div>
  )
}
