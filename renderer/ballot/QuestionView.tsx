import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { decideInputOf, weighed } from '../../shared/rules/outcome.ts'
import { leaveField } from '../lib/focus.ts'
import { tell, useT } from '../lib/i18n.ts'
import { go } from '../lib/place.ts'
import { Button, Finding } from '../ui/index.ts'
import { gateOf } from './gate.ts'
import { GatePanel } from './GatePanel.tsx'
import { PanelBefore } from './PanelBefore.tsx'
import { PanelLocked } from './PanelLocked.tsx'
import { PanelOpen } from './PanelOpen.tsx'
import { ReadBack } from './ReadBack.tsx'
import { NamedGrid } from './entry/index.ts'
import { factsOf } from './round.ts'
import { Rounds } from './Rounds.tsx'
import type { Stop } from './stops.ts'
import { SheetView } from './SheetView.tsx'
import { changeDraft } from './state.ts'
import { Subject } from './Subject.tsx'
import { standingOf, waitingOn, type Desk } from './useDesk.ts'
import { useRound } from './useRound.ts'
import { Words } from './Words.tsx'

type Shown = { question: Question; stop: Stop; desk: Desk }

/** A question in the middle of the desk: what is asked, what is read aloud, and the panel for where it stands. */
export const QuestionView = ({ question, stop, desk }: Shown) => {
  const { open } = standingOf(question)
  if (open && open.sheetId !== null)
    return <SheetView sheetId={open.sheetId} stop={stop} desk={desk} />
  return (
    <>
      <Subject question={question} item={stop.item} desk={desk} />
      <Warnings question={question} stop={stop} desk={desk} />
      <div className="ballot-spoken">
        {open ? <OverWords question={question} vote={open} /> : null}
        <Words desk={desk} />
      </div>
      {open ? null : <Rounds question={question} />}
      <Panel question={question} stop={stop} desk={desk} />
    </>
  )
}

/**
 * What takes the script's place while totals are entered: the names of a named vote, and what is to be read back as soon
 * as they agree. The script stays beneath, for drawing it anew would keep the verdict waiting.
 */
const OverWords = ({ question, vote }: { question: Question; vote: Vote }) => {
  const { draft, reading, judgement, tally } = useRound(question, vote)
  if (vote.method === 'named' && !reading) {
    return (
      <Cover>
        <div className="ballot-names">
          <NamedGrid
            vote={vote}
            named={draft.named ?? []}
            onChange={(named, totals) => changeDraft(vote.id, (old) => ({ ...old, named, totals }))}
          />
        </div>
      </Cover>
    )
  }
  return reading || (judgement.lockable && tally) ? (
    <Cover>
      <ReadBack question={question} vote={vote} judgement={judgement} whole={reading} />
    </Cover>
  ) : null
}

/** Covers the script that follows it; what had the focus there is left. */
const Cover = ({ children }: { children: ReactNode }) => {
  const cover = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && isBeneath(cover.current, activeElement))
      leaveField(activeElement)
  }, [])
  return (
    <div className="ballot-cover" ref={cover}>
      {children}
    </div>
  )
}

const isBeneath = (cover: HTMLElement | null, element: HTMLElement): boolean =>
  cover?.nextElementSibling?.contains(element) ?? false

const Panel = ({ question, stop, desk }: Shown) => {
  const { open, locked } = standingOf(question)
  if (open) return <PanelOpen key={open.id} question={question} vote={open} />
  if (locked)
    return <PanelLocked key={locked.id} question={question} vote={locked} stop={stop} desk={desk} />
  const gate = gateOf(desk, stop.item)
  if (gate) return <GatePanel gate={gate} item={stop.item} />
  return <PanelBefore question={question} desk={desk} />
}

/** What must be known before going on: a membership that changed, a choice of base, acts nobody has put to the vote. */
const Warnings = ({ question, stop, desk }: Shown) => {
  const t = useT()
  const { open, locked } = standingOf(question)
  // Whoever went out while the vote was open is said before the lock is tried.
  const lost = desk.roll?.quorum.met === false ? desk.roll.quorum : null
  const shift = locked ? null : desk.order.get(question.id)?.baseShift
  const waiting = waitingOn(stop.item, desk).length
  return (
    <>
      {shift ? <Finding tone="warn">{tell(shift)}</Finding> : null}
      {open && lost ? (
        <Finding tone="bad">
          {t('attendance.quorumNot', {
            base: lost.base,
            needed: lost.needed,
            present: lost.present,
            short: lost.needed - lost.present,
          })}
        </Finding>
      ) : null}
      <BaseWarning question={question} />
      {waiting > 0 ? (
        <Finding tone="warn">
          {t('ballot.actsWaiting', { count: waiting })}{' '}
          <Button size="s" onClick={() => go('appointment', { itemId: stop.item.id })}>
            {t('ballot.toAppointment')}
          </Button>
        </Finding>
      ) : null}
    </>
  )
}

/** Shown where members in office and seats would give different verdicts (rules.md §9-10). */
const BaseWarning = ({ question }: { question: Question }) => {
  const { open, locked } = standingOf(question)
  if (locked?.outcome?.otherBase)
    return <Finding tone="warn">{tell(locked.outcome.otherBase.sentence)}</Finding>
  return open ? <OpenBaseWarning question={question} vote={open} /> : null
}

const OpenBaseWarning = ({ question, vote }: { question: Question; vote: Vote }) => {
  const { tally } = useRound(question, vote)
  // Tacit consent has no totals to wait for: the warning must stand before the lock there too.
  if (!tally && vote.method !== 'tacit') return null
  const { otherBase } = weighed(decideInputOf(question, factsOf(vote), tally))
  return otherBase ? <Finding tone="warn">{tell(otherBase.sentence)}</Finding> : null
}
