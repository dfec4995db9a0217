import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderDocx } from '../../electron/papers/index.ts'
import type { Paper } from '../../shared/papers/paper.ts'
import { rareNames } from './facts.ts'
import { bareText, fontFiles, inkOf, openWorkshop, pagesOf, paleInk } from './office.ts'
import type { Line, Workshop } from './office.ts'
import { samples } from './samples.ts'

const mm = (points: number): number => (points * 25.4) / 72

/** Three full pages of running text without digits, marks or indents. */
const phrase = '常务委员会会议审议通过有关人事任免事项并依法公布施行各地应当遵照执行'
const ruler: Paper = {
  kind: 'list',
  title: ['量尺'],
  blocks: Array.from({ length: 4 }, () => ({
    block: 'paragraph',
    indent: 'none',
    runs: [{ text: phrase.repeat(20).slice(0, 28 * 18) }],
  })),
  page: { number: true },
  fileName: '量尺',
}

/** A table over several pages: its rules stand on the edges of the text area. */
const frame: Paper = {
  ...ruler,
  title: ['表'],
  blocks: [
    {
      block: 'table',
      columns: [
        { head: '序号', share: 1, align: 'center' },
        { head: '事项', share: 5, align: 'left' },
      ],
      rows: Array.from({ length: 60 }, (_, at) => [`${at + 1}`, phrase.slice(0, 20)]),
    },
  ],
}

const named: Record<string, Paper> = { ...samples, ruler, frame }

/** Pages each paper needs at most; what is read aloud stands in large type. */
const mostPages = (name: string): number => {
  if (/^(?:agenda|decision)/u.test(name)) return 1
  if (name.startsWith('script')) return 6
  return /^(?:minutes|certificate|duty)/u.test(name) ? 4 : 2
}

const rendered = async (): Promise<Record<string, Uint8Array>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(named).map(async ([name, paper]) => [name, await renderDocx(paper)] as const),
    ),
  )

const isNumber = (line: Line): boolean => mm(line.y) > 262
const bodyOf = (page: readonly Line[] | undefined): Line[] =>
  (page ?? []).filter((line) => !isNumber(line))

const latin = fontFiles(':lang=en:family=DejaVu Serif')

describe.each([
  { fonts: 'with Chinese fonts', only: undefined, chinese: true },
  { fonts: 'without Chinese fonts', only: latin, chinese: false },
])('printed $fonts', ({ only, chinese }) => {
  let workshop: Workshop
  let pdfs: Record<string, string>
  const pdf = (name: string): string => pdfs[name] ?? ''

  beforeAll(async () => {
    workshop = openWorkshop(only)
    pdfs = workshop.convert(await rendered())
  }, 120_000)
  afterAll(() => workshop.close())

  it('sets 22 lines a page, 28.95 points apart', () => {
    const lines = bodyOf(pagesOf(pdf('ruler'))[1])
    expect(lines).toHaveLength(22)
    const first = lines[0]?.y ?? 0
    const last = lines.at(-1)?.y ?? 0
    expect(Math.abs((last - first) / 21 - 28.95)).toBeLessThan(0.05)
    lines.forEach((line, at) => {
      expect(Math.abs(line.y - first - at * 28.95)).toBeLessThan(0.1)
    })
  })

  it('starts lines 28 mm from the edge and ends none beyond 184 mm', () => {
    for (const line of bodyOf(pagesOf(pdf('ruler'))[1])) {
      expect(Math.abs(mm(line.x) - 28)).toBeLessThan(0.5)
      expect(mm(line.right)).toBeLessThan(184.5)
    }
  })

  // Without a Chinese font every character is a box, as wide as the Latin font draws it.
  if (chinese) {
    it('sets 28 characters a line, out to the right margin', () => {
      const lines = bodyOf(pagesOf(pdf('ruler'))[1])
      expect(lines.map((line) => line.text.length)).toEqual(Array.from({ length: 22 }, () => 28))
      for (const line of lines) expect(Math.abs(mm(line.right) - 184)).toBeLessThan(0.5)
    })
  }

  it('keeps the text area 37 mm from the top, 28 and 26 mm from the sides', () => {
    const ink = inkOf(pdf('frame'), 2, 20, 262.5)
    expect(Math.abs((ink?.top ?? 0) - 37)).toBeLessThan(0.5)
    expect(Math.abs((ink?.left ?? 0) - 28)).toBeLessThan(0.5)
    expect(Math.abs((ink?.right ?? 0) - 184)).toBeLessThan(0.5)
    expect(ink?.bottom).toBeLessThan(262.3)
  })

  it('numbers odd pages right, even pages left, 7 mm under the text area', () => {
    const [odd, even] = pagesOf(pdf('ruler')).map((page) => page.find(isNumber))
    expect(odd?.text.replaceAll(' ', '')).toBe('—1—')
    expect(even?.text.replaceAll(' ', '')).toBe('—2—')
    expect(Math.abs(mm(odd?.right ?? 0) - (184 - 4.94))).toBeLessThan(0.5)
    expect(Math.abs(mm(even?.x ?? 0) - (28 + 4.94))).toBeLessThan(0.5)
    const dash = inkOf(pdf('ruler'), 2, 263, 290, 36)
    expect(Math.abs(((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2 - 269)).toBeLessThan(0.5)
  })

  it('loses no character of any paper', () => {
    for (const [name, paper] of Object.entries(samples)) {
      const printed = bareText(pdf(name))
      // A title on pre-printed stock is the stock's own.
      const title = paper.page.stock?.textOnly ? [] : paper.title
      for (const line of title) expect(printed).toContain(line)
      for (const block of paper.blocks) {
        const entries = block.block === 'list' ? block.entries : []
        for (const runs of entries) {
          const said = runs.map((run) => run.text).join('')
          expect(printed.replaceAll(/—\d+—/gu, '')).toContain(said)
        }
      }
    }
  })

  it('prints rare and long names whole', () => {
    const printed = bareText(pdf('attendance'))
    for (const name of rareNames) expect(printed).toContain(name)
  })

  it('keeps names in columns and inside the text area', () => {
    for (const page of pagesOf(pdf('attendance'))) {
      for (const line of bodyOf(page)) expect(mm(line.right)).toBeLessThan(184.5)
    }
  })

  it.each([
    ['script-before', 36],
    ['script-after', 32],
  ])(
    'sets %s to be read aloud, %d points apart, with a large number in the middle',
    (name, points) => {
      const pages = pagesOf(pdf(name))
      const lines = bodyOf(pages[1])
      // A blank in a sentence parts one line in two that stand side by side.
      const steps = lines
        .slice(1)
        .map((line, at) => line.y - (lines[at]?.y ?? 0))
        .filter((step) => step > 1)
      expect(steps.length).toBeGreaterThan(10)
      // An item of the agenda begins half a line lower.
      for (const step of steps)
        expect(Math.min(Math.abs(step - points), Math.abs(step - points * 1.5))).toBeLessThan(0.3)
      const number = pages[1]?.find(isNumber)
      expect(number?.text.replaceAll(' ', '')).toBe('—2—')
      expect(Math.abs((mm(number?.x ?? 0) + mm(number?.right ?? 0)) / 2 - 106)).toBeLessThan(1.5)
    },
  )

  it('marks every page of a rehearsal’s paper, and no page of a real one', () => {
    for (const page of pagesOf(pdf('rehearsal')).keys()) {
      const [marked, real] = ['rehearsal', 'result'].map((name) => paleInk(pdf(name), page + 1))
      expect(marked).toBeGreaterThan(5000)
      expect(real).toBeLessThan((marked ?? 0) / 5)
    }
  })

  it('takes no more pages than the papers need', () => {
    for (const name of Object.keys(samples)) {
      const most = mostPages(name)
      expect([name, Math.max(most, pagesOf(pdf(name)).length)]).toEqual([name, most])
    }
  })
})
