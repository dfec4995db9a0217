import './incident.css'
import { useState } from 'react'
import type { Incident } from '../../shared/contract/incident.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Badge, Button, Dialog, Loaded, Note } from '../ui/index.ts'
import { NoteDialog, roundsOf, type Round } from './NoteDialog.tsx'

type Asked = { what: 'note'; corrected: Incident | null } | { what: 'list' }

/** The incidents of a sitting: how many there are, the list, and a note with one key. */
export const IncidentPanel = ({ sitting }: { sitting: Sitting }) => {
  const t = useT()
  const [asked, setAsked] = useState<Asked | null>(null)
  const list = useKernelQuery('incident.list', { sittingId: sitting.id })
  const session = useKernelQuery('session.get', { id: sitting.sessionId })
  const questions = useKernelQuery('ballot.questions', { sessionId: sitting.sessionId })
  const closed = session.data?.state === 'closed'
  const note = (corrected: Incident | null = null) => setAsked({ what: 'note', corrected })
  useAction('incident.note', () => note(), !closed)
  useAction('incident.list', () => setAsked({ what: 'list' }))
  const rounds = roundsOf(questions.data ?? [], sitting.id)
  const count = list.data?.length ?? 0
  return (
    <section className="incident-panel" aria-label={t('incident.title')}>
      {closed ? null : (
        <Button size="s" icon="warning" chord="G" onClick={() => note()}>
          {t('incident.note')}
        </Button>
      )}
      {count > 0 ? (
        <Button size="s" tone="quiet" onClick={() => setAsked({ what: 'list' })}>
          {t('incident.listOf', { count })}
        </Button>
      ) : null}
      {asked?.what === 'list' ? (
        <Dialog open title={t('incident.title')} width={680} onClose={() => setAsked(null)}>
          <Loaded query={list}>
            {(incidents) => (
              <Incidents
                incidents={inChains(incidents)}
                rounds={rounds}
                onCorrect={closed ? undefined : note}
              />
            )}
          </Loaded>
        </Dialog>
      ) : null}
      {asked?.what === 'note' ? (
        <NoteDialog
          sitting={sitting}
          rounds={rounds}
          corrected={asked.corrected}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </section>
  )
}

/** In order of time, each note followed by what puts it right. */
const inChains = (incidents: readonly Incident[]): Incident[] => {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]))
  const withLater = (incident: Incident): Incident[] => {
    const later = byId.get(incident.correctedBy ?? '')
    return later ? [incident, ...withLater(later)] : [incident]
  }
  return incidents.filter(({ correctsId }) => correctsId === null).flatMap(withLater)
}

const Incidents = ({
  incidents,
  rounds,
  onCorrect,
}: {
  incidents: readonly Incident[]
  rounds: readonly Round[]
  onCorrect: ((incident: Incident) => void) | undefined
}) => {
  const t = useT()
  if (incidents.length === 0) return <Note>{t('incident.none')}</Note>
  const remarkOf = ({ operator, voteId, correctsId, correctedBy }: Incident): string => {
    const round = rounds.find(({ vote }) => vote.id === voteId)
    const parts = [
      t('incident.by', { name: operator }),
      round ? t('incident.round', { title: round.title, round: round.vote.round }) : '',
      correctsId === null ? '' : t('incident.corrects'),
      correctedBy === null ? '' : t('incident.corrected'),
    ]
    return parts.filter(Boolean).join(' · ')
  }
  return (
    <ol className="incident-list">
      {incidents.map((incident) => {
        const { id, at, kind, text, correctsId, correctedBy } = incident
        return (
          <li
            key={id}
            data-corrected={correctedBy !== null || undefined}
            data-corrects={correctsId !== null || undefined}
          >
            <time dateTime={at}>{formatTime(at)}</time>
            <Badge tone={correctedBy === null ? 'warn' : 'plain'}>
              {t(`incident.kinds.${kind}`)}
            </Badge>
            <p>
              <span>{text}</span>
              <small>{remarkOf(incident)}</small>
            </p>
            {onCorrect && correctedBy === null ? (
              <Button size="s" onClick={() => onCorrect(incident)}>
                {t('incident.correct')}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
