/** 备案报告 and 报请批准 by route (组织法 32①, 50; rules.md §8-55). */
import { refuse } from '../../contract/errors.ts'
import { filingRoutes } from '../../contract/ledger.ts'
import type { FilingRoute } from '../../contract/ledger.ts'
import { placeAboveOf, placeOf } from '../../rules/appointment/post-names.ts'
import type { PostsOf } from '../../rules/appointment/post-names.ts'
import { electionLaw, ofDeputy } from '../laws.ts'
import { citationClause, congressOf } from '../wording.ts'
import { room } from '../paper.ts'
import type { Paper } from '../paper.ts'
import { officialActs } from './facts.ts'
import type { AfterAct, AfterFacts } from './facts.ts'
import { documentNumber, letterPaper, numberAfter, sentence, subjectOf } from './letter.ts'
import type { Office } from './letter.ts'

/** Between a municipality's procuratorate and those of its districts stand branches: which one no name tells. */
const municipality = /^(?:北京|天津|上海|重庆)市$/u

const organWord: Readonly<Record<Exclude<FilingRoute, 'congress'>, string>> = {
  'government-above': '人民政府',
  'procuratorate-above': '人民检察院',
  'committee-above': '人民代表大会常务委员会',
}

/** The place whose organ a route leads to, where the body's own name tells it for certain; else ''. */
const placeOfRoute = (route: FilingRoute, body: PostsOf): string => {
  const place = placeAboveOf(body)
  return route === 'procuratorate-above' && municipality.test(place) ? '' : place
}

const organAbove = (route: FilingRoute, body: PostsOf, unknown: string): string =>
  route === 'congress'
    ? congressOf(body.bodyName)
    : `${placeOfRoute(route, body) || unknown}${organWord[route]}`

/** To whom a route leads where the office has not said it by name: by name where the body's own tells it for certain. */
export const routeAddressee = (route: FilingRoute, body: PostsOf): string =>
  organAbove(route, body, '上一级')

/** The same as 主送机关, which is a full name or none (GB/T 9704 §7.3.2): room for the place nobody named. */
const printedAddressee = (route: FilingRoute, body: PostsOf): string =>
  organAbove(route, body, room)

/** What a report rests on: of deputies on the law of election, of the others on what the office cites; of both on both. */
const lawOf = (acts: readonly AfterAct[], cited: string): string => {
  const laws = acts.map((fact) => (ofDeputy(fact) ? electionLaw : cited))
  const both = [cited, electionLaw].filter((law) => laws.includes(law))
  return cited === '' ? '' : citationClause(both.join('和')).replace(/，$/u, '')
}

type FilingFacts = AfterFacts & Pick<PostsOf, 'level'>

type Report = { route: FilingRoute; acts: AfterAct[]; approval: boolean; organ?: string }

/** A route's addressee, by the office's name for it. */
const namer =
  (facts: FilingFacts, { settings }: Office, otherwise: typeof routeAddressee) =>
  (route: FilingRoute): string =>
    settings.filing.addressees[route] || otherwise(route, facts)

/** The government itself reports its officers to the government above (组织法 50(14)). */
const reportsOf = (facts: FilingFacts): Report[] => {
  const acts = officialActs(facts)
  const filings = filingRoutes.map((route) => ({
    route,
    acts: acts.filter((fact) => fact.filings.includes(route)),
    approval: false,
    ...(route === 'government-above' ? { organ: `${placeOf(facts.bodyName)}人民政府` } : {}),
  }))
  const approval = {
    route: 'procuratorate-above' as const,
    acts: acts.filter((fact) => fact.approval),
    approval: true,
  }
  return [...filings, approval].filter((report) => report.acts.length > 0)
}

/** A number another organ gives itself. */
const foreignNumber = (date: string): string => `〔${date.slice(0, 4)}〕　号`

/** How many reports of a day take a number of the body's own series. */
export const numberedFilings = (facts: FilingFacts): number =>
  reportsOf(facts).filter(({ organ }) => organ === undefined).length

/**
 * A report for each route something passed takes, and one for what has to be approved above.
 * @throws Refusal `papers.filing.none`, and those of {@link officialActs}
 */
export const filingPapers = (facts: FilingFacts, office: Office): Paper[] => {
  const reports = reportsOf(facts)
  if (reports.length === 0) return refuse('papers.filing.none')
  const nameOf = namer(facts, office, routeAddressee)
  const printed = namer(facts, office, printedAddressee)
  const { law: cited, signatory } = office.settings.filing
  const own = reports.filter(({ organ }) => organ === undefined)
  const numberOf = (report: Report): string =>
    documentNumber(
      'filingNumber',
      facts,
      numberAfter(facts.numbers.filing, own.indexOf(report)),
      office,
    )
  return reports.map((report) => {
    const { route, acts, approval, organ } = report
    const known = nameOf(route)
    const to = printed(route)
    const paper = letterPaper(facts, office, {
      kind: 'filing',
      title: approval ? `关于报请批准${subjectOf(acts)}的报告` : `关于${subjectOf(acts)}的备案报告`,
      names: acts.map(({ person }) => person),
      to,
      ...(to === known ? {} : { known }),
      lead: sentence(approval ? 'approval' : 'filing', facts, office, lawOf(acts, cited)),
      acts,
      // The procuratorate above does not approve: it proposes, and the committee there does (组织法 32①).
      close: approval ? `请依法提请${nameOf('committee-above')}批准。` : '特此报告。',
      number: organ ? foreignNumber(facts.date) : numberOf(report),
      copies: '',
      // The government's own is signed by one of its own.
      signatory: organ ? '' : signatory,
      ...(organ ? { organ } : {}),
    })
    return to === known ? paper : { ...paper, blanks: [{ key: `papers.blank.filing.${route}` }] }
  })
}
