import type Database from 'better-sqlite3'
import { choices, defenceManners, voteMethods } from '../../shared/contract/ballot.ts'

/** What the makers of calls share: chances, picks, rows as they stand. */
export type FuzzKit = {
  below: (most: number) => number
  chance: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T
  row: (table: string) => { id: string; rev: number }
  id: (table: string) => string
  maybe: <T extends object>(make: () => T) => Partial<T>
  count: () => number
}

type Tally = { for: number; against: number; abstain: number } & Record<string, number>

/** Calls on what a round is made of beside opening and locking: papers, drafts, counts, names, the next method. */
export const ballotMakers = (
  { below, chance, pick, row, id, maybe, count }: FuzzKit,
  db: Database.Database,
  tally: (voteId: string) => Tally,
): Record<string, () => unknown> => {
  const lines = db.prepare<[string], { id: string; present: number }>(
    'SELECT id, present FROM vote WHERE sheetId = ? AND correctsId IS NULL ORDER BY rowid',
  )
  const here = db.prepare<[string], { memberId: string }>(
    'SELECT memberId FROM voteMember WHERE voteId = ? AND present = 1',
  )
  const round = () => {
    const { id: voteId, rev } = row('vote')
    return { voteId, rev }
  }
  const totals = () => ({
    ...maybe(() => ({ issued: count() })),
    for: count(),
    ...maybe(() => ({ against: count(), spoiled: count() })),
  })
  return {
    'ballot.askItem': () => ({ itemId: id('item') }),
    'ballot.takeOut': () => {
      const { id: questionId, rev } = row('question')
      return { questionId, rev, actIds: [id('act')] }
    },
    'ballot.withdraw': () => ({ ...row('question'), reason: '提案人要求撤回' }),
    'ballot.noteDefence': () => ({ ...row('question'), manner: pick(defenceManners) }),
    'ballot.fallBack': () => ({
      ...round(),
      reason: '表决器故障',
      ...maybe(() => ({ method: pick(voteMethods) })),
    }),
    'ballot.openSheet': () => ({
      questionIds: Array.from({ length: 1 + below(3) }, () => id('question')),
      sittingId: id('sitting'),
      ...maybe(() => ({ scrutineers: [id('member')] })),
    }),
    'ballot.lockSheet': () => {
      const { id: sheetId, rev } = row('sheet')
      const papers = lines.all(sheetId)
      const issued = papers[0]?.present ?? 9
      const collected = chance(0.9) ? issued : issued + 1
      const known = papers.map((line) => {
        const yes = below(collected + 1)
        const tallied = { for: yes, against: collected - yes, abstain: 0, spoiled: 0 }
        return { voteId: line.id, tally: tallied }
      })
      const sheetLines = known.length > 0 ? known : [{ voteId: id('vote'), tally: tallyOf(9) }]
      return { sheetId, rev, issued, collected, lines: sheetLines, ...baseChoice() }
    },
    'ballot.voidSheet': () => {
      const { id: sheetId, rev } = row('sheet')
      return { sheetId, rev, reason: '收回多于发出' }
    },
    'ballot.sheets': () => ({ sessionId: id('session') }),
    'ballot.order': () => ({ sessionId: id('session') }),
    'ballot.keepDraft': () => ({
      voteId: id('vote'),
      draft: {
        totals: totals(),
        ...maybe(() => ({ named: [{ memberId: id('member'), choice: pick(choices) }] })),
      },
    }),
    'ballot.drafts': () => ({ sessionId: id('session') }),
    'ballot.keepCount': () => {
      const { voteId } = round()
      const teller = pick([1, 2])
      const name = pick(['计票甲', '计票乙', ''])
      return { voteId, teller, name, totals: tally(voteId), done: chance(0.7) }
    },
    'ballot.dropCounts': () => ({ voteId: id('vote') }),
    'ballot.counts': () => ({ voteId: id('vote') }),
    'ballot.saveMapping': () => ({ mapping: { for: below(3), against: 1, abstain: 2 } }),
    'ballot.readTotals': () => ({
      fileName: 'totals.csv',
      base64: Buffer.from(pick(['赞成,反对,弃权\n5,1,0', '5 1 0', '', 'x,y\n1'])).toString(
        'base64',
      ),
    }),
    'ballot.lock': () => {
      const { voteId, rev } = round()
      const members = here.all(voteId)
      const named = members.map(({ memberId }) => ({ memberId, choice: pick(choices) }))
      if (chance(0.2)) return { voteId, rev, named, ...baseChoice() }
      return { voteId, rev, ...baseChoice(), ...(chance(0.8) ? { tally: tally(voteId) } : {}) }
    },
  }
}

const tallyOf = (present: number) => ({ for: present, against: 0, abstain: 0, spoiled: 0 })
const baseChoice = () => ({ baseChoice: { base: 'actual', note: '主任会议决定' } })
