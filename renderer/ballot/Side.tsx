import { PresenceStrip } from '../attendance/index.ts'
import { HallThumb } from '../hall/index.ts'
import { IncidentPanel } from '../incident/index.ts'
import { useT } from '../lib/i18n.ts'
import { SpeechPanel } from '../speech/index.ts'
import { ErrorBoundary } from '../ui/index.ts'
import type { Desk } from './useDesk.ts'

/** Beside the question, always in sight: who is here, what the hall sees, who speaks, what went wrong. */
export const Side = ({ desk }: { desk: Desk }) => {
  const t = useT()
  const { floor, roll, stop } = desk
  return (
    <div className="ballot-side" role="group" aria-label={t('ballot.side')}>
      {floor && roll ? (
        <div>
          <ErrorBoundary small>
            <PresenceStrip sitting={floor} roll={roll} />
          </ErrorBoundary>
        </div>
      ) : null}
      <div>
        <ErrorBoundary small>
          <HallThumb sitting={floor} />
        </ErrorBoundary>
      </div>
      {floor ? (
        <>
          <div data-grow>
            <ErrorBoundary small>
              <SpeechPanel sitting={floor} item={stop?.item ?? null} />
            </ErrorBoundary>
          </div>
          <div>
            <ErrorBoundary small>
              <IncidentPanel sitting={floor} />
            </ErrorBoundary>
          </div>
        </>
      ) : null}
    </div>
  )
}
