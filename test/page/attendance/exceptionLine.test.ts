import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RollEntry } from '../../../shared/contract/attendance.ts'
import { pinyinKeys } from '../../../shared/rules/pinyin.ts'
import {
  isLine,
  meant,
  outcomeOf,
  readLine,
  settleWord,
} from '../../../renderer/attendance/exceptionLine.ts'
import { readGuests } from '../../../renderer/attendance/guestLines.ts'
import {
  movedSeat,
  neighbourOf,
  seatsInOrder,
  type Direction,
} from '../../../renderer/attendance/seats.ts'

const names = ['章三', '章三丰', '温若谷', '曾庆山', '欧阳文澜', '阿依努尔·买买提', '吕一安']
const entry = (name: string, number: number, facts: Partial<RollEntry> = {}): RollEntry => ({
  ...{ memberId: `m${number}`, personId: `p${number}`, number, name, kind: 'ordinary', seat: null },
  ...{ initials: pinyinKeys(name).initials, state: null, reason: '', video: false, leave: null },
  ...{ approver: '', approverRole: '', approverFault: null, suspended: false, intervals: [] },
  ...{ here: false, late: false, leftEarly: false },
  ...facts,
})
const entries = names.map((name, index) => entry(name, index + 1))
const said = (text: string) => readLine(entries, text).named.map(({ name }) => name)

describe('a line of exceptions', () => {
  it('is more than one word, or one and a space; a single word only finds', () => {
    for (const text of ['', '  ', 'zs', '3', '温若谷']) expect(isLine(text)).toBe(false)
    for (const text of ['3 ', '3 5', '温若谷，5', '3、5', '３　5']) expect(isLine(text)).toBe(true)
  })

  it('takes numbers, initials, pinyin and names, with any separator and in full width', () => {
    expect(said('3 oywl, lvyian，５、阿依努尔·买买提')).toEqual([
      '温若谷',
      '欧阳文澜',
      '吕一安',
      '阿依努尔·买买提',
    ])
  })

  it('takes whole initials before a beginning of others', () => {
    expect(meant(entries, 'zs').map(({ name }) => name)).toEqual(['章三'])
    expect(meant(entries, 'ZSF').map(({ name }) => name)).toEqual(['章三丰'])
    expect(meant(entries, 'zhang').map(({ name }) => name)).toEqual(['章三', '章三丰'])
  })

  it('is not ready while a word means nobody or several', () => {
    const line = readLine(entries, '3 zhang qq 99 0')
    expect(line.ready).toBe(false)
    expect(line.named.map(({ name }) => name)).toEqual(['温若谷'])
    expect(line.ambiguous.map(({ text }) => text)).toEqual(['zhang'])
    expect(line.unknown.map(({ text }) => text)).toEqual(['qq', '99', '0'])
  })

  it('counts whoever is named twice once, and settles a word by its place', () => {
    expect(said('3 wrg 温若谷 3')).toEqual(['温若谷'])
    const text = '3 zhang zhang'
    const second = readLine(entries, text).ambiguous[1]
    const [, tall] = entries
    if (!second || !tall) throw new Error('expected two unclear words')
    expect(settleWord(text, second, tall)).toBe('3 zhang 2')
  })

  it('says where everyone would go, and never loses anyone', () => {
    const leave = { reason: '因病', approver: '', approverRole: '' as const }
    const roll = [
      entry('甲', 1, { leave }),
      entry('乙', 2, { leave }),
      entry('丙', 3, { state: 'onLeave' }),
      entry('丁', 4),
      entry('戊', 5, { suspended: true }),
      entry('己', 6, { state: 'present' }),
    ]
    expect(outcomeOf(roll, [])).toEqual({ onLeave: 2, absent: 0, present: 1 })
    const named = roll.filter(({ number }) => [1, 3, 4, 6].includes(number))
    expect(outcomeOf(roll, named)).toEqual({ onLeave: 3, absent: 2, present: 0 })
  })

  it('means the same however often it is read, and only members of the roll', () => {
    const word = fc.constantFrom('3', 'wrg', 'zs', 'zhang', 'q', '温', '7', '，', '')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ')
        const line = readLine(entries, text)
        expect(readLine(entries, text)).toEqual(line)
        expect(new Set(line.named).size).toBe(line.named.length)
        for (const one of line.words) expect(text.slice(one.at)).toMatch(/^\S/u)
        expect(line.ready).toBe(
          line.words.length > 0 && line.words.every((one) => one.entries.length === 1),
        )
      }),
    )
  })
})

describe('guests as pasted', () => {
  it('are a name and what follows it, a line each', () => {
    expect(readGuests('李甲 市财政局局长\r\n\n 周乙\n吴丙\t区人大 代表\n郑丁，公民')).toEqual([
      { name: '李甲', post: '市财政局局长' },
      { name: '周乙', post: '' },
      { name: '吴丙', post: '区人大 代表' },
      { name: '郑丁', post: '公民' },
    ])
  })
})

describe('seats', () => {
  const seats = seatsInOrder(['a', 'b', 'c', 'd', 'e'], 2)

  it('are filled row by row from the front left', () => {
    expect(seats.map(({ row, col }) => `${row}.${col}`)).toEqual([
      '1.1',
      '1.2',
      '2.1',
      '2.2',
      '3.1',
    ])
  })

  it('change places with a neighbour, or take an empty place, and stop at the edge', () => {
    const at = (all: typeof seats | null, id: string) => {
      const seat = all?.find(({ memberId }) => memberId === id)
      return seat ? [seat.row, seat.col] : null
    }
    const swapped = movedSeat(seats, 'a', 'ArrowRight')
    expect([at(swapped, 'a'), at(swapped, 'b')]).toEqual([
      [1, 2],
      [1, 1],
    ])
    expect(at(movedSeat(seats, 'e', 'ArrowRight'), 'e')).toEqual([3, 2])
    expect(movedSeat(seats, 'a', 'ArrowUp')).toBeNull()
    expect(movedSeat(seats, 'nobody', 'ArrowUp')).toBeNull()
  })

  it('never put two in one place, in any order of moves', () => {
    const move = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.constantFrom<Direction>('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
    )
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const all = moves.reduce((now, [id, way]) => movedSeat(now, id, way) ?? now, seats)
        expect(new Set(all.map(({ row, col }) => `${row}.${col}`)).size).toBe(5)
      }),
    )
  })

  it('lead arrows along the row and to the nearest in the next', () => {
    const placed = seats.map(({ memberId, row, col }, index) =>
      entry(memberId, index + 1, { seat: { row, col } }),
    )
    const [a, b, , d, e] = placed
    if (!a || !b || !d || !e) throw new Error('five seats')
    expect(neighbourOf(placed, a, 'ArrowRight')).toBe(b)
    expect(neighbourOf(placed, b, 'ArrowDown')).toBe(d)
    expect(neighbourOf(placed, d, 'ArrowDown')).toBe(e)
    expect(neighbourOf(placed, a, 'ArrowUp')).toBeNull()
  })
})
