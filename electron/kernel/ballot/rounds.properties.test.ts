import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Question, Sheet, Vote } from '../../../shared/contract/ballot.ts'
import type { Reply } from '../../../shared/contract/index.ts'
import { testKernel, value } from '../../../test/builders/kernel.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'

// Any order of commands in one sitting leaves the record sound. Real kernel, real file, many sittings at random.

const methods = ['device', 'secret-paper', 'show-of-hands', 'named'] as const
const nth = fc.nat({ max: 40 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('open'), n: nth, how: fc.nat({ max: 3 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('lock'), n: nth, how: fc.nat({ max: 9 }) }) },
  ...['void', 'fallBack', 'openSheet', 'lockSheet', 'voidSheet', 'correct', 'draft', 'count'].map(
    (name) => ({
      weight: 2,
      arbitrary: fc.record({ do: fc.constant(name), n: nth, how: fc.nat({ max: 9 }) }),
    }),
  ),
  ...['depart', 'arrive', 'roster'].map((name) => ({
    weight: 2,
    arbitrary: fc.record({ do: fc.constant(name), n: nth, how: fc.nat({ max: 9 }) }),
  })),
)
type Step = { do: string; n: number; how: number }

const COUNT = 30
const POST = '临江市人民代表大会常务委员会委员'

/** Six questions without acts and three resignations from the committee itself. */
const prepared = async (room: ReturnType<typeof chamber>, place: Hall, names: string[]) => {
  for (let n = 0; n < 6; n += 1) await room.ask(place, n % 2 === 0 ? 'bill' : 'report')
  const leaving = names.slice(-3).map((personName) => ({
    act: 'accept-resignation' as const,
    verb: '接受',
    personName,
    post: POST,
  }))
  await room.askActs(place, await room.acts(place, leaving))
}

const sitting = async () => {
  const own = testKernel()
  const room = chamber(own)
  const place = await room.hall(COUNT, 3)
  const { client } = own
  const names = value(await client.roster.members({})).map((member) => member.name)
  await prepared(room, place, names)
  const { sessionId, sittingId, members } = place
  const questions = async () => value(await client.ballot.questions({ sessionId }))
  const sheets = async () => value(await client.ballot.sheets({ sessionId }))
  const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % from.length]
  const openVote = async (): Promise<Vote | undefined> =>
    (await questions()).flatMap((one) => one.votes).find((vote) => vote.state === 'open')
  const openSheet = async (): Promise<Sheet | undefined> =>
    (await sheets()).find((one) => one.state === 'open')
  const papers = (vote: Vote) => {
    const { present } = vote.counts
    return vote.method === 'secret-paper' ? { issued: present, collected: present } : {}
  }
  const tally = ({ counts: { present } }: Vote, how: number) => {
    const against = Math.min(present, how * 2)
    return { for: present - against, against, abstain: 0 }
  }
  const ballotOf = (vote: Vote, how: number) => {
    if (vote.method !== 'named') return { tally: { ...tally(vote, how), ...papers(vote) } }
    const roll = members.slice(0, vote.counts.present)
    return {
      named: roll.map((memberId, n) => ({
        memberId,
        choice: n < how ? ('against' as const) : ('for' as const),
      })),
    }
  }
  const baseChoice = { base: 'actual' as const, note: '主任会议决定' }

  const acts: Record<string, (step: Step) => Promise<Reply<unknown> | undefined>> = {
    open: async ({ n, how }) => {
      const question = pick(await questions(), n)
      const { counts } = value(await client.attendance.roll({ sittingId }))
      const reply = await room.opening(place, question ?? { id: 'none' }, methods[how])
      if (reply.ok) expect(reply.value.inOffice).toBe(counts.expected)
      return reply
    },
    lock: async ({ how }) => {
      const vote = await openVote()
      if (!vote) return undefined
      const { id: voteId, rev, openedAt } = vote
      const { inOffice } = value(await client.roster.membership({ at: openedAt }))
      const reply = await client.ballot.lock({ voteId, rev, baseChoice, ...ballotOf(vote, how) })
      if (reply.ok) expect(reply.value.inOffice).toBe(inOffice)
      return reply
    },
    void: async () => {
      const vote = await openVote()
      return vote && client.ballot.void({ voteId: vote.id, rev: vote.rev, reason: '故障' })
    },
    fallBack: async () => {
      const vote = await openVote()
      return vote && client.ballot.fallBack({ voteId: vote.id, rev: vote.rev, reason: '故障' })
    },
    openSheet: async ({ n }) => {
      const all = await questions()
      const questionIds = [n, n + 1, n + 2].flatMap((at) => pick(all, at)?.id ?? [])
      return client.ballot.openSheet({ questionIds, sittingId })
    },
    lockSheet: async ({ how }) => {
      const sheet = await openSheet()
      if (!sheet) return undefined
      const present = sheet.votes[0]?.counts.present ?? 0
      const collected = how === 9 ? present + 1 : present
      const lines = sheet.votes.map((vote) => ({
        voteId: vote.id,
        tally: { ...tally(vote, how), spoiled: 0 },
      }))
      const { id: sheetId, rev } = sheet
      return client.ballot.lockSheet({
        sheetId,
        rev,
        issued: present,
        collected,
        lines,
        baseChoice,
      })
    },
    voidSheet: async () => {
      const sheet = await openSheet()
      return sheet && client.ballot.voidSheet({ sheetId: sheet.id, rev: sheet.rev, reason: '故障' })
    },
    correct: async ({ n, how }) => {
      const vote = pick(
        (await questions()).flatMap((one) => one.standing ?? []),
        n,
      )
      const why = { reason: '录入有误', witness: '见证人', baseChoice }
      return (
        vote &&
        client.ballot.correct({ voteId: vote.id, rev: vote.rev, ...why, ...ballotOf(vote, how) })
      )
    },
    draft: async ({ n }) => {
      const vote = await openVote()
      return vote && client.ballot.keepDraft({ voteId: vote.id, draft: { totals: { for: n } } })
    },
    count: async ({ n, how }) => {
      const vote = await openVote()
      const teller = n % 2 === 0 ? 1 : 2
      const totals = { for: how }
      const name = `计票${teller}`
      return (
        vote && client.ballot.keepCount({ voteId: vote.id, teller, name, totals, done: n > 20 })
      )
    },
    depart: ({ n }) => client.attendance.depart({ sittingId, memberId: pick(members, n) ?? '' }),
    roster: async ({ n, how }) => {
      const member = pick(value(await client.roster.members({})), n)
      if (!member) return undefined
      const { id, rev, name, kind, startsOn } = member
      const left = { endsAt: `2026-11-26T09:${10 + how}:30`, endReason: 'other' as const }
      const office = member.endsAt === null ? left : { endsAt: null, endReason: null }
      return client.roster.saveMember({ id, rev, name, kind, startsOn, ...office })
    },
    arrive: ({ n }) => client.attendance.arrive({ sittingId, memberId: pick(members, n) ?? '' }),
  }
  const drafts = async () => value(await client.ballot.drafts({ sessionId }))
  return { own, acts, questions, sheets, drafts, dispose: own.dispose }
}

const addsUp = ({ tally, counts, method }: Vote): boolean => {
  if (!tally) return true
  const cast = tally.for + tally.against + tally.abstain + tally.notPressed + tally.spoiled
  return cast === (method === 'secret-paper' ? tally.collected : counts.present)
}

/** What holds of the record at every moment. */
const checkSound = (questions: readonly Question[], sheets: readonly Sheet[]): void => {
  const votes = questions.flatMap((question) => question.votes)
  for (const { counts, quorum, inOffice, ...vote } of votes) {
    expect(counts.expected).toBe(counts.present + counts.onLeave + counts.absent)
    expect(counts.expected).toBe(inOffice)
    expect(quorum).toMatchObject({ met: true, present: counts.present })
    if (vote.state !== 'locked') expect([vote.tally, vote.named]).toEqual([null, null])
  }
  expect(votes.filter((vote) => !addsUp(vote))).toEqual([])
  const open = votes.filter((vote) => vote.state === 'open')
  expect(new Set(open.map((vote) => vote.sheetId ?? vote.id)).size).toBeLessThanOrEqual(1)
  for (const question of questions) {
    const corrected = new Set(question.votes.map((vote) => vote.correctsId))
    const standing = question.votes.filter(
      (vote) => vote.state === 'locked' && !corrected.has(vote.id),
    )
    expect(standing.length).toBeLessThanOrEqual(1)
  }
  for (const sheet of sheets)
    expect(new Set(sheet.votes.map((vote) => `${vote.state} ${vote.inOffice}`)).size).toBe(1)
}

it('keeps the record sound whatever is done in whatever order', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const room = await sitting()
      const locked = new Map<string, Vote>()
      try {
        for (const [index, one] of steps.entries()) {
          // Now and then somebody puts the clock back.
          const minute = 11 + index - (one.n % 7 === 0 ? 5 : 0)
          room.own.at(`2026-11-26T09:${String(minute).padStart(2, '0')}:00`)
          const reply = await room.acts[one.do]?.(one)
          if (reply?.ok) reached.add(one.do)
          if (reply && !reply.ok) expect(['rule', 'not_found']).toContain(reply.error.code)
          const questions = await room.questions()
          checkSound(questions, await room.sheets())
          const votes = questions.flatMap((question) => question.votes)
          if (votes.some((vote) => vote.inOffice < COUNT)) reached.add('a base grown smaller')
          if (votes.some((vote) => vote.named)) reached.add('a named vote')
          for (const vote of votes.filter((known) => known.state === 'locked')) {
            expect(locked.get(vote.id) ?? vote).toEqual(vote)
            locked.set(vote.id, vote)
          }
          const openIds = votes.filter((vote) => vote.state === 'open').map((vote) => vote.id)
          for (const { voteId } of await room.drafts()) expect(openIds).toContain(voteId)
        }
      } finally {
        await room.dispose()
      }
    }),
    { numRuns: 20, seed: 20261126 },
  )
  const wanted = [
    'open',
    'lock',
    'void',
    'fallBack',
    'openSheet',
    'lockSheet',
    'voidSheet',
    'correct',
    'a base grown smaller',
    'a named vote',
  ]
  expect(wanted.filter((name) => !reached.has(name))).toEqual([])
})
