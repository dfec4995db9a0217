import { describe, expect, it } from 'vitest'
import { attendanceFacts, people } from '../../test/papers/facts.ts'
import { attendancePaper, attendanceSettings } from './attendance.ts'
import type { BesideFact, RollFact } from './attendance.ts'
import { plainText } from './plain.ts'

const text = (roll: RollFact[], reasons = false): string =>
  plainText(
    attendancePaper(
      {
        ...attendanceFacts,
        sittings: [{ name: '第一次全体会议', date: '2026-11-25', time: '9:00', people: roll }],
      },
      { ...attendanceSettings, reasons },
    ),
  )

const someone = (name: string, more: Partial<RollFact> = {}): RollFact => ({
  name,
  kind: 'ordinary',
  status: 'present',
  ...more,
})

describe('attendance', () => {
  it('counts what it names, sitting by sitting', () => {
    const whole = plainText(attendancePaper(attendanceFacts))
    expect(whole).toContain('一、第一次全体会议（2026年11月25日 9:00）')
    expect(whole).toContain(
      '应到41人，实到38人，请假2人，缺席1人。全体组成人员41人，法定人数21人，符合法定人数。',
    )
    expect(whole).toContain('二、分组会议（第一组）（2026年11月25日 14:30）')
    expect(whole).toContain('应到12人，实到11人，请假1人。')
  })

  it('never drops a person, whatever the name', () => {
    const whole = plainText(attendancePaper(attendanceFacts))
    for (const person of people(41)) expect(whole).toContain(person.name)
  })

  it('gives reasons only when told to', () => {
    const roll = [someone('陶喆', { status: 'onLeave', reason: '因病' }), someone('陆堃')]
    expect(text(roll)).toContain('请　假：陶喆\n')
    expect(text(roll)).not.toContain('因病')
    expect(text(roll, true)).toContain('请　假：陶喆（因病）\n')
  })

  it('tells who came late and who left early, with times', () => {
    const whole = text([
      someone('陶喆', { late: '09:20' }),
      someone('陆堃', { left: '11:05' }),
      someone('龚䶮', { late: '9:30', left: '10:00' }),
    ])
    expect(whole).toContain('迟　到：陶喆（9:20到会）、龚䶮（9:30到会）')
    expect(whole).toContain('早　退：陆堃（11:05离会）、龚䶮（10:00离会）')
  })

  it('names those on video and those who sat in beside the roll, and counts observers', () => {
    const sitIn = [{ name: '何磊', post: '市财政局局长' }]
    const sitting = attendanceFacts.sittings[0]
    if (!sitting) throw new Error('no sitting')
    const whole = (beside: BesideFact): string =>
      plainText(attendancePaper({ ...attendanceFacts, sittings: [{ ...sitting, beside }] }))
    const said = whole({ video: ['陶喆', '陆堃'], sitIn, observers: 12 })
    expect(said).toContain('视频出席：陶喆、陆堃（共2人，已计入实到）')
    expect(said).toContain('列　席：市财政局局长何磊（共1人）')
    expect(said).toContain('旁　听：12人')
    expect(said).toContain('应到41人，实到38人')
    expect(whole({ video: [], sitIn: [], observers: 0 })).not.toMatch(/视频|列　席|旁　听/u)
  })

  it('counts someone not recorded neither as present nor as absent', () => {
    const whole = text([someone('陶喆', { status: 'unmarked' }), someone('陆堃')])
    expect(whole).toContain('应到2人，实到1人，未登记1人。')
    expect(whole).toContain('未登记：陶喆')
  })

  it('prints no label without a name behind it', () => {
    const whole = text([someone('陆堃')])
    for (const label of ['主　任', '请　假', '缺　席', '迟　到', '早　退']) {
      expect(whole).not.toContain(label)
    }
  })

  it('refuses to print an empty roll', () => {
    expect(() => text([])).toThrow('papers.attendance.empty')
    expect(() => attendancePaper({ ...attendanceFacts, sittings: [] })).toThrow(
      'papers.attendance.empty',
    )
  })
})
