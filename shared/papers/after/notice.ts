/** 任免通知 (documents.md §3.12): one to each that nominated, under a red head. */
import type { NominatorKind } from '../../contract/appointment.ts'
import type { Level } from '../../contract/body.ts'
import { placeOf } from '../../rules/appointment/post-names.ts'
import type { OrganGroup } from '../acts.ts'
import type { Paper } from '../paper.ts'
import { officialActs } from './facts.ts'
import type { AfterAct, AfterFacts } from './facts.ts'
import {
  documentNumber,
  letterPaper,
  numberAfter,
  sentence,
  standingBlocks,
  subjectOf,
} from './letter.ts'
import type { Office } from './letter.ts'

const organWords: Readonly<Record<Level, { court: string; procuratorate: string }>> = {
  province: { court: '高级人民法院', procuratorate: '人民检察院' },
  city: { court: '中级人民法院', procuratorate: '人民检察院' },
  county: { court: '人民法院', procuratorate: '人民检察院' },
}

/** Who proposes without an organ to be told: whoever resigns, and the committee's own people. */
const within: readonly NominatorKind[] = ['self', 'council', 'chair', 'members']

/** Who nominates for an organ: the notice of what befalls its officers goes where one on a nomination would. */
const headOfOrgan: Partial<Record<OrganGroup, NominatorKind>> = {
  government: 'government-head',
  supervisory: 'supervisory-head',
  court: 'court-president',
  procuratorate: 'chief-procurator',
}

/**
 * The organ told of what came from within. Council and chair put nobody into the government's offices (组织法 50): what
 * sounds like one of them, an office named without its organ («办公室主任»), is the committee's own.
 */
const toldOf = ({
  act,
  nominatorKind,
  organGroup,
}: Pick<AfterAct, 'act' | 'nominatorKind' | 'organGroup'>): NominatorKind => {
  const own =
    organGroup === 'government' &&
    (nominatorKind === 'council' || nominatorKind === 'chair') &&
    (act === 'appoint' || act === 'remove')
  return (!own && within.includes(nominatorKind) && headOfOrgan[organGroup]) || nominatorKind
}

/**
 * Whom a notice is addressed to, on the paper and in the list of what follows a vote: the organ that nominated; where that is none but the committee itself or the person
 * (an acting head, a dismissal, a resignation), the organ whose office it is; of the committee's own offices its
 * commissions, or who leaves; else the nominator as entered (documents.md §3.12: 主送 is the nominating organ; a
 * committee sends itself no paper).
 */
export const addresseeOf = (
  fact: Pick<AfterAct, 'act' | 'nominator' | 'nominatorKind' | 'organGroup' | 'person'>,
  { bodyName, level }: { bodyName: string; level: Level },
  own: Partial<Record<NominatorKind, string>>,
): string => {
  const { nominator, person } = fact
  const nominatorKind = toldOf(fact)
  const given = own[nominatorKind]
  if (given) return given
  const place = placeOf(bodyName)
  switch (nominatorKind) {
    case 'government-head':
      return `${place}人民政府`
    case 'supervisory-head':
      return `${place}监察委员会`
    case 'court-president':
      return place + organWords[level].court
    case 'chief-procurator':
      return place + organWords[level].procuratorate
    case 'council':
    case 'chair':
    case 'members':
      return `${bodyName}各工作机构`
    case 'self':
      return person
    default:
      return nominator
  }
}

/**
 * One notice for each addressee, in the order of the acts.
 * @throws Refusal as {@link officialActs}
 */
export const noticePapers = (facts: AfterFacts & { level: Level }, office: Office): Paper[] => {
  const { settings } = office
  const acts = Map.groupBy(officialActs(facts), (fact) =>
    addresseeOf(fact, facts, settings.notice.addressees),
  )
  return [...acts].map(([to, own], at) =>
    letterPaper(facts, office, {
      kind: 'notice',
      title: `关于${subjectOf(own)}的通知`,
      names: own.map(({ person }) => person),
      to,
      lead: sentence('notice', facts, office),
      acts: own,
      standing: standingBlocks(own),
      close: sentence('noticeClose', facts, office),
      number: documentNumber('noticeNumber', facts, numberAfter(facts.numbers.notice, at), office),
      copies: settings.letter.copies,
    }),
  )
}
