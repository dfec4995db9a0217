import { z } from 'zod'
import type { Message } from './errors.ts'
import type { Paper } from '../papers/paper.ts'
import { command, query, task } from './define.ts'
import { Id, Rev, TaskId } from './fields.ts'

export const paperNames = ['list', 'decisions', 'agenda', 'attendance', 'results'] as const
export type PaperName = (typeof paperNames)[number]

export type PaperSettings = { value: unknown; rev: number }

/** A paper as the preview shows it. One name can give several papers (decisions: one an act). */
export type PaperPreview = { paper: Paper; html: string; text: string; fileName: string }

export const papers = {
  /** Made from the facts as they stand; empty where there is nothing to print, `why` says so. */
  preview: query<{ previews: PaperPreview[]; css: string; why: Message | null }>()(
    z.object({ sessionId: Id, paper: z.enum(paperNames) }),
  ),
  settings: query<PaperSettings>()(z.object({})),
  saveSettings: command<PaperSettings>()(z.object({ value: z.unknown(), rev: Rev })),
  /** Renders to DOCX (or text) and hands the files to the host, which puts them where the user says. */
  export: task<{ files: string[]; folder: string | null; cancelled: boolean }>()(
    z.object({
      taskId: TaskId,
      sessionId: Id,
      papers: z.array(z.enum(paperNames)).min(1).max(10),
      format: z.enum(['docx', 'text']),
    }),
  ),
}
