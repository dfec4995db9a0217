import type { Forecast } from '../../shared/contract/attendance.ts'
import type { SittingKind } from '../../shared/contract/session.ts'
import { useT } from '../lib/i18n.ts'
import { Badge } from '../ui/index.ts'

/** Before the day: how many can come at most, and how far that is from the quorum; a group has none. */
export const ForecastLine = ({ forecast, kind }: { forecast: Forecast; kind: SittingKind }) => {
  const t = useT()
  const { onLeave, suspended, canCome, needed, margin } = forecast
  const away = [
    t('attendance.forecast.onLeave', { onLeave }),
    suspended > 0 ? t('attendance.forecast.suspended', { suspended }) : '',
    t('attendance.forecast.canCome', { canCome }),
  ].join('')
  if (kind === 'group') return <span className="session-forecast">{away}</span>
  return (
    <span className="session-forecast">
      <Badge tone={margin < 0 ? 'bad' : margin === 0 ? 'warn' : 'good'}>
        {t('common.quorum', { needed })}
      </Badge>
      <span>
        {away}
        {margin < 0
          ? t('attendance.forecast.short', { short: -margin })
          : t('attendance.forecast.spare', { over: margin + 1 })}
      </span>
    </span>
  )
}
