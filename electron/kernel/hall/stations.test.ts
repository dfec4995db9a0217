import { describe, expect, it } from 'vitest'
import type { RoundRow } from './sql.ts'
import { isSecretNow, liveStation, markOf, trackOf, type Course } from './stations.ts'

const round = (id: string, more: Partial<RoundRow> = {}): RoundRow => ({
  id,
  questionId: `q-${id}`,
  itemId: 'item-1',
  method: 'device',
  state: 'locked',
  correctsId: null,
  ...more,
})
const course = (more: Partial<Course> = {}): Course => ({
  sitting: 'open',
  called: true,
  items: [
    { id: 'item-1', state: 'decided' },
    { id: 'item-2', state: 'pending' },
  ],
  rounds: [],
  speechId: null,
  begun: 0,
  openMethods: [],
  ...more,
})

describe('where the hall looks by itself', () => {
  it.each<[string, Partial<Course>, object]>([
    ['before the sitting', { sitting: 'planned' }, { scene: 'welcome' }],
    ['with no sitting at all', { sitting: null }, { scene: 'welcome' }],
    ['opened, roll not called', { called: false }, { scene: 'welcome' }],
    ['roll called', {}, { scene: 'attendance' }],
    [
      'an item on the floor',
      { items: [{ id: 'item-2', state: 'current' }] },
      { scene: 'item', itemId: 'item-2' },
    ],
    [
      'a vote open',
      { rounds: [round('a'), round('b', { state: 'open' })] },
      { scene: 'voting', questionId: 'q-b', voteIds: ['b'] },
    ],
    [
      'a paper with two lines',
      { rounds: [round('a', { state: 'open' }), round('b', { state: 'open' })] },
      { scene: 'voting', questionId: 'q-a', voteIds: ['a', 'b'] },
    ],
    ['a vote locked', { rounds: [round('a')] }, { scene: 'result', questionId: 'q-a' }],
    [
      'a round void',
      { rounds: [round('a', { state: 'void' })] },
      { scene: 'again', questionId: 'q-a', voteId: 'a' },
    ],
    [
      'the next item on the floor after a vote: no stale result',
      { rounds: [round('a')], items: [{ id: 'item-2', state: 'current' }] },
      { scene: 'item', itemId: 'item-2' },
    ],
    [
      'a vote on an item while another stays on the floor: its result',
      {
        rounds: [round('a'), round('b', { itemId: 'item-2' })],
        items: [
          { id: 'item-1', state: 'current' },
          { id: 'item-2', state: 'decided' },
        ],
      },
      { scene: 'result', questionId: 'q-b' },
    ],
    [
      'another item on the floor beside the one voted on: its result',
      {
        rounds: [round('a')],
        items: [
          { id: 'item-2', state: 'current' },
          { id: 'item-1', state: 'current' },
        ],
      },
      { scene: 'result', questionId: 'q-a' },
    ],
    ['someone speaks', { rounds: [round('a')], speechId: 's' }, { scene: 'speech', speechId: 's' }],
    [
      'a vote outweighs a speech',
      { rounds: [round('a', { state: 'open' })], speechId: 's' },
      { scene: 'voting', questionId: 'q-a', voteIds: ['a'] },
    ],
    ['adjourned', { sitting: 'adjourned', rounds: [round('a')] }, { scene: 'adjourned' }],
  ])('%s', (_, more, station) => {
    expect(liveStation(course(more))).toEqual(station)
  })
})

it('knows keypads and paper for secret, hands and names for open', () => {
  const open = (method: RoundRow['method']) => isSecretNow(course({ openMethods: [method] }))
  expect(open('device')).toBe(true)
  expect(open('secret-paper')).toBe(true)
  expect(open('show-of-hands')).toBe(false)
  expect(open('named')).toBe(false)
  expect(isSecretNow(course())).toBe(false)
})

describe('stepping back', () => {
  const rounds = [round('a'), round('b'), round('c')]
  it('goes through the results, the roll and the welcome, each once', () => {
    expect(trackOf(course({ rounds }), null)).toEqual([
      { scene: 'welcome' },
      { scene: 'attendance' },
      { scene: 'result', questionId: 'q-a' },
      { scene: 'result', questionId: 'q-b' },
      { scene: 'result', questionId: 'q-c' },
    ])
  })

  it('counts a corrected result once, as it stands now', () => {
    const corrected = [...rounds, round('d', { questionId: 'q-a', correctsId: 'a' })]
    const track = trackOf(course({ rounds: corrected }), null)
    expect(track.at(-1)).toEqual({ scene: 'result', questionId: 'q-a' })
    expect(track.filter((one) => 'questionId' in one && one.questionId === 'q-a')).toHaveLength(1)
  })

  it('has what was put there by hand at its end', () => {
    const shown = { scene: 'list' as const, itemId: 'item-1' }
    expect(trackOf(course({ rounds }), shown).slice(-2)).toEqual([
      { scene: 'result', questionId: 'q-c' },
      shown,
    ])
  })
})

it('gives every happening another mark, so that nothing put there by hand outlives it', () => {
  const marks = [
    course({}),
    course({ items: [{ id: 'item-1', state: 'current' }] }),
    course({ rounds: [round('a', { state: 'open' })] }),
    course({ rounds: [round('a')] }),
    course({ rounds: [round('a')], items: [{ id: 'item-1', state: 'current' }] }),
    course({ rounds: [round('a', { state: 'void' })] }),
    course({ rounds: [round('a'), round('a2', { questionId: 'q-a', correctsId: 'a' })] }),
    course({ speechId: 's' }),
    course({ sitting: 'adjourned' }),
  ].map(markOf)
  expect(new Set(marks).size).toBe(marks.length)
  expect(markOf(course({ called: false, rounds: [round('a')] }))).toBe(
    markOf(course({ rounds: [round('a')] })),
  )
})
