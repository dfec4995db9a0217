import type { ActKind, NominatorKind } from '../../contract/appointment.ts'
import type { Level } from '../../contract/body.ts'
import type { FilingRoute, OathOrganizer, PostKind } from '../../contract/ledger.ts'
import { defaultVerb } from '../../papers/wording.ts'

/** What the law says of posts of a kind, before a body's own rules (rules.md §1.5). */
export type PostKindFacts = {
  /** The words of appointing: 决定任命 for government, 批准任命 for procurators below, 任命 elsewhere. */
  verb: string
  /** Who may propose appointment and removal; empty where nobody proposes, the congress elects. */
  nominators: readonly NominatorKind[]
  /** The article that names the nominator; empty where only local rules do. */
  nominatorArticle: string
  /** One holder at a time. */
  single: boolean
  /** Somebody may act in it while it is vacant (代理). */
  acting: boolean
  certificate: boolean
  oath: OathOrganizer
  filing: readonly FilingRoute[]
  /** Articles appointment and removal rest on. */
  articles: readonly string[]
}

const appointed = {
  verb: '任命',
  nominatorArticle: '',
  single: false,
  acting: false,
  certificate: true,
  oath: 'council',
  filing: [],
} as const satisfies Partial<PostKindFacts>

/** Offices the congress elects: the committee accepts a resignation or has somebody act, no more (组织法 32①, 50(13)). */
const elected = { ...appointed, verb: '', nominators: [], certificate: false } as const

/** Proposed by the council (主任会议). */
const byCouncil = { ...appointed, nominators: ['council'] } as const

/** The law's facts by kind of post; the catalogue of a body starts from them. */
export const postKindFacts: Readonly<Record<PostKind, PostKindFacts>> = {
  'committee-chair': {
    ...elected,
    single: true,
    acting: true,
    oath: 'none',
    articles: ['组织法 47', '组织法 55'],
  },
  'committee-vice-chair': { ...elected, oath: 'none', articles: ['组织法 47'] },
  'committee-secretary-general': {
    ...elected,
    single: true,
    oath: 'none',
    articles: ['组织法 47①'],
  },
  'committee-ordinary': { ...elected, oath: 'none', articles: ['组织法 47'] },
  'committee-office': { ...byCouncil, articles: ['组织法 59①'] },
  'street-committee': { ...byCouncil, articles: ['组织法 59③', '组织法 59④'] },
  'special-chair': { ...elected, single: true, oath: 'none', articles: ['组织法 34①'] },
  'special-member': {
    ...byCouncil,
    nominatorArticle: '组织法 34①',
    articles: ['组织法 34①'],
  },
  'credentials-member': {
    ...byCouncil,
    nominatorArticle: '组织法 56②',
    certificate: false,
    oath: 'none',
    articles: ['组织法 56②'],
  },
  'inquiry-member': {
    ...byCouncil,
    nominatorArticle: '组织法 58②',
    certificate: false,
    oath: 'none',
    articles: ['组织法 58②', '监督法 57①'],
  },
  'government-head': { ...elected, single: true, acting: true, articles: ['组织法 50(13)'] },
  'government-deputy': {
    ...appointed,
    verb: '决定任命',
    nominators: ['government-head', 'council'],
    articles: ['组织法 50(13)'],
  },
  'government-member': {
    ...appointed,
    verb: '决定任命',
    nominators: ['government-head'],
    nominatorArticle: '组织法 50(14)',
    single: true,
    filing: ['government-above'],
    articles: ['组织法 50(14)'],
  },
  'supervisory-head': { ...elected, single: true, acting: true, articles: ['组织法 50(13)'] },
  'supervisory-member': {
    ...appointed,
    nominators: ['supervisory-head'],
    nominatorArticle: '组织法 50(15)',
    articles: ['组织法 50(15)'],
  },
  'court-president': { ...elected, single: true, acting: true, articles: ['组织法 50(13)'] },
  'court-officer': {
    ...appointed,
    nominators: ['court-president'],
    nominatorArticle: '法院组织法 43',
    oath: 'organ',
    articles: ['组织法 50(16)', '法院组织法 43'],
  },
  juror: {
    ...appointed,
    nominators: ['court-president'],
    nominatorArticle: '人民陪审员法 10',
    oath: 'organ',
    articles: ['人民陪审员法 10', '人民陪审员法 12'],
  },
  'chief-procurator': {
    ...elected,
    single: true,
    acting: true,
    filing: ['procuratorate-above', 'committee-above'],
    articles: ['组织法 50(13)'],
  },
  'procuratorate-officer': {
    ...appointed,
    nominators: ['chief-procurator'],
    nominatorArticle: '检察院组织法 38①',
    oath: 'organ',
    articles: ['组织法 50(16)', '检察院组织法 38①'],
  },
  'lower-chief-procurator': {
    ...appointed,
    verb: '批准任命',
    nominators: ['chief-procurator'],
    nominatorArticle: '检察院组织法 38②',
    single: true,
    certificate: false,
    oath: 'none',
    articles: ['组织法 50(16)', '检察院组织法 38②'],
  },
  'deputy-above': {
    ...elected,
    verb: '补选',
    nominators: ['council', 'members'],
    oath: 'none',
    articles: ['组织法 50(18)'],
  },
  other: { ...appointed, nominators: [], articles: [] },
}

/** Whether a kind exists at a level at all: the law gives some posts to some levels only (组织法 47, 50(16), 59③④; 人民陪审员法 10). */
export const kindAtLevel = (kind: PostKind, level: Level): boolean => {
  if (kind === 'committee-secretary-general') return level !== 'county'
  if (kind === 'lower-chief-procurator') return level !== 'county'
  if (kind === 'street-committee' || kind === 'juror') return level === 'county'
  return true
}

/** The words of the paper for an act on a post, from the words of appointing to it. */
export const verbFor = (act: ActKind, appointing: string): string => {
  if (act === 'appoint' || act === 'approve-appoint') return appointing || defaultVerb[act]
  if (act === 'remove' || act === 'approve-remove') {
    return appointing.replace('任命', '免去') || defaultVerb[act]
  }
  return defaultVerb[act]
}

/** Those the congress elected: a resignation from them that the committee accepts is filed with it (组织法 32①). */
export const filedWithCongress: readonly PostKind[] = [
  'committee-chair',
  'committee-vice-chair',
  'committee-secretary-general',
  'committee-ordinary',
  'special-chair',
  'special-member',
  'government-head',
  'government-deputy',
  'supervisory-head',
  'court-president',
  'chief-procurator',
]
