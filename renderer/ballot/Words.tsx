import { ScriptPane } from '../papers/index.ts'
import { ErrorBoundary } from '../ui/index.ts'
import type { Desk } from './useDesk.ts'

/** What the chair reads at this stop, with the room the panel leaves. */
export const Words = ({ desk }: { desk: Desk }) => {
  const { session, floor, stop } = desk
  return (
    <div className="ballot-words">
      <ErrorBoundary small>
        <ScriptPane
          sessionId={session.id}
          sittingId={floor?.id ?? null}
          itemId={stop?.item.id ?? null}
          questionId={stop?.question?.id ?? null}
        />
      </ErrorBoundary>
    </div>
  )
}
