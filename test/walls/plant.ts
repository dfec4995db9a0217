import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files by their path from the repository. */
export type Plant = Readonly<Record<string, string>>

/**
 * Lays files out in a folder of the system's temporary place, beside the installed packages.
 * @returns the folder and how to take it away again
 */
export function plant(files: Plant, packages?: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'yixi-walls-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (packages !== undefined) symlinkSync(packages, join(folder, 'node_modules'), 'junction')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A package that holds nothing, for resolving an import of it. */
export const emptyPackage = (name: string): Plant => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    version: '1.0.0',
    main: 'index.js',
  }),
  [`node_modules/${name}/index.js`]: 'module.exports = {}\n',
})
