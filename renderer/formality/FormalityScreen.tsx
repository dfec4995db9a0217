import './formality.css'
import { useState, type ReactNode } from 'react'
import { SETTLED_SHOWN, type Aftermath } from '../../shared/contract/formality.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { announce } from '../lib/announce.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { go } from '../lib/place.ts'
import { NoSession, sessionName, useCurrent } from '../session/index.ts'
import { Badge, Button, EmptyState, Loaded, Note, Screen, Tabs } from '../ui/index.ts'
import { Blanks } from './Blanks.tsx'
import { DayRules } from './DayRules.tsx'
import { MadeList } from './MadeList.tsx'
import { MakeBar } from './MakeBar.tsx'
import { Worklist } from './Worklist.tsx'

const views = ['session', 'all', 'settled'] as const
type View = (typeof views)[number]

/** What is to be done once acts have passed: of the session chosen, all that is still open, what was seen to last. */
export const FormalityScreen = () => {
  const current = useCurrent()
  const [view, setView] = useState<View>('session')
  const at = views.indexOf(view)
  const turn = (to: View | undefined) => () => to && setView(to)
  useAction('formality.nextView', turn(views[at + 1]), at < views.length - 1)
  useAction('formality.previousView', turn(views[at - 1]), at > 0)
  if (view === 'all') return <AllOpen onView={setView} />
  if (view === 'settled') return <Settled onView={setView} />
  return (
    <Loaded query={current}>
      {({ session }) =>
        session ? (
          <OfSession key={session.id} session={session} onView={setView} />
        ) : (
          <Frame view="session" onView={setView}>
            <NoSession icon="checks" />
          </Frame>
        )
      }
    </Loaded>
  )
}

/** Whatever may change what sessions and ends ask for. */
const everySession = ['formality', 'appointment'] as const

type Viewing = { view: View; onView: (view: View) => void }

/** The screen with its views to choose from, and what is told beside them. */
const Frame = ({
  view,
  onView,
  note,
  actions,
  children,
}: Viewing & { note?: ReactNode; actions?: ReactNode; children: ReactNode }) => {
  const t = useT()
  return (
    <Screen
      flush
      title={t('formality.title')}
      note={
        <div className="formality-head">
          <Tabs<View>
            label={t('formality.views')}
            value={view}
            options={views.map((value) => ({ value, label: t(`formality.view.${value}`) }))}
            onChange={onView}
          />
          {note}
        </div>
      }
      actions={actions}
    >
      {children}
    </Screen>
  )
}

/** Reckons anew, by the button or the command, and says so. */
const useAgain = (run: () => Promise<{ ok: boolean }>, pending: boolean): (() => void) => {
  const t = useT()
  const again = async () => {
    if ((await run()).ok) announce(t('formality.told.rework'))
  }
  const start = () => void again()
  useAction('formality.rework', start, !pending)
  return start
}

const OfSession = ({ session, onView }: Pick<Viewing, 'onView'> & { session: SessionDetail }) => {
  const t = useT()
  const { id: sessionId } = session
  const topics = ['formality', 'appointment', 'ballot', 'papers', 'body'] as const
  const aftermath = useKernelQuery('formality.ofSession', { sessionId }, { topics })
  const rework = useKernelCommand('formality.rework')
  const again = useAgain(() => rework.run({ sessionId }), rework.pending)
  const nominations = useKernelQuery('appointment.nominations', { sessionId })
  const passed =
    nominations.data?.some(({ acts }) => acts.some(({ outcome }) => outcome === 'passed')) ?? false
  const any = (aftermath.data?.formalities.length ?? 0) > 0
  return (
    <Frame
      view="session"
      onView={onView}
      note={
        <>
          <span className="formality-session">{sessionName(session)}</span>
          {aftermath.data && any ? <Counts counts={aftermath.data.counts} /> : null}
        </>
      }
      actions={
        <>
          {any ? (
            <Button icon="reset" pending={rework.pending} onClick={again}>
              {t('formality.reworkShort')}
            </Button>
          ) : null}
          <MakeBar sessionId={sessionId} enabled={passed} />
        </>
      }
    >
      <Loaded query={aftermath}>
        {({ formalities, made, putRight, blanks }) => (
          <Worklist
            formalities={formalities}
            list="session"
            top={
              <>
                <DayRules formalities={formalities} pending={rework.pending} onRework={again} />
                <Blanks blanks={blanks} />
              </>
            }
            none={<Nothing passed={passed} onRework={again} />}
          >
            <MadeList made={made} putRight={putRight} />
          </Worklist>
        )}
      </Loaded>
    </Frame>
  )
}

/** Nothing is listed: nothing has passed, or it passed before such lists were kept. */
const Nothing = ({ passed, onRework }: { passed: boolean; onRework: () => void }) => {
  const t = useT()
  if (passed)
    return (
      <EmptyState
        icon="checks"
        title={t('formality.unlisted')}
        action={<Button onClick={onRework}>{t('formality.list')}</Button>}
      >
        {t('formality.unlistedHint')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon="checks"
      title={t('formality.none')}
      action={<Button onClick={() => go('appointment')}>{t('formality.toAppointment')}</Button>}
    >
      {t('formality.noneHint')}
    </EmptyState>
  )
}

const Counts = ({ counts }: { counts: Aftermath['counts'] }) => {
  const t = useT()
  const { due, overdue, done, waived } = counts
  return (
    <span className="formality-counts">
      {due === 0 ? (
        <Badge tone="good">{t('formality.count.none')}</Badge>
      ) : (
        <Badge tone={overdue > 0 ? 'bad' : 'warn'}>
          {t('formality.count.due', { count: due })}
        </Badge>
      )}
      {overdue > 0 ? <span>{t('formality.count.overdue', { count: overdue })}</span> : null}
      <span>{t('formality.count.done', { count: done })}</span>
      {waived > 0 ? <span>{t('formality.count.waived', { count: waived })}</span> : null}
    </span>
  )
}

const AllOpen = ({ onView }: Pick<Viewing, 'onView'>) => {
  const t = useT()
  const due = useKernelQuery('formality.due', {}, { topics: everySession })
  const rework = useKernelCommand('formality.reworkAll')
  const again = useAgain(() => rework.run({}), rework.pending)
  return (
    <Frame view="all" onView={onView}>
      <Loaded query={due}>
        {(formalities) => (
          <Worklist
            formalities={formalities}
            list="open"
            top={<DayRules formalities={formalities} pending={rework.pending} onRework={again} />}
            none={<EmptyState icon="checks" title={t('formality.nothingOpen')} />}
          />
        )}
      </Loaded>
    </Frame>
  )
}

/** What was seen to last; what follows from ends without a vote stands on no session's page and is all here. */
const Settled = ({ onView }: Pick<Viewing, 'onView'>) => {
  const t = useT()
  const settled = useKernelQuery('formality.settled', {}, { topics: everySession })
  const ofSessions = settled.data?.filter(({ sessionId }) => sessionId !== null).length ?? 0
  return (
    <Frame
      view="settled"
      onView={onView}
      note={
        ofSessions >= SETTLED_SHOWN ? (
          <Note>{t('formality.latestOnly', { count: SETTLED_SHOWN })}</Note>
        ) : null
      }
    >
      <Loaded query={settled}>
        {(formalities) => (
          <Worklist
            formalities={formalities}
            list="settled"
            none={<EmptyState icon="checks" title={t('formality.nothingSettled')} />}
          />
        )}
      </Loaded>
    </Frame>
  )
}
