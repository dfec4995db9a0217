import type { KernelEvent, Reply } from '../../shared/contract/index.ts'
import type { Log, Ports } from './ports.ts'

/** A copy that took the place of the data. */
export type Adopted = { file: string; entries: number; kept: string | null }

export type KernelOptions = {
  /** Path of the database file; its folder also holds `backups/`. */
  file: string
  ports: Ports
  /** Epoch milliseconds, UTC. */
  now: () => number
  newId: () => string
  log: Log
  /** The copy the file was just made from, to be told in the journal when someone signs on. */
  adopted?: Adopted
}

export type Kernel = {
  /** Never throws for a refused call. `method` is «area.name». */
  call: (method: string, input: unknown) => Promise<Reply<unknown>>
  /** Subscribes to announcements and progress; returns the function that unsubscribes. */
  on: (listener: (event: KernelEvent) => void) => () => void
  /** Stops a running task. */
  cancel: (taskId: string) => void
  /** Waits for running tasks, makes the closing backup, closes the file. Safe to call twice. */
  close: () => Promise<void>
}
