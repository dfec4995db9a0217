import { describe, expect, it } from 'vitest'
import { act, decisionFacts, head, listFacts, rareNames } from '../../test/papers/facts.ts'
import { Refusal } from '../contract/errors.ts'
import { decisionPapers, decisionSettings } from './decision.ts'
import { listPaper, listSettings } from './list.ts'
import type { ListSettings } from './list.ts'
import type { ActFact } from './acts.ts'
import { plainText } from './plain.ts'

const text = (acts: ActFact[], settings: Partial<ListSettings> = {}): string[] =>
  plainText(listPaper({ ...head, acts }, { ...listSettings, ...settings }))
    .trimEnd()
    .split('\n')

const court = '临江市中级人民法院审判员'
const bureau = '临江市财政局局长'

describe('list of appointments', () => {
  it('leaves out whatever was not passed', () => {
    const lines = plainText(listPaper(listFacts))
    for (const name of ['何落选', '石撤回', '金待决']) expect(lines).not.toContain(name)
    for (const fact of listFacts.acts.filter((a) => a.outcome === 'passed')) {
      expect(lines).toContain(fact.person)
    }
  })

  it.each(['failed', 'pending', 'withdrawn'] as const)(
    'refuses a list of nothing but %s',
    (outcome) => {
      expect(() => text([act('appoint', '任命', '张三', court, { outcome })])).toThrow(
        'papers.list.empty',
      )
    },
  )

  it('puts each verb once, by organ order, 任 before 免', () => {
    const headings = text(listFacts.acts).filter((line) => line.endsWith('：'))
    expect(headings).toEqual(['任命：', '决定任命：', '批准任命：', '决定免去：', '免去：'])
  })

  it('turns the order round on demand', () => {
    const settings = { removeFirst: true, groupOrder: ['court', 'government'] as const }
    const lines = text(
      [
        act('appoint', '决定任命', '甲一', bureau),
        act('appoint', '任命', '乙二', court),
        act('remove', '免去', '丙三', court),
      ],
      { ...settings, groupOrder: [...settings.groupOrder] },
    )
    expect(lines.filter((line) => line.endsWith('：'))).toEqual(['免去：', '任命：', '决定任命：'])
  })

  it('merges persons of one post only when told to', () => {
    const acts = [
      act('appoint', '任命', '甲一', court),
      act('appoint', '任命', '乙二', court, { position: 2 }),
      act('appoint', '任命', '丙三', '临江市中级人民法院庭长', { position: 3 }),
    ]
    expect(text(acts).slice(4)).toEqual([
      `甲一为${court}；`,
      `乙二为${court}；`,
      '丙三为临江市中级人民法院庭长。',
    ])
    expect(text(acts, { merge: true }).slice(4)).toEqual([
      `甲一、乙二为${court}；`,
      '丙三为临江市中级人民法院庭长。',
    ])
  })

  it.each([
    ['任命名单', [act('appoint', '决定任命', '甲一', bureau)]],
    ['免职名单', [act('remove', '免去', '甲一', court)]],
    [
      '任免名单',
      [act('remove', '免去', '甲一', court), act('appoint', '决定任命', '乙二', bureau)],
    ],
    [
      '决定任免名单',
      [act('remove', '决定免去', '甲一', bureau), act('appoint', '决定任命', '乙二', bureau)],
    ],
    [
      '批准任免名单',
      [
        act('approve-remove', '批准免去', '甲一', '东山县人民检察院检察长'),
        act('approve-appoint', '批准任命', '乙二', '东山县人民检察院检察长'),
      ],
    ],
  ])('names itself %s', (name, acts) => {
    const paper = listPaper({ ...head, acts })
    expect(paper.title).toEqual([head.bodyName, name])
    expect(paper.fileName.endsWith(name)).toBe(true)
  })

  it('marks lone names for print and stores them bare', () => {
    const paper = listPaper({ ...head, acts: [act('appoint', '任命', '张三', court)] })
    expect(paper.blocks[1]).toEqual({
      block: 'list',
      heading: '任命：',
      entries: [[{ text: '张三', name: true }, { text: `为${court}。` }]],
    })
  })

  it('signs only when told to', () => {
    expect(text(listFacts.acts).at(-1)).not.toBe('2026年11月26日')
    expect(text(listFacts.acts, { signature: true }).slice(-2)).toEqual([
      head.bodyName,
      '2026年11月26日',
    ])
  })

  it('is plain JSON', () => {
    const paper = listPaper(listFacts)
    expect(JSON.parse(JSON.stringify(paper))).toEqual(paper)
  })

  it('refuses a passed act with its person or post missing', () => {
    const broken = { ...act('appoint', '任命', '张三', court), post: ' ' }
    expect(() => text([broken])).toThrow(Refusal)
    expect(() => text([{ ...broken, post: court, person: '' }])).toThrow('papers.act.incomplete')
  })

  it('refuses a head with a fact missing', () => {
    const acts = [act('appoint', '任命', '张三', court)]
    expect(() => listPaper({ ...head, bodyName: '', acts })).toThrow('papers.head.body')
    expect(() => listPaper({ ...head, session: 0, acts })).toThrow('papers.head.number')
    expect(() => listPaper({ ...head, date: '2026-11', acts })).toThrow('papers.head.date')
  })
})

describe('decisions on one person', () => {
  it('gives one paper per passed act and folds endings into the resignation', () => {
    const papers = decisionPapers(decisionFacts)
    expect(papers.map((paper) => paper.title.slice(1).join(''))).toEqual([
      '关于接受陶喆辞去临江市第十七届人民代表大会常务委员会副主任职务请求的决定',
      '关于买合木提·吐尔逊江代理临江市人民政府市长的决定',
      '关于撤销龚䶮临江市中级人民法院审判员职务的决定',
      '关于罢免白𬭎江源省第十四届人民代表大会代表职务的决定',
    ])
    expect(plainText(papers[0]!)).toContain('自本决定通过之日起，陶喆的')
  })

  it('writes the resignation formula with reason, law, meeting and filing', () => {
    const lines = plainText(
      decisionPapers(decisionFacts, {
        ...decisionSettings,
        citations: { 'accept-resignation': '《某法》第三十二条' },
      })[0]!,
    )
    expect(lines).toContain('因工作变动，陶喆提出辞去')
    expect(lines).toContain('根据《某法》第三十二条的规定，临江市第十七届')
    expect(lines).toContain('决定：接受陶喆辞去')
    expect(lines).toContain('职务的请求，报临江市人民代表大会备案。')
  })

  it('gives an ending of its own a paper of its own', () => {
    const end = act('end', '相应终止', '陆堃', '临江市第十七届人民代表大会常务委员会委员')
    const [paper] = decisionPapers({ ...head, acts: [end] })
    expect(plainText(paper!)).toContain(
      '决定：陆堃的临江市第十七届人民代表大会常务委员会委员职务相应终止。',
    )
  })

  it('says each of them once', () => {
    const texts = decisionPapers(decisionFacts).map(plainText)
    expect(texts[1]).toContain('决定：买合木提·吐尔逊江代理临江市人民政府市长。')
    expect(texts[2]).toContain('决定：撤销龚䶮的临江市中级人民法院审判员职务。')
    expect(texts[3]).toContain('决定：罢免白𬭎的江源省第十四届人民代表大会代表职务。')
    expect(texts.join('')).not.toContain('何落选')
  })

  it('never breaks a name over two title lines', () => {
    for (const name of rareNames) {
      const resignation = act('accept-resignation', '接受', name, '临江市人民政府副市长')
      const [paper] = decisionPapers({ ...head, acts: [resignation] })
      expect(paper!.title.some((line) => line.includes(name))).toBe(true)
    }
  })
})
