import { describe, expect, it } from 'vitest'
import { after, afterFacts, office } from '../../../test/papers/after.ts'
import { act } from '../../../test/papers/facts.ts'
import { Refusal } from '../../contract/errors.ts'
import type { Act, Onward } from '../acts.ts'
import { decisionPapers, decisionSettings } from '../decision.ts'
import type { DecisionSettings } from '../decision.ts'
import { electionLaw, organicLaw } from '../laws.ts'
import { plainText } from '../plain.ts'
import { readPaperSettings } from '../settings.ts'
import { announcementPaper } from './announcement.ts'
import { certificateDate, certificatePapers } from './certificate.ts'
import { draftListPaper } from './draft.ts'
import { dutyPapers } from './duty.ts'
import { filingPapers } from './filing.ts'
import { subjectOf } from './letter.ts'
import { noticePapers } from './notice.ts'
import { oathPaper } from './oath.ts'
import { oath2015, oath2018, oathFault } from './oath-text.ts'
import { actsWorkbook } from './workbook.ts'

const refused = (make: () => unknown): string => {
  try {
    make()
  } catch (error) {
    if (error instanceof Refusal) return error.failure.message?.key ?? error.failure.code
    throw error
  }
  return 'made'
}

const formal = {
  announcement: () => [announcementPaper(afterFacts, office)],
  notices: () => noticePapers(afterFacts, office),
  certificates: () => certificatePapers(afterFacts, office),
  duties: () => dutyPapers(afterFacts, office),
  oaths: () => [oathPaper(afterFacts, office)],
  filings: () => filingPapers(afterFacts, office),
}

describe.each(Object.entries(formal))('%s', (_, make) => {
  it('names nobody who failed, withdrew or was put off', () => {
    const said = make().map(plainText).join('')
    for (const name of ['何落选', '石撤回', '金暂缓']) expect(said).not.toContain(name)
  })

  it('leaves no slot open and says nothing undefined', () => {
    expect(make().map(plainText).join('')).not.toMatch(/[{}]|undefined|null|NaN/u)
  })
})

describe('算例 77 誓词', () => {
  const letters = (text: string): number => [...text.replace(/[\p{P}\s]/gu, '')].length

  it('2018 版 75 字，2015 版 70 字', () => {
    expect([letters(oath2018), letters(oath2015)]).toEqual([75, 70])
  })

  it('2018-03-12 起只能用 75 字版；此前只能用旧版', () => {
    expect(oathFault(oath2018, '2018-03-12')).toBeUndefined()
    expect(oathFault(oath2015, '2018-03-12')).toBe('old')
    expect(oathFault(oath2015, '2018-03-11')).toBeUndefined()
    expect(oathFault(oath2018, '2018-03-11')).toBe('other')
    expect(oathFault(oath2018.replace('和谐', ''), '2026-01-01')).toBe('other')
    expect(oathFault(oath2018.replaceAll('，', ', '), '2026-01-01')).toBeUndefined()
  })

  it('打开旧模板 → 不出宣誓名单，提示替换', () => {
    const old = { ...office, settings: { ...office.settings, oath: { text: oath2015 } } }
    expect(refused(() => oathPaper(afterFacts, old))).toBe('papers.oath.text.old')
  })
})

describe('two of one name', () => {
  const court = {
    nominator: '院长文守正',
    nominatorKind: 'court-president',
    oath: 'council',
  } as const
  const named = (who: string, post: string, position: number) =>
    after({ ...act('appoint', '任命', '王伟', post, { position }), who }, court)
  const judge = '临江市中级人民法院审判员'
  const acts = [
    named('a', '临江市中级人民法院副院长', 1),
    named('b', judge, 2),
    named('a', judge, 3),
  ]

  it('stand apart in the oath list and are counted as two in a title', () => {
    const said = plainText(oathPaper({ ...afterFacts, acts }, office))
    expect(said).toContain('1\t王伟\t临江市中级人民法院副院长、临江市中级人民法院审判员\n')
    expect(said).toContain('2\t王伟\t临江市中级人民法院审判员\n')
    expect(said).toContain('领誓人：')
    expect(subjectOf(acts)).toBe('王伟等2人任职')
  })

  it('each keep what ends with their own resignation', () => {
    const of = (kind: Act, who: string, post: string, position: number) => ({
      ...act(kind, '', '王伟', post, { position }),
      who,
    })
    const said = decisionPapers({
      ...afterFacts,
      acts: [
        of('act-as', 'b', '临江市人民检察院检察长', 1),
        of('accept-resignation', 'a', '临江市人民政府副市长', 2),
        of('accept-resignation', 'b', '临江市人民代表大会代表', 3),
        of('end', 'b', '临江市人民代表大会常务委员会委员', 4),
      ],
    }).map(plainText)
    expect(said.map((text) => text.includes('常务委员会委员职务相应终止'))).toEqual([
      false,
      false,
      true,
    ])
  })
})

it.each([
  [['accept-resignation', 'end'], '接受王伟辞去职务'],
  [['accept-resignation', 'remove'], '王伟职务变动'],
  [['end'], '王伟职务终止'],
  [['dismiss', 'end'], '撤销王伟职务'],
  [['recall', 'end'], '罢免王伟职务'],
  [['dismiss', 'remove'], '王伟职务变动'],
  [['appoint', 'remove'], '王伟职务任免'],
  [['appoint'], '王伟任职'],
] as [Act[], string][])('a title over %j speaks of %s', (kinds, subject) => {
  const mayor = { nominator: '市长江远航', nominatorKind: 'government-head' } as const
  const acts = kinds.map((kind) => after(act(kind, '', '王伟', '临江市财政局局长'), mayor))
  expect(subjectOf(acts)).toBe(subject)
})

describe('a resignation', () => {
  const of = (person: string, post: string, position: number) =>
    after(act('accept-resignation', '接受', person, post, { position }), {
      nominator: '本人',
      nominatorKind: 'self',
    })
  const acts = [
    of('陶喆', '临江市人民政府副市长', 1),
    of('白𬭎', '临江市人民检察院检察长', 2),
    of('陆堃', '临江市人民代表大会常务委员会委员', 3),
  ]

  it('is told to the organ that loses its officer, from the body itself to who leaves', () => {
    const said = noticePapers({ ...afterFacts, acts }, office).map(plainText)
    expect(said.map((text) => /(?<=\n)(.+)：\n/u.exec(text)?.[1])).toEqual([
      '临江市人民政府',
      '临江市人民检察院',
      '陆堃',
    ])
    const names = ['陶喆', '白𬭎', '陆堃']
    expect(said.map((text) => names.filter((name) => text.includes(name)))).toEqual([
      ['陶喆'],
      ['白𬭎'],
      ['陆堃'],
    ])
  })

  it('of a deputy rests on the law of election, with what ends by it', () => {
    const end = {
      ...of('陆堃', '临江市人民代表大会常务委员会委员', 5),
      act: 'end' as const,
      verb: '相应终止',
    }
    const laws = (post: string, own?: DecisionSettings) =>
      decisionPapers({ ...afterFacts, acts: [of('陆堃', post, 4), end] }, own)
        .map(plainText)
        .join('')
        .match(/(?<=根据).+?(?=的规定)/gu)
    expect(laws('临江市人民代表大会代表')).toEqual([electionLaw, electionLaw])
    expect(laws('临江市人民代表大会常务委员会副主任')).toEqual([organicLaw, organicLaw])
    const citations = { ...decisionSettings.citations, 'accept-resignation': '《某办法》' }
    expect(laws('临江市人民代表大会代表', { ...decisionSettings, citations })).toEqual([
      '《某办法》',
      electionLaw,
    ])
  })

  it('says in its decision where it goes on to: above, to the congress, or nowhere', () => {
    const closing = (onward: Onward[]) => {
      const [one] = decisionPapers({ ...afterFacts, acts: [{ ...of('白𬭎', '职', 1), onward }] })
      return /(?<=职务的请求)[^]*$/u.exec(plainText(one!))?.[0].trim()
    }
    expect(closing(['congress'])).toBe('，报临江市人民代表大会备案。')
    expect(closing(['approval', 'congress'])).toBe(
      '，报经上一级人民检察院检察长提请该级人民代表大会常务委员会批准，并报临江市人民代表大会备案。',
    )
    expect(closing(['committee-above'])).toBe('，报上一级人民代表大会常务委员会备案、公告。')
    expect(closing([])).toBe('。')
  })
})

it.each([
  ['act-as', 'council', '临江市人民检察院检察长', '临江市人民检察院'],
  ['act-as', 'council', '临江市人民政府市长', '临江市人民政府'],
  ['dismiss', 'members', '临江市中级人民法院审判员', '临江市中级人民法院'],
  ['appoint', 'chair', '临江市监察委员会副主任', '临江市监察委员会'],
  ['appoint', 'council', `${afterFacts.bodyName}办公室主任`, `${afterFacts.bodyName}各工作机构`],
  ['remove', 'council', '办公室主任', `${afterFacts.bodyName}各工作机构`],
  ['accept-resignation', 'self', '临江市人民检察院检察长', '临江市人民检察院'],
] as const)('a notice of %s proposed by the %s for %s goes to %s', (kind, by, post, to) => {
  const acts = [after(act(kind, '', '陶喆', post), { nominator: '主任会议', nominatorKind: by })]
  const said = noticePapers({ ...afterFacts, acts }, office).map(plainText)
  expect(said.map((text) => /(?<=\n)(.+)：\n/u.exec(text)?.[1])).toEqual([to])
})

describe('papers after a vote', () => {
  it('算例 73 公告和任命书只有通过之日', () => {
    const said = [announcementPaper(afterFacts, office), ...certificatePapers(afterFacts, office)]
    const dates = said.flatMap((paper) => plainText(paper).match(/\d+年\d+月\d+日/gu) ?? [])
    expect(new Set(dates)).toEqual(new Set(['2026年11月26日']))
  })

  it('算例 75 代理的不发任命书，要宣誓', () => {
    const sheets = certificatePapers(afterFacts, office).flatMap(({ blocks }) => blocks)
    expect(sheets).toHaveLength(4)
    expect(JSON.stringify(sheets)).not.toContain('龚䶮')
    expect(plainText(oathPaper(afterFacts, office))).toContain('龚䶮\t代理临江市人民检察院检察长')
  })

  it('parts who swears before the committee from who swears in the own organ', () => {
    const said = plainText(oathPaper(afterFacts, office))
    const [before = '', own = ''] = said.split('任职机关组织的宣誓')
    const names = ['陶喆', '欧阳若兰', '龚䶮', '陆堃', '买合木提·吐尔逊江']
    const on = (text: string) => names.filter((name) => text.includes(`\t${name}\t`))
    expect(on(before)).toEqual(['陶喆', '欧阳若兰', '龚䶮'])
    expect(on(own)).toEqual(['陆堃', '买合木提·吐尔逊江'])
    expect(before).toContain('主任会议组织的宣誓\n领誓人：＿＿＿＿\n')
    expect(own).not.toContain('领誓人')
    const acts = afterFacts.acts.filter(({ oath }) => oath === 'council')
    expect(plainText(oathPaper({ ...afterFacts, acts }, office))).not.toContain('组织的宣誓')
    const judges = afterFacts.acts.filter(({ oath }) => oath === 'organ')
    const led = { ...afterFacts, acts: judges, oathLeader: '文守正' }
    expect(plainText(oathPaper(led, office))).toContain('任职机关组织的宣誓\n领誓人：文守正\n')
  })

  it('gives each person a file where the office wants it, numbers counting on', () => {
    const certificate = { ...office.settings.certificate, separate: true }
    const own = { ...office, settings: { ...office.settings, certificate } }
    const papers = certificatePapers(afterFacts, own)
    expect(papers.map(({ fileName }) => fileName.slice(-6))).toContain('（欧阳若兰）')
    expect(papers.map((paper) => /〔2026〕\d+号/u.exec(plainText(paper))?.[0])).toEqual([
      '〔2026〕12号',
      '〔2026〕13号',
      '〔2026〕14号',
      '〔2026〕15号',
    ])
    expect(dutyPapers(afterFacts, own)).toHaveLength(4)
  })

  it('is signed by who acts as chair where the office says so, by name if it wants', () => {
    const signedBy = (own: object) => {
      const certificate = { ...office.settings.certificate, ...own }
      const settings = { ...office.settings, certificate }
      return plainText(certificatePapers(afterFacts, { ...office, settings })[0]!)
    }
    expect(signedBy({})).toContain('\n主任\n')
    expect(signedBy({ signer: '代理主任', signerName: '龙啸天' })).toContain('\n代理主任　龙啸天\n')
    const { certificate } = readPaperSettings({ after: { certificate: {} } }).after
    expect([certificate.signer, certificate.signerName]).toEqual(['主任', ''])
  })

  it('writes dates in the numerals of the stock', () => {
    expect(certificateDate('2026-11-05', 'chinese')).toBe('二〇二六年十一月五日')
    expect(certificateDate('2010-10-20', 'chinese')).toBe('二〇一〇年十月二十日')
    expect(certificateDate('2026-11-05', 'arabic')).toBe('2026年11月5日')
  })

  it('tells the public and the organ that a chief procurator’s resignation awaits approval, and nobody else', () => {
    const awaiting = '其中检察长辞职报经上一级人民检察院检察长提请该级人民代表大会常务委员会批准。'
    expect(plainText(announcementPaper(afterFacts, office))).toContain(`\n${awaiting}\n`)
    const told = noticePapers(afterFacts, office).map(plainText)
    expect(told.filter((text) => text.includes(awaiting))).toHaveLength(1)
    expect(told.find((text) => text.includes(awaiting))).toMatch(/检察长职务的请求/u)
    const others = afterFacts.acts.filter(({ approval }) => !approval)
    const plain = plainText(announcementPaper({ ...afterFacts, acts: others }, office))
    expect(plain).not.toContain('批准')
  })

  it('prints a draft only of what is pending, ending an office by law not among it', () => {
    const end = after(act('end', '相应终止', '白𬭎', '临江市人大代表', { outcome: 'pending' }), {
      nominator: '',
      nominatorKind: 'other',
    })
    expect(refused(() => draftListPaper({ ...afterFacts, acts: [end] }, office.list))).toBe(
      'papers.draft.none',
    )
  })

  it('says what a paper lacks', () => {
    const failed = afterFacts.acts.filter(({ outcome }) => outcome === 'failed')
    const pending = failed.map((fact) => ({ ...fact, outcome: 'pending' as const }))
    const none = { ...afterFacts, acts: failed }
    expect(refused(() => announcementPaper(none, office))).toBe('papers.nothingPassed')
    expect(refused(() => announcementPaper({ ...none, acts: pending }, office))).toBe(
      'papers.notYetPassed',
    )
    const removal = afterFacts.acts.filter(({ act: kind }) => kind === 'remove')
    const away = { ...afterFacts, acts: removal.map((fact) => ({ ...fact, filings: [] })) }
    expect(refused(() => certificatePapers(away, office))).toBe('papers.certificate.none')
    expect(refused(() => oathPaper(away, office))).toBe('papers.oath.none')
    expect(refused(() => filingPapers(away, office))).toBe('papers.filing.none')
    const head = { bodyName: afterFacts.bodyName, term: 17, session: 35 }
    const empty = { ...head, acts: [], tenures: [], formalities: [] }
    expect(refused(() => actsWorkbook(empty))).toBe('papers.sheet.none')
  })

  it('takes offsets in steps of half a millimetre and no others', () => {
    const stored = (offsetX: number) => ({ after: { certificate: { offsetX } } })
    expect(readPaperSettings(stored(-3.5)).after.certificate.offsetX).toBe(-3.5)
    expect(() => readPaperSettings(stored(0.3))).toThrow()
    expect(() => readPaperSettings(stored(20.5))).toThrow()
  })
})
