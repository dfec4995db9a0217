import type { QuorumStanding } from '../../shared/rules/quorum-standing.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, type Tone } from './Status.tsx'

/** How a quorum that is reached, missed, or not asked for yet looks, on every screen. */
export const quorumTone: Record<QuorumStanding, Tone> = {
  uncalled: 'plain',
  met: 'good',
  short: 'bad',
}

export const QuorumBadge = ({ standing, needed }: { standing: QuorumStanding; needed: number }) => {
  const t = useT()
  return <Badge tone={quorumTone[standing]}>{t('common.quorum', { needed })}</Badge>
}
