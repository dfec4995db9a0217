/** 履职监督清单: what one appointed answers for, handed over with the certificate. */
import { formatDate } from '../../rules/moment.ts'
import { onePage, tightLine } from '../fit.ts'
import { running, safeFileName } from '../paper.ts'
import type { Block, Paper } from '../paper.ts'
import { actLine, sessionName } from '../wording.ts'
import { certified } from './certificate.ts'
import type { AfterAct, AfterFacts } from './facts.ts'
import { sentence } from './letter.ts'
import type { Office } from './letter.ts'

const title = '履职监督清单'

const sheetOf = (fact: AfterAct, facts: AfterFacts, office: Office): Block[] => [
  running({ text: '姓名：', face: 'hei' }, fact.person),
  {
    ...running(
      { text: '职务：', face: 'hei' },
      actLine('', fact.act, [''], fact.post).replace(/^为/u, ''),
    ),
    indent: 'first',
    hang: 3,
  },
  {
    ...running(
      { text: '任命：', face: 'hei' },
      `${formatDate(facts.date)}，${sessionName(facts.bodyName, facts.term, facts.session)}`,
    ),
    hang: 3,
  },
  ...sentence('duties', facts, office)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => running(line)),
  { ...running('领受人：＿＿＿＿＿＿＿日期：＿＿＿＿年＿＿月＿＿日'), gap: true },
]

/** All sheets of a batch are set alike: closer where one of them would run over. */
const closest = (sheets: readonly { blocks: Block[] }[]): { pitch?: number } => {
  const pitches = sheets.flatMap(({ blocks }) => onePage([title], blocks, tightLine).pitch ?? [])
  return pitches.length === 0 ? {} : { pitch: Math.min(...pitches) }
}

/**
 * The lists of duties that go with the certificates of one day, one sheet each.
 * @throws Refusal as {@link certified}
 */
export const dutyPapers = (facts: AfterFacts, office: Office): Paper[] => {
  const sheets = certified(facts).map((fact) => ({
    person: fact.person,
    blocks: sheetOf(fact, facts, office),
  }))
  const paper = (blocks: Block[], whose: string): Paper => ({
    kind: 'duty',
    title: [title],
    blocks,
    page: { number: false, ...closest(sheets) },
    fileName: safeFileName(
      `${sessionName(facts.bodyName, facts.term, facts.session)}${title}${whose}`,
    ),
  })
  if (office.settings.certificate.separate)
    return sheets.map(({ person, blocks }) => paper(blocks, `（${person}）`))
  return [
    paper(
      sheets.flatMap(({ blocks }, at): Block[] =>
        at === 0 ? blocks : [{ block: 'sheet', title: [title] }, ...blocks],
      ),
      '',
    ),
  ]
}
