import { describe, expect, it } from 'vitest'
import { agendaFacts } from '../../test/papers/facts.ts'
import { agendaPaper } from './agenda.ts'
import { plainText } from './plain.ts'

const lines = (facts = agendaFacts, numerals: 'chinese' | 'arabic' = 'chinese'): string[] =>
  plainText(agendaPaper(facts, { councilNumerals: numerals }))
    .trimEnd()
    .split('\n')

const items = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    title: '听取和审议市人民政府关于某项工作情况的报告',
    position: count - at,
  }))

describe('agenda', () => {
  it('numbers items in Chinese and closes them with ； and 。', () => {
    const text = lines()
    expect(text[3]).toBe('一、审议《临江市河道管理条例（草案）》；')
    expect(text.at(-1)).toBe('六、其他。')
  })

  it('marks written reports once and drops marks that came with the title', () => {
    expect(lines()[6]).toBe(
      '四、审议市人民政府关于市十七届人大五次会议代表建议办理情况的报告（书面）；',
    )
  })

  it('counts past ten', () => {
    const text = lines({ ...agendaFacts, items: items(11) })
    expect(text.at(-1)).toMatch(/^十一、.*。$/u)
    expect(text.at(-2)).toMatch(/^十、.*；$/u)
  })

  it('is adopted with the sitting that adopted it', () => {
    expect(lines().slice(0, 3)).toEqual([
      '临江市第十七届人民代表大会常务委员会',
      '第三十五次会议议程',
      '（2026年11月25日临江市第十七届人民代表大会常务委员会第三十五次会议第一次全体会议通过）',
    ])
  })

  it('is a draft drawn up by the council, and says no more than is known', () => {
    const council = { date: '2026-11-20', council: 42, verb: '拟定' } as const
    const draft = lines({ ...agendaFacts, state: { is: 'draft', council } }, 'arabic')
    expect(draft.slice(2, 4)).toEqual([
      '（草案）',
      '（2026年11月20日临江市第十七届人大常委会第42次主任会议拟定）',
    ])
    const early = lines({ ...agendaFacts, state: { is: 'draft' } })
    expect(early.slice(2, 4)).toEqual(['（草案）', '一、审议《临江市河道管理条例（草案）》；'])
    expect(early.join('')).not.toContain('通过）')
  })

  it('sets its lines closer only where that saves a page', () => {
    const pitch = (count: number) => agendaPaper({ ...agendaFacts, items: items(count) }).page.pitch
    const pitches = Array.from({ length: 25 }, (_, at) => pitch(at + 1))
    const closer = pitches.flatMap((value, at) => (value === undefined ? [] : [[at + 1, value]]))
    expect(closer).toEqual([[17, 28]])
  })

  it('refuses an agenda without items or with an item without text', () => {
    expect(() => agendaPaper({ ...agendaFacts, items: [] })).toThrow('papers.agenda.empty')
    const blank = [{ title: ' ； ', position: 1 }]
    expect(() => agendaPaper({ ...agendaFacts, items: blank })).toThrow('papers.agenda.untitled')
  })
})
