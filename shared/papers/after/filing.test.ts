import { describe, expect, it } from 'vitest'
import { after, afterFacts, office } from '../../../test/papers/after.ts'
import { act } from '../../../test/papers/facts.ts'
import type { Act } from '../acts.ts'
import { paperHtml } from '../html.ts'
import { electionLaw, organicLaw } from '../laws.ts'
import type { Paper } from '../paper.ts'
import { plainText } from '../plain.ts'
import type { AfterAct } from './facts.ts'
import { filingPapers } from './filing.ts'
import { noticePapers } from './notice.ts'

describe('reports of what passed', () => {
  it('reports by route, asks approval for a chief procurator, and leaves the government its own number', () => {
    const said = filingPapers(afterFacts, office).map(plainText)
    expect(said.map((text) => /(?<=\n)(.+)：\n/u.exec(text)?.[1])).toEqual([
      '＿＿＿＿人民政府',
      '＿＿＿＿人民检察院',
      '＿＿＿＿人民代表大会常务委员会',
      '临江市人民代表大会',
      '＿＿＿＿人民检察院',
    ])
    expect(said[0]).toMatch(/^临江市人民政府文件\n〔2026〕　号\t签发人：＿＿＿＿\n/u)
    expect(said[1]).toContain('临人常报〔2026〕3号')
    expect(said[4]).toContain('请依法提请上一级人民代表大会常务委员会批准。')
  })

  it.each([
    ['澜川市梅岭区', '澜川市', '澜川市'],
    ['重庆市梅岭区', '重庆市', '＿＿＿＿'],
    ['云江省梅岭县', '＿＿＿＿', '＿＿＿＿'],
  ])('reports of %s go to the organs of %s, its procuratorate’s to %s', (place, above, beyond) => {
    const bodyName = `${place}人民代表大会常务委员会`
    const said = filingPapers({ ...afterFacts, bodyName, level: 'county' }, office).map(plainText)
    const committee = `${above}人民代表大会常务委员会`
    expect(said.map((text) => /(?<=\n)(.+)：\n/u.exec(text)?.[1])).toEqual([
      `${above}人民政府`,
      `${beyond}人民检察院`,
      committee,
      `${place}人民代表大会`,
      `${beyond}人民检察院`,
    ])
    const called = committee.replace('＿＿＿＿', '上一级')
    expect(said[4]).toContain(`请依法提请${called}批准。`)
  })

  it('leaves room for a name above that nobody stated, says so with the place to state it, and names the file without', () => {
    const wants = (papers: readonly Paper[]) =>
      papers.map(({ blanks = [] }) => blanks.map(({ key }) => key).join())
    const blank = 'papers.blank.filing'
    expect(wants(filingPapers(afterFacts, office))).toEqual([
      `${blank}.government-above`,
      `${blank}.procuratorate-above`,
      `${blank}.committee-above`,
      '',
      `${blank}.procuratorate-above`,
    ])
    const [first] = filingPapers(afterFacts, office)
    expect(first?.fileName).toContain('（上一级人民政府，2026年11月26日）')
    const addressees = { 'government-above': '江源省人民政府' }
    const filing = { ...office.settings.filing, addressees }
    const named = { ...office, settings: { ...office.settings, filing } }
    expect(wants(filingPapers(afterFacts, named))[0]).toBe('')
  })

  it('asks by name the committee that approves, through the procuratorate that proposes it', () => {
    const addressees = {
      'committee-above': '江源省人民代表大会常务委员会',
      'procuratorate-above': '江源省人民检察院',
    }
    const filing = { ...office.settings.filing, addressees }
    const own = { ...office, settings: { ...office.settings, filing } }
    const approval = filingPapers(afterFacts, own).map(plainText).at(-1)
    expect(approval).toContain('江源省人民检察院：')
    expect(approval).toContain('请依法提请江源省人民代表大会常务委员会批准。')
  })

  it('names who signs what goes upward beside its number, on no notice, leaving the government’s open', () => {
    const [government, committee] = filingPapers(afterFacts, office)
    expect(plainText(government!)).toContain('〔2026〕　号\t签发人：＿＿＿＿\n')
    expect(plainText(committee!)).toContain('临人常报〔2026〕3号\t签发人：龙啸天\n')
    expect(paperHtml(committee!)).toContain('签发人：<span class="kai">龙啸天</span>')
    for (const notice of noticePapers(afterFacts, office))
      expect(plainText(notice) + paperHtml(notice)).not.toContain('签发人')
    const letter = { ...office.settings.letter, form: 'letter' as const }
    const own = { ...office, settings: { ...office.settings, letter } }
    const letters = filingPapers(afterFacts, own)
    expect(letters.map((one) => plainText(one) + paperHtml(one)).join()).not.toContain('签发人')
  })

  it('rests on the law of election what is reported of deputies', () => {
    const deputy = '江源省第十四届人民代表大会代表'
    const of = (kind: Act, person: string, post: string) =>
      after(act(kind, '', person, post), {
        nominator: '主任会议',
        nominatorKind: 'council',
        filings: ['committee-above'],
      })
    const recall = of('recall', '陶喆', deputy)
    const resigned = of('accept-resignation', '陆堃', deputy)
    const acting = of('act-as', '龚䶮', '临江市人民检察院检察长')
    const lawOf = (acts: AfterAct[], own = office) =>
      /(?<=\n)(?:根据(.+)的规定，)?现将/u.exec(
        filingPapers({ ...afterFacts, acts }, own)
          .map(plainText)
          .join(),
      )?.[1]
    expect(lawOf([recall])).toBe(electionLaw)
    expect(lawOf([resigned])).toBe(electionLaw)
    expect(lawOf([acting])).toBe(organicLaw)
    expect(lawOf([recall, acting])).toBe(`${organicLaw}和${electionLaw}`)
    const silent = { ...office.settings, filing: { ...office.settings.filing, law: '' } }
    expect(lawOf([recall], { ...office, settings: silent })).toBeUndefined()
  })
})
