import { quorumStanding } from '../../shared/rules/quorum-standing.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { useCurrent } from '../session/index.ts'
import { CountsStrip } from '../ui/index.ts'

/** The numbers of the sitting under way, in the header of every screen; nothing while there is no sitting. */
export const SittingCounts = () => {
  const { data } = useCurrent()
  const sitting = data?.sitting ?? null
  const roll = useKernelQuery(
    'attendance.roll',
    { sittingId: sitting?.id ?? '' },
    { enabled: sitting !== null, keepPrevious: true },
  )
  if (!sitting || !roll.data) return null
  const { counts, quorum } = roll.data
  const standing = quorumStanding(sitting.kind, roll.data)
  return (
    <CountsStrip
      {...counts}
      quorum={standing === null ? null : { needed: quorum.needed, standing }}
    />
  )
}
