import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createKernel, type Kernel, type KernelOptions } from '../kernel/kernel.ts'
import type { Log, Ports } from '../kernel/ports.ts'
import { createPorts } from '../ports.ts'
import { takeLock, type Holder, type Lock } from './lock.ts'
import { createLog } from './log.ts'
import { databaseFile, lockFile, logFolder } from './place.ts'

export type OpenOptions = {
  dataDir: string
  saveFiles: Ports['saveFiles']
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
  /** Closes the kernel (with its closing backup), then lets the folder go. Safe to call twice. */
  close: () => Promise<void>
}

export type Opened = { ok: true; data: OpenData } | { ok: false; holder: Holder }

const fillDemo = async (options: KernelOptions): Promise<void> => {
  const { makeDemo } = await import('../demo/demo.ts')
  await makeDemo(options)
}

/**
 * Opens a data folder: lock, log, ports, kernel.
 * Rejects with the kernel's `Refusal` (from_future, corrupt, readonly …) or the system's error; the lock is free again then.
 */
export const openData = async (options: OpenOptions): Promise<Opened> => {
  const { dataDir, saveFiles, now = Date.now, demo = false } = options
  const taken = takeLock(lockFile(dataDir))
  if (!taken.ok) return taken
  const { lock } = taken
  try {
    const file = databaseFile(dataDir)
    const log = createLog({ folder: logFolder(dataDir) })
    const kernelOptions = { file, ports: createPorts({ saveFiles }), now, newId: randomUUID, log }
    if (demo && !existsSync(file)) await fillDemo(kernelOptions)
    const kernel = createKernel(kernelOptions)
    let closing: Promise<void> | undefined
    const close = () => (closing ??= kernel.close().finally(lock.release))
    return { ok: true, data: { kernel, log, now, lock, close } }
  } catch (error) {
    lock.release()
    throw error
  }
}
