import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { localMoment } from '../../shared/rules/moment.ts'
import type { EarlierFile } from '../kernel/ports.ts'
import { safeName } from './names.ts'
import { earlierIn, noteSuperseded, stands } from './superseded.ts'

export { safeName } from './names.ts'

export type NamedBytes = { name: string; bytes: Uint8Array }

/** The name to try after `tries` were taken: «名单.docx», «名单 (2).docx» … */
export const numberedName = (name: string, tries: number): string => {
  if (tries === 0) return name
  const ending = extname(name)
  return `${basename(name, ending)} (${tries + 1})${ending}`
}

/** Takes a name nobody has; the empty file keeps others off it. */
const reserve = async (folder: string, name: string): Promise<string> => {
  for (let tries = 0; ; tries += 1) {
    const file = join(folder, numberedName(name, tries))
    try {
      await (await open(file, 'wx')).close()
      return file
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

const writeOne = async (file: string, bytes: Uint8Array): Promise<void> => {
  const half = `${file}.part`
  try {
    await writeFile(half, bytes, { flush: true })
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/**
 * Writes files into a folder, all or none. A file that stands there is never replaced: ours gets a number.
 * Rejects with the system's error; nothing of ours is left then.
 * @returns the paths written
 */
export const writeFiles = async (folder: string, files: NamedBytes[]): Promise<string[]> => {
  await mkdir(folder, { recursive: true })
  const written: string[] = []
  try {
    for (const { name, bytes } of files) {
      const file = await reserve(folder, safeName(name))
      written.push(file)
      await writeOne(file, bytes)
    }
    return written
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })))
    throw error
  }
}

/** «2026-11-26 15.04.05»: a folder's name by the time the app shows. */
const clockName = (at: Date): string =>
  localMoment(at.getTime()).replace('T', ' ').replaceAll(':', '.')

/**
 * Writes files made together where they stay together: papers made again after a corrected vote must not lie among
 * those of before, where the older ones keep the plain names. Several files of which one stands there already, or of
 * which earlier ones do, go into a folder of their own inside, named by the time, and the folder says so. All or none.
 * @param earlier what was made before of the same session
 * @returns the folder they are in
 */
export const writeSet = async (
  folder: string,
  files: NamedBytes[],
  at: Date,
  earlier: readonly EarlierFile[] = [],
): Promise<string> => {
  const known = await Promise.all(files.map(({ name }) => stands(join(folder, safeName(name)))))
  const again = known.includes(true) || (await earlierIn(folder, earlier)).length > 0
  if (files.length < 2 || !again) {
    await writeFiles(folder, files)
    return folder
  }
  const into = join(folder, clockName(at))
  const written = await writeFiles(into, files)
  try {
    await noteSuperseded(folder, into, earlier)
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })))
    throw error
  }
  return into
}
