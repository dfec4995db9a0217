import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { newSecret } from './door.ts'

const Kept = z.object({ port: z.int().min(1).max(65_535), key: z.string().min(40) })
/** By what the walls of the hall find their source again after a restart. */
export type KeptHall = z.infer<typeof Kept>

const fileOf = (dataDir: string): string => join(dataDir, 'hall.json')

/** The port and the key of the last run; a fresh key and any port where there was none. */
export const readHall = (dataDir: string): { port: number; key: string } => {
  try {
    return Kept.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
  } catch {
    return { port: 0, key: newSecret() }
  }
}

/** Keeps them, for this user alone to read; a disk that refuses costs the walls a fresh opening, nothing more. */
export const keepHall = (dataDir: string, kept: KeptHall): void => {
  const file = fileOf(dataDir)
  try {
    // A new file each time: one that stands, copied here by hand perhaps, keeps whatever rights it has.
    rmSync(`${file}.part`, { force: true })
    writeFileSync(`${file}.part`, JSON.stringify(kept), { mode: 0o600, flag: 'wx' })
    renameSync(`${file}.part`, file)
  } catch {
    // The next run begins with a key of its own.
  }
}
