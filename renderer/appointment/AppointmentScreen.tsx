import './appointment.css'
import { useState } from 'react'
import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { incompatibleOffices } from '../../shared/rules/incompatible.ts'
import { useAction } from '../lib/commands.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { go, usePlace } from '../lib/place.ts'
import { NoSession, useCurrent } from '../session/index.ts'
import { Button, EmptyState, Finding, Loaded, Screen, SplitLayout } from '../ui/index.ts'
import { ActDialog } from './ActDialog.tsx'
import { AskActsDialog, RemoveDialog, WithdrawDialog, type Manner } from './ActActions.tsx'
import { ActTable } from './ActTable.tsx'
import { NominationDialog } from './NominationDialog.tsx'
import { Nominations } from './Nominations.tsx'
import { ReadView } from './ReadView.tsx'
import { isAskable, isFree, useBoard, type Board } from './useBoard.ts'

/** Nominations and their acts, from the proposed text to the vote and what came of it. */
export const AppointmentScreen = () => {
  const current = useCurrent()
  return (
    <Loaded query={current}>
      {({ session }) =>
        session ? <SessionBoard key={session.id} session={session} /> : <NoSession icon="gavel" />
      }
    </Loaded>
  )
}

const SessionBoard = ({ session }: { session: SessionDetail }) => {
  const query = useBoard(session)
  return <Loaded query={query}>{(board) => <BoardView board={board} />}</Loaded>
}

type DialogName = 'act' | 'new-act' | 'withdraw' | 'remove' | 'nominate' | 'nomination' | Manner

const BoardView = ({ board }: { board: Board }) => {
  const t = useT()
  const itemId = usePlace((state) => state.itemId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const [reading, setReading] = useState(false)
  const [wantsText, setWantsText] = useState(false)
  const { nominations, closed } = board
  const nomination =
    nominations.find(({ id }) => id === chosen) ??
    nominations.find((one) => one.itemId === itemId) ??
    nominations[0] ??
    null
  const step = (by: 1 | -1) => () => {
    const next = nomination && nominations[nominations.indexOf(nomination) + by]
    if (next) setChosen(next.id)
  }
  const read = () => {
    if (nomination) return setReading(true)
    setWantsText(true)
    setDialog('nominate')
  }
  const at = !reading
  useAction('appointment.read', read, at && !closed)
  useAction('appointment.nominate', () => setDialog('nominate'), at && !closed)
  useAction(
    'appointment.editNomination',
    () => setDialog('nomination'),
    at && nomination !== null && !closed,
  )
  useAction('appointment.previous', step(-1), at && nominations.length > 1)
  useAction('appointment.following', step(1), at && nominations.length > 1)
  const close = () => {
    setDialog(null)
    setWantsText(false)
  }
  return (
    <Screen
      flush
      title={t('appointment.title')}
      note={<Counts nominations={nominations} />}
      actions={
        reading ? null : (
          <>
            <Button icon="paper" chord="Mod+I" disabled={closed} onClick={read}>
              {t('appointment.read')}
            </Button>
            {nomination ? (
              <Button icon="add" chord="N" disabled={closed} onClick={() => setDialog('new-act')}>
                {t('appointment.add')}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {reading && nomination ? (
        <ReadView nomination={nomination} onClose={() => setReading(false)} />
      ) : (
        <SplitLayout
          leftWidth={244}
          left={
            <Nominations
              board={board}
              selected={nomination?.id ?? null}
              onSelect={setChosen}
              onAdd={() => setDialog('nominate')}
            />
          }
        >
          {nomination ? (
            <NominationView
              key={nomination.id}
              nomination={nomination}
              board={board}
              dialog={dialog}
              onDialog={setDialog}
            />
          ) : (
            <EmptyState
              icon="gavel"
              title={t('appointment.noNominations')}
              action={
                <Button tone="primary" disabled={closed} onClick={() => setDialog('nominate')}>
                  {t('appointment.nominate')}
                </Button>
              }
            >
              {t('appointment.noNominationsHint')}
            </EmptyState>
          )}
        </SplitLayout>
      )}
      {dialog === 'nominate' || (dialog === 'nomination' && nomination) ? (
        <NominationDialog
          board={board}
          nomination={dialog === 'nomination' ? nomination : null}
          itemId={itemId}
          onSaved={(id) => {
            setChosen(id)
            if (wantsText) setReading(true)
          }}
          onClose={close}
        />
      ) : null}
    </Screen>
  )
}

const Counts = ({ nominations }: { nominations: readonly Nomination[] }) => {
  const t = useT()
  const acts = nominations.flatMap((one) => one.acts)
  const count = (outcome: Act['outcome']) => acts.filter((act) => act.outcome === outcome).length
  return (
    <span>
      {t('appointment.counts', {
        all: acts.length,
        passed: count('passed'),
        failed: count('failed'),
        pending: count('pending'),
      })}
    </span>
  )
}

/** One nomination: who made it, its acts, and everything that can be done with them. */
const NominationView = ({
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
  const canAsk = askable.length > 0 && !board.closed
  useAction('appointment.add', () => onDialog('new-act'), !board.closed)
  useAction('appointment.edit', () => onDialog('act'), free)
  useAction('appointment.open', () => act && open(act), act !== null)
  useAction('appointment.withdraw', () => onDialog('withdraw'), free)
  useAction('appointment.remove', () => onDialog('remove'), free)
  useAction('appointment.moveUp', shift(-1), at > 0 && !board.closed)
  useAction('appointment.moveDown', shift(1), at >= 0 && at < acts.length - 1 && !board.closed)
  useAction('appointment.up', select(-1), at > 0)
  useAction('appointment.down', select(1), at >= 0 && at < acts.length - 1)
  useAction('appointment.mark', () => act && mark(act.id), act !== null && isAskable(act))
  useAction('appointment.individually', () => onDialog('individually'), canAsk)
  useAction('appointment.merged', () => onDialog('merged'), canAsk)
  const close = () => onDialog(null)
  const item = board.session.items.find(({ id }) => id === nomination.itemId)
  const all = board.nominations.flatMap((one) => one.acts)
  const incompatible = incompatibleOffices(acts, all)
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
      {incompatible.map((message) => (
        <Finding key={tell(message)} tone="warn">
          {tell(message)}
        </Finding>
      ))}
      <ActTable
        nomination={nomination}
        board={board}
        selected={act?.id ?? null}
        marked={marked}
        onSelect={setSelected}
        onMark={mark}
        onOpen={open}
      />
      {dialog === 'new-act' ? (
        <ActDialog nomination={nomination} act={null} onClose={close} />
      ) : null}
      {dialog === 'act' && act ? (
        <ActDialog nomination={nomination} act={act} onClose={close} />
      ) : null}
      {dialog === 'withdraw' && act ? <WithdrawDialog act={act} onClose={close} /> : null}
      {dialog === 'remove' && act ? <RemoveDialog act={act} onClose={close} /> : null}
      {dialog === 'individually' || dialog === 'merged' ? (
        <AskActsDialog
          nomination={nomination}
          acts={askable}
          manner={dialog}
          onDone={() => setMarked(new Set())}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
