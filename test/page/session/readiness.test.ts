import { expect, it } from 'vitest'
import type { Roll } from '../../../shared/contract/attendance.ts'
import type { SessionDetail, Sitting } from '../../../shared/contract/session.ts'
import { currentSitting } from '../../../renderer/session/current.ts'
import { leftOpen, readiness, type ReadinessFacts } from '../../../renderer/session/readiness.ts'

const sitting = (facts: Partial<Sitting> & { id: string }): Sitting => ({
  sessionId: 's',
  kind: 'plenary',
  number: 1,
  groupName: '',
  startsAt: '2026-11-26T09:00:00',
  endsAt: null,
  place: '',
  chairId: null,
  chairName: null,
  state: 'planned',
  rev: 1,
  ...facts,
})

const session = (sittings: Sitting[] = []): SessionDetail => ({
  id: 's',
  termId: 't',
  termNumber: 9,
  number: 20,
  startsOn: '2026-11-26',
  endsOn: '2026-11-26',
  place: '',
  chairId: null,
  chairName: null,
  state: 'open',
  extraordinary: false,
  itemCount: 0,
  rev: 1,
  sittings,
  items: [],
})

const roll = (present: number, unmarked: number): Roll => ({
  sittingId: 'a',
  at: '2026-11-26T09:00:00',
  entries: [],
  counts: {
    ...{ expected: 31, present, onLeave: 0, absent: 31 - present - unmarked, unmarked },
    ...{ video: 0, videoUncounted: 0, suspended: 0, sitIn: 0, observe: 0 },
  },
  videoPermitted: false,
  callAnew: false,
  seats: 31,
  quorum: { base: 31, needed: 16, present, met: present >= 16 },
})

const facts = (change: Partial<ReadinessFacts>): ReadinessFacts => ({
  session: session(),
  sessions: [],
  today: '2026-11-26',
  inOffice: 31,
  sitting: null,
  roll: null,
  questions: [],
  nominations: [],
  after: null,
  ...change,
})

const tones = (change: Partial<ReadinessFacts>) =>
  Object.fromEntries(readiness(facts(change)).map(({ name, tone }) => [name, tone]))

it('names everything missing before a session', () => {
  expect(tones({ inOffice: 0 })).toEqual({ roster: 'bad', agenda: 'bad', sitting: 'bad' })
})

it('tells a roll not called from one half called and one complete', () => {
  const open = sitting({ id: 'a', state: 'open' })
  const at = (present: number, unmarked: number) =>
    tones({ session: session([open]), sitting: open, roll: roll(present, unmarked) })
  expect(at(0, 31)).toMatchObject({ sitting: 'good', roll: 'warn' })
  expect(at(0, 31)).not.toHaveProperty('quorum')
  expect(at(10, 12)).toMatchObject({ roll: 'warn', quorum: 'bad' })
  expect(at(16, 0)).toMatchObject({ roll: 'good', quorum: 'good' })
  expect(at(15, 0)).toMatchObject({ roll: 'good', quorum: 'bad' })
})

it('算例 21 says when the next session is due, and whether this one comes in time', () => {
  const summary = (id: string, startsOn: string, state: SessionDetail['state']) => ({
    ...session(),
    id,
    startsOn,
    endsOn: startsOn,
    state,
  })
  const last = summary('last', '2026-01-10', 'closed')
  const check = (own: SessionDetail, sessions: SessionDetail[], today: string) =>
    readiness(facts({ session: own, sessions, today })).find(({ name }) => name === 'interval')
  expect(check(last, [last], '2026-01-20')).toMatchObject({
    tone: 'plain',
    params: { day: '2026年3月10日', days: 49 },
  })
  expect(check(last, [last], '2026-03-03')).toMatchObject({ tone: 'warn', params: { days: 7 } })
  expect(check(last, [last], '2026-03-12')).toMatchObject({ tone: 'bad', params: { days: 2 } })
  const inTime = summary('next', '2026-03-10', 'planned')
  const late = summary('next', '2026-03-11', 'planned')
  expect(check(inTime, [inTime, last], '2026-03-01')).toMatchObject({ tone: 'good' })
  expect(check(late, [late, last], '2026-03-01')).toMatchObject({
    tone: 'warn',
    params: { day: '2026年3月10日', days: 1 },
  })
  expect(check(last, [inTime, last], '2026-03-01')).toBeUndefined()
  expect(check(inTime, [inTime], '2026-03-01')).toBeUndefined()
})

it('holds against closing only what the session leaves undone', () => {
  const open = sitting({ id: 'a', state: 'open' })
  const checks = readiness(
    facts({ inOffice: 0, session: session([open]), sitting: open, roll: roll(10, 12) }),
  )
  expect(leftOpen(checks).map(({ name }) => name)).toEqual(['roll'])
})

it('takes the open plenary for the current sitting, else the last held, else the first to come', () => {
  const first = sitting({ id: 'first', state: 'adjourned', startsAt: '2026-11-26T09:00:00' })
  const second = sitting({ id: 'second', state: 'adjourned', startsAt: '2026-11-26T15:00:00' })
  const group = sitting({ id: 'group', kind: 'group', state: 'open' })
  const plenary = sitting({ id: 'plenary', state: 'open', startsAt: '2026-11-27T09:00:00' })
  const later = sitting({ id: 'later', startsAt: '2026-11-28T09:00:00' })
  expect(currentSitting([first, group, plenary])?.id).toBe('plenary')
  expect(currentSitting([first, group, plenary], 'group')?.id).toBe('group')
  expect(currentSitting([first, group], 'first')?.id).toBe('group')
  expect(currentSitting([second, first, later])?.id).toBe('second')
  expect(currentSitting([later])?.id).toBe('later')
  expect(currentSitting([])).toBeNull()
})
