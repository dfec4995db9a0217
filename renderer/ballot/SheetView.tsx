import { useAction } from '../lib/commands.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { ErrorBoundary, Loaded } from '../ui/index.ts'
import { SheetPanel } from './entry/index.ts'
import type { Stop } from './stops.ts'
import { ItemSubject } from './Subject.tsx'
import type { Desk } from './useDesk.ts'

const focusFirst = (): void => document.querySelector<HTMLElement>('.ballot-sheet input')?.focus()

/** One paper for several persons, in the middle of the desk: all its lines are entered and locked together. */
export const SheetView = ({ sheetId, stop, desk }: { sheetId: string; stop: Stop; desk: Desk }) => {
  useAction('ballot.figures', focusFirst)
  const sheets = useKernelQuery('ballot.sheets', { sessionId: desk.session.id })
  return (
    <>
      <ItemSubject item={stop.item} />
      <div className="ballot-sheet">
        <ErrorBoundary small>
          <Loaded query={sheets}>
            {(all) => {
              const sheet = all.find(({ id }) => id === sheetId)
              return sheet ? (
                <SheetPanel
                  key={sheet.id}
                  sheet={sheet}
                  questions={desk.questions}
                  onDone={() => undefined}
                />
              ) : null
            }}
          </Loaded>
        </ErrorBoundary>
      </div>
    </>
  )
}
