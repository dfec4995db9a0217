import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './paths.mjs'

/**
 * What a build reads (files and folders below the repository) and the file that proves it is there.
 * @typedef {{ name: string, reads: readonly string[], makes: string }} Target
 */

/**
 * The sources below a folder or the file itself, sorted, with `/` between the parts; tests left out.
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
export function sourcesBelow(folder, path) {
  const full = join(folder, path)
  if (!existsSync(full)) return []
  /** @type {string[]} */
  const found = []
  /** @param {string} relative */
  const walk = (relative) => {
    for (const entry of readdirSync(join(folder, relative), { withFileTypes: true })) {
      const below = `${relative}/${entry.name}`
      if (entry.isDirectory()) walk(below)
      else if (!/\.test\.tsx?$/.test(entry.name)) found.push(below)
    }
  }
  try {
    walk(path)
  } catch {
    return [path]
  }
  return found.sort()
}

/**
 * One digest of all a target reads: every path and its bytes.
 * @param {string} folder
 * @param {Target} target
 */
export function digest(folder, target) {
  const hash = createHash('sha256')
  for (const path of target.reads.flatMap((read) => sourcesBelow(folder, read))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * Runs the build of a target if what it reads has changed since it last succeeded.
 * @param {Target} target
 * @param {() => Promise<boolean>} build whether it succeeded
 * @param {string} [folder]
 * @returns {Promise<'fresh' | 'built' | 'failed'>}
 */
export async function whenChanged(target, build, folder = root) {
  const stamp = join(folder, 'out', `.${target.name}.sha256`)
  const now = digest(folder, target)
  const made = existsSync(join(folder, target.makes)) && existsSync(stamp)
  if (made && readFileSync(stamp, 'utf8') === now) return 'fresh'
  rmSync(stamp, { force: true })
  if (!(await build())) return 'failed'
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
  return 'built'
}
