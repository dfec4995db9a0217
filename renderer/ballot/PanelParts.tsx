import type { ReactNode } from 'react'
import type { Message } from '../../shared/contract/errors.ts'
import type { Tally, Vote, VoteMethod } from '../../shared/contract/ballot.ts'
import type { DecideInput } from '../../shared/rules/decide-input.ts'
import { thresholdOf, type Decision } from '../../shared/rules/verdict.ts'
import { tell, useT } from '../lib/i18n.ts'
import { sumOf } from './round.ts'

/** The numbers a majority may be taken of, each with its name, so that none is taken for another (rules.md §4.1). */
const denominatorsOf = ({ members, present, question }: DecideInput) => [
  { name: 'actual' as const, count: members.inOffice },
  ...(members.quota === members.inOffice ? [] : [{ name: 'quota' as const, count: members.quota }]),
  { name: 'present' as const, count: present },
  ...(question.signatories === undefined
    ? []
    : [{ name: 'signatories' as const, count: question.signatories }]),
]

/** Method, round, base and majority: what the vote stands on, above everything that is entered. */
export const PanelHead = ({
  method,
  round,
  input,
  note,
}: {
  method: VoteMethod
  round: number
  /** Absent while no sitting is open. */
  input: DecideInput | undefined
  note?: ReactNode
}) => {
  const t = useT()
  const threshold = input && thresholdOf(input)
  const counting = threshold?.of === 'membership' ? input?.rules.base : threshold?.of
  return (
    <div className="ballot-head">
      <p>
        <span>
          {t('ballot.method')} <b>{t(`ballot.methodFull.${method}`)}</b>
        </span>
        <span>{note ?? t('ballot.round', { round })}</span>
      </p>
      {input && threshold && counting ? (
        <p>
          {denominatorsOf(input).map(({ name, count }) => (
            <span key={name} data-counts={name === counting || undefined}>
              {t(`ballot.denominator.${name}`)} <b>{count}</b>
            </span>
          ))}
          {method === 'tacit' ? null : (
            <span data-counts>
              {t('ballot.majorityOf', { base: t(`ballot.denominator.${counting}`) })}{' '}
              <b>{threshold.needed}</b>
            </span>
          )}
        </p>
      ) : null}
    </div>
  )
}

/** The sum of what was entered against what it must make: members present, or papers collected. */
export const SumCheck = ({
  vote,
  present,
  tally,
}: {
  vote: Pick<Vote, 'method'>
  present: number
  tally: Tally | undefined
}) => {
  const t = useT()
  if (!tally) return <p className="ballot-sum">{t('ballot.sum.none', { present })}</p>
  const { parts, sum, target, of } = sumOf(vote, present, tally)
  const agrees = sum === target
  return (
    <p className="ballot-sum" data-agrees={agrees}>
      {t('ballot.sum.parts', { parts: parts.join(t('ballot.sum.plus')) })}{' '}
      <b>{t(`ballot.sum.${agrees ? 'agrees' : 'differs'}.${of}`, { sum, target })}</b>
    </p>
  )
}

type VerdictTone = 'good' | 'warn' | 'bad' | 'plain'

const toneOf = (verdict: Decision['verdict'], pending: boolean): VerdictTone => {
  if (pending && (verdict === 'passed' || verdict === 'failed' || verdict === 'resubmit'))
    return 'warn'
  return verdict === 'passed' ? 'good' : 'bad'
}

/** The verdict and its arithmetic; amber until it is locked, plain while there are no totals to judge. */
export const VerdictBox = ({
  verdict,
  sentence,
  pending = false,
  waiting = false,
}: {
  verdict: Decision['verdict']
  sentence: Message
  pending?: boolean
  /** The totals are not all entered yet. */
  waiting?: boolean
}) => {
  const t = useT()
  const tone = waiting ? 'plain' : toneOf(verdict, pending)
  const name = t(waiting ? 'ballot.awaiting' : `verdict.name.${verdict}`)
  return (
    <div className="ballot-verdict" data-tone={tone} role="status">
      <strong>
        {pending && tone === 'warn' ? t('ballot.pendingVerdict', { verdict: name }) : name}
      </strong>
      <span>
        {tell(sentence)}
        {pending && tone === 'warn' ? t('ballot.checkAloud') : ''}
      </span>
    </div>
  )
}
