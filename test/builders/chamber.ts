import type { ActKind, NominatorKind } from '../../shared/contract/appointment.ts'
import type { Question, QuestionKind, Vote, VoteMethod } from '../../shared/contract/ballot.ts'
import type { ItemKind } from '../../shared/contract/session.ts'
import type { ParameterKey } from '../../shared/rules/parameters.ts'
import { stateRule } from './attendance.ts'
import { refusal, value, withBody, withSitting, type TestKernel } from './kernel.ts'

export type Hall = { members: string[]; sessionId: string; sittingId: string; itemId: string }
export type Figures = { for: number; against: number; abstain: number } & Record<string, number>

export const sides = (yes: number, against = 0, abstain = 0) => ({ for: yes, against, abstain })

type Act = { act?: ActKind; verb?: string; personName: string; post: string; reason?: string }
type Nominator = { nominator: string; nominatorKind: NominatorKind }

/** Who may propose an act: the court and the procuratorate for their own, the council for acting heads and its own. */
const nominatorOf = ({ act = 'appoint', post }: Act): Nominator => {
  if (act === 'accept-resignation' || act === 'end')
    return { nominator: '本人', nominatorKind: 'self' }
  if (act === 'act-as' || act === 'dismiss' || /人大|人民代表大会/u.test(post))
    return { nominator: '主任会议', nominatorKind: 'council' }
  if (post.includes('法院'))
    return { nominator: '市中级人民法院院长', nominatorKind: 'court-president' }
  if (post.includes('检察院'))
    return { nominator: '市人民检察院检察长', nominatorKind: 'chief-procurator' }
  return { nominator: '市长周启航', nominatorKind: 'government-head' }
}

/** A sitting on a real kernel, and the steps tests take in it. Each step fails the test where it is refused. */
export const chamber = (own: TestKernel) => {
  const { client } = own

  const item = async (
    place: Pick<Hall, 'sessionId'>,
    kind: ItemKind = 'bill',
    title = '某项议题',
  ): Promise<string> =>
    value(await client.session.saveItem({ rev: 0, sessionId: place.sessionId, kind, title })).id

  /** `count` in office of `seats`, the last `away` of them on leave, and one item. */
  const hall = async (count: number, away = 0, seats = Math.max(count, 29)): Promise<Hall> => {
    const members = await withBody(own, { count, seats })
    const places = await withSitting(own, members, away)
    return { members, ...places, itemId: await item(places) }
  }

  const ask = async (
    { itemId }: Pick<Hall, 'itemId'>,
    kind: QuestionKind = 'bill',
    more: Partial<Parameters<typeof client.ballot.ask>[0]> = {},
  ): Promise<Question> =>
    value(await client.ballot.ask({ itemId, kind, title: '某项决定', ...more }))

  const opening = (
    { sittingId }: Pick<Hall, 'sittingId'>,
    { id: questionId }: Pick<Question, 'id'>,
    method?: VoteMethod,
    scrutineers: string[] = [],
  ) => client.ballot.open({ questionId, sittingId, scrutineers, ...(method ? { method } : {}) })

  const open = async (...facts: Parameters<typeof opening>): Promise<Vote> =>
    value(await opening(...facts))

  const locking = ({ id: voteId, rev }: Pick<Vote, 'id' | 'rev'>, tally?: Figures) =>
    client.ballot.lock({ voteId, rev, ...(tally ? { tally } : {}) })

  const lock = async (...facts: Parameters<typeof locking>): Promise<Vote> =>
    value(await locking(...facts))

  /** Opens and locks by the device: everyone present for, or nobody. */
  const decided = async (place: Hall, question: Question, passes = true): Promise<Vote> => {
    const vote = await open(place, question, 'device')
    const all = vote.counts.present
    return lock(vote, passes ? sides(all) : sides(0, all))
  }

  /** Acts on an item, not put to the vote yet, each in a nomination of whoever may propose it. */
  const acts = async (
    { itemId }: Pick<Hall, 'itemId'>,
    list: readonly Act[],
  ): Promise<string[]> => {
    const ids = new Map<Act, string>()
    const groups = Map.groupBy(list, (one) => nominatorOf(one).nominator)
    for (const own of groups.values()) {
      const [first] = own
      if (!first) continue
      const facts = { rev: 0, itemId, ...nominatorOf(first) }
      const { id: nominationId } = value(await client.appointment.saveNomination(facts))
      const added = own.map((one) => ({ act: 'appoint' as const, verb: '任命', ...one }))
      const nomination = value(await client.appointment.addActs({ nominationId, acts: added }))
      nomination.acts.forEach(({ id }, at) => own[at] && ids.set(own[at], id))
    }
    return list.flatMap((one) => ids.get(one) ?? [])
  }

  const askActs = async (
    { itemId }: Pick<Hall, 'itemId'>,
    actIds: string[],
    manner: 'individually' | 'merged' = 'individually',
    goPast?: string,
  ): Promise<Question[]> =>
    value(await client.ballot.askActs({ itemId, actIds, manner, ...(goPast ? { goPast } : {}) }))

  const setParameter = (key: ParameterKey, given: unknown, source?: string): Promise<void> =>
    stateRule(own, key, given, source)

  /** The key of the sentence a call is refused with. */
  const key = (reply: Parameters<typeof refusal>[0]): string => {
    const failure = refusal(reply)
    return failure.message?.key ?? failure.code
  }

  return {
    item,
    hall,
    ask,
    opening,
    open,
    locking,
    lock,
    decided,
    acts,
    askActs,
    setParameter,
    key,
  }
}
