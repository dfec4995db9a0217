import './session.css'
import { useState } from 'react'
import type { SessionDetail, SessionSummary } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { go, usePlace } from '../lib/place.ts'
import { Button, EmptyState, Loaded, Screen, SplitLayout } from '../ui/index.ts'
import { currentSession } from './current.ts'
import { Overview } from './Overview.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { SessionList } from './SessionList.tsx'

/** The sessions of the term, and of the chosen one what is ready and what is missing. */
export const SessionScreen = () => {
  const sessions = useKernelQuery('session.list', {})
  return <Loaded query={sessions}>{(list) => <Sessions sessions={list} />}</Loaded>
}

const Sessions = ({ sessions }: { sessions: readonly SessionSummary[] }) => {
  const t = useT()
  const chosen = usePlace((state) => state.sessionId)
  const session = currentSession(sessions, chosen)
  const [editing, setEditing] = useState<'new' | SessionSummary | null>(null)
  const step = (by: 1 | -1) => () => {
    const next = session && sessions[sessions.indexOf(session) + by]
    if (next) go('session', { sessionId: next.id })
  }
  const edit = () => setEditing(session)
  useAction('session.new', () => setEditing('new'))
  useAction('session.edit', edit, session !== null && session.state !== 'closed')
  useAction('session.up', step(-1), sessions.length > 1)
  useAction('session.down', step(1), sessions.length > 1)
  return (
    <Screen
      flush
      title={t('session.title')}
      note={<span>{t('session.count', { count: sessions.length })}</span>}
      actions={
        <Button icon="add" chord="N" onClick={() => setEditing('new')}>
          {t('session.command.new')}
        </Button>
      }
    >
      {session ? (
        <SplitLayout
          leftWidth={264}
          left={<SessionList sessions={sessions} selected={session.id} />}
        >
          <SessionOverview key={session.id} id={session.id} onEdit={edit} />
        </SplitLayout>
      ) : (
        <EmptyState
          icon="house"
          title={t('session.none')}
          action={
            <Button tone="primary" icon="add" onClick={() => setEditing('new')}>
              {t('session.command.new')}
            </Button>
          }
        >
          {t('session.emptyHint')}
        </EmptyState>
      )}
      {editing === null ? null : (
        <SessionDialog
          session={editing === 'new' ? null : editing}
          last={sessions[0] ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </Screen>
  )
}

const SessionOverview = ({ id, onEdit }: { id: string; onEdit: () => void }) => {
  const detail = useKernelQuery('session.get', { id })
  return (
    <Loaded query={detail}>
      {(session: SessionDetail) => <Overview session={session} onEdit={onEdit} />}
    </Loaded>
  )
}
