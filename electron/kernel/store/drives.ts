import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { Refusal } from '../../../shared/contract/errors.ts'
import type { FoundCopy } from '../../../shared/contract/safety.ts'
import { copyNameOf, momentIn } from './snapshot.ts'

/** Folders below which sticks appear, and how many levels below. */
const roots = (): { folder: string; depth: number }[] => {
  const { platform, env } = process
  if (platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({ folder: `${letter}:\\`, depth: 0 }))
  if (platform === 'darwin') return [{ folder: '/Volumes', depth: 1 }]
  const user = env['USER'] ?? 'root'
  return [
    { folder: `/media/${user}`, depth: 1 },
    { folder: `/run/media/${user}`, depth: 1 },
    { folder: '/media', depth: 1 },
    { folder: '/mnt', depth: 1 },
  ]
}

const foldersIn = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => join(folder, entry.name))
  } catch {
    return []
  }
}

const isElsewhere = async (folder: string, device: number): Promise<boolean> => {
  try {
    return (await stat(folder)).dev !== device
  } catch {
    return false
  }
}

/** Sticks in this machine now: folders where they appear that lie on another device than the data. */
export const findDrives = async (dataFolder: string): Promise<string[]> => {
  const { dev } = await stat(dataFolder)
  const places = await Promise.all(
    roots().map(async ({ folder, depth }) => (depth === 0 ? [folder] : foldersIn(folder))),
  )
  const all = [...new Set(places.flat())]
  const real = await Promise.all(all.map((folder) => isElsewhere(folder, dev)))
  return all.filter((_folder, at) => real[at])
}

const copiesIn = async (folder: string): Promise<FoundCopy[]> => {
  const names = await readdir(folder).catch(() => [])
  const found = names.map(async (name) => {
    const facts = copyNameOf(name)
    const path = join(folder, name)
    const size = facts
      ? await stat(path).then(
          ({ size }) => size,
          () => null,
        )
      : null
    if (!facts || size === null) return []
    return [{ path, file: basename(path), at: momentIn(facts.stamp), bytes: size }]
  })
  return (await Promise.all(found)).flat()
}

/**
 * The copy a path names: the file itself, or the newest copy in a folder.
 * Throws a sentence where a folder holds none.
 */
export const copyAt = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return path
  const [newest] = await findCopies([path])
  if (newest) return newest.path
  const message = { key: 'safety.copy.why.noneIn', params: { folder: path } }
  throw new Refusal({ code: 'not_found', message })
}

/** Copies in folders and one level below, newest first. */
export const findCopies = async (folders: readonly string[]): Promise<FoundCopy[]> => {
  const below = await Promise.all(folders.map(foldersIn))
  const all = await Promise.all([...new Set([...folders, ...below.flat()])].map(copiesIn))
  return all.flat().sort((a, b) => b.at - a.at || b.file.localeCompare(a.file))
}
