import { describe, expect, it } from 'vitest'
import { bareName, nameFault, padded, withNote } from './names.ts'

describe('bare names', () => {
  const pairs: [string, string][] = [
    ['张　三', '张三'],
    [' 张 三 ', '张三'],
    ['张\u00a0三\n', '张三'],
    ['\ufeff王\u200b五', '王五'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽‧买买提', '阿依古丽·买买提'],
    ['阿依古丽 ・ 买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['阿依古丽··买买提', '阿依古丽·买买提'],
    ['·张三·', '张三'],
    ['  Anna   M. Reed ', 'Anna M. Reed'],
  ]
  for (const [raw, bare] of pairs) {
    it(`«${raw}» is «${bare}»`, () => {
      expect(bareName(raw)).toBe(bare)
      expect(bareName(bare)).toBe(bare)
    })
  }

  it('faults are named with the character', () => {
    expect(nameFault('')).toEqual({ reason: 'name-empty' })
    expect(nameFault('张')).toEqual({ reason: 'name-one-character' })
    expect(nameFault('张×')).toEqual({ reason: 'name-bad-character', char: '×' })
    expect(nameFault('张3')).toEqual({ reason: 'name-bad-character', char: '3' })
    expect(nameFault('张\ue123')).toEqual({ reason: 'name-private-use', char: 'U+E123' })
    expect(nameFault('张'.repeat(41))).toEqual({ reason: 'name-too-long' })
    for (const name of ['张三', '阿依古丽·买买提', '李𬭎', '王〇一', 'Anna Reed']) {
      expect(nameFault(name)).toBeUndefined()
    }
  })
})

describe('names in print', () => {
  it('two characters are set as wide as three', () => {
    expect(padded('张三')).toBe('张　三')
    expect(padded('李𬭎')).toBe('李　𬭎')
    expect(padded('王小洪')).toBe('王小洪')
    expect(padded('Al')).toBe('Al')
  })

  it('notes name sex and nationality, nothing for Han men', () => {
    expect(withNote('张三', { sex: 'male', nationality: '汉族' })).toBe('张三')
    expect(withNote('李四', { sex: 'female', nationality: null })).toBe('李四（女）')
    expect(withNote('王五', { sex: 'female', nationality: '回族' })).toBe('王五（女，回族）')
    expect(withNote('马六', { sex: 'male', nationality: '回族' })).toBe('马六（回族）')
  })
})
