/** 任命书 (documents.md §3.11): one sheet each, signed by the chair of the committee. */
import { refuse } from '../../contract/errors.ts'
import { formatDate } from '../../rules/moment.ts'
import { toChineseNumeral } from '../../rules/numerals.ts'
import { actValues } from '../meeting.ts'
import { safeFileName } from '../paper.ts'
import type { CertificateBlock, Paper } from '../paper.ts'
import { filled } from '../templates.ts'
import { actSentence, passingLine, sessionName } from '../wording.ts'
import { officialActs } from './facts.ts'
import type { AfterAct, AfterFacts } from './facts.ts'
import { documentNumber, numberAfter } from './letter.ts'
import type { Office } from './letter.ts'

const chineseYear = (year: string): string =>
  [...year].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('')

/** «2026年11月26日» or «二〇二六年十一月二十六日», as the stock wants it. */
export const certificateDate = (isoDay: string, numerals: 'arabic' | 'chinese'): string => {
  if (numerals === 'arabic') return formatDate(isoDay)
  const [year = '', month = '', day = ''] = isoDay.split('-')
  return `${chineseYear(year)}年${toChineseNumeral(Number(month))}月${toChineseNumeral(Number(day))}日`
}

/** Passed acts a certificate is given for; who gets none by rule is left out (rules.md §9-75). */
export const certified = (facts: AfterFacts): AfterAct[] => {
  const acts = officialActs(facts).filter((fact) => fact.certificate)
  return acts.length === 0 ? refuse('papers.certificate.none') : acts
}

/** «任命陶喆为…», «决定龚䶮代理…»: who acts is appointed to nothing. */
const given = ({ verb, act, person, post }: AfterAct): string => {
  const sentence = actSentence(verb, act, [person], post)
  return act === 'act-as' ? sentence : sentence.replace(/^决定/u, '')
}

const blockOf = (
  fact: AfterAct,
  facts: AfterFacts,
  office: Office,
  at: number,
): CertificateBlock => {
  const { certificate } = office.settings
  return {
    block: 'certificate',
    person: fact.person,
    text: filled(office.templates.certificate, { ...actValues(fact, facts, ''), act: given(fact) }),
    ...(certificate.passing ? { passing: passingLine(facts) } : {}),
    signer: [certificate.signer, certificate.signerName].filter(Boolean).join('　'),
    date: certificateDate(facts.date, certificate.dateNumerals),
    number: documentNumber(
      'certificateNumber',
      facts,
      numberAfter(facts.numbers.certificate, at),
      office,
    ),
  }
}

/**
 * The certificates of one day: one file for all, or one a person where the office wants it. Dated the day of the vote
 * (rules.md §9-73).
 * @throws Refusal `papers.certificate.none`, and those of {@link officialActs}
 */
export const certificatePapers = (facts: AfterFacts, office: Office): Paper[] => {
  const { textOnly, offsetX, offsetY, separate } = office.settings.certificate
  const sheets = certified(facts).map((fact, at) => blockOf(fact, facts, office, at))
  const paper = (blocks: CertificateBlock[], whose: string): Paper => ({
    kind: 'certificate',
    title: ['任命书'],
    blocks,
    page: { number: false, landscape: true, stock: { textOnly, offsetX, offsetY } },
    fileName: safeFileName(
      `${sessionName(facts.bodyName, facts.term, facts.session)}任命书${whose}`,
    ),
  })
  return separate
    ? sheets.map((sheet) => paper([sheet], `（${sheet.person}）`))
    : [paper(sheets, '')]
}
