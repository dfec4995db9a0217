import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderDocx } from '../../electron/papers/index.ts'
import { certificatePapers } from '../../shared/papers/after/certificate.ts'
import { dutyPapers } from '../../shared/papers/after/duty.ts'
import type { AfterSettings } from '../../shared/papers/after/settings.ts'
import type { Paper } from '../../shared/papers/paper.ts'
import { after, afterFacts, office } from './after.ts'
import { act } from './facts.ts'
import { bareText, inkOf, openWorkshop, pagesOf } from './office.ts'
import type { Ink, Workshop } from './office.ts'
import { samples } from './samples.ts'

const certificates = (change: Partial<AfterSettings['certificate']>, facts = afterFacts): Paper => {
  const certificate = { ...office.settings.certificate, ...change }
  const [paper] = certificatePapers(facts, {
    ...office,
    settings: { ...office.settings, certificate },
  })
  if (!paper) throw new Error('no certificates')
  return paper
}

/** As long as posts get: three courts' offices and a name of eight characters. */
const longPost = {
  ...afterFacts,
  acts: [
    after(
      act(
        'appoint',
        '任命',
        '巴特尔孟和额尔德',
        '临江市东山经济技术开发区人民法院审判委员会委员、立案庭（诉讼服务中心）庭长、刑事审判第二庭副庭长、民事审判第一庭副庭长、审判员',
      ),
      {
        nominator: '院长文守正',
        nominatorKind: 'court-president',
        certificate: true,
        oath: 'organ',
      },
    ),
  ],
}

/** As long as the entry takes them. */
const longest = {
  ...longPost,
  acts: longPost.acts.map((fact) => ({ ...fact, post: fact.post.repeat(7).slice(0, 400) })),
}

const papers: Record<string, Paper> = {
  ...samples,
  plain: certificates({ textOnly: true }),
  moved: certificates({ textOnly: true, offsetX: 5, offsetY: -3.5 }),
  long: certificates({}, longPost),
  longest: certificates({}, longest),
  'duty-long': dutyPapers(
    { ...longPost, acts: [...afterFacts.acts, ...longPost.acts] },
    office,
  )[0]!,
  bare: certificates({ textOnly: true, passing: false }),
}
const wanted = Object.keys(papers).filter((name) =>
  /^(?:notice|filing|certificate|duty|oath|announcement|plain|moved|long|longest|bare)/u.test(name),
)

let workshop: Workshop
let pdfs: Record<string, string>
const pdf = (name: string): string => pdfs[name] ?? ''
const ink = (name: string, page: number, from: number, to: number, before?: number): Ink => {
  const found = inkOf(pdf(name), page, from, to, before)
  if (!found) throw new Error(`no ink in ${name} between ${from} and ${to}`)
  return found
}
const near = (measured: number, wished: number, within = 0.6): void =>
  expect(Math.abs(measured - wished)).toBeLessThan(within)

beforeAll(async () => {
  workshop = openWorkshop()
  const files: Record<string, Uint8Array> = {}
  for (const name of wanted) files[name] = await renderDocx(papers[name] ?? samples['list']!)
  pdfs = workshop.convert(files)
}, 180_000)
afterAll(() => workshop.close())

describe('red head of a file', () => {
  it('begins 72 mm from the top and keeps to the text area', () => {
    const mark = ink('notice-1', 1, 50, 90)
    near(mark.top, 72)
    expect(mark.left).toBeGreaterThan(27.5)
    expect(mark.right).toBeLessThan(184.5)
  })

  it('has its red rule 4 mm under the number, as wide as the text area', () => {
    const number = ink('notice-1', 1, 95, 118)
    const rule = ink('notice-1', 1, 117, 130)
    near(rule.top - number.bottom, 4)
    near(rule.left, 28)
    near(rule.right, 184)
  })

  it('sets the number of what goes upward a character in, who signs at the other edge, the rule as wide', () => {
    const line = ink('filing-2', 1, 95, 118)
    near(line.left, 28 + 5.55, 1)
    expect(line.right).toBeGreaterThan(184 - 5.55 - 16 - 1)
    expect(line.right).toBeLessThan(184 - 5.55 + 1)
    expect(bareText(pdf('filing-2'))).toContain('签发人：龙啸天')
    const rule = ink('filing-2', 1, 117, 130)
    near(rule.left, 28)
    near(rule.right, 184)
    near(rule.top - line.bottom, 4)
  })

  it('ends on the last page with rules on the edge of the text area', () => {
    const last = pagesOf(pdf('notice-1')).length
    const imprint = ink('notice-1', last, 225, 264)
    near(imprint.bottom, 262, 1.2)
    near(imprint.left, 28)
    near(imprint.right, 184)
  })

  it('starts its text on the first page, whoever it goes to', () => {
    for (const name of wanted.filter((one) => /^(?:notice|filing)/u.test(one))) {
      const pages = pagesOf(pdf(name))
      expect([name, pages.length <= 2]).toEqual([name, true])
      const first = (pages[0] ?? []).map(({ text }) => text).join('')
      expect(first).toContain('第三十五次会议')
    }
  })
})

describe('red head of a letter', () => {
  it('begins 30 mm from the sheet’s edge, its double rules 170 mm long', () => {
    const mark = ink('notice-letter-1', 1, 20, 45)
    const upper = ink('notice-letter-1', 1, 44.5, 49)
    const lower = ink('notice-letter-1', 1, 272, 280)
    near(mark.top, 30)
    near(upper.top - mark.bottom, 4)
    for (const rules of [upper, lower]) {
      near(rules.left, 20)
      near(rules.right, 190)
    }
    near(lower.bottom, 277)
  })

  it('bears no page number on its first page', () => {
    expect(bareText(pdf('notice-letter-1'))).not.toContain('—1—')
  })
})

describe('certificates', () => {
  it('stand one on a page, however long a post', () => {
    expect(pagesOf(pdf('certificate-1'))).toHaveLength(4)
    expect(pagesOf(pdf('certificate-stock-1'))).toHaveLength(4)
    expect(pagesOf(pdf('long'))).toHaveLength(1)
    expect(bareText(pdf('long'))).toContain('审判员。')
  })

  it('move on pre-printed stock by half millimetres, and nothing else changes', () => {
    const [plain, moved] = ['plain', 'moved'].map((name) => ink(name, 1, 20, 205, 297))
    near((moved?.left ?? 0) - (plain?.left ?? 0), 5, 0.2)
    near((moved?.right ?? 0) - (plain?.right ?? 0), 5, 0.2)
    near((moved?.top ?? 0) - (plain?.top ?? 0), -3.5, 0.2)
    near((moved?.bottom ?? 0) - (plain?.bottom ?? 0), -3.5, 0.2)
  })

  it('leave title and frame to the stock, and the words where they stood', () => {
    expect(bareText(pdf('plain'))).not.toContain('任命书')
    const date = (name: string, page = 1) =>
      pagesOf(pdf(name))[page - 1]?.find(({ text }) =>
        /^2026年11月26日$/u.test(text.replaceAll(' ', '')),
      )
    expect(pagesOf(pdf('longest'))).toHaveLength(1)
    for (const name of ['certificate-1', 'plain', 'bare', 'long'])
      near(
        ((date(name)?.y ?? 0) * 25.4) / 72,
        ((date('certificate-1', 3)?.y ?? 0) * 25.4) / 72,
        0.2,
      )
  })
})

it('sets each list of duties on a sheet of its own, and the oath on its own', () => {
  expect(pagesOf(pdf('duty-1'))).toHaveLength(4)
  // One post as long as posts get sets the whole batch closer, and nothing runs over.
  const long = pagesOf(pdf('duty-long')).map((lines) => lines.map(({ text }) => text).join(''))
  expect(long).toHaveLength(5)
  for (const sheet of long) expect(sheet.replaceAll(' ', '')).toMatch(/领受人：.*日/u)
  const oath = pagesOf(pdf('oath'))
  expect(oath).toHaveLength(2)
  expect((oath[1] ?? []).map(({ text }) => text).join('')).toContain('我宣誓')
})
