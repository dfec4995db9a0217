import { useState } from 'react'
import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import { verbMending } from '../../shared/rules/appointment/mending.ts'
import { dayOf, localMoment } from '../../shared/rules/moment.ts'
import { DossierPanel } from '../dossier/index.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { kernelNow } from '../lib/kernel-clock.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { go } from '../lib/place.ts'
import { Button } from '../ui/index.ts'
import { DeferDialog, RemoveDialog, UnaskDialog, WithdrawDialog } from './ActActions.tsx'
import { ActDialog } from './ActDialog.tsx'
import { ActPanel } from './ActPanel.tsx'
import { ActTable } from './ActTable.tsx'
import { AskActsDialog, type Manner } from './AskActsDialog.tsx'
import { NominationFindings } from './Findings.tsx'
import { MendLine } from './MendLine.tsx'
import { awaitedOf, ReceiveDialog } from './ReceiveDialog.tsx'
import { RegroupDialog } from './RegroupDialog.tsx'
import { isAskable, isFree, unvotedQuestion, type Board } from './useBoard.ts'
import { useChecks } from './useChecks.ts'

export type DialogName =
  | 'act'
  | 'new-act'
  | 'withdraw'
  | 'defer'
  | 'remove'
  | 'unask'
  | 'regroup'
  | 'nominate'
  | 'nomination'
  | 'receive'
  | Manner

/** One nomination: who made it, its acts, and everything that can be done with them. */
export const NominationView = ({
  nomination,
  board,
  dialog,
  onDialog,
}: {
  nomination: Nomination
  board: Board
  dialog: DialogName | null
  onDialog: (dialog: DialogName | null) => void
}) => {
  const t = useT()
  const move = useKernelCommand('appointment.moveAct')
  const resume = useKernelCommand('appointment.resumeAct')
  const mend = useKernelCommand('appointment.mendVerbs')
  const checks = useChecks(board.session.id)
  const [selected, setSelected] = useState<string | null>(nomination.acts[0]?.id ?? null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const { acts } = nomination
  const act = acts.find(({ id }) => id === selected) ?? acts[0] ?? null
  const at = act ? acts.indexOf(act) : -1
  const ticked = acts.filter((one) => marked.has(one.id) && isAskable(one))
  const askable = ticked.length > 0 ? ticked : acts.filter(isAskable)
  const mark = (id: string) =>
    setMarked((old) =>
      old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id]),
    )
  const shift = (by: 1 | -1) => () => {
    if (act && acts[at + by]) void move.run({ id: act.id, rev: act.rev, position: at + by + 1 })
  }
  const select = (by: 1 | -1) => () => setSelected(acts[at + by]?.id ?? act?.id ?? null)
  const open = (one: Act) => {
    if (one.questionId) go('ballot', { itemId: nomination.itemId, questionId: one.questionId })
    else if (isFree(one) && !board.closed) {
      setSelected(one.id)
      onDialog('act')
    }
  }
  const free = act !== null && isFree(act) && !board.closed
  // Of those marked, else of all.
  const mendable = (ticked.length > 0 ? ticked : acts.filter(isFree)).filter(({ id }) =>
    (checks.findings.get(id) ?? []).some((finding) => verbMending(finding) !== null),
  )
  const mendVerbs = () => void mend.run({ acts: mendable.map(({ id, rev }) => ({ id, rev })) })
  const canAsk = askable.length > 0 && !board.closed
  useAction('appointment.add', () => onDialog('new-act'), !board.closed)
  useAction('appointment.edit', () => onDialog('act'), free)
  useAction('appointment.open', () => act && open(act), act !== null)
  const asked = act ? unvotedQuestion(act, board) : null
  useAction(
    'appointment.withdraw',
    () => onDialog('withdraw'),
    free || (asked !== null && !board.closed),
  )
  // Those marked, else the one on hand.
  const regrouped = ticked.length > 0 ? ticked : free ? [act] : []
  useAction('appointment.regroup', () => onDialog('regroup'), regrouped.length > 0 && !board.closed)
  useAction(
    'appointment.remove',
    () => onDialog(asked ? 'unask' : 'remove'),
    free || (asked !== null && !board.closed),
  )
  const deferred = act?.outcome === 'deferred'
  const takeUp = () => act && void resume.run({ id: act.id, rev: act.rev })
  useAction(
    'appointment.defer',
    () => (deferred ? takeUp() : onDialog('defer')),
    free && act.act !== 'end',
  )
  useAction('appointment.moveUp', shift(-1), at > 0 && !board.closed)
  useAction('appointment.moveDown', shift(1), at >= 0 && at < acts.length - 1 && !board.closed)
  useAction('appointment.up', select(-1), at > 0)
  useAction('appointment.down', select(1), at >= 0 && at < acts.length - 1)
  useAction('appointment.mark', () => act && mark(act.id), act !== null && isAskable(act))
  useAction('appointment.individually', () => onDialog('individually'), canAsk)
  useAction('appointment.merged', () => onDialog('merged'), canAsk)
  const { awaited, exams } = awaitedOf(nomination, checks)
  const canReceive = awaited.length > 0 && !board.closed
  useAction('appointment.receive', () => onDialog('receive'), canReceive)
  const today = nomination.receivedOn ?? dayOf(localMoment(kernelNow()))
  const close = () => onDialog(null)
  const item = board.session.items.find(({ id }) => id === nomination.itemId)
  return (
    <div className="appointment-nomination">
      <header>
        <div>
          <h2>{t('appointment.proposedBy', { name: nomination.nominator })}</h2>
          <p>
            {t(`appointment.nominatorKind.${nomination.nominatorKind}`)}
            {item ? ` · ${item.title}` : ''}
          </p>
        </div>
        <div className="kit-row">
          {canReceive ? (
            <Button chord="Shift+A" onClick={() => onDialog('receive')}>
              {t('appointment.receive')}
            </Button>
          ) : null}
          <Button chord="Shift+E" disabled={board.closed} onClick={() => onDialog('nomination')}>
            {t('appointment.editNomination')}
          </Button>
          <Button chord="M" disabled={!canAsk} onClick={() => onDialog('merged')}>
            {t('appointment.mannerName.merged')}
          </Button>
          <Button
            tone="primary"
            icon="vote"
            chord="Shift+M"
            disabled={!canAsk}
            onClick={() => onDialog('individually')}
          >
            {t('appointment.individuallyOf', { count: askable.length })}
          </Button>
        </div>
      </header>
      <MendLine
        count={board.closed ? 0 : mendable.length}
        pending={mend.pending}
        onMend={mendVerbs}
      />
      <NominationFindings acts={acts} findings={checks.all} closed={board.closed} />
      <div className="appointment-work">
        <ActTable
          nomination={nomination}
          board={board}
          checks={checks}
          selected={act?.id ?? null}
          marked={marked}
          onSelect={setSelected}
          onMark={mark}
          onOpen={open}
        />
        {act ? (
          <ActPanel
            act={act}
            board={board}
            checks={checks}
            today={today}
            onEdit={() => onDialog('act')}
            onDefer={() => onDialog('defer')}
            onResume={takeUp}
            onRegroup={() => onDialog('regroup')}
            onWithdraw={() => onDialog('withdraw')}
            onUnask={() => onDialog('unask')}
            onOpen={() => open(act)}
          >
            <DossierPanel key={act.id} actId={act.id} personId={act.personId} />
          </ActPanel>
        ) : null}
      </div>
      {dialog === 'new-act' ? (
        <ActDialog nomination={nomination} act={null} onClose={close} />
      ) : null}
      {dialog === 'act' && act ? (
        <ActDialog nomination={nomination} act={act} onClose={close} />
      ) : null}
      {dialog === 'withdraw' && act ? (
        <WithdrawDialog act={act} question={asked} onClose={close} />
      ) : null}
      {dialog === 'defer' && act ? <DeferDialog act={act} onClose={close} /> : null}
      {dialog === 'regroup' && regrouped.length > 0 ? (
        <RegroupDialog acts={regrouped} onDone={() => setMarked(new Set())} onClose={close} />
      ) : null}
      {dialog === 'receive' && canReceive ? (
        <ReceiveDialog {...{ nomination, awaited, exams, today }} onClose={close} />
      ) : null}
      {dialog === 'remove' && act ? <RemoveDialog act={act} onClose={close} /> : null}
      {dialog === 'unask' && asked ? <UnaskDialog question={asked} onClose={close} /> : null}
      {dialog === 'individually' || dialog === 'merged' ? (
        <AskActsDialog
          nomination={nomination}
          acts={askable}
          findings={checks.all}
          manner={dialog}
          onDone={() => setMarked(new Set())}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
