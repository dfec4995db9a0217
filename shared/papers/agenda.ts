/** 议程 (documents.md §3.2): what the session considers, not when. */
import { refuse } from '../contract/errors.ts'
import { checkHead, passingBlock, sessionFileName, sessionTitle } from './head.ts'
import { onePage } from './fit.ts'
import { running, safeFileName } from './paper.ts'
import type { Paper } from './paper.ts'
import { closed, draftingLine, numbered, passingLine } from './wording.ts'
import type { Drafting } from './wording.ts'

export type AgendaItemFact = {
  /** The item as it is read out: «听取和审议…的报告». */
  title: string
  /** The report is handed out, not read: «（书面）». */
  written?: boolean
  position: number
}

export type AgendaFacts = {
  bodyName: string
  term: number
  session: number
  items: AgendaItemFact[]
  /** A draft names the council that drew it up, once that is known; an adopted agenda names its adoption. */
  state:
    | { is: 'draft'; council?: Pick<Drafting, 'date' | 'council' | 'verb'> }
    | { is: 'adopted'; date: string; sitting?: number }
}

export type AgendaSettings = { councilNumerals: Drafting['numerals'] }

export const agendaSettings: AgendaSettings = { councilNumerals: 'chinese' }

const itemText = (item: AgendaItemFact): string => {
  const title = item.title.trim().replace(/[；;。.]+$/u, '')
  return item.written && !title.endsWith('（书面）') ? `${title}（书面）` : title
}

const statusLine = (facts: AgendaFacts, settings: AgendaSettings): string | undefined => {
  const { state, bodyName, term, session } = facts
  if (state.is === 'adopted') {
    const sitting = state.sitting === undefined ? {} : { sitting: state.sitting }
    return passingLine({ date: state.date, bodyName, term, session, ...sitting })
  }
  if (state.council === undefined) return undefined
  return draftingLine({ ...state.council, bodyName, term, numerals: settings.councilNumerals })
}

/**
 * The agenda of one session, as a draft or as adopted.
 * @throws Refusal `papers.agenda.empty` without items, `papers.agenda.untitled` for an item without text
 */
export const agendaPaper = (
  facts: AgendaFacts,
  settings: AgendaSettings = agendaSettings,
): Paper => {
  checkHead(facts.state.is === 'adopted' ? { ...facts, date: facts.state.date } : facts)
  if (facts.items.length === 0) refuse('papers.agenda.empty')
  const items = [...facts.items].sort((a, b) => a.position - b.position).map(itemText)
  const untitled = items.indexOf('')
  if (untitled >= 0) refuse('papers.agenda.untitled', { number: untitled + 1 })
  const draft = facts.state.is === 'draft'
  const line = statusLine(facts, settings)
  const title = [...sessionTitle(facts, '议程'), ...(draft ? ['（草案）'] : [])]
  const blocks = [
    ...(line === undefined ? [] : [passingBlock(line)]),
    ...closed(items, 'semicolon').map((item, at) => running(numbered(at + 1) + item)),
  ]
  return {
    kind: 'agenda',
    title,
    blocks,
    page: { number: true, ...onePage(title, blocks) },
    fileName: safeFileName(sessionFileName(facts, draft ? '议程（草案）' : '议程')),
  }
}
