import type { KernelEvent, Reply } from '../../shared/contract/index.ts'
import type { Log, Ports } from './ports.ts'

export type KernelOptions = {
  /** Path of the database file; its folder also holds `backups/`. */
  file: string
  ports: Ports
  /** Epoch milliseconds, UTC. */
  now: () => number
  newId: () => string
  log: Log
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
