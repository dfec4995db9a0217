import type { Roll } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { isUncalled, quorumStanding } from '../../shared/rules/quorum-standing.ts'
import { useAction } from '../lib/commands.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { ForecastLine } from '../session/index.ts'
import { BigNumber, Checkbox, Finding, quorumTone } from '../ui/index.ts'

/** The roll's numbers large, and what they mean for the quorum in a sentence; before it begins, what to expect. */
export const Numbers = ({
  roll,
  sitting,
  closed,
}: {
  roll: Roll
  sitting: Sitting
  closed: boolean
}) => {
  const t = useT()
  const { counts } = roll
  const standing = quorumStanding(sitting.kind, roll)
  const ahead = sitting.state === 'planned' && isUncalled(counts)
  const tone = standing === null ? 'plain' : quorumTone[standing]
  return (
    <div className="attendance-numbers">
      <BigNumber label={t('common.expected')} value={counts.expected} />
      <BigNumber label={t('common.present')} value={counts.present} tone={tone} />
      <BigNumber label={t('common.onLeave')} value={counts.onLeave} />
      <BigNumber label={t('common.absent')} value={counts.absent} />
      <BigNumber
        label={t('common.unmarked')}
        value={counts.unmarked}
        tone={counts.unmarked > 0 && !ahead ? 'warn' : 'plain'}
      />
      <Finding tone={tone}>
        {ahead ? <Ahead sitting={sitting} /> : <Standing roll={roll} sitting={sitting} />}
        <div className="attendance-beside">
          {ahead ? null : <small>{t('attendance.asOf', { at: formatTime(roll.at) })}</small>}
          {counts.sitIn + counts.observe > 0 ? (
            <small>
              {t('attendance.guest.both', { sitIn: counts.sitIn, observe: counts.observe })}
            </small>
          ) : null}
          <Video roll={roll} closed={closed} />
        </div>
      </Finding>
    </div>
  )
}

/** Before the day: what the leave granted so far leaves of the quorum. */
const Ahead = ({ sitting }: { sitting: Sitting }) => {
  const forecasts = useKernelQuery('attendance.forecast', { sessionId: sitting.sessionId })
  const forecast = forecasts.data?.find(({ sittingId }) => sittingId === sitting.id)
  return forecast ? <ForecastLine forecast={forecast} kind={sitting.kind} /> : null
}

/** What the quorum says of those who came. */
const Standing = ({ roll, sitting }: { roll: Roll; sitting: Sitting }) => {
  const t = useT()
  const { base, needed, present } = roll.quorum
  const standing = quorumStanding(sitting.kind, roll)
  if (standing === null) return t('attendance.noQuorumHere')
  if (standing === 'uncalled') return t('attendance.quorumUncalled', { base, needed })
  const met = standing === 'met'
  const spare = present - needed
  return (
    <>
      {t(met ? 'attendance.quorumMet' : 'attendance.quorumNot', {
        ...{ base, needed, present },
        short: needed - present,
      })}
      {met ? t(spare > 0 ? 'attendance.spare' : 'attendance.spareNone', { count: spare }) : null}
    </>
  )
}

/** Whether those on video count, as the council decided for this sitting. */
const Video = ({ roll, closed }: { roll: Roll; closed: boolean }) => {
  const t = useT()
  const permit = useKernelCommand('attendance.permitVideo')
  const { sittingId, videoPermitted, counts } = roll
  const set = (permitted: boolean) => void permit.run({ sittingId, permitted })
  useAction('attendance.video', () => set(!videoPermitted), !closed)
  return (
    <>
      <Checkbox
        label={t('attendance.videoPermitted')}
        checked={videoPermitted}
        disabled={closed || permit.pending}
        onChange={set}
      />
      {counts.video > 0 ? (
        <small>{t('attendance.videoCounted', { count: counts.video })}</small>
      ) : null}
      {counts.videoUncounted > 0 ? (
        <small>{t('attendance.videoUncounted', { count: counts.videoUncounted })}</small>
      ) : null}
    </>
  )
}
