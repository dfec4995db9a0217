import type { ReactNode } from 'react'
import type { Act } from '../../shared/contract/appointment.ts'
import { actSentence } from '../../shared/papers/wording.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from '../ui/index.ts'
import { ActFindings } from './Findings.tsx'
import { MaterialList } from './Materials.tsx'
import { PersonMatch, PostMatches } from './PostMatches.tsx'
import { isFree, unvotedQuestion, type Board } from './useBoard.ts'
import type { Checks } from './useChecks.ts'

/** Everything there is to know and to do about the act chosen, beside the list. */
export const ActPanel = ({
  act,
  board,
  checks,
  today,
  onEdit,
  onDefer,
  onResume,
  onRegroup,
  onWithdraw,
  onUnask,
  onOpen,
  children,
}: {
  act: Act
  board: Board
  checks: Checks
  today: string
  onEdit: () => void
  onDefer: () => void
  onResume: () => void
  onRegroup: () => void
  onWithdraw: () => void
  onUnask: () => void
  onOpen: () => void
  /** Further sections. */
  children?: ReactNode
}) => {
  const t = useT()
  const free = isFree(act) && !board.closed
  const findings = checks.findings.get(act.id) ?? []
  const materials = checks.materials.get(act.id) ?? []
  const missing = materials.filter(({ required, fact }) => required && fact === null).length
  return (
    <div className="appointment-panel" aria-label={t('appointment.panel')} role="region">
      <header>
        <h2>{actSentence(act.verb, act.act, [act.personName], act.post)}</h2>
        {act.reason ? <p>{act.reason}</p> : null}
        {act.deferredReason === null ? null : (
          <p className="appointment-deferred">
            {t('appointment.deferredFor', { reason: act.deferredReason })}
          </p>
        )}
        {free ? (
          <div className="kit-row">
            <Button size="s" chord="E" onClick={onEdit}>
              {t('common.edit')}
            </Button>
            <Button size="s" chord="Z" onClick={onRegroup}>
              {t('appointment.regroup')}
            </Button>
            {act.act === 'end' ? null : act.outcome === 'deferred' ? (
              <Button size="s" chord="Shift+D" onClick={onResume}>
                {t('appointment.resume')}
              </Button>
            ) : (
              <Button size="s" chord="Shift+D" onClick={onDefer}>
                {t('appointment.defer')}
              </Button>
            )}
          </div>
        ) : null}
        {unvotedQuestion(act, board) && !board.closed ? (
          <>
            <p className="appointment-none">{t('appointment.askedHint')}</p>
            <div className="kit-row">
              <Button size="s" chord="W" onClick={onWithdraw}>
                {t('appointment.withdraw')}
              </Button>
              <Button size="s" chord="Delete" onClick={onUnask}>
                {t('ballot.drop')}
              </Button>
              <Button size="s" chord="Enter" onClick={onOpen}>
                {t('ballot.goThere')}
              </Button>
            </div>
          </>
        ) : null}
      </header>
      <Section title={t('appointment.section.findings')}>
        <ActFindings key={act.id} act={act} findings={findings} closed={board.closed} />
      </Section>
      <Section title={t('appointment.section.posts')}>
        <PostMatches
          key={act.id}
          act={act}
          posts={checks.posts.get(act.id) ?? []}
          closed={board.closed}
        />
      </Section>
      <Section title={t('appointment.section.person')}>
        <PersonMatch
          act={act}
          closed={board.closed}
          asksDeputy={findings.some(({ code }) => code === 'not-deputy')}
        />
      </Section>
      <Section
        title={t('appointment.section.materials')}
        note={missing > 0 ? t('appointment.missingCount', { count: missing }) : ''}
      >
        <MaterialList act={act} materials={materials} closed={board.closed} today={today} />
      </Section>
      {children}
    </div>
  )
}

const Section = ({
  title,
  note = '',
  children,
}: {
  title: string
  note?: string
  children: ReactNode
}) => (
  <section className="appointment-section">
    <h3>
      {title}
      {note ? <small>{note}</small> : null}
    </h3>
    {children}
  </section>
)
