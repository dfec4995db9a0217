import './ballot.css'
import './panel.css'
import { useEffect } from 'react'
import type { Question, VoteMethod } from '../../shared/contract/ballot.ts'
import type { Item, SessionDetail, Sitting } from '../../shared/contract/session.ts'
import { decideInputOf, weighed } from '../../shared/rules/outcome.ts'
import { useAction } from '../lib/commands.ts'
import { tell, useT } from '../lib/i18n.ts'
import { choose, go } from '../lib/place.ts'
import { NoSession, useCurrent } from '../session/index.ts'
import { Button, EmptyState, Finding, Loaded, SplitLayout } from '../ui/index.ts'
import { Agenda } from './Agenda.tsx'
import { AskDialog } from './AskDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { tallyOf } from './draft.ts'
import { factsOf } from './round.ts'
import { PanelBefore, Presence } from './PanelBefore.tsx'
import { PanelLocked } from './PanelLocked.tsx'
import { PanelOpen } from './PanelOpen.tsx'
import { Rounds } from './Rounds.tsx'
import { Script } from './Script.tsx'
import { emptyOr, openDialog, useDeskState } from './state.ts'
import { nextStop, stepFrom, type Stop } from './stops.ts'
import { ItemSubject, Subject } from './Subject.tsx'
import { goToStop, standingOf, useDesk, useNextMethod, type Desk } from './useDesk.ts'
import { VoidDialog } from './VoidDialog.tsx'

/** The vote desk: agenda, question, and the panel that opens, enters and locks. */
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
    <div className="ballot-desk">
      <SplitLayout
        leftWidth={268}
        rightWidth={364}
        left={<Agenda desk={desk} />}
        right={
          question ? (
            <Panel key={question.id} question={question} stop={stop} desk={desk} />
          ) : (
            <Presence desk={desk} />
          )
        }
      >
        <div className="ballot-mid">
          {question ? (
            <QuestionView key={question.id} question={question} stop={stop} desk={desk} />
          ) : (
            <ItemView key={item.id} stop={stop} desk={desk} />
          )}
        </div>
      </SplitLayout>
      <DeskDialogs stop={stop} fallback={desk.fallback} />
    </div>
  )
}

const QuestionView = ({ question, stop, desk }: { question: Question; stop: Stop; desk: Desk }) => {
  const { open, locked } = standingOf(question)
  const next = useNextMethod(question)
  return (
    <>
      <Subject question={question} item={stop.item} desk={desk} />
      <BaseWarning question={question} />
      <WaitingActs item={stop.item} desk={desk} />
      <Script
        question={question}
        method={(open ?? locked)?.method ?? next}
        locked={locked}
        policy={desk.policy}
      />
      <Rounds question={question} />
    </>
  )
}

/** Shown where members in office and seats would give different verdicts (rules.md §9-10). */
const BaseWarning = ({ question }: { question: Question }) => {
  const { open, locked } = standingOf(question)
  const draft = useDeskState((state) => emptyOr(open ? state.drafts[open.id] : undefined))
  if (locked?.outcome?.otherBase)
    return <Finding tone="warn">{tell(locked.outcome.otherBase.sentence)}</Finding>
  const tally = open ? tallyOf(draft.totals, open.method) : undefined
  // Tacit consent has no totals to wait for: the warning must stand before the lock there too.
  if (!open || (!tally && open.method !== 'tacit')) return null
  const { otherBase } = weighed(decideInputOf(question, factsOf(open), tally))
  return otherBase ? <Finding tone="warn">{tell(otherBase.sentence)}</Finding> : null
}

const Panel = ({ question, stop, desk }: { question: Question; stop: Stop; desk: Desk }) => {
  const { open, locked } = standingOf(question)
  if (open) return <PanelOpen key={open.id} question={question} vote={open} />
  if (locked)
    return <PanelLocked key={locked.id} question={question} vote={locked} stop={stop} desk={desk} />
  return <PanelBefore question={question} desk={desk} />
}

/** How many acts of an item nobody has put to the vote yet. */
const waitingOn = (item: Item, desk: Desk): number =>
  [...desk.acts.values()].filter(
    ({ act, nomination }) =>
      nomination.itemId === item.id &&
      act.act !== 'end' &&
      act.outcome === 'pending' &&
      act.questionId === null,
  ).length

/** Keeps acts from being forgotten while others of the same item are voted on. */
const WaitingActs = ({ item, desk }: { item: Item; desk: Desk }) => {
  const t = useT()
  const count = waitingOn(item, desk)
  if (count === 0) return null
  return (
    <Finding tone="warn">
      {t('ballot.actsWaiting', { count })}{' '}
      <Button size="s" onClick={() => go('appointment', { itemId: item.id })}>
        {t('ballot.toAppointment')}
      </Button>
    </Finding>
  )
}

/** An item without a question: asks one, or goes on. */
const ItemView = ({ stop, desk }: { stop: Stop; desk: Desk }) => {
  const t = useT()
  const { item } = stop
  const next = nextStop(desk.stops, stop)
  const waiting = waitingOn(item, desk)
  const ask = () => (waiting > 0 ? go('appointment', { itemId: item.id }) : openDialog('ask'))
  const onward = () => {
    if (next) goToStop(next)
  }
  useAction('ballot.next', onward, next !== null)
  return (
    <ItemSubject item={item}>
      <p className="ballot-hint">
        {waiting > 0 ? t('ballot.actsWaiting', { count: waiting }) : t('ballot.noQuestion')}
      </p>
      <div className="kit-row">
        <Button tone="primary" size="l" chord={waiting > 0 ? undefined : 'N'} onClick={ask}>
          {t(waiting > 0 ? 'ballot.toAppointment' : 'ballot.ask')}
        </Button>
        {next ? (
          <Button size="l" chord="Space" onClick={onward}>
            {t('ballot.nextItem')}
          </Button>
        ) : null}
      </div>
    </ItemSubject>
  )
}

const DeskDialogs = ({
  stop: { item, question },
  fallback,
}: {
  stop: Stop
  fallback: VoteMethod
}) => {
  const dialog = useDeskState((state) => state.dialog)
  const standing = question && standingOf(question)
  if (dialog === 'ask') return <AskDialog key={item.id} item={item} />
  if (!question || !standing) return null
  const { open, locked } = standing
  if (dialog === 'correct' && locked?.tally)
    return <CorrectDialog question={question} vote={locked} />
  if ((dialog === 'void' || dialog === 'change') && open)
    return (
      <VoidDialog
        question={question}
        vote={open}
        changing={dialog === 'change'}
        fallback={fallback}
      />
    )
  return null
}
