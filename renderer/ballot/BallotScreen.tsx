import './ballot.css'
import './panel.css'
import './desk.css'
import { useEffect, type MouseEvent } from 'react'
import type { SessionDetail, Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { choose, go } from '../lib/place.ts'
import { NoSession, useCurrent } from '../session/index.ts'
import { Button, EmptyState, Loaded, SplitLayout } from '../ui/index.ts'
import { Agenda } from './Agenda.tsx'
import { DeskDialogs } from './DeskDialogs.tsx'
import { ItemPanel } from './ItemView.tsx'
import { QuestionView } from './QuestionView.tsx'
import { Side } from './Side.tsx'
import { openDialog } from './state.ts'
import { stepFrom, type Stop } from './stops.ts'
import { ItemSubject } from './Subject.tsx'
import { goToStop, useDesk, type Desk } from './useDesk.ts'
import { Words } from './Words.tsx'

/** The clerk's one screen for the sitting: agenda, what is on the floor with its script and its vote, and the hall. */
export const BallotScreen = () => {
  const current = useCurrent()
  return (
    <Loaded query={current}>
      {({ session, sitting }) =>
        session ? (
          <SessionDesk key={session.id} session={session} sitting={sitting} />
        ) : (
          <NoSession icon="vote" />
        )
      }
    </Loaded>
  )
}

const SessionDesk = ({ session, sitting }: { session: SessionDetail; sitting: Sitting | null }) => {
  const query = useDesk(session, sitting)
  return <Loaded query={query}>{(desk) => <DeskView desk={desk} />}</Loaded>
}

/** Where the desk came to stand it stays, also when what it stands on is locked and done. */
const usePinned = (stop: Stop | null): void => {
  const itemId = stop?.item.id ?? null
  const questionId = stop?.question?.id ?? null
  useEffect(() => {
    if (itemId !== null) choose({ itemId, questionId })
  }, [itemId, questionId])
}

/** What was pressed with the mouse gives the keyboard back to the desk, so that the space bar goes on. */
const releaseFocus = (event: MouseEvent): void => {
  const { target, detail } = event
  if (detail === 0 || !(target instanceof Element)) return
  if (target.closest('.ballot-side, input:not([type=radio]), textarea, select')) return
  if (target.closest('button, label, input')) document.getElementById('content')?.focus()
}

const DeskView = ({ desk }: { desk: Desk }) => {
  const t = useT()
  const { stop } = desk
  usePinned(stop)
  const step = (by: 1 | -1) => () => {
    const next = stop && stepFrom(desk.stops, stop, by)
    if (next) goToStop(next)
  }
  useAction('ballot.up', step(-1), stop !== null)
  useAction('ballot.down', step(1), stop !== null)
  useAction('ballot.ask', () => openDialog('ask'), stop !== null && desk.session.state !== 'closed')
  if (!stop) {
    return (
      <EmptyState
        icon="list"
        title={t('ballot.noItems')}
        action={
          <Button tone="primary" onClick={() => go('agenda')}>
            {t('ballot.toAgenda')}
          </Button>
        }
      />
    )
  }
  const { item, question } = stop
  return (
    <div className="ballot-desk" onClick={releaseFocus}>
      <SplitLayout
        leftWidth={248}
        rightWidth={296}
        left={<Agenda desk={desk} />}
        right={<Side desk={desk} />}
      >
        <div className="ballot-mid">
          {question ? (
            <QuestionView key={question.id} question={question} stop={stop} desk={desk} />
          ) : (
            <>
              <ItemSubject item={item} />
              <Words desk={desk} />
              <ItemPanel key={item.id} stop={stop} desk={desk} />
            </>
          )}
        </div>
      </SplitLayout>
      <DeskDialogs stop={stop} desk={desk} />
    </div>
  )
}
