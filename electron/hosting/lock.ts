import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { dirname } from 'node:path'
import process from 'node:process'
import { z } from 'zod'

const Holder = z.object({
  pid: z.int().positive(),
  /** When the machine was started, epoch milliseconds: numbers of processes begin anew with it. */
  bootedAt: z.number(),
  /** Origin of a host that listens, to ask it for a fresh address. */
  origin: z.string().optional(),
  controlKey: z.string().optional(),
})
/** Who works on a data folder. */
export type Holder = z.infer<typeof Holder>

export type Lock = {
  /** Adds what others may ask of us. */
  announce: (facts: Pick<Holder, 'origin' | 'controlKey'>) => void
  release: () => void
}

export type Taken = { ok: true; lock: Lock } | { ok: false; holder: Holder }

/** Two readings of the time of start differ by the clock's corrections. */
const bootTolerance = 60_000

const bootTime = (): number => Date.now() - uptime() * 1000

const running = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a holder has gone without taking its lock away.
 * @param bootedAt when this machine was started, epoch milliseconds
 */
export const isStale = (
  holder: Holder,
  bootedAt: number,
  isRunning: (pid: number) => boolean,
): boolean => Math.abs(holder.bootedAt - bootedAt) > bootTolerance || !isRunning(holder.pid)

const readOnce = (file: string): Holder | null => {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Reads a lock; what cannot be read may be half written, so it gets a moment and a second reading. */
const read = (file: string): Holder | null => {
  const holder = readOnce(file)
  if (holder !== null) return holder
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  return readOnce(file)
}

/**
 * Takes a data folder for this process. A lock left by a process that is gone is taken over.
 * Throws the system's error where the folder cannot be written.
 */
export const takeLock = (file: string): Taken => {
  const me: Holder = { pid: process.pid, bootedAt: bootTime() }
  const write = (holder: Holder, flag: 'w' | 'wx') =>
    writeFileSync(file, JSON.stringify(holder), { flag, mode: 0o600 })
  mkdirSync(dirname(file), { recursive: true })
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      write(me, 'wx')
      return {
        ok: true,
        lock: {
          announce: (facts) => write({ ...me, ...facts }, 'w'),
          release: () => rmSync(file, { force: true }),
        },
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = read(file)
      if (holder !== null && !isStale(holder, me.bootedAt, running)) return { ok: false, holder }
      rmSync(file, { force: true })
    }
  }
  throw new Error(`The lock ${file} cannot be taken`)
}
