/** Tells whoever opens a folder which of the papers in it are used no more. Nothing of the user's is moved or deleted. */
import { access, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { say } from '../../shared/locales/say.ts'
import type { EarlierFile } from '../kernel/ports.ts'
import { safeName } from './names.ts'

const words = (key: string, params?: Record<string, string>): string =>
  say('zh-CN', { key: `hosting.superseded.${key}`, ...(params ? { params } : {}) })

export const stands = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

const filtered = async <T>(all: readonly T[], keep: (one: T) => Promise<boolean>): Promise<T[]> => {
  const kept = await Promise.all(all.map(keep))
  return all.filter((_, at) => kept[at])
}

/** Those of the files made before that lie in a folder. */
export const earlierIn = (
  folder: string,
  earlier: readonly EarlierFile[],
): Promise<EarlierFile[]> => filtered(earlier, ({ name }) => stands(join(folder, safeName(name))))

/** «2026-11-26 15.04.05»: folders of papers made again, by {@link writeSet}. */
const byTheClock = /^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d$/

const olderFolders = async (
  folder: string,
  into: string,
  earlier: readonly EarlierFile[],
): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory() && byTheClock.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => name !== basename(into))
  const holding = await filtered(
    names,
    async (name) => (await earlierIn(join(folder, name), earlier)).length > 0,
  )
  return holding.toSorted()
}

const listed = (title: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [title, ...names.map((name) => `    ${name}`), '']

const section = (
  into: string,
  here: readonly EarlierFile[],
  folders: readonly string[],
): string[] => {
  const named = (overtaken: boolean): string[] =>
    here.filter((one) => one.overtaken === overtaken).map(({ name }) => safeName(name))
  return [
    words('newest', { folder: basename(into) }),
    '',
    ...listed(words('void'), named(true)),
    ...listed(words('again'), named(false)),
    ...listed(words('folders'), folders),
  ]
}

/** What we wrote here before, without its head; null where what bears that name is not ours. */
const before = async (file: string, head: string): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.startsWith(head) ? text.slice(head.length).trimStart() : null
}

/** Whole or not at all, in place of what we wrote here before. */
const put = async (file: string, text: string): Promise<void> => {
  const half = `${file}.part`
  try {
    await writeFile(half, text, { flush: true })
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/**
 * Writes down in a folder that papers lie in what a folder inside it has come to replace: the newest on top, what was
 * said before below it. A file of that name that is not ours is left alone, and nothing is written then.
 */
export const noteSuperseded = async (
  folder: string,
  into: string,
  earlier: readonly EarlierFile[],
): Promise<void> => {
  const here = await earlierIn(folder, earlier)
  const folders = await olderFolders(folder, into, earlier)
  if (here.length + folders.length === 0) return
  const file = join(folder, words('file'))
  const head = `${words('head')}\n`
  const known = (await stands(file)) ? await before(file, head) : ''
  if (known === null) return
  const text = [head, ...section(into, here, folders)].join('\n')
  await put(file, known === '' ? text : `${text}\n${known}`)
}
