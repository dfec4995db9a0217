/** 宪法宣誓人员名单 and 誓词 (rules.md §5). */
import { refuse } from '../../contract/errors.ts'
import { whoOf } from '../acts.ts'
import { passingBlock } from '../head.ts'
import { titleLines } from '../lines.ts'
import { running, safeFileName } from '../paper.ts'
import type { Block, Column, Paper } from '../paper.ts'
import { actingPost, barePost, bodyOfTerm, ordinal, passingLine, sessionName } from '../wording.ts'
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

/** Each once, with all posts the oath is taken for. */
const sworn = (acts: readonly AfterAct[]): [string, string][] =>
  [...Map.groupBy(acts, whoOf).values()].map((own) => [
    own[0]?.person ?? '',
    own.map(postOf).join('、'),
  ])

/**
 * Who takes the oath after one day's votes, led by whom, and the oath itself on a sheet of its own. From 2018-03-12 on
 * no other text than the one of 75 characters is printed (rules.md §9-77).
 * @throws Refusal `papers.oath.none`, `papers.oath.text.old`, `papers.oath.text.other`, and those of {@link officialActs}
 */
export const oathPaper = (facts: AfterFacts, { settings }: Office): Paper => {
  const acts = officialActs(facts).filter((fact) => fact.oath)
  if (acts.length === 0) return refuse('papers.oath.none')
  const fault = oathFault(settings.oath.text, facts.date)
  if (fault) return refuse(`papers.oath.text.${fault}`)
  const persons = sworn(acts)
  const leader = facts.oathLeader || persons[0]?.[0] || ''
  const led: Block[] =
    persons.length > 1 ? [running({ text: '领誓人：', face: 'hei' }, leader)] : []
  return {
    kind: 'oath',
    title: [
      ...titleLines(bodyOfTerm(facts.bodyName, facts.term)),
      `${ordinal(facts.session, '次会议')}宪法宣誓人员名单`,
    ],
    blocks: [
      passingBlock(passingLine(facts)),
      ...led,
      {
        block: 'table',
        columns,
        rows: persons.map(([person, post], at) => [`${at + 1}`, person, post]),
      },
      { block: 'sheet', title: ['宪法宣誓誓词'] },
      running(settings.oath.text),
      { ...running('宣誓人：'), gap: true },
    ],
    page: { number: true },
    fileName: safeFileName(
      `${sessionName(facts.bodyName, facts.term, facts.session)}宪法宣誓人员名单`,
    ),
  }
}
