import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { tallySentence } from '../../shared/rules/verdict-sentence.ts'
import { formatTime } from '../lib/formats.ts'
import { tell, useT, type Say } from '../lib/i18n.ts'
import { Badge } from '../ui/index.ts'

/**
 * Every round and every correction, the newest first: the box shows two lines, and what counts must be one of them.
 * Nothing that was once recorded goes away.
 */
export const Rounds = ({ question }: { question: Question }) => {
  const t = useT()
  const past = question.votes.filter((vote) => vote.state !== 'open')
  const plain = past.length === 1 && past[0]?.id === question.standing?.id
  if (past.length === 0 || plain) return null
  return (
    <section className="ballot-rounds" aria-label={t('ballot.rounds.title')} tabIndex={0}>
      <h2>{t('ballot.rounds.title')}</h2>
      <ol reversed>
        {past.toReversed().map((vote) => (
          <Round key={vote.id} vote={vote} counts={vote.id === question.standing?.id} />
        ))}
      </ol>
    </section>
  )
}

const whatOf = (vote: Vote, t: Say): string => {
  if (vote.state === 'void') return t('ballot.rounds.voided', { reason: vote.voidReason })
  const said = vote.tally
    ? tell(tallySentence(vote.tally, vote.method, 'separate'))
    : t('ballot.tacitSaid')
  return vote.correctsId
    ? `${said}${t('ballot.rounds.corrected', { reason: vote.correctionReason, witness: vote.witness })}`
    : said
}

const Round = ({ vote, counts }: { vote: Vote; counts: boolean }) => {
  const t = useT()
  const verdict = vote.outcome?.verdict
  const replaced = vote.state === 'locked' && !counts
  return (
    <li data-replaced={replaced || undefined}>
      <b>
        {vote.correctsId ? t('ballot.rounds.correction') : t('ballot.round', { round: vote.round })}
      </b>
      <span>{t(`verdict.method.${vote.method}`)}</span>
      <span className="ballot-round-what">{whatOf(vote, t)}</span>
      {vote.state === 'void' ? <Badge tone="warn">{t('ballot.mark.void')}</Badge> : null}
      {verdict && counts ? (
        <Badge tone={verdict === 'passed' ? 'good' : 'bad'}>{t(`verdict.name.${verdict}`)}</Badge>
      ) : null}
      {replaced ? <Badge>{t('ballot.rounds.replaced')}</Badge> : null}
      <time>{formatTime(vote.closedAt)}</time>
    </li>
  )
}
