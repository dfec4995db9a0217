import { useEffect, useRef } from 'react'
import type { Question, Vote, VoteMethod } from '../../shared/contract/ballot.ts'
import type { NotPressedPolicy } from '../../shared/rules/tally.ts'
import { tallySentence } from '../../shared/rules/verdict-sentence.ts'
import { tell, useT } from '../lib/i18n.ts'

/** What is read aloud: the asking before the vote, the result once it is locked and never before. */
export const Script = ({
  question,
  method,
  locked,
  policy,
}: {
  question: Question
  method: VoteMethod
  locked: Vote | null
  policy: NotPressedPolicy
}) => {
  const t = useT()
  const box = useRef<HTMLElement>(null)
  const lockedId = locked?.id
  useEffect(() => {
    const { current } = box
    if (current) current.scrollTop = lockedId === undefined ? 0 : current.scrollHeight
  }, [lockedId])
  return (
    <section ref={box} className="ballot-script" aria-label={t('ballot.script.title')} tabIndex={0}>
      <h2>{t('ballot.script.title')}</h2>
      <p data-dim>{t(`ballot.script.ready.${method}`)}</p>
      <p>{t(`ballot.script.ask.${method}`, { title: question.title })}</p>
      <p data-dim>{t(locked ? 'ballot.script.pause' : 'ballot.script.later')}</p>
      {locked ? (
        <p>
          {t('ballot.script.result')}
          <Result vote={locked} policy={policy} />
        </p>
      ) : null}
    </section>
  )
}

/** The totals as announced, the figures marked so that none is misread. */
const Result = ({ vote, policy }: { vote: Vote; policy: NotPressedPolicy }) => {
  const t = useT()
  const verdict = vote.outcome?.verdict
  const said = vote.tally
    ? tell(tallySentence(vote.tally, vote.method, policy))
    : tell({ key: 'verdict.tally.tacit' })
  return (
    <>
      {said
        .split(/(\d+)/)
        .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}
      {verdict ? t('ballot.script.verdict', { verdict: t(`verdict.name.${verdict}`) }) : null}
    </>
  )
}
