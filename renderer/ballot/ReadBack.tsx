import type { Question, Vote } from '../../shared/contract/ballot.ts'
import type { Weighed } from '../../shared/rules/outcome.ts'
import { tallySentence } from '../../shared/rules/verdict-sentence.ts'
import { tell, useT } from '../lib/i18n.ts'
import { SumCheck, VerdictBox } from './PanelParts.tsx'

/**
 * What is read aloud and compared before the lock, in large type: what was voted on, the totals with nothing left out,
 * and that they add up. It says nothing of «passed»: that is announced once it is locked.
 */
export const ReadBack = ({
  question,
  vote,
  judgement,
  whole = false,
}: {
  question: Question
  vote: Vote
  judgement: Weighed
  /** Fills the middle of the desk, with the verdict to come; else it stands in place of the script. */
  whole?: boolean
}) => {
  const t = useT()
  const said = judgement.tally
    ? tell(tallySentence(judgement.tally, vote.method, 'separate'))
    : tell({ key: 'verdict.tally.tacit' })
  // Those voted on as one stand above, one by one.
  const count = question.actIds.length
  const what = count > 1 ? t('ballot.merged', { count }) : question.title
  return (
    <section
      className="ballot-readback"
      data-whole={whole || undefined}
      aria-label={t('ballot.readBack.title')}
      tabIndex={0}
    >
      <h2>{t('ballot.readBack.title')}</h2>
      <p className="ballot-readback-what">{what}</p>
      <p>
        {t('ballot.readBack.present', { present: vote.counts.present })}
        {marked(said)}
      </p>
      {whole ? (
        <>
          {judgement.tally ? (
            <SumCheck vote={vote} present={vote.counts.present} tally={judgement.tally} />
          ) : null}
          <VerdictBox verdict={judgement.verdict} sentence={judgement.sentence} pending />
        </>
      ) : null}
    </section>
  )
}

/** A sentence with its figures marked, so that none is misread. */
export const marked = (sentence: string) =>
  sentence
    .split(/(\d+)/)
    .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))
