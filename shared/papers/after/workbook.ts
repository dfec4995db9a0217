/** The acts a session passed as a spreadsheet: votes, changes of the ledger, what is still to be done. */
import { refuse } from '../../contract/errors.ts'
import { checkHead } from '../head.ts'
import type { SessionHead } from '../head.ts'
import { safeFileName } from '../paper.ts'
import type { Block, Paper } from '../paper.ts'
import { bodyOfTerm, ordinal, sessionName } from '../wording.ts'

/** A day stands as a real date of the spreadsheet. */
export type Cell = string | number | { day: string } | null
/** `width`: characters of the column. */
export type SheetColumn = { head: string; width: number }
export type WorkSheet = { name: string; columns: SheetColumn[]; rows: Cell[][] }
export type Workbook = { fileName: string; title: string; sheets: WorkSheet[] }

export type VotedFact = {
  /** As voted on. */
  person: string
  /** What the person is called now, where it is another name. */
  now?: string
  /** «决定任命» … as the act has it. */
  verb: string
  post: string
  nominator: string
  /** Day of the vote, ISO. */
  date: string
  method: string
  for: number | null
  against: number | null
  abstain: number | null
  notPressed: number | null
  base: number | null
  needed: number | null
}
export type TenureFact = {
  /** As the ledger has it now. */
  person: string
  /** Under which name the session's acts were voted on, where it is another. */
  voted?: string
  post: string
  acting: boolean
  from: string | null
  to: string | null
  /** In words; empty while office lasts. */
  reason: string
}
export type FormalityFact = {
  kind: string
  toWhom: string
  /** What somebody named there is called now, where it is another name. */
  now?: string
  due: string | null
  state: string
  done: string | null
  number: string
}

export type WorkbookFacts = Omit<SessionHead, 'date'> & {
  acts: VotedFact[]
  tenures: TenureFact[]
  formalities: FormalityFact[]
}

const day = (isoDay: string | null): Cell => (isoDay === null ? null : { day: isoDay })

type Head = readonly [string, number]

const columns = (...heads: Head[]): SheetColumn[] => heads.map(([head, width]) => ({ head, width }))

const PRESENT_NAME = '现名'
const VOTED_NAME = '表决时姓名'
/** Columns of names of persons. */
const names: readonly string[] = ['姓名', PRESENT_NAME, VOTED_NAME]

/** A second column of names, where anybody has a second one: one human being is not to be read as two. */
const otherName = (
  head: string,
  rows: readonly (string | undefined)[],
): { column: Head[]; cell: (name: string | undefined) => Cell[] } => {
  const wanted = rows.some((name) => name !== undefined)
  return {
    column: wanted ? [[head, 17]] : [],
    cell: (name: string | undefined): Cell[] => (wanted ? [name ?? ''] : []),
  }
}

const actSheet = (acts: readonly VotedFact[]): WorkSheet => {
  const other = otherName(
    PRESENT_NAME,
    acts.map(({ now }) => now),
  )
  return {
    name: '任免事项',
    columns: columns(
      ['序号', 6],
      ['姓名', 17],
      ...other.column,
      ['任免', 12],
      ['职务', 44],
      ['提请人', 20],
      ['通过日期', 20],
      ['表决方式', 17],
      ['赞成', 7],
      ['反对', 7],
      ['弃权', 7],
      ['未按', 7],
      ['组成人员', 10],
      ['需赞成', 8],
    ),
    rows: acts.map((act, at) => [
      at + 1,
      act.person,
      ...other.cell(act.now),
      act.verb,
      act.post,
      act.nominator,
      day(act.date),
      act.method,
      act.for,
      act.against,
      act.abstain,
      act.notPressed,
      act.base,
      act.needed,
    ]),
  }
}

const tenureSheet = (tenures: readonly TenureFact[]): WorkSheet => {
  const other = otherName(
    VOTED_NAME,
    tenures.map(({ voted }) => voted),
  )
  return {
    name: '任职变动',
    columns: columns(
      ['序号', 6],
      ['姓名', 17],
      ...other.column,
      ['职务', 50],
      ['代理', 6],
      ['任职日期', 20],
      ['离职日期', 20],
      ['离职事由', 18],
    ),
    rows: tenures.map((tenure, at) => [
      at + 1,
      tenure.person,
      ...other.cell(tenure.voted),
      tenure.post,
      tenure.acting ? '是' : '',
      day(tenure.from),
      day(tenure.to),
      tenure.reason,
    ]),
  }
}

const formalitySheet = (formalities: readonly FormalityFact[]): WorkSheet => ({
  name: '会后手续',
  columns: columns(
    ['序号', 6],
    ['手续', 12],
    ['对象', 40],
    ['期限', 20],
    ['办理情况', 12],
    ['办理日期', 20],
    ['文号', 26],
  ),
  rows: formalities.map((formality, at) => [
    at + 1,
    formality.kind,
    formality.toWhom + (formality.now === undefined ? '' : `（${PRESENT_NAME}${formality.now}）`),
    day(formality.due),
    formality.state,
    day(formality.done),
    formality.number,
  ]),
})

/**
 * The workbook of a session: passed acts alone, whoever failed stands in the result sheets.
 * @throws Refusal `papers.sheet.none` where nothing passed
 */
export const actsWorkbook = (facts: WorkbookFacts): Workbook => {
  checkHead(facts)
  if (facts.acts.length === 0) return refuse('papers.sheet.none')
  const what = '任免情况表'
  return {
    fileName: safeFileName(sessionName(facts.bodyName, facts.term, facts.session) + what),
    title: sessionName(facts.bodyName, facts.term, facts.session) + what,
    sheets: [
      actSheet(facts.acts),
      ...(facts.tenures.length > 0 ? [tenureSheet(facts.tenures)] : []),
      ...(facts.formalities.length > 0 ? [formalitySheet(facts.formalities)] : []),
    ],
  }
}

/** Columns of words. */
const wordy: readonly string[] = ['职务', '提请人', '离职事由', '对象']

const shown = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.day.replaceAll('-', '.') : String(cell)
}

/** The workbook as a lying paper, for the preview and as text. */
export const workbookPaper = (
  workbook: Workbook,
  { bodyName, term, session }: Omit<SessionHead, 'date'>,
): Paper => ({
  kind: 'sheet',
  title: [bodyOfTerm(bodyName, term), `${ordinal(session, '次会议')}任免情况表`],
  blocks: workbook.sheets.flatMap((sheet): Block[] => [
    { block: 'heading', level: 1, text: sheet.name },
    {
      block: 'table',
      columns: sheet.columns.map(({ head, width }) => ({
        head,
        share: width,
        align: wordy.includes(head) ? 'left' : 'center',
        ...(names.includes(head) ? { names: true as const } : {}),
      })),
      rows: sheet.rows.map((row) => row.map(shown)),
    },
  ]),
  page: { number: true, landscape: true },
  fileName: workbook.fileName,
})
