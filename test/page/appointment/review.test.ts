import { describe, expect, it } from 'vitest'
import {
  blankRow,
  decodeText,
  reviewFault,
  reviewOf,
} from '../../../renderer/appointment/review.ts'

const read = {
  acts: [
    { act: 'appoint' as const, verb: '任命', persons: ['何书兰', '邵正平'], post: '审判员' },
    { act: 'remove' as const, verb: '免去', persons: [], post: '庭长', listIncomplete: true },
  ],
  unread: ['其他事项另行安排'],
  about: [
    { name: '邵正平', person: { sex: 'female' as const, birth: '1980-03', nationality: '蒙古族' } },
  ],
}

describe('what was read', () => {
  it('becomes a row for each person, and one to fill in where nobody is named', () => {
    const { rows } = reviewOf(read)
    expect(rows.map(({ personName, post, incomplete }) => [personName, post, incomplete])).toEqual([
      ['何书兰', '审判员', false],
      ['邵正平', '审判员', false],
      ['', '庭长', true],
    ])
    expect(new Set(rows.map((row) => row.key)).size).toBe(3)
    expect(rows.map(({ person }) => person?.nationality)).toEqual([undefined, '蒙古族', undefined])
  })

  it('cannot be added before every sentence was dealt with, every row is whole and there is one', () => {
    const review = reviewOf(read)
    expect(reviewFault(review)).toEqual({ fault: 'unread', count: 1 })
    const seen = review.unread.map((one) => ({ ...one, handled: 'acknowledged' as const }))
    expect(reviewFault({ ...review, unread: seen })).toEqual({ fault: 'rows', count: 1 })
    const whole = review.rows.map((row) => ({ ...row, personName: row.personName || '陈立' }))
    expect(reviewFault({ rows: whole, unread: seen })).toBeNull()
    expect(reviewFault({ rows: [], unread: seen })).toEqual({ fault: 'nothing', count: 0 })
  })
})

describe('a row by hand', () => {
  it('leaves open what is to be done, whatever was read before it', () => {
    const row = blankRow('3.0', reviewOf(read).rows.at(-1))
    expect(row).toMatchObject({ verb: '', personName: '', post: '' })
    const filled = { ...row, personName: '陈立', post: '审判员' }
    expect(reviewFault({ rows: [filled], unread: [] })).toEqual({ fault: 'rows', count: 1 })
    const whole = { ...filled, act: 'remove' as const, verb: '免去' }
    expect(reviewFault({ rows: [whole], unread: [] })).toBeNull()
  })

  it('goes on with what the row typed before it says', () => {
    const before = { ...blankRow('3.0', undefined), act: 'remove' as const, verb: '免去' }
    expect(blankRow('4.1', before)).toMatchObject({ act: 'remove', verb: '免去', post: '' })
  })
})

describe('the bytes of a text', () => {
  const bytes = (...values: number[]) => new Uint8Array(values).buffer

  it('are read as UTF-8, UTF-16 by its mark, or GBK', () => {
    expect(decodeText(new TextEncoder().encode('任命').buffer)).toBe('任命')
    expect(decodeText(bytes(0xff, 0xfe, 0xfb, 0x4e, 0x7d, 0x54))).toBe('任命')
    expect(decodeText(bytes(0xfe, 0xff, 0x4e, 0xfb, 0x54, 0x7d))).toBe('任命')
    expect(decodeText(bytes(0xc8, 0xce, 0xc3, 0xfc))).toBe('任命')
  })

  it('that are no text are refused', () => {
    expect(() => decodeText(bytes(0x50, 0xff, 0xff, 0xff))).toThrow(TypeError)
  })
})
