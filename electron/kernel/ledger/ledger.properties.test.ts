import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TenureShown } from '../../../shared/contract/ledger.ts'
import { chamber, sides } from '../../../test/builders/chamber.ts'
import { testKernel, value } from '../../../test/builders/kernel.ts'

const people = ['江一帆', '温若谷'] as const
const posts = ['临江市财政局局长', '临江市审计局局长'] as const

const person = fc.constantFrom(...people)
const post = fc.constantFrom(...posts)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('vote' as const),
      act: fc.constantFrom('appoint' as const, 'remove' as const),
      person,
      post,
      /** How the result was locked, and how often it was put right afterwards. */
      passes: fc.boolean(),
      corrected: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('enter' as const),
      person,
      post,
      year: fc.integer({ min: 2022, max: 2026 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('tie' as const),
      at: fc.nat(20),
      loose: fc.boolean(),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** Plays the steps on a kernel of its own; `rightAtOnce` locks each vote as it ends up instead of correcting it. */
const played = async (steps: readonly Step[], rightAtOnce: boolean): Promise<TenureShown[]> => {
  const own = testKernel()
  try {
    const room = chamber(own)
    const place = await room.hall(31)
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    const catalogue = value(await own.client.ledger.posts({ on: '2026-11-26' }))
    const all = async () => {
      const found = await Promise.all(
        people.map(async (text) => value(await own.client.ledger.findPerson({ text }))),
      )
      const courses = await Promise.all(
        found.flat().map(async ({ id }) => value(await own.client.ledger.person({ personId: id }))),
      )
      return courses.flatMap(({ tenures }) => tenures)
    }
    const nth = async (at: number) => {
      // In an order that ids do not decide: both plays meet the same one.
      const ordered = (await all()).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      return ordered[at % Math.max(1, ordered.length)]
    }
    let minute = 10
    for (const one of steps) {
      own.at(`2026-11-26T10:${String((minute += 1) % 60).padStart(2, '0')}:00`)
      if (one.kind === 'vote') {
        const verb = one.act === 'appoint' ? '决定任命' : '决定免去'
        const line = { act: one.act, verb, personName: one.person, post: one.post }
        const actIds = await room.acts(place, [line])
        const { itemId } = place
        const asked = { itemId, actIds, manner: 'individually' as const, goPast: '已经核实' }
        const put = await own.client.ballot.askActs(asked)
        const question = put.ok ? put.value[0] : undefined
        const opened = question && (await room.opening(place, question, 'device'))
        // The law may forbid the vote: an appointment to a post whose removal failed (rules.md §9-59).
        if (!opened?.ok) continue
        const final = one.corrected % 2 === 0 ? one.passes : !one.passes
        const locked = (rightAtOnce ? final : one.passes) ? sides(31) : sides(3, 28)
        let vote = await room.lock(opened.value, locked)
        for (let n = 0; n < (rightAtOnce ? 0 : one.corrected); n += 1) {
          const yes = n % 2 === 0 ? !one.passes : one.passes
          const words = { reason: '录入有误', witness: '复核人' }
          const tally = yes ? sides(31) : sides(3, 28)
          const facts = { voteId: vote.id, rev: vote.rev, tally, ...words }
          vote = value(await own.client.ballot.correct(facts))
        }
      } else if (one.kind === 'enter')
        await own.client.ledger.saveTenure({
          rev: 0,
          personName: one.person,
          postName: one.post,
          fromOn: `${one.year}-03-04`,
        })
      else {
        const tenure = await nth(one.at)
        if (!tenure) continue
        const { id, rev } = tenure
        if (one.kind === 'end')
          await own.client.ledger.endTenure({ id, rev, on: '2026-11-26', cause: 'died' })
        if (one.kind === 'reopen') await own.client.ledger.reopenTenure({ id, rev })
        if (one.kind === 'remove') await own.client.ledger.removeTenure({ id, rev })
        if (one.kind === 'tie') {
          const named = catalogue.find(({ fullName }) => fullName === tenure.postName)
          const postId = one.loose ? null : (named?.id ?? null)
          await own.client.ledger.tieTenure({ id, rev, postId })
        }
      }
    }
    return await all()
  } finally {
    await own.dispose()
  }
}

const keyOf = ({ personName, postName, fromOn, toOn, source }: TenureShown): string =>
  [personName, postName, fromOn, toOn, source].join(' ')
const overlap = (a: TenureShown, b: TenureShown): boolean =>
  [a.fromOn ?? '', b.fromOn ?? ''].sort()[1]! < [a.toOn ?? '9999', b.toOn ?? '9999'].sort()[0]!

it('whatever is voted, corrected, ended, reopened, removed and tied, nobody holds one post twice at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const tenures = await played(steps, false)
      for (const [at, one] of tenures.entries())
        for (const other of tenures.slice(at + 1))
          expect(
            one.personId === other.personId &&
              one.postName === other.postName &&
              overlap(one, other),
          ).toBe(false)
    }),
    { numRuns: 8 },
  )
}, 120_000)

it('corrected votes leave the ledger as if they had been right at once', async () => {
  const votes = step.filter(({ kind }) => kind === 'vote' || kind === 'enter')
  await fc.assert(
    fc.asyncProperty(fc.array(votes, { minLength: 3, maxLength: 6 }), async (steps) => {
      // What a hand enters rests on what is there then: it is entered before the votes.
      const ordered = steps.toSorted(
        (a, b) => Number(a.kind === 'vote') - Number(b.kind === 'vote'),
      )
      const corrected = await played(ordered, false)
      const right = await played(ordered, true)
      expect(corrected.map(keyOf).sort()).toEqual(right.map(keyOf).sort())
    }),
    { numRuns: 5 },
  )
}, 120_000)
