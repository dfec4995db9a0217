import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { z } from 'zod'

const Holder = z.object({
  pid: z.int().positive(),
  /** When the machine was started, epoch milliseconds: numbers of processes begin anew with it. */
  bootedAt: z.number(),
  /** When the process was started, as the system counts it; absent where the system does not tell. */
  birth: z.string().optional(),
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

/** Folders this very process works on: a lock that bears our number and is none of these is an earlier process's. */
const held = new Set<string>()

/**
 * When a process was started, in ticks of the system's clock; undefined where the system does not tell. A container
 * started anew counts its processes anew while the machine runs on: the number alone does not tell them apart.
 */
const birthOf = (pid: number): string | undefined => {
  try {
    // The name in parentheses may hold spaces and parentheses of its own; the start is the 20th field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

export type Machine = {
  /** When this machine was started, epoch milliseconds. */
  bootedAt: number
  isRunning: (pid: number) => boolean
  birthOf: (pid: number) => string | undefined
}

const thisMachine = (): Machine => ({ bootedAt: bootTime(), isRunning: running, birthOf })

/** Whether a holder has gone without taking its lock away. */
export const isStale = (
  { pid, bootedAt, birth }: Holder,
  machine: Machine,
  isOurs: boolean,
): boolean => {
  if (!machine.isRunning(pid)) return true
  if (pid === process.pid && !isOurs) return true
  const now = machine.birthOf(pid)
  // The births are counted from the machine's start, whatever its clock says since; the clock may have been put right.
  if (birth !== undefined && now !== undefined) return birth !== now
  return Math.abs(bootedAt - machine.bootedAt) > bootTolerance
}

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
 * Takes a stale lock away, and no other: of two programs started at once, both of which found it stale, the slower must
 * not take away the faster one's.
 */
export const removeStale = (file: string, holder: Holder | null): void => {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (JSON.stringify(readOnce(aside)) !== JSON.stringify(holder)) linkSync(aside, file)
  } catch (error) {
    // It is gone, or another stands there already.
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  rmSync(aside, { force: true })
}

/**
 * Takes a data folder for this process. A lock left by a process that is gone is taken over.
 * Throws the system's error where the folder cannot be written.
 */
export const takeLock = (file: string): Taken => {
  const machine = thisMachine()
  const birth = birthOf(process.pid)
  const me: Holder = {
    pid: process.pid,
    bootedAt: machine.bootedAt,
    ...(birth === undefined ? {} : { birth }),
  }
  const name = resolve(file)
  const write = (holder: Holder, flag: 'w' | 'wx') =>
    writeFileSync(file, JSON.stringify(holder), { flag, mode: 0o600 })
  mkdirSync(dirname(file), { recursive: true })
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      write(me, 'wx')
      held.add(name)
      return {
        ok: true,
        lock: {
          announce: (facts) => write({ ...me, ...facts }, 'w'),
          release: () => {
            held.delete(name)
            rmSync(file, { force: true })
          },
        },
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = read(file)
      if (holder !== null && !isStale(holder, machine, held.has(name))) return { ok: false, holder }
      removeStale(file, holder)
    }
  }
  throw new Error(`The lock ${file} cannot be taken`)
}
