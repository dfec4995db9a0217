import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyAt, createKernel, takeUp, type Kernel, type KernelOptions } from '../kernel/kernel.ts'
import type { Log, Ports } from '../kernel/ports.ts'
import { createPorts } from '../ports.ts'
import { takeLock, type Holder, type Lock } from './lock.ts'
import { createLog } from './log.ts'
import { databaseFile, lockFile, logFolder } from './place.ts'

export type OpenOptions = {
  dataDir: string
  saveFiles: Ports['saveFiles']
  chooseFolder?: Ports['chooseFolder']
  /** A copy to go on from, or a folder whose newest copy is meant. */
  from?: string | null
  /** Epoch milliseconds, UTC; the machine's clock when absent. */
  now?: () => number
  /** Fills a folder that holds no data with the example body. */
  demo?: boolean
}

/** A data folder at work in this process. */
export type OpenData = {
  kernel: Kernel
  log: Log
  now: () => number
  lock: Lock
  /** The copy asked for, and whether it took the place of the data; null where none was. */
  copy: ReturnType<typeof takeUp> | null
  /** Closes the kernel (with its closing backup), then lets the folder go. Safe to call twice. */
  close: () => Promise<void>
}

export type Opened = { ok: true; data: OpenData } | { ok: false; holder: Holder }

const fillDemo = async (options: KernelOptions): Promise<void> => {
  const { makeDemo } = await import('../demo/demo.ts')
  await makeDemo(options)
}

const goOnFrom = async (path: string, file: string, now: number) => {
  mkdirSync(dirname(file), { recursive: true })
  return takeUp(await copyAt(path), file, now)
}

/**
 * Opens a data folder: lock, log, ports, kernel.
 * Rejects with the kernel's `Refusal` (from_future, corrupt, readonly …) or the system's error; the lock is free again then.
 */
export const openData = async (options: OpenOptions): Promise<Opened> => {
  const { dataDir, saveFiles, chooseFolder, now = Date.now, demo = false, from = null } = options
  const taken = takeLock(lockFile(dataDir))
  if (!taken.ok) return taken
  const { lock } = taken
  try {
    const file = databaseFile(dataDir)
    const log = createLog({ folder: logFolder(dataDir) })
    const ports = createPorts({ saveFiles, ...(chooseFolder ? { chooseFolder } : {}) })
    const copy = from === null ? null : await goOnFrom(from, file, now())
    const kernelOptions = {
      ...{ file, ports, now, newId: randomUUID, log },
      ...(copy?.taken
        ? { adopted: { file: copy.file, entries: copy.entries, kept: copy.kept } }
        : {}),
    }
    if (demo && !existsSync(file)) await fillDemo(kernelOptions)
    const kernel = createKernel(kernelOptions)
    let closing: Promise<void> | undefined
    const close = () => (closing ??= kernel.close().finally(lock.release))
    return { ok: true, data: { kernel, log, now, lock, copy, close } }
  } catch (error) {
    lock.release()
    throw error
  }
}
