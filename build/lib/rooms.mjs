import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The top-level folders that hold sources. */
export const places = ['shared', 'electron', 'renderer', 'build', 'test']

/**
 * Every folder with a type check of its own that holds sources, as paths with `/`.
 * @param {string} folder the repository
 * @returns {string[]}
 */
export function typedRooms(folder) {
  return places
    .flatMap((place) => filesBelow(folder, place))
    .filter((path) => path.endsWith('/tsconfig.json'))
    .map(dirname)
    .filter((room) => filesBelow(folder, room).some((path) => /\.(tsx?|mjs|js)$/.test(path)))
}

/**
 * All files below a place, as paths from the repository with `/` between the parts, sorted.
 * @param {string} folder the repository
 * @param {string} place
 * @returns {string[]}
 */
export function filesBelow(folder, place) {
  if (!existsSync(join(folder, place))) return []
  return readdirSync(join(folder, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.includes('node_modules/'))
    .sort()
}
