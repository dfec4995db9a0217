import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

// Fetches Electron's runtime into its package. The first argument is how many seconds the download
// may stand still before it is given up: a dead line costs those seconds, a slow one is let run.
// ELECTRON_MIRROR and the other settings of Electron's own downloader hold.

const patience = Number(process.argv[2] ?? 8) * 1000
const require = createRequire(import.meta.url)
const electron = dirname(require.resolve('electron/package.json'))
const { version } = require('electron/package.json')
const fromElectron = createRequire(join(electron, 'package.json'))
const get = await import(pathToFileURL(fromElectron.resolve('@electron/get')).href)

const stalled = new AbortController()
const giveUp = () => stalled.abort(new Error(`nothing came for ${patience / 1000} s`))
let timer = setTimeout(giveUp, patience)
let shown = 0

/** @param {{ percent: number }} progress */
const getProgressCallback = async ({ percent }) => {
  clearTimeout(timer)
  timer = setTimeout(giveUp, patience)
  const tenth = Math.floor(percent * 10)
  if (tenth <= shown) return
  shown = tenth
  process.stderr.write(`  ${tenth * 10} %\n`)
}

try {
  await get.downloadArtifact({
    version,
    artifactName: 'electron',
    checksums: require('electron/checksums.json'),
    platform: process.platform,
    arch: process.arch,
    downloadOptions: { quiet: true, signal: stalled.signal, getProgressCallback },
  })
} catch {
  process.exit(1)
}
clearTimeout(timer)
// The package's own script finds the archive in the cache and unpacks it where it belongs.
const unpacked = spawnSync(process.execPath, [join(electron, 'install.js')], {
  stdio: ['ignore', 2, 2],
})
process.exit(unpacked.status ?? 1)
