import { describe, expect, it } from 'vitest'
import type { Question, Vote } from '../../../shared/contract/ballot.ts'
import type { Item, ItemState } from '../../../shared/contract/session.ts'
import * as walk from '../../../renderer/ballot/stops.ts'
import { nextStop, stepFrom, stopAt } from '../../../renderer/ballot/stops.ts'

const item = (position: number, state: ItemState = 'pending'): Item => ({
  id: `item-${position}`,
  sessionId: 's',
  position,
  kind: 'bill',
  title: `${position}`,
  written: false,
  signed: null,
  declined: null,
  state,
  note: '',
  rev: 1,
})

const question = (
  itemPosition: number,
  position: number,
  facts: Partial<Question> = {},
): Question => ({
  id: `question-${position}`,
  sessionId: 's',
  itemId: `item-${itemPosition}`,
  position,
  kind: 'bill',
  title: '',
  method: 'device',
  motion: null,
  actIds: [],
  votes: [],
  standing: null,
  amendsId: null,
  proposedOn: null,
  signatories: null,
  mergeBasis: null,
  withdrawn: null,
  defence: null,
  rev: 1,
  ...facts,
})

const vote = (state: Vote['state']): Vote => ({ state }) as Vote
const done = { standing: vote('locked') }
const nothing = { itemId: null, questionId: null }

const stopsOf = (
  items: readonly Item[],
  questions: readonly Question[],
  waiting: readonly string[] = [],
) => walk.stopsOf(items, questions, new Set(waiting))

const stops = stopsOf(
  [item(1, 'decided'), item(2), item(3), item(4, 'deliberated')],
  [question(1, 1, done), question(3, 2, done), question(3, 3), question(3, 4)],
)
const at = (index: number) => stops[index] ?? expect.fail(`no stop ${index}`)
const named = (stop: ReturnType<typeof stopAt>) => stop && (stop.question?.id ?? stop.item.id)

describe('the walk through the agenda', () => {
  it('算例 36 comes to the amendments before the motion they would change', () => {
    const amending = { kind: 'amendment' as const, amendsId: 'question-1' }
    const asked = [
      question(1, 1),
      question(1, 2, amending),
      question(1, 3),
      question(1, 4, amending),
    ]
    expect(stopsOf([item(1)], asked).map(named)).toEqual([
      'question-2',
      'question-4',
      'question-1',
      'question-3',
    ])
  })

  it('comes back to an item still on the floor after a motion how to vote or an amendment', () => {
    const moved = question(1, 1, { ...done, kind: 'procedural', motion: 'merge-vote' })
    const amended = question(2, 2, { ...done, kind: 'amendment' })
    const left = stopsOf([item(1, 'current'), item(2, 'current'), item(3)], [moved, amended])
    expect(left.map(named)).toEqual(['question-1', 'item-1', 'question-2', 'item-2', 'item-3'])
    const [first] = left
    expect(first && named(nextStop(left, first))).toBe('item-1')
    expect(stopsOf([item(1, 'decided')], [question(1, 1, done)])).toHaveLength(1)
  })

  it('comes back to an item on the floor where persons were put forward after the others were voted on', () => {
    const voted = question(1, 1, { ...done, kind: 'appointment' })
    const items = [item(1, 'current'), item(2)]
    expect(stopsOf(items, [voted], ['item-1']).map(named)).toEqual([
      'question-1',
      'item-1',
      'item-2',
    ])
    expect(stopsOf(items, [voted], ['item-2']).map(named)).toEqual(['question-1', 'item-2'])
    const open = [voted, question(1, 2, { kind: 'appointment' })]
    expect(stopsOf(items, open, ['item-1']).map(named)).toEqual([
      'question-1',
      'question-2',
      'item-2',
    ])
  })

  it('leaves no question of an item open behind it', () => {
    const two = stopsOf([item(1), item(2)], [question(1, 1), question(1, 2, done)])
    const [, second] = two
    expect(second && named(nextStop(two, second))).toBe('question-1')
  })

  it('passes every question of an item, and items without a question', () => {
    expect(stops.map(named)).toEqual([
      'question-1',
      'item-2',
      'question-2',
      'question-3',
      'question-4',
      'item-4',
    ])
  })

  it('goes on to what is not done, and round to the start at the end', () => {
    expect(named(nextStop(stops, at(0)))).toBe('item-2')
    expect(named(nextStop(stops, at(1)))).toBe('question-3')
    expect(named(nextStop(stops, at(5)))).toBe('item-2')
  })

  it('ends when everything is done', () => {
    const all = stopsOf([item(1, 'decided'), item(2, 'deferred')], [question(1, 1, done)])
    const [first] = all
    expect(first && nextStop(all, first)).toBeNull()
  })

  it('steps to the neighbours and stops at the ends', () => {
    expect(named(stepFrom(stops, at(1), 1))).toBe('question-2')
    expect(named(stepFrom(stops, at(1), -1))).toBe('question-1')
    expect(stepFrom(stops, at(0), -1)).toBeNull()
    expect(stepFrom(stops, at(5), 1)).toBeNull()
  })
})

describe('where the desk stands', () => {
  it('is the question chosen, done or not', () => {
    expect(named(stopAt(stops, { itemId: null, questionId: 'question-2' }))).toBe('question-2')
  })

  it('is the first open question of the item chosen', () => {
    expect(named(stopAt(stops, { itemId: 'item-3', questionId: null }))).toBe('question-3')
    expect(named(stopAt(stops, { itemId: 'item-1', questionId: 'gone' }))).toBe('question-1')
  })

  it('with nothing chosen is the open vote, then the item on the floor, then the first thing to do', () => {
    expect(named(stopAt(stops, nothing))).toBe('item-2')
    const floor = stopsOf([item(1), item(2, 'current')], [])
    expect(named(stopAt(floor, nothing))).toBe('item-2')
    const voting = stopsOf(
      [item(1), item(2, 'current')],
      [question(1, 1), question(1, 2, { votes: [vote('open')] })],
    )
    expect(named(stopAt(voting, nothing))).toBe('question-2')
    expect(stopAt([], nothing)).toBeNull()
  })
})
