import type { ActKind, NominatorKind } from '../../shared/contract/appointment.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import { chamber, sides, type Hall } from './chamber.ts'
import { value, type TestKernel } from './kernel.ts'

type Named = { act?: ActKind; verb?: string; personName: string; post: string }

/** Who proposes in tests of what follows a vote. */
export const proposers = {
  mayor: { nominator: '市长周启航', nominatorKind: 'government-head' },
  president: { nominator: '院长沈立言', nominatorKind: 'court-president' },
  procurator: { nominator: '检察长崔文安', nominatorKind: 'chief-procurator' },
  council: { nominator: '主任会议', nominatorKind: 'council' },
  self: { nominator: '本人', nominatorKind: 'self' },
} as const satisfies Record<string, { nominator: string; nominatorKind: NominatorKind }>

/** Nominations put to the vote one by one and decided, on a real kernel. */
export const aftermath = (own: TestKernel) => {
  const { client } = own
  const { decided, ...steps } = chamber(own)

  /** Each act as a question of its own, in the order given. */
  const proposed = async (
    { itemId }: Pick<Hall, 'itemId'>,
    by: keyof typeof proposers,
    list: readonly Named[],
  ): Promise<Question[]> => {
    const facts = { rev: 0, itemId, ...proposers[by] }
    const { id: nominationId } = value(await client.appointment.saveNomination(facts))
    const acts = list.map((one) => ({ act: 'appoint' as const, verb: '任命', ...one }))
    const nomination = value(await client.appointment.addActs({ nominationId, acts }))
    const actIds = nomination.acts.map(({ id }) => id)
    const asked = { itemId, actIds, manner: 'individually' as const, goPast: '会前已核对' }
    return value(await client.ballot.askActs(asked))
  }

  /** Puts the last result of a question right: passed or not. */
  const corrected = async ({ id }: Pick<Question, 'id'>, passes: boolean): Promise<void> => {
    const question = value(await client.ballot.question({ id }))
    const vote = question.standing
    if (!vote) throw new Error('nothing to correct')
    const all = vote.counts.present
    value(
      await client.ballot.correct({
        voteId: vote.id,
        rev: vote.rev,
        tally: passes ? sides(all) : sides(0, all),
        reason: '计票有误',
        witness: '监票人',
      }),
    )
  }

  const after = async ({ sessionId }: Pick<Hall, 'sessionId'>) =>
    value(await client.formality.ofSession({ sessionId }))

  return { ...steps, decided, proposed, corrected, after }
}
