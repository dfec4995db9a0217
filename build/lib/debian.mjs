import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './spawn.mjs'

/**
 * What tests need besides Node: how to see that it is there, and the Debian package that brings it.
 * @typedef {'chromium' | 'libreoffice' | 'poppler' | 'fonts'} Tool
 */

/** @type {Record<Tool, string>} */
const packages = {
  chromium: 'chromium',
  libreoffice: 'libreoffice-writer-nogui',
  poppler: 'poppler-utils',
  fonts: 'fonts-noto-cjk',
}

/** @type {readonly Tool[]} */
export const allTools = ['chromium', 'libreoffice', 'poppler', 'fonts']

/**
 * Whether packages can be installed here without asking anybody.
 * @param {{ platform: string, uid: number | undefined, aptGet: boolean }} facts
 */
export function canInstall({ platform, uid, aptGet }) {
  return platform === 'linux' && uid === 0 && aptGet
}

/**
 * The Debian packages that bring the missing tools.
 * @param {readonly Tool[]} missing
 */
export function packagesFor(missing) {
  return missing.map((tool) => packages[tool])
}

/**
 * The first folder of PATH that holds one of the programs, joined with it.
 * @param {readonly string[]} names
 * @param {string} [path]
 * @returns {string | undefined}
 */
export function onPath(names, path = process.env['PATH'] ?? '') {
  const folders = path.split(process.platform === 'win32' ? ';' : ':').filter(Boolean)
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  )
  return candidates.find(isExecutable)
}

/**
 * Which tools are missing here.
 * @param {(tool: Tool) => boolean} [has]
 * @returns {Tool[]}
 */
export function missingTools(has = isThere) {
  return allTools.filter((tool) => !has(tool))
}

/**
 * Installs the packages of missing tools on a Debian machine as root; its errors go to stderr.
 * @param {readonly Tool[]} missing
 */
export async function installTools(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another program may be installing, as machines do by themselves soon after they start.
  const always = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3']
  /** @param {...string} args */
  const aptGet = (...args) =>
    run('apt-get', [...always, ...args], { env, stdio: ['ignore', 'ignore', 2] })
  await aptGet('update')
  // One by one: a package this Debian does not have must not keep the others away.
  for (const name of packagesFor(missing)) {
    await aptGet('-y', '--no-install-recommends', 'install', name)
  }
}

/** @param {Tool} tool */
function isThere(tool) {
  if (tool === 'chromium') return findChromium() !== undefined
  if (tool === 'libreoffice') return onPath(['soffice', 'libreoffice']) !== undefined
  if (tool === 'poppler') return onPath(['pdftotext']) !== undefined
  return hasChineseFonts()
}

/** A Chromium-like browser that tests can drive, or the one named by YIXI_CHROMIUM. */
export function findChromium() {
  const named = process.env['YIXI_CHROMIUM']
  if (named) return existsSync(named) ? named : undefined
  return onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
}

function hasChineseFonts() {
  const list = onPath(['fc-list'])
  if (list === undefined)
    return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
  return spawnSync(list, [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout.trim() !== ''
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
