import type { Motion, Outcome, Question, Vote } from '../../shared/contract/ballot.ts'
import type { Failure, Message } from '../../shared/contract/errors.ts'
import { seatsRange } from '../../shared/rules/seats.ts'
import type { DecideInput, Decision } from '../../shared/rules/verdict.ts'
import { refusal, value, withBody, withSitting, type TestKernel } from './kernel.ts'

/** What is said of a case: as the command line writes it. */
export type Decided = {
  verdict: string
  reason: string
  quorum: Decision['quorum']
  threshold?: { base: number; needed: number }
}

const parameters = (rules: DecideInput['rules']): [string, unknown][] =>
  (
    [
      ['base', rules.base],
      ['quorum', rules.quorum],
      ['presentMajorityMotions', rules.presentMajorityMotions],
      ['reportReject', rules.reportReject],
      ['overcountInvalidates', rules.overcountInvalidates],
    ] as [string, unknown][]
  ).filter(([, stated]) => stated !== undefined)

/**
 * The body of a case. Where those in office are the base, a number of seats the law does not allow makes no
 * difference and is raised to the least it does.
 */
const setBody = async (
  own: TestKernel,
  { rules, members }: DecideInput,
): Promise<readonly string[]> => {
  const { level } = rules
  const seats = Math.max(members.quota, rules.base === 'actual' ? seatsRange[level].from : 0)
  const count = members.inOffice
  const ids = await withBody(own, { count, seats: Math.max(seats, seatsRange.city.from) })
  const body = value(await own.client.body.get({}))
  if (!body) throw new Error('no body')
  const { name, shortName, rev, term } = body
  const { number, startsOn } = term
  value(
    await own.client.body.save({ name, shortName, level, rev, term: { number, seats, startsOn } }),
  )
  for (const [key, stated] of parameters(rules))
    value(await own.client.body.setParameter({ key, value: stated, source: '本级规则', rev: 0 }))
  return ids
}

const putQuestion = async (
  own: TestKernel,
  { question: { kind, motion } }: DecideInput,
  sessionId: string,
): Promise<Question> => {
  const { client } = own
  const item = { rev: 0, sessionId, kind: 'other' as const, title: '某项议题' }
  const itemId = value(await client.session.saveItem(item)).id
  // The finer kinds a case may name are all asked as bills.
  const asked = kind as Question['kind']
  const facts = {
    itemId,
    kind: asked,
    title: '某项决定',
    motion: (motion ?? null) as Motion | null,
  }
  const question = value(await client.ballot.ask(facts))
  if (kind !== 'dismissal') return question
  const { id, rev } = question
  return value(await client.ballot.noteDefence({ id, rev, manner: 'waived' }))
}

/** «blocked no-quorum» of the sentence a call was refused with. */
const reasonOf = ({ key }: Message): { verdict: string; reason: string } => {
  const [, verdict = '', reason = ''] = key.split('.')
  return { verdict, reason: reason.replace(/-by-seats$/u, '') }
}

const messageOf = (failure: Failure): Message => {
  if (failure.message) return failure.message
  throw new Error(`no sentence: ${JSON.stringify(failure)}`)
}

/** Locks a round as far as it can be locked; the kernel's own weighing must say the same. */
const locked = async (
  own: TestKernel,
  vote: Vote,
  tally: DecideInput['tally'],
): Promise<Omit<Decided, 'quorum' | 'threshold'> & Pick<Outcome, 'threshold'>> => {
  const given = tally ? { tally } : {}
  const { outcome } = value(await own.client.ballot.weigh({ voteId: vote.id, ...given }))
  const choice = outcome.otherBase ? { baseChoice: { base: vote.base, note: '本级规则如此' } } : {}
  const reply = await own.client.ballot.lock({
    voteId: vote.id,
    rev: vote.rev,
    ...given,
    ...choice,
  })
  if (reply.ok && reply.value.outcome) return reply.value.outcome
  const said = reasonOf(messageOf(refusal(reply)))
  return { ...outcome, ...said }
}

/** Puts a case through the product's own front door: a body, a roll, a question, a round, and its lock. */
export const decidedByKernel = async (own: TestKernel, input: DecideInput): Promise<Decided> => {
  const ids = await setBody(own, input)
  const { sessionId, sittingId } = await withSitting(own, ids, ids.length - input.present)
  const { quorum } = value(await own.client.attendance.roll({ sittingId }))
  const question = await putQuestion(own, input, sessionId)
  const { method } = input.question
  const scrutineers = ids.slice(0, 2)
  const opened = await own.client.ballot.open({
    questionId: question.id,
    sittingId,
    method,
    ...(method === 'secret-paper' ? { scrutineers } : {}),
  })
  if (!opened.ok) return { ...reasonOf(messageOf(opened.error)), quorum }
  const { verdict, reason, threshold } = await locked(own, opened.value, input.tally)
  return { verdict, reason, quorum, ...(threshold ? { threshold } : {}) }
}
