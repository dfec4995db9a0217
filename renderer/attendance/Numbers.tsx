import type { Roll } from '../../shared/contract/attendance.ts'
import type { SittingKind } from '../../shared/contract/session.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { BigNumber, Finding } from '../ui/index.ts'

/** The roll's numbers large, and what they mean for the quorum in a sentence. */
export const Numbers = ({ roll, kind }: { roll: Roll; kind: SittingKind }) => {
  const t = useT()
  const { counts, quorum } = roll
  const { base, needed, present, met } = quorum
  const spare = present - needed
  return (
    <div className="attendance-numbers">
      <BigNumber label={t('common.expected')} value={counts.expected} />
      <BigNumber
        label={t('common.present')}
        value={counts.present}
        tone={kind === 'group' ? 'plain' : met ? 'good' : 'warn'}
      />
      <BigNumber label={t('common.onLeave')} value={counts.onLeave} />
      <BigNumber label={t('common.absent')} value={counts.absent} />
      <BigNumber
        label={t('common.unmarked')}
        value={counts.unmarked}
        tone={counts.unmarked > 0 ? 'warn' : 'plain'}
      />
      {kind === 'group' ? (
        <Finding>
          {t('attendance.noQuorumHere')}
          <small>{t('attendance.asOf', { at: formatTime(roll.at) })}</small>
        </Finding>
      ) : (
        <Finding tone={met ? 'good' : 'warn'}>
          {t(met ? 'attendance.quorumMet' : 'attendance.quorumNot', {
            base,
            needed,
            present,
            short: needed - present,
          })}
          {met
            ? t(spare > 0 ? 'attendance.spare' : 'attendance.spareNone', { count: spare })
            : null}
          <small>{t('attendance.asOf', { at: formatTime(roll.at) })}</small>
        </Finding>
      )}
    </div>
  )
}
