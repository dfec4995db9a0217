import type Database from 'better-sqlite3'
import { incidentKinds } from '../../shared/contract/incident.ts'
import type { FuzzKit } from './fuzz-ballot.ts'

/** Calls on the speakers' list and on incidents. */
export const speechMakers = (
  { below, chance, pick, row, id, maybe }: FuzzKit,
  db: Database.Database,
  moment: () => string,
  names: readonly string[],
): Record<string, () => unknown> => {
  const notes = db.prepare<[], { id: string }>('SELECT id FROM incident')
  const note = (): string => (chance(0.9) ? pick(notes.all())?.id : undefined) ?? 'nobody'
  return {
    'speech.list': () => ({ sittingId: id('sitting') }),
    'speech.record': () => ({ sessionId: id('session') }),
    'speech.add': () => ({
      sittingId: id('sitting'),
      ...(chance(0.7) ? { itemId: id('item') } : {}),
      ...(chance(0.7) ? { memberId: id('member') } : { name: pick(names) }),
    }),
    'speech.move': () => ({ id: id('speech'), position: 1 + below(5) }),
    'speech.drop': () => ({ id: id('speech') }),
    'speech.start': () => ({ id: id('speech') }),
    'speech.stop': () => ({ id: id('speech') }),
    'speech.putBack': () => row('speech'),
    'speech.extend': () => ({ ...row('speech'), minutes: 1 + below(9), by: pick(names) }),
    'speech.reopen': () => ({ ...row('speech'), reason: '误按结束' }),
    'speech.adjust': () => ({
      ...row('speech'),
      startedAt: moment(),
      endedAt: moment(),
      reason: '开始时漏按',
    }),
    'incident.list': () => ({ sittingId: id('sitting') }),
    'incident.note': () => ({
      sittingId: id('sitting'),
      kind: pick(incidentKinds),
      text: pick(['表决器无响应', '旁听席有人喧哗', '主持人裁定重新清点']),
      ...maybe(() => ({ at: moment() })),
      ...maybe(() => ({ voteId: id('vote') })),
      ...(chance(0.3) ? { correctsId: note() } : {}),
    }),
  }
}
