import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Vote } from '../../../shared/contract/ballot.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const onPaper = async (): Promise<{ place: Hall; vote: Vote }> => {
  const place = await room.hall(31, 1)
  return { place, vote: await room.open(place, await room.ask(place), 'secret-paper') }
}

const papers = { issued: 30, collected: 30, spoiled: 0 }
const count = (voteId: string, teller: 1 | 2, name: string, totals: object, done = true) =>
  own.client.ballot.keepCount({ voteId, teller, name, totals, done })

/** What the newest entry of the journal holds. */
const lastEntry = async (): Promise<Record<string, unknown>> => {
  const [newest] = value(await own.client.journal.entries({}))
  return JSON.parse(newest?.payload ?? '{}') as Record<string, unknown>
}

describe('what is half entered', () => {
  it('comes back after a restart, and is gone with the lock', async () => {
    const { place, vote } = await onPaper()
    const draft = { totals: { issued: 30, for: 12 } }
    value(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))
    await own.kernel.close()
    own.reopen()
    value(await own.client.journal.signOn({ name: '经办人' }))
    const kept = { voteId: vote.id, draft, at: '2026-11-26T09:10:00' }
    const { sessionId } = place
    expect(value(await own.client.ballot.drafts({ sessionId }))).toEqual([kept])
    await room.lock(vote, { ...sides(30), ...papers })
    expect(value(await own.client.ballot.drafts({ sessionId }))).toEqual([])
    const late = await own.client.ballot.keepDraft({ voteId: vote.id, draft })
    expect(room.key(late)).toBe('ballot.notOpen')
  })

  it('leaves no journal entry, and no step of the counting behind once locked', async () => {
    const { vote } = await onPaper()
    const before = value(await own.client.journal.entries({})).length
    const steps = [1, 2, 3, 4].map((yes) => ({ totals: { for: yes, against: 7771 - yes } }))
    for (const draft of steps) value(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))
    expect(value(await own.client.journal.entries({}))).toHaveLength(before)
    const written = () =>
      [own.file, `${own.file}-wal`].map((file) => readFileSync(file).toString('latin1')).join('')
    expect(written()).toContain(JSON.stringify(steps[3]?.totals))
    await room.lock(vote, { ...sides(30), ...papers })
    const left = () => steps.filter(({ totals }) => written().includes(JSON.stringify(totals)))
    await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 10_000 })
  })

  it('leaves no step behind either where somebody was reading the file when it was locked', async () => {
    const { vote } = await onPaper()
    const draft = { totals: { for: 9137, against: 7771 } }
    value(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))
    const other = new Database(own.file, { readonly: true })
    other.exec('BEGIN')
    other.prepare('SELECT count(*) FROM journal').get()
    await room.lock(vote, { ...sides(30), ...papers })
    const left = () =>
      [own.file, `${own.file}-wal`].some((file) => readFileSync(file).includes('9137'))
    // Longer than the log rests after a lock.
    await new Promise((done) => setTimeout(done, 800))
    expect(left()).toBe(true)
    other.close()
    await vi.waitFor(() => expect(left()).toBe(false), { timeout: 10_000 })
  })

  it('tells the hall alone: nothing the desk has read changes with it', async () => {
    const { vote } = await onPaper()
    own.events.length = 0
    value(await own.client.ballot.keepDraft({ voteId: vote.id, draft: { totals: { for: 1 } } }))
    const topics = own.events.map((event) => event.type === 'changed' && event.changed.topics)
    expect(topics).toEqual([['hall']])
  })

  it('has no place for a name or an order in a secret vote', async () => {
    const { place, vote } = await onPaper()
    const named = [{ memberId: place.members[0] ?? '', choice: 'for' as const }]
    const withNames = { totals: { for: 1 }, named }
    const keeping = (draft: object) =>
      own.client.ballot.keepDraft({ voteId: vote.id, draft: draft as { totals: object } })
    expect(room.key(await keeping(withNames))).toBe('ballot.chamber.notNamed')
    expect(room.key(await keeping({ totals: {}, papers: ['for', 'against'] }))).toBe('invalid')
    expect(room.key(await keeping({ totals: { for: 1, order: [1] } }))).toBe('invalid')
    const listed = await own.client.ballot.keepCount({
      ...{ voteId: vote.id, teller: 1, name: '甲', done: false },
      totals: { for: 1, named } as object,
    })
    expect(room.key(listed)).toBe('invalid')
  })
})

describe('the blind double count', () => {
  it('covers a finished count until the other is finished, then names the figures that differ', async () => {
    const { vote } = await onPaper()
    const first = { ...sides(28, 1, 1), ...papers }
    const covered = value(await count(vote.id, 1, '计票甲', first))
    expect(covered).toEqual({
      voteId: vote.id,
      tellers: [{ teller: 1, name: '计票甲', done: true, totals: null }],
      differs: null,
    })
    const half = value(await count(vote.id, 2, '计票乙', { for: 3 }, false))
    expect(half.tellers.map((one) => one.totals)).toEqual([null, { for: 3 }])
    expect(room.key(await count(vote.id, 1, '计票甲', first))).toBe('ballot.chamber.countDone')
    const both = value(await count(vote.id, 2, '计票乙', { ...sides(27, 2, 1), ...papers }))
    expect(both.differs).toEqual(['for', 'against'])
    expect(both.tellers.map((one) => one.totals?.for)).toEqual([28, 27])
  })

  it('lets the second begin only once the first is finished: no half count is ever seen', async () => {
    const { vote } = await onPaper()
    expect(room.key(await count(vote.id, 2, '计票乙', { for: 1 }, false))).toBe(
      'ballot.chamber.countFirst',
    )
    value(await count(vote.id, 1, '计票甲', { for: 1 }, false))
    expect(room.key(await count(vote.id, 2, '计票乙', { for: 1 }))).toBe(
      'ballot.chamber.countFirst',
    )
  })

  it('is held against the lock: unfinished, differing and other figures are refused', async () => {
    const { vote } = await onPaper()
    const tally = { ...sides(28, 1, 1), ...papers }
    value(await count(vote.id, 1, '计票甲', tally))
    expect(room.key(await room.locking(vote, tally))).toBe('ballot.chamber.countUnfinished')
    value(await count(vote.id, 2, '计票乙', { ...tally, for: 29, abstain: 0 }))
    expect(room.key(await room.locking(vote, tally))).toBe('ballot.chamber.countsDiffer')
    value(await count(vote.id, 2, '计票乙', tally))
    const other = { ...sides(30), ...papers }
    expect(room.key(await room.locking(vote, other))).toBe('ballot.chamber.countNotTally')
    const locked = await room.lock(vote, tally)
    expect(locked.tellers).toEqual(['计票甲', '计票乙'])
    expect(await lastEntry()).toMatchObject({
      input: { voteId: vote.id },
      tellers: ['计票甲', '计票乙'],
    })
    expect(value(await own.client.ballot.counts({ voteId: vote.id })).tellers).toEqual([])
  })

  it('needs two names that differ, and can be given up', async () => {
    const { vote } = await onPaper()
    const tally = { ...sides(30), ...papers }
    expect(room.key(await count(vote.id, 1, '', tally))).toBe('ballot.chamber.tellerNameNeeded')
    value(await count(vote.id, 1, '计票甲', tally))
    expect(room.key(await count(vote.id, 2, '计票甲', tally))).toBe('ballot.chamber.tellersSame')
    value(await own.client.ballot.dropCounts({ voteId: vote.id }))
    expect((await room.lock(vote, tally)).tellers).toEqual([])
    expect(Object.keys(await lastEntry())).toEqual(['input'])
  })
})

describe('named votes', () => {
  it('hold everyone present once, add up by themselves and stand in the official order', async () => {
    const place = await room.hall(31, 2)
    const vote = await room.open(place, await room.ask(place), 'named')
    const present = place.members.slice(0, 29)
    const named = present
      .map((memberId, n) => ({ memberId, choice: n < 2 ? ('against' as const) : ('for' as const) }))
      .reverse()
    const facts = { voteId: vote.id, rev: vote.rev }
    const locking = (more: object) => own.client.ballot.lock({ ...facts, ...more })
    expect(room.key(await locking({ tally: sides(29) }))).toBe('ballot.chamber.namesNeeded')
    expect(room.key(await locking({ named: named.slice(1) }))).toBe('ballot.chamber.namedMissing')
    const twice = [...named.slice(1), named[1]]
    expect(room.key(await locking({ named: twice }))).toBe('ballot.chamber.namedTwice')
    const away = [...named.slice(1), { memberId: place.members[30], choice: 'for' }]
    expect(room.key(await locking({ named: away }))).toBe('ballot.chamber.namedAway')
    const wrong = { named, tally: sides(28, 1) }
    expect(room.key(await locking(wrong))).toBe('ballot.chamber.namedSumDiffers')
    const locked = value(await locking({ named }))
    expect(locked.tally).toMatchObject({ for: 27, against: 2, abstain: 0 })
    expect(locked.named?.map((one) => one.memberId)).toEqual(present)
    const seen = value(await own.client.ballot.questions({ sessionId: place.sessionId }))
    expect(seen[0]?.standing?.named).toEqual(locked.named)
  })

  it('are corrected by names, and nobody is named in any other vote', async () => {
    const place = await room.hall(29)
    const vote = await room.open(place, await room.ask(place), 'named')
    const named = place.members.map((memberId) => ({ memberId, choice: 'for' as const }))
    const { id: voteId, rev } = vote
    const locked = value(await own.client.ballot.lock({ voteId, rev, named }))
    const mended = named.map((one, n) => (n === 0 ? { ...one, choice: 'abstain' as const } : one))
    const why = { reason: '听错', witness: '见证人' }
    const now = { voteId: locked.id, rev: locked.rev, named: mended, ...why }
    const same = await own.client.ballot.correct({ ...now, named })
    expect(room.key(same)).toBe('ballot.chamber.correctsNothing')
    const corrected = value(await own.client.ballot.correct(now))
    expect(corrected.tally).toMatchObject({ for: 28, abstain: 1 })
    expect(corrected.named?.map(({ memberId, choice }) => ({ memberId, choice }))).toEqual(mended)
    const { votes } = value(await own.client.ballot.question({ id: locked.questionId }))
    expect(votes[0]?.named?.every((one) => one.choice === 'for')).toBe(true)
    // The sums stay, two names change places.
    const swapped = mended.map((one, n) =>
      n < 2 ? { ...one, choice: n === 0 ? ('for' as const) : ('abstain' as const) } : one,
    )
    const { id: standing, rev: latest } = corrected
    const third = { voteId: standing, rev: latest, named: swapped, ...why }
    expect(value(await own.client.ballot.correct(third)).tally).toEqual(corrected.tally)
    const secret = await room.open(place, await room.ask(place), 'device')
    const facts = { voteId: secret.id, rev: secret.rev, tally: sides(29), named }
    expect(room.key(await own.client.ballot.lock(facts))).toBe('ballot.chamber.notNamed')
  })
})
