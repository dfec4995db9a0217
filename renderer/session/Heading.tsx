import { formatDay, formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useCurrent } from './current.ts'
import { sessionName, sittingName } from './names.ts'

/** Which session and sitting every screen speaks of, in the header. */
export const SessionHeading = () => {
  const t = useT()
  const { data } = useCurrent()
  if (!data) return null
  const { session, sitting } = data
  if (!session) return <span className="session-heading">{t('app.noSession')}</span>
  return (
    <span className="session-heading">
      <b>{sessionName(session)}</b>
      <small>
        {sitting
          ? `${sittingName(sitting)} · ${formatDay(sitting.startsAt)} ${formatTime(sitting.startsAt)}`
          : t(`session.state.${session.state}`)}
      </small>
    </span>
  )
}
