import { useState } from 'react'
import { askManners, type AskManner } from '../../shared/contract/ballot.ts'
import type { Item } from '../../shared/contract/session.ts'
import { isAskedOnItem } from '../../shared/rules/item-question.ts'
import { GoPastDialog, standing, useFindings } from '../appointment/index.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, wholeSentence } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { choose, go } from '../lib/place.ts'
import { Button, Finding, Segmented } from '../ui/index.ts'
import { gateOf, useAdvance } from './gate.ts'
import { GatePanel } from './GatePanel.tsx'
import { openDialog } from './state.ts'
import { FindingLines } from './SubjectFindings.tsx'
import { isDone, nextStop, type Stop } from './stops.ts'
import { waitingOn, type Desk, type Nominated } from './useDesk.ts'

/** The panel under an item on which nothing was asked yet: the one step the space bar does, and the others by key. */
export const ItemPanel = ({ stop, desk }: { stop: Stop; desk: Desk }) => {
  const { item } = stop
  if (isDone(stop)) return <DonePanel stop={stop} desk={desk} />
  const gate = gateOf(desk, item)
  if (gate) return <GatePanel gate={gate} item={item} />
  return waitingOn(item, desk).length > 0 ? (
    <ActsPanel item={item} desk={desk} />
  ) : (
    <AskPanel stop={stop} desk={desk} />
  )
}

/** The next item that is left, or the end of the sitting. */
const useOnward = (stop: Stop, desk: Desk) => {
  const advance = useAdvance(desk)
  const next = nextStop(desk.stops, stop)
  const possible = next !== null || desk.floor?.state === 'open'
  return { next, possible, go: () => (next ? advance(next) : openDialog('adjourn')) }
}

const DonePanel = ({ stop, desk }: { stop: Stop; desk: Desk }) => {
  const t = useT()
  const onward = useOnward(stop, desk)
  useAction('ballot.next', onward.go, onward.possible)
  return (
    <section className="ballot-panel" data-gate aria-label={t('ballot.panel')}>
      <Finding tone="good">{t(`session.itemState.${stop.item.state}`)}</Finding>
      <Button
        tone="primary"
        size="l"
        wide
        chord="Space"
        disabled={!onward.possible}
        onClick={onward.go}
      >
        {t(
          onward.next
            ? 'ballot.nextItem'
            : onward.possible
              ? 'ballot.step.adjourn'
              : 'ballot.allDone',
        )}
      </Button>
    </section>
  )
}

/** Asks the item's own question, or settles the item as discussed; which of them the space bar does hangs on its kind. */
const AskPanel = ({ stop, desk }: { stop: Stop; desk: Desk }) => {
  const t = useT()
  const { item } = stop
  const askItem = useKernelCommand('ballot.askItem')
  const setState = useKernelCommand('session.setItemState')
  const onward = useOnward(stop, desk)
  const ask = async () => {
    const reply = await askItem.run({ itemId: item.id })
    if (reply.ok) choose({ itemId: item.id, questionId: reply.value.id })
  }
  const settle = async () => {
    const reply = await setState.run({ id: item.id, rev: item.rev, state: 'deliberated' })
    if (reply.ok && onward.next) onward.go()
  }
  const asked = isAskedOnItem(item)
  const pending = askItem.pending || setState.pending
  useAction('ballot.next', () => void (asked ? ask() : settle()), !pending)
  useAction('ballot.deliberated', () => void settle(), !pending)
  const askChord = asked ? 'Space' : 'N'
  const settleChord = asked ? 'D' : 'Space'
  return (
    <section className="ballot-panel" data-gate aria-label={t('ballot.panel')}>
      <Finding>{t(asked ? 'ballot.noQuestion' : 'ballot.discussedOnly')}</Finding>
      <div className="ballot-two">
        <Button
          tone={asked ? 'primary' : 'plain'}
          size="l"
          chord={askChord}
          pending={askItem.pending}
          onClick={() => (asked ? void ask() : openDialog('ask'))}
        >
          {t('ballot.ask')}
        </Button>
        <Button
          tone={asked ? 'plain' : 'primary'}
          size="l"
          chord={settleChord}
          pending={setState.pending}
          onClick={() => void settle()}
        >
          {t('ballot.settle')}
        </Button>
      </div>
    </section>
  )
}

/** Puts the acts nominated under an item to the vote: one by one, or all in one where the body's rules allow it. */
const ActsPanel = ({ item, desk }: { item: Item; desk: Desk }) => {
  const t = useT()
  const askActs = useKernelCommand('ballot.askActs', { inline: true })
  const [manner, setManner] = useState<AskManner>('individually')
  const [warned, setWarned] = useState(false)
  const acts = waitingOn(item, desk)
  // What the law forbids does not keep the others from the vote.
  const findings = useFindings(item.sessionId) ?? []
  const forbidden = ({ act }: Nominated) => standing(findings, [act.id]).blocks.length > 0
  const held = acts.filter(forbidden)
  const actIds = acts.filter((one) => !held.includes(one)).map(({ act }) => act.id)
  const toActs = () => go('appointment', { itemId: item.id })
  const ask = async (goPast?: string) => {
    const asked = { itemId: item.id, actIds, manner, ...(goPast ? { goPast } : {}) }
    const reply = await askActs.run(asked)
    if (!reply.ok) {
      // Warnings are read and gone past with a reason; anything else is said.
      if (reply.error.message?.key === 'appointment.findingsOpen') return setWarned(true)
      notify('bad', wholeSentence(reply.error), 'ballot.askActs')
      return setWarned(false)
    }
    setWarned(false)
    const [first] = reply.value
    if (first) choose({ itemId: item.id, questionId: first.id })
  }
  const toggle = () => setManner(manner === 'merged' ? 'individually' : 'merged')
  const next = actIds.length > 0 ? () => void ask() : toActs
  useAction('ballot.next', next, !askActs.pending && !warned)
  useAction('ballot.manner', toggle)
  return (
    <section className="ballot-panel" data-gate aria-label={t('ballot.panel')}>
      <Finding tone="warn">
        {t('ballot.actsWaiting', { count: acts.length })}{' '}
        <Button size="s" onClick={toActs}>
          {t('ballot.toAppointment')}
        </Button>
      </Finding>
      {held.length > 0 ? (
        <>
          <FindingLines
            findings={
              standing(
                findings,
                held.map(({ act }) => act.id),
              ).blocks
            }
          />
          <Finding tone="bad">
            {t('ballot.heldBack', {
              names: held.map(({ act }) => act.personName).join(t('common.comma')),
            })}
          </Finding>
        </>
      ) : null}
      <Segmented
        label={t('ballot.manner.label')}
        value={manner}
        options={askManners.map((value) => ({ value, label: t(`ballot.manner.${value}`) }))}
        onChange={setManner}
      />
      <Button tone="primary" size="l" wide chord="Space" pending={askActs.pending} onClick={next}>
        {actIds.length > 0
          ? t('ballot.putActs', { count: actIds.length, manner: t(`ballot.manner.${manner}`) })
          : t('ballot.mendActs')}
      </Button>
      {warned ? (
        <GoPastDialog
          sessionId={item.sessionId}
          actIds={actIds}
          pending={askActs.pending}
          onConfirm={(reason) => void ask(reason)}
          onClose={() => setWarned(false)}
        />
      ) : null}
    </section>
  )
}
