import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log, LogLine } from '../kernel/ports.ts'

export type LogOptions = {
  folder: string
  /** Size in bytes at which a file is set aside. */
  limit?: number
  /** How many set-aside files are kept. */
  keep?: number
}

/** One line of text: time in UTC, level, what, detail with its line ends taken out. */
export const formatLine = ({ at, level, what, detail }: LogLine): string =>
  [new Date(at).toISOString(), level, what, ...(detail === undefined ? [] : [detail])]
    .map((part) => part.replace(/[\r\n]+/g, ' ⏎ '))
    .join('\t') + '\n'

/**
 * A log of a few small files: `yixi.log`, before it `yixi.1.log` …
 * Writing to it never fails: a full disk must not take the program down with its diary.
 */
export const createLog = ({ folder, limit = 512 * 1024, keep = 3 }: LogOptions): Log => {
  const file = (age: number) => join(folder, age === 0 ? 'yixi.log' : `yixi.${age}.log`)
  const rotate = () => {
    rmSync(file(keep), { force: true })
    for (let age = keep - 1; age >= 0; age -= 1) {
      if (statSync(file(age), { throwIfNoEntry: false })) renameSync(file(age), file(age + 1))
    }
  }
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true })
      const size = statSync(file(0), { throwIfNoEntry: false })?.size ?? 0
      if (size >= limit) rotate()
      appendFileSync(file(0), formatLine(line))
    } catch {
      // Nowhere to write: there is nothing better to do with the line.
    }
  }
}
