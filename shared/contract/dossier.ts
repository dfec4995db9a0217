import { z } from 'zod'
import type { SheetAct } from './appointment.ts'
import { command, query, task } from './define.ts'
import type { Message } from './errors.ts'
import { Base64, Id, Line, Rev, TaskId } from './fields.ts'

/** One of the family in a 任免审批表. */
export type Relative = {
  title: string
  name: string
  /** `YYYY-MM`, or as written where it is no month. */
  birth: string
  politics: string
  work: string
}

/** What a 任免审批表 says; a field the file leaves empty is ''. Months are `YYYY-MM`. */
export type FormFacts = {
  name: string
  sex: string
  birth: string
  nationality: string
  nativePlace: string
  birthPlace: string
  joinedParty: string
  startedWork: string
  health: string
  profession: string
  speciality: string
  /** 全日制教育 and 在职教育: degree, title, school with subject. */
  fullTime: { education: string; degree: string; school: string }
  onTheJob: { education: string; degree: string; school: string }
  currentPost: string
  proposedPost: string
  proposedRemoval: string
  /** 简历, line by line. */
  resume: string[]
  rewards: string
  annualReview: string
  reason: string
  relatives: Relative[]
  reportedBy: string
}

/** A field of the form beside what the ledger knows. */
export type FormDifference = {
  field: keyof FormFacts
  /** As the form says. */
  form: string
  /** As is stored; null where nothing is. */
  stored: string | null
  state: 'same' | 'new' | 'different'
  say?: Message
}

/** What reading one file gives; nothing is stored until attached. */
export type FormReading = {
  facts: FormFacts
  /** `data:image/…;base64,…`, or null. */
  photo: string | null
  /** People who may be meant, the likeliest first. */
  persons: { id: string; name: string; why: Message }[]
  /** With whom the form was compared; null: with nobody, it would be a new person. */
  personId: string | null
  differences: FormDifference[]
  remarks: Message[]
  token: string
}

export type Dossier = {
  id: string
  personId: string
  /** As the person is called now. */
  personName: string
  actId: string | null
  fileName: string
  readAt: string
  facts: FormFacts
  photo: string | null
  rev: number
}

/** Fields of a form that the person's own record has too. */
export const takenFields = ['name', 'sex', 'birth', 'nationality'] as const
export type TakenField = (typeof takenFields)[number]

/** The files of one form: the table itself, and its picture where that is a file of its own. */
const files = {
  fileName: Line,
  base64: Base64,
  photoName: Line.optional(),
  photoBase64: Base64.optional(),
}

export const dossier = {
  /**
   * Reads a `.lrm` (with its photo) or `.lrmx` and sets it beside the ledger. Writes nothing. It is compared with the
   * person named, with nobody where `personId` is null, and with the likeliest where it is absent; with an act given,
   * also with what is proposed for its person in that session.
   */
  readForm: task<FormReading>()(
    z.object({
      taskId: TaskId.optional(),
      ...files,
      personId: Id.nullable().optional(),
      actId: Id.nullable().default(null),
    }),
  ),
  /** What a form proposes, as rows of a sheet of nominations would: the post to be given and the one to be taken. */
  readProposal: task<{ acts: SheetAct[]; remarks: Message[] }>()(
    z.object({ taskId: TaskId.optional(), fileName: Line, base64: Base64 }),
  ),
  /**
   * Keeps the form with a person (`personId` null: a new one) and, where given, with an act it speaks for; `take` names
   * the fields whose stored value the form's replaces. `token` is that of the reading for the same person and act;
   * refused as `conflict` when anything it rested on has moved since.
   */
  attachForm: task<Dossier>()(
    z.object({
      ...files,
      token: Line,
      personId: Id.nullable(),
      actId: Id.nullable().default(null),
      take: z.array(z.enum(takenFields)).max(4).default([]),
    }),
  ),
  /** Forms kept with the persons of a session's acts, photo left out. */
  ofSession: query<Dossier[]>()(z.object({ sessionId: Id })),
  /** Forms kept with one person, or with the person of an act, the newest first. */
  of: query<Dossier[]>()(z.object({ personId: Id }).or(z.object({ actId: Id }))),
  get: query<Dossier>()(z.object({ id: Id })),
  /** A kept form beside what is stored now. */
  differences: query<FormDifference[]>()(z.object({ id: Id })),
  remove: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
}
