import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Roll } from '../../../shared/contract/attendance.ts'
import { testKernel, value, withBody, type TestKernel } from '../../../test/builders/kernel.ts'
import { sittingOn, turnSitting } from '../../../test/builders/attendance.ts'

// Whatever is marked, in whatever order and however often: the numbers add up, and a call repeated changes nothing.

let own: TestKernel
let members: string[]
beforeEach(async () => {
  own = testKernel()
  members = await withBody(own, { count: 7, seats: 29 })
})
afterEach(() => own.dispose())

const who = fc.nat({ max: 6 })
const minute = fc.nat({ max: 180 })
const act = fc.oneof(
  fc.record({
    do: fc.constant('mark' as const),
    who,
    video: fc.boolean(),
    state: fc.constantFrom('present' as const, 'onLeave' as const, 'absent' as const),
  }),
  fc.record({ do: fc.constantFrom('arrive' as const, 'depart' as const), who, minute }),
  fc.record({ do: fc.constant('call' as const), away: fc.uniqueArray(who, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('video' as const), permitted: fc.boolean() }),
  fc.record({ do: fc.constant('slip' as const), who }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const momentAt = (minutes: number): string =>
  `2026-11-26T${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`

const perform = async (place: { sessionId: string; sittingId: string }, one: Act) => {
  const { attendance } = own.client
  const { sittingId } = place
  const id = (n: number): string => members[n] ?? ''
  if (one.do === 'mark')
    return attendance.mark({ sittingId, memberId: id(one.who), state: one.state, video: one.video })
  if (one.do === 'arrive' || one.do === 'depart')
    return attendance[one.do]({ sittingId, memberId: id(one.who), at: momentAt(one.minute) })
  if (one.do === 'call')
    return attendance.callRoll({
      sittingId,
      exceptions: one.away.map((n) => ({ memberId: id(n) })),
    })
  if (one.do === 'video') return attendance.permitVideo({ sittingId, permitted: one.permitted })
  await attendance.saveLeave({
    ...{ rev: 0, sessionId: place.sessionId, memberId: id(one.who), reason: '因病' },
    ...{ approver: '王文', grantedOn: '2026-11-20' },
  })
  return attendance.roll({ sittingId })
}

const expectSound = ({ counts, entries, quorum }: Roll): void => {
  const { expected, present, onLeave, absent, unmarked } = counts
  expect(present + onLeave + absent + unmarked).toBe(expected)
  expect(expected).toBe(entries.length)
  expect(present).toBe(entries.filter(({ here }) => here).length)
  expect(quorum.present).toBe(present)
  expect(counts.video).toBeLessThanOrEqual(present)
  expect(counts.suspended + counts.videoUncounted).toBeLessThanOrEqual(absent)
  for (const { intervals } of entries) {
    expect(intervals.slice(0, -1).every(({ to }) => to !== null)).toBe(true)
    const times = intervals.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])])
    expect(times).toEqual([...times].sort())
  }
}

it('any order of marks, arrivals and departures keeps the numbers adding up; a call repeated changes nothing', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      number += 1
      const place = await sittingOn(own, number, '2026-11-26')
      value(
        await own.client.attendance.saveSuspension({
          ...{ rev: 0, memberId: members[6] ?? '', startsOn: '2026-11-26', endsOn: null },
          reason: '立案审查',
        }),
      )
      await turnSitting(own, place, 'open', '2026-11-26T09:00:00')
      own.at('2026-11-26T12:00:00')
      for (const one of acts) {
        const reply = await perform(place, one)
        if (!reply.ok) {
          expect(reply.error.message?.key).toBe('attendance.isSuspended')
          continue
        }
        expectSound(value(await own.client.attendance.roll({ sittingId: place.sittingId })))
        const again = await perform(place, one)
        expect(value(again)).toEqual(reply.value)
        expectSound(
          value(await own.client.attendance.roll({ sittingId: place.sittingId, at: momentAt(40) })),
        )
      }
    }),
    { numRuns: 40 },
  )
})
