import { Fragment, useEffect, useRef } from 'react'
import type { SessionState, SessionSummary } from '../../shared/contract/session.ts'
import { formatDay, formatNumeral } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { go } from '../lib/place.ts'
import { Badge, type Tone } from '../ui/index.ts'
import { shortName } from './names.ts'

export const sessionTone: Record<SessionState, Tone> = {
  planned: 'plain',
  open: 'seal',
  closed: 'good',
}

/** A session's days: one, or from one to another. */
export const daysOf = ({
  startsOn,
  endsOn,
}: Pick<SessionSummary, 'startsOn' | 'endsOn'>): string =>
  startsOn === endsOn ? formatDay(startsOn) : `${formatDay(startsOn)} – ${formatDay(endsOn)}`

/** Newest first, under their terms where there are several; the arrow keys of the screen move the choice. */
export const SessionList = ({
  sessions,
  selected,
}: {
  sessions: readonly SessionSummary[]
  selected: string
}) => {
  const t = useT()
  const list = useRef<HTMLElement>(null)
  const mixed = new Set(sessions.map(({ termNumber }) => termNumber)).size > 1
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <nav ref={list} className="kit-choices session-list" aria-label={t('session.title')}>
      {sessions.map((session, index) => (
        <Fragment key={session.id}>
          {mixed && session.termNumber !== sessions[index - 1]?.termNumber ? (
            <h3>{t('body.currentTerm', { number: formatNumeral(session.termNumber) })}</h3>
          ) : null}
          <button
            type="button"
            aria-current={session.id === selected || undefined}
            onClick={() => go('session', { sessionId: session.id })}
          >
            <b>{shortName(session.number)}</b>
            <Badge tone={sessionTone[session.state]}>{t(`session.state.${session.state}`)}</Badge>
            <span>{daysOf(session)}</span>
            <small>{t('session.items', { count: session.itemCount })}</small>
          </button>
        </Fragment>
      ))}
    </nav>
  )
}
