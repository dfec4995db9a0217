/** 宪法宣誓人员名单 and 誓词 (rules.md §5). */
import { refuse } from '../../contract/errors.ts'
import { formatDate } from '../../rules/moment.ts'
import { whoOf } from '../acts.ts'
import { passingBlock } from '../head.ts'
import { titleLines } from '../lines.ts'
import { room, running, safeFileName } from '../paper.ts'
import type { Block, Column, Paper } from '../paper.ts'
import { actingPost, barePost, bodyOfTerm, ordinal, sessionName } from '../wording.ts'
import { officialActs } from './facts.ts'
import type { AfterAct, AfterFacts } from './facts.ts'
import type { Office } from './letter.ts'
import { oathFault } from './oath-text.ts'

const columns: Column[] = [
  { head: '序号', share: 800, align: 'center' },
  { head: '姓名', share: 1900, align: 'center', names: true },
  { head: '职务', share: 6145, align: 'left' },
]

const postOf = ({ act, post }: AfterAct): string =>
  act === 'act-as' ? `代理${actingPost(post)}` : barePost(post)

type Sworn = { person: string; posts: string; held: AfterAct['oath'] }

/** Each once, with all posts the oath is taken for: at the committee's ceremony where one of them asks for that. */
const sworn = (acts: readonly AfterAct[]): Sworn[] =>
  [...Map.groupBy(acts, whoOf).values()].map((own) => ({
    person: own[0]?.person ?? '',
    posts: own.map(postOf).join('、'),
    held: own.some(({ oath }) => oath === 'council') ? 'council' : 'organ',
  }))

const tableOf = (persons: readonly Sworn[]): Block => ({
  block: 'table',
  columns,
  rows: persons.map(({ person, posts }, at) => [`${at + 1}`, person, posts]),
})

const ceremonyWord = { council: '主任会议组织的宣誓', organ: '任职机关组织的宣誓' } as const

type Ceremonies = { here: Sworn[]; there: Sworn[] }

/** Those who swear before the committee, and apart from them those who swear in their own organs. */
const ceremoniesOf = (persons: readonly Sworn[]): Ceremonies => ({
  here: persons.filter(({ held }) => held === 'council'),
  there: persons.filter(({ held }) => held === 'organ'),
})

/** Several swear after a leader, whom the council names (rules.md §5): nobody is taken for one whom it has not named. */
const lacksLeader = ({ here }: Ceremonies, leader: string): boolean =>
  leader === '' && here.length > 1

const ceremonyBlocks = ({ here, there }: Ceremonies, leader: string): Block[] => {
  const head = (text: string): Block[] =>
    there.length > 0 ? [{ block: 'heading', level: 1, text }] : []
  // One who swears alone needs nobody to follow; whoever the office named is never left out.
  const first = lacksLeader({ here, there }, leader) ? room : leader
  const led: Block[] = first === '' ? [] : [running({ text: '领誓人：', face: 'hei' }, first)]
  return [
    ...(here.length > 0 ? [...head(ceremonyWord.council), ...led, tableOf(here)] : []),
    ...(there.length > 0
      ? [...head(ceremonyWord.organ), ...(here.length > 0 ? [] : led), tableOf(there)]
      : []),
  ]
}

/**
 * Who takes the oath after one day's votes, at which ceremony, led by whom, and the oath itself on a sheet of its own.
 * From 2018-03-12 on no other text than the one of 75 characters is printed (rules.md §9-77).
 * @throws Refusal `papers.oath.none`, `papers.oath.text.old`, `papers.oath.text.other`, and those of {@link officialActs}
 */
export const oathPaper = (facts: AfterFacts, { settings }: Office): Paper => {
  const acts = officialActs(facts).filter(({ oath }) => oath !== 'none')
  if (acts.length === 0) return refuse('papers.oath.none')
  const fault = oathFault(settings.oath.text, facts.date)
  if (fault) return refuse(`papers.oath.text.${fault}`)
  const ceremonies = ceremoniesOf(sworn(acts))
  return {
    kind: 'oath',
    title: [
      ...titleLines(bodyOfTerm(facts.bodyName, facts.term)),
      `${ordinal(facts.session, '次会议')}宪法宣誓人员名单`,
    ],
    blocks: [
      // The day of the votes; nobody passed the list itself.
      passingBlock(`（${formatDate(facts.date)}）`),
      ...ceremonyBlocks(ceremonies, facts.oathLeader),
      { block: 'sheet', title: ['宪法宣誓誓词'] },
      running(settings.oath.text),
      { ...running('宣誓人：'), gap: true },
    ],
    ...(lacksLeader(ceremonies, facts.oathLeader)
      ? {
          blanks: [{ key: 'papers.blank.oathLeader', params: { count: ceremonies.here.length } }],
        }
      : {}),
    page: { number: true },
    fileName: safeFileName(
      `${sessionName(facts.bodyName, facts.term, facts.session)}宪法宣誓人员名单`,
    ),
  }
}
