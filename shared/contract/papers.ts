import { z } from 'zod'
import type { Message } from './errors.ts'
import type { Paper } from '../papers/paper.ts'
import { command, query, task } from './define.ts'
import { scriptStages, type PassageKind } from '../papers/script/facts.ts'
import { Id, Note, Rev, TaskId } from './fields.ts'

export const paperNames = [
  'list',
  'decisions',
  'agenda',
  'attendance',
  'results',
  'script-before',
  'script-after',
  'minutes',
  'announcement',
  'notices',
  'certificates',
  'duties',
  'oaths',
  'filings',
  'acts-sheet',
  'draft-list',
  'resumes',
] as const
export type PaperName = (typeof paperNames)[number]

/** Everything that follows from the acts a session passed, in the order the files are numbered. */
export const followingPapers = [
  'list',
  'decisions',
  'announcement',
  'notices',
  'certificates',
  'duties',
  'oaths',
  'filings',
  'results',
  'acts-sheet',
] as const satisfies readonly PaperName[]

const DocumentNumber = z.int().min(1).max(99_999).nullable()

/** What a session's papers bear beside its facts: the first number of each series, and who leads the oath. */
export const outgoingShape = z.object({
  announcement: DocumentNumber,
  notice: DocumentNumber,
  certificate: DocumentNumber,
  filing: DocumentNumber,
  oathLeader: z.string().trim().max(40),
})
export type Outgoing = z.infer<typeof outgoingShape>

export type PaperSettings = { value: unknown; rev: number }

/** A paper as the preview shows it. One name can give several papers (decisions: one an act). */
export type PaperPreview = { paper: Paper; html: string; text: string; fileName: string }

/** A passage of the script as it is read. */
export type Passage = {
  /** Names the passage for the whole sitting; begins with the sitting's id. */
  key: string
  kind: PassageKind
  /** Empty where the office leaves the passage out. */
  text: string
  itemId: string | null
  questionId: string | null
  /** A person's own words stand in the place of the made ones. */
  edited: boolean
  /** Of the person's own words; 0 while there are none. */
  rev: number
}

export const papers = {
  /** Made from the facts as they stand; empty where there is nothing to print, `why` says so. */
  preview: query<{ previews: PaperPreview[]; css: string; why: Message | null }>()(
    z.object({ sessionId: Id, paper: z.enum(paperNames) }),
  ),
  /**
   * What the presider reads at a sitting, in order. `before` has blanks for all that the sitting brings, `live` what is
   * known at this moment, `after` what was said; a result stands in none before it is locked.
   */
  script: query<{ passages: Passage[] }>()(
    z.object({ sessionId: Id, sittingId: Id, stage: z.enum(scriptStages) }),
  ),
  /** A person's own words for a passage: empty leaves it out, null takes the made one back. `rev` as the passage has it. */
  savePassage: command<{ key: string; rev: number }>()(
    z.object({
      sessionId: Id,
      key: z.string().min(1).max(200),
      text: Note.nullable(),
      rev: Rev,
    }),
  ),
  settings: query<PaperSettings>()(z.object({})),
  saveSettings: command<PaperSettings>()(z.object({ value: z.unknown(), rev: Rev })),
  /** Renders to DOCX (or text) and hands the files to the host, which puts them where the user says. */
  export: task<{ files: string[]; folder: string | null; cancelled: boolean }>()(
    z.object({
      taskId: TaskId,
      sessionId: Id,
      papers: z.array(z.enum(paperNames)).min(1).max(paperNames.length),
      format: z.enum(['docx', 'text']),
    }),
  ),
  /** Numbers and names the papers of one session bear; nothing until they are given. */
  outgoing: query<{ value: Outgoing; rev: number }>()(z.object({ sessionId: Id })),
  saveOutgoing: command<{ value: Outgoing; rev: number }>()(
    z.object({ sessionId: Id, value: outgoingShape, rev: Rev }),
  ),
  /**
   * By one press all that follows from what the session passed (see `followingPapers`), a spreadsheet among it, handed
   * to the host at once or not at all. Refused while nothing has passed.
   */
  makeAll: task<{ files: string[]; folder: string | null; cancelled: boolean }>()(
    z.object({ taskId: TaskId, sessionId: Id, format: z.enum(['docx', 'text']) }),
  ),
}
