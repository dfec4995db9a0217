import { z } from 'zod'
import { keep, query, task } from './define.ts'
import type { Message } from './errors.ts'
import { TaskId } from './fields.ts'

/** Longest place a page may keep, characters of JSON. */
const LONGEST_PLACE = 4096

const Place = z
  .record(z.string(), z.json())
  .refine((place) => JSON.stringify(place).length <= LONGEST_PLACE)

/** A path on this machine as people type, choose or paste it; Windows copies paths in quotation marks. */
const Path = z
  .string()
  .max(1000)
  .transform((text) => text.trim().replace(/^"(.*)"$/, '$1'))
  .pipe(z.string().min(1))

/** A rehearsal under way. */
export type Rehearsal = {
  /** 演练第 N 次, from 1, counted on this machine. */
  number: number
  /** Epoch milliseconds, UTC. */
  startedAt: number
}

/** How the copies on a stick stand. */
export type Shadow = {
  /** Folder the copies go to; null where none was chosen. */
  folder: string | null
  /** `writing`: a newer state is on its way; `saved`: the newest is on the stick, checked; `failed`: it is not. */
  state: 'off' | 'writing' | 'saved' | 'failed'
  /** When the newest copy was finished, epoch milliseconds; null before the first. */
  at: number | null
  /** Name of the newest copy. */
  file: string | null
  bytes: number | null
  /** The folder lies on the same disk as the data: what breaks one may break the other. */
  sameDisk: boolean
  /** Why it failed; null unless `failed`. */
  message: Message | null
}

/** What became of a rehearsal. */
export type Wiped = {
  number: number
  /** Files written over and deleted, and their bytes. */
  files: number
  bytes: number
  /** The real file is the same, byte for byte, as when the rehearsal began. */
  untouched: boolean
}

/** A copy found on a stick. */
export type FoundCopy = {
  path: string
  file: string
  /** The moment in its name, epoch milliseconds. */
  at: number
  bytes: number
}

/** What a copy holds, looked through before it is opened. */
export type CopyFacts = {
  path: string
  file: string
  bytes: number
  /** Name of the body; null where none was set up. */
  body: string | null
  /** Moment (epoch milliseconds) and operator of the last entry in its journal. */
  at: number | null
  operator: string | null
  entries: number
  /**
   * How it stands to the data on this machine: `empty` nothing is here; `same`; `behind` the data here holds all of
   * it and more; `ahead` it holds all of the data here and more; `other` neither holds the other.
   */
  relation: 'empty' | 'same' | 'behind' | 'ahead' | 'other'
}

export const safety = {
  /** Where the page was when it was last told; null before that. Comes back after a power cut. */
  place: query<Record<string, unknown> | null>()(z.object({})),
  /** Keeps where the page is: any JSON object up to 4096 characters. Only a page that begins asks for it. */
  keepPlace: keep<{ at: number }>([])(z.object({ place: Place })),
  /** The rehearsal under way; null while the data is the real one. */
  rehearsal: query<Rehearsal | null>()(z.object({})),
  /** How the copies on a stick stand. */
  shadow: query<Shadow>()(z.object({})),
  /** Chooses the folder copies go to, or none. Refused with a sentence where they cannot go there. */
  setShadow: task<Shadow>()(z.object({ taskId: TaskId, folder: Path.nullable() })),
  /** Sticks in this machine now, as folders; and whether the host can ask for a folder in a dialog of its own. */
  drives: task<{ folders: string[]; dialog: boolean }>()(z.object({ taskId: TaskId })),
  /** Asks for a folder in the host's own dialog; null when none was chosen. */
  chooseFolder: task<string | null>()(z.object({ taskId: TaskId })),
  /** Copies on the sticks in this machine, newest first; also in `folder` when given. */
  findCopies: task<FoundCopy[]>()(z.object({ taskId: TaskId, folder: Path.optional() })),
  /** Looks a copy through: pages, chain, version. */
  readCopy: task<CopyFacts>()(z.object({ taskId: TaskId, path: Path })),
  /** Puts a copy in place of the data and goes on from it; `kept` names what it replaced. */
  openCopy: task<CopyFacts & { kept: string | null }>()(z.object({ taskId: TaskId, path: Path })),
  /** The rehearsal a crash (or closing) left unfinished; null where there is none, or while one is under way. */
  interrupted: query<Rehearsal | null>()(z.object({})),
  /** Begins a rehearsal on a copy; `goOn` takes up the one left unfinished. */
  startRehearsal: task<Rehearsal>()(z.object({ taskId: TaskId, goOn: z.boolean().default(false) })),
  /** Ends the rehearsal under way, or the one left unfinished, and wipes all of it. */
  endRehearsal: task<Wiped>()(z.object({ taskId: TaskId })),
}
