import './appointment.css'
import './review.css'
import { useState } from 'react'
import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { usePlace } from '../lib/place.ts'
import { NoSession, useCurrent } from '../session/index.ts'
import { Button, EmptyState, Loaded, Screen, SplitLayout } from '../ui/index.ts'
import { NominationDialog } from './NominationDialog.tsx'
import { Nominations } from './Nominations.tsx'
import { NominationView, type DialogName } from './NominationView.tsx'
import { ReadView } from './ReadView.tsx'
import { useBoard, type Board } from './useBoard.ts'

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
        <ReadView nomination={nomination} onAdded={setChosen} onClose={() => setReading(false)} />
      ) : (
        <SplitLayout
          leftWidth={212}
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
      {count('withdrawn') > 0 && t('appointment.countsWithdrawn', { count: count('withdrawn') })}
      {count('deferred') > 0 && t('appointment.countsDeferred', { count: count('deferred') })}
    </span>
  )
}
