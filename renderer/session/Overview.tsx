import { useState } from 'react'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatNumeral } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { go } from '../lib/place.ts'
import { Badge, Button, Facts, Note, Panel, StateMark } from '../ui/index.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { sessionName } from './names.ts'
import type { Check } from './check.ts'
import { leftOpen } from './readiness.ts'
import { daysOf, sessionTone } from './SessionList.tsx'
import { Sittings } from './Sittings.tsx'
import { useReadiness } from './useReadiness.ts'

/** One session: its facts, sittings, agenda, what is ready and what is missing. */
export const Overview = ({ session, onEdit }: { session: SessionDetail; onEdit: () => void }) => {
  const t = useT()
  const checks = useReadiness(session)
  const [closing, setClosing] = useState(false)
  const closed = session.state === 'closed'
  const close = () => setClosing(true)
  useAction('session.close', close, !closed)
  return (
    <div className="session-overview">
      <header>
        <div>
          <h2>
            {sessionName(session)}
            <Badge tone={sessionTone[session.state]}>{t(`session.state.${session.state}`)}</Badge>
            {session.extraordinary ? (
              <Badge tone="plain">{t('session.extraordinary')}</Badge>
            ) : null}
          </h2>
          <Facts
            items={[
              { label: t('session.days'), value: daysOf(session) },
              { label: t('session.place'), value: session.place || t('session.unset') },
              { label: t('session.chair'), value: session.chairName ?? t('session.unset') },
            ]}
          />
        </div>
        {closed ? null : (
          <div className="kit-row">
            <Button icon="edit" chord="E" onClick={onEdit}>
              {t('session.command.edit')}
            </Button>
            <Button icon="lock" chord="Mod+Enter" onClick={close}>
              {t('session.command.close')}
            </Button>
          </div>
        )}
      </header>
      {closed ? <Note>{t('session.closedNote')}</Note> : null}
      <div className="session-parts">
        <div className="session-column">
          <Sittings session={session} />
          <AgendaSummary session={session} />
        </div>
        <Panel title={t('session.ready.title')}>
          <ul className="session-checks">
            {checks?.map((check) => (
              <CheckLine key={check.name} check={check} />
            ))}
          </ul>
        </Panel>
      </div>
      {closing ? (
        <CloseDialog
          session={session}
          open={leftOpen(checks ?? [])}
          onClose={() => setClosing(false)}
        />
      ) : null}
    </div>
  )
}

const CheckLine = ({ check }: { check: Check }) => {
  const t = useT()
  return (
    <li data-check={check.name}>
      <StateMark tone={check.tone} label={t(`session.tone.${check.tone}`)} />
      <span>{t(check.key, check.params)}</span>
      {check.place === 'session' ? null : (
        <Button size="s" tone="quiet" onClick={() => go(check.place)}>
          {t(`app.place.${check.place}`)}
        </Button>
      )}
    </li>
  )
}

const AgendaSummary = ({ session }: { session: SessionDetail }) => {
  const t = useT()
  return (
    <Panel
      title={t('session.agenda')}
      note={t('session.items', { count: session.items.length })}
      actions={
        <Button size="s" icon="list" onClick={() => go('agenda')}>
          {t('session.toAgenda')}
        </Button>
      }
    >
      {session.items.length === 0 ? (
        <Note>{t('session.noItems')}</Note>
      ) : (
        <ol className="session-agenda">
          {session.items.map((item) => (
            <li key={item.id} data-state={item.state}>
              <i>{formatNumeral(item.position)}</i>
              <span>
                {item.title}
                {item.written ? t('session.writtenMark') : ''}
              </span>
              <small>{t(`session.itemState.${item.state}`)}</small>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
