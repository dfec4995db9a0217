import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from '../ui/index.ts'
import { EnteringPanel, type Steps } from './EnteringPanel.tsx'
import { openDialog, readAloud } from './state.ts'
import { useFallBack } from './useFallBack.ts'
import { useLock, useRound } from './useRound.ts'
import { useSettled } from './useSettled.ts'

/** While a vote is open: totals by exception or typed, the sum, the verdict they would give, and the lock. */
export const PanelOpen = ({ question, vote }: { question: Question; vote: Vote }) => {
  const { reading, judgement } = useRound(question, vote)
  const lock = useLock(question, vote)
  const fallBack = useFallBack(question, vote)
  const canLock = judgement.lockable && !lock.pending
  const doLock = () => (judgement.otherBase ? openDialog('base') : void lock.run())
  useAction('ballot.lock', doLock, canLock)
  useAction('ballot.method', fallBack.run, !fallBack.pending)
  useAction('ballot.void', () => openDialog('void'))
  const steps = { canLock, pending: lock.pending, doLock, fallBack: fallBack.run }
  return reading ? (
    <ReadingPanel vote={vote} {...steps} />
  ) : (
    <EnteringPanel question={question} vote={vote} {...steps} />
  )
}

/** Beneath what is read aloud: the lock, once it can have been read, and the way back. */
const ReadingPanel = ({ vote, canLock, pending, doLock }: Steps & { vote: Vote }) => {
  const t = useT()
  const settled = useSettled()
  const back = () => readAloud(null)
  useAction('ballot.next', () => (settled ? doLock() : undefined), canLock)
  useAction('ballot.undo', back)
  return (
    <section className="ballot-panel" data-reading aria-label={t('ballot.panel')}>
      <Button
        tone="primary"
        size="l"
        wide
        chord="Space"
        disabled={!canLock || !settled}
        pending={pending}
        onClick={doLock}
      >
        {t(vote.method === 'tacit' ? 'ballot.lockTacit' : 'ballot.lock')}
      </Button>
      <Button chord="Escape" onClick={back}>
        {t('ballot.readBack.back')}
      </Button>
    </section>
  )
}
