import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../shared/contract/errors.ts'
import type { Sheet } from '../ports.ts'
import { readNominations, type Own } from './sheet.ts'

const own: Own = { posts: [], bodyName: '临江市人民代表大会常务委员会', level: 'city' }
const sheet = (...rows: string[][]): Sheet => ({ rows, firstLine: 1, remarks: [], merged: [] })
const read = (...rows: string[][]) => readNominations('名单.xlsx', sheet(...rows), own)

const refusedWith = (...rows: string[][]): string | undefined => {
  try {
    read(...rows)
  } catch (error) {
    if (error instanceof Refusal) return error.failure.message?.key
    throw error
  }
  return undefined
}

describe('a sheet of nominations', () => {
  it('gives an act for each post taken up and each given up, with what it says of the person', () => {
    const { acts, remarks } = read(
      ['临江市拟任免人员名册'],
      ['序号', '姓 名', '性别', '民族', '出生年月', '拟任职务', '拟免职务', '任免理由'],
      ['1', '何清', '女', '回', '1975.03', '临江市财政局局长', '临江市审计局局长', '工作需要'],
      ['2', '顾南（男）', '', '', '197811', '', '临江市中级人民法院审判员', '退休'],
      ['合计', '2人'],
    )
    expect(
      acts.map(({ line, act, verb, personName, post }) => [line, act, verb, personName, post]),
    ).toEqual([
      [3, 'remove', '决定免去', '何清', '临江市审计局局长'],
      [3, 'appoint', '决定任命', '何清', '临江市财政局局长'],
      [4, 'remove', '免去', '顾南', '临江市中级人民法院审判员'],
    ])
    expect(acts.map(({ person }) => person)).toEqual([
      { sex: 'female', birth: '1975-03', nationality: '回族' },
      { sex: 'female', birth: '1975-03', nationality: '回族' },
      { sex: 'male', birth: '1978-11', nationality: null },
    ])
    expect(acts.flatMap(({ says }) => says)).toEqual([])
    expect(remarks.map(({ key }) => key)).toEqual([
      'appointment.sheet.skipped',
      'appointment.sheet.unused',
    ])
  })

  it('takes the verb word for word, and says where it had to be assumed or cannot be told', () => {
    const { acts } = read(
      ['姓名', '任免', '职务'],
      ['何清', '批准任命', '临江县人民检察院检察长'],
      ['顾南', '免职', '临江市某中心主任'],
      ['孟秋白', '', '临江市财政局局长'],
    )
    expect(acts.map(({ act, verb }) => [act, verb])).toEqual([
      ['approve-appoint', '批准任命'],
      ['remove', '免去'],
      // Left open, so that it is chosen before anything is added.
      ['appoint', ''],
    ])
    expect(acts.map(({ says }) => says.map(({ key }) => key))).toEqual([
      [],
      ['appointment.sheet.verbAssumed'],
      ['appointment.sheet.doing'],
    ])
  })

  it('keeps a row it cannot read whole, with what is wrong', () => {
    const { acts } = read(['姓名', '拟任职务', '出生年月'], ['×××', '某局局长', '七五年'])
    expect(acts).toMatchObject([{ personName: '×××', person: { birth: null } }])
    expect(acts[0]?.says.map(({ key }) => key)).toContain('appointment.sheet.birth')
    expect(acts[0]?.says.length).toBeGreaterThan(1)
  })

  it('repeats what one merged cell says of several rows, and a name never', () => {
    const rows = [
      ['姓名', '拟任职务', '任免理由'],
      ['何清', '临江市财政局副局长', '工作需要'],
      ['顾南', '', ''],
    ]
    const merged = [{ top: 2, left: 2, bottom: 3, right: 2 }]
    const { acts } = readNominations('名单.xlsx', { ...sheet(...rows), merged }, own)
    expect(acts.map(({ personName, post, reason }) => [personName, post, reason])).toEqual([
      ['何清', '临江市财政局副局长', '工作需要'],
      ['顾南', '临江市财政局副局长', ''],
    ])
  })

  it('without names, without posts or with a column twice is refused in words', () => {
    expect(refusedWith(['人员', '职务'], ['何清', '局长'])).toBe('appointment.sheet.noHeader')
    expect(refusedWith(['姓名', '性别'], ['何清', '女'])).toBe('appointment.sheet.noPost')
    expect(refusedWith(['姓名', '职务', '姓名'], ['何清', '局长', '顾南'])).toBe(
      'appointment.sheet.twice',
    )
    expect(read(['姓名', '职务']).remarks.map(({ key }) => key)).toEqual([
      'appointment.sheet.nobody',
    ])
  })
})
