import { describe, expect, it } from 'vitest'
import { rareNames } from '../../test/papers/facts.ts'
import { balancedLines, titleLines, titleWidth } from './lines.ts'
import { nameRows } from './names.ts'
import { safeFileName } from './paper.ts'
import { readPaperSettings } from './settings.ts'
import { signaturePlaces } from './signature.ts'
import { widthOf } from './width.ts'

describe('lines broken by meaning', () => {
  it('leaves a title that fits in one line', () => {
    expect(titleLines('临江市人民代表大会常务委员会')).toEqual(['临江市人民代表大会常务委员会'])
  })

  it('keeps terms, dates, names and institutions whole', () => {
    const title =
      '关于接受买合木提·吐尔逊江辞去临江市第十七届人民代表大会常务委员会副主任职务请求的决定'
    const lines = titleLines(title, ['买合木提·吐尔逊江'])
    expect(lines.join('')).toBe(title)
    for (const word of ['买合木提·吐尔逊江', '第十七届', '人民代表大会', '常务委员会', '副主任']) {
      expect(lines.some((line) => line.includes(word))).toBe(true)
    }
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(titleWidth)
  })

  it('starts no line with 的 or a closing mark and ends none with an opening one', () => {
    const lines = balancedLines('关于批准《临江市城市总体规划（草案）》的决议和有关事项的说明', 12)
    for (const line of lines) expect(line).not.toMatch(/^[的》）、]|[《（]$/u)
  })
})

describe('names in columns', () => {
  it('puts five short names on a line', () => {
    const names = Array.from({ length: 12 }, (_, at) => `张${at}`)
    expect(
      nameRows({ block: 'names', label: '委　员：', names }).rows.map((r) => r.length),
    ).toEqual([5, 5, 2])
  })

  it('keeps every name apart from the next and inside the line', () => {
    const names = [...rareNames, ...rareNames.toReversed()]
    const { rows } = nameRows({ block: 'names', label: '总监票人：', names })
    expect(rows.flat().map((placed) => placed.name)).toEqual(names)
    for (const row of rows) {
      row.forEach((placed, at) => {
        const end = placed.at + Math.max(3, widthOf(placed.name))
        expect(end).toBeLessThan(row[at + 1]?.at ?? 28.01)
      })
    }
  })
})

describe('signature', () => {
  it('starts the date two characters after the organ', () => {
    expect(signaturePlaces('临江市人民代表大会常务委员会', '2026年11月26日')).toEqual({
      organ: 12,
      date: 14,
    })
  })

  it('moves the organ left when the date is longer', () => {
    expect(signaturePlaces('常委会', '2026年11月26日')).toEqual({ organ: 17, date: 19 })
  })

  it('keeps a lone date four characters from the edge', () => {
    expect(signaturePlaces(undefined, '2026年11月26日').date).toBe(17)
  })
})

describe('file names', () => {
  it.each([
    ['甲/乙:丙*丁?"戊"<己>|庚\\辛', '甲／乙：丙＊丁？＂戊＂＜己＞｜庚＼辛'],
    ['  名单. ', '名单'],
    ['CON', '_CON'],
    ['com1.名单', '_com1.名单'],
    ['\u0000\n', '文书'],
  ])('%j', (raw, safe) => {
    expect(safeFileName(raw)).toBe(safe)
  })

  it('keeps to 230 bytes and never cuts a character in half', () => {
    expect(safeFileName('𬭎'.repeat(300))).toBe('𬭎'.repeat(57))
    expect(safeFileName(`${'名'.repeat(76)}单.`)).toBe('名'.repeat(76))
  })
})

describe('settings', () => {
  it('fills every gap from the defaults', () => {
    const settings = readPaperSettings({
      list: { merge: true },
      decision: { citations: { recall: '《某法》第五十条' } },
    })
    expect(settings.list).toMatchObject({ merge: true, removeFirst: false })
    expect(settings.decision.citations).toMatchObject({ recall: '《某法》第五十条' })
    expect(settings.decision.citations['act-as']).toContain('组织法')
    expect(readPaperSettings(undefined)).toEqual(readPaperSettings({}))
  })

  it('refuses a value that is no choice', () => {
    expect(() => readPaperSettings({ list: { punctuation: 'none' } })).toThrow()
    expect(() => readPaperSettings({ fontScheme: 'comic' })).toThrow()
  })
})
