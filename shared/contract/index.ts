import { appointment } from './appointment.ts'
import { attendance } from './attendance.ts'
import { ballot } from './ballot.ts'
import { body } from './body.ts'
import { dossier } from './dossier.ts'
import type { Failure } from './errors.ts'
import { formality } from './formality.ts'
import { hall } from './hall.ts'
import { incident } from './incident.ts'
import { journal } from './journal.ts'
import { ledger } from './ledger.ts'
import { papers } from './papers.ts'
import { roster } from './roster.ts'
import { safety } from './safety.ts'
import { session } from './session.ts'
import { speech } from './speech.ts'
import type { Changed } from './topics.ts'
import type { InputOf, OutputOf, ParsedOf, Reply } from './define.ts'

/** The one API: everything a screen, a test or the command line can ask of the kernel. */
export const contract = {
  body,
  roster,
  session,
  attendance,
  ballot,
  appointment,
  papers,
  journal,
  speech,
  incident,
  hall,
  safety,
  ledger,
  dossier,
  formality,
}
export type Contract = typeof contract
export type AreaName = keyof Contract

/** Progress of a task; `total` 0 means «not known». */
export type Progress = { taskId: string; done: number; total: number }
/** What the kernel says by itself. */
export type KernelEvent =
  { type: 'changed'; changed: Changed } | { type: 'progress'; progress: Progress }

/** The two functions (and one for long calls) a host gives to the page as `window.yixi`. */
export type Bridge = {
  /** `method` is «area.name». Never rejects for a refused call: the answer says so. */
  call: (method: string, input: unknown) => Promise<Reply<unknown>>
  /** Subscribes; returns the function that unsubscribes. */
  on: (listener: (event: KernelEvent) => void) => () => void
  /** Stops a task; unknown ids are ignored. */
  cancel: (taskId: string) => void
}

type Call<M> = (input: InputOf<M>) => Promise<Reply<OutputOf<M>>>
/** The contract seen from outside: `client.session.get({ id })`. */
export type Client = {
  [A in AreaName]: { [N in keyof Contract[A]]: Call<Contract[A][N]> }
}

/** Builds the typed client over a bridge. Plumbing written once for every method. */
export const createClient = (bridge: Pick<Bridge, 'call'>): Client =>
  Object.fromEntries(
    Object.entries(contract).map(([area, methods]) => [
      area,
      Object.fromEntries(
        Object.keys(methods).map((name) => [
          name,
          (input: unknown) => bridge.call(`${area}.${name}`, input),
        ]),
      ),
    ]),
  ) as unknown as Client

export type { Failure, InputOf, OutputOf, ParsedOf, Reply, Changed }
