import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The mark before the fuses in Electron's binary, the version of their wire and how many there are. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('000000000'),
])

/**
 * Lays out what the packager expects of Electron's Linux runtime: names and fuses, no program.
 * @param folder an empty folder
 */
export function stubRuntime(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const binary = Buffer.concat([
    Buffer.from('\x7fELF'),
    Buffer.alloc(64),
    fuseWire,
    Buffer.alloc(64),
  ])
  writeFileSync(join(folder, 'electron'), binary, { mode: 0o755 })
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']) {
    writeFileSync(join(folder, name), name)
  }
  for (const locale of ['en-US', 'zh-CN', 'de']) {
    writeFileSync(join(folder, 'locales', `${locale}.pak`), locale)
  }
}
