import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { ended } from './spawn.mjs'
import { inRoot, root } from './paths.mjs'
import { nothing, single, tallyReport } from './tally.mjs'

/** @typedef {import('./debian.mjs').Tool} Tool */
/** @typedef {import('./bundles.mjs').BundleName} BundleName */
/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * Tests that run together: vitest projects, and what must be there before they can.
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly string[]} projects
 * @property {readonly Tool[]} [tools]
 * @property {readonly BundleName[]} [bundles]
 * @property {boolean} [realElectron] needs Electron's own runtime and a display
 * @property {number} minutes after which a run counts as hung, several times what it takes on a slow machine
 */

/** @type {readonly Suite[]} The quick ones first. */
export const suites = [
  { name: 'node, walls and components', projects: ['node', 'walls', 'jsdom'], minutes: 45 },
  { name: 'faults', projects: ['faults'], minutes: 30 },
  { name: 'office', projects: ['office'], tools: ['libreoffice', 'poppler', 'fonts'], minutes: 30 },
  { name: 'package', projects: ['package'], bundles: ['page', 'desktop'], minutes: 15 },
  {
    name: 'browser end to end',
    projects: ['e2e'],
    tools: ['chromium', 'fonts'],
    bundles: ['page'],
    minutes: 60,
  },
  {
    name: 'desktop on the stand-in',
    projects: ['desktop'],
    tools: ['chromium'],
    bundles: ['page', 'desktop'],
    minutes: 30,
  },
  {
    name: 'desktop on real Electron',
    projects: ['desktop'],
    bundles: ['page', 'desktop'],
    realElectron: true,
    minutes: 30,
  },
]

/**
 * What this machine offers the tests.
 * @typedef {{ missing: readonly Tool[], electron: string | undefined, display: boolean, ci: boolean, built: readonly BundleName[] }} Means
 * @typedef {{ run: true } | { run: false, reason: string, fails: boolean }} Decision
 */

/**
 * Whether a suite can run here. Where a tool is missing it is skipped by name; in CI that is a
 * failure, and only the one on real Electron may be skipped. A bundle that did not build fails it.
 * @param {Suite} suite
 * @param {Means} means
 * @returns {Decision}
 */
export function decide(suite, { missing, electron, display, ci, built }) {
  const lacks = (suite.tools ?? []).filter((tool) => missing.includes(tool))
  if (lacks.length > 0) return { run: false, reason: `no ${lacks.join(', no ')} here`, fails: ci }
  if (suite.realElectron && electron === undefined) {
    return { run: false, reason: "Electron's runtime is not here", fails: false }
  }
  if (suite.realElectron && !display) return { run: false, reason: 'no display', fails: false }
  const unbuilt = (suite.bundles ?? []).filter((bundle) => !built.includes(bundle))
  if (unbuilt.length > 0)
    return { run: false, reason: `not built: ${unbuilt.join(', ')}`, fails: true }
  return { run: true }
}

/** A group of its own lets a hung run end with all it started; Windows has no such groups. */
const grouped = process.platform !== 'win32'

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function endGroup(child, signal) {
  if (!grouped || child.pid === undefined) return child.kill(signal)
  try {
    return process.kill(-child.pid, signal)
  } catch {
    return false
  }
}

/**
 * Runs one suite through vitest and counts it.
 * @param {{ node: string, suite: Suite, filters: readonly string[], env: NodeJS.ProcessEnv }} how
 * @returns {Promise<Tally>}
 */
export async function runSuite({ node, suite, filters, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'yixi-tests-'))
  const file = join(folder, 'report.json')
  const projects = suite.projects.flatMap((project) => ['--project', project])
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--passWithNoTests',
    ...projects,
    ...reports,
  ]
  try {
    const child = spawn(node, [inRoot('node_modules/vitest/vitest.mjs'), ...args, ...filters], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: grouped,
    })
    const stop = () => endGroup(child, 'SIGTERM')
    process.once('exit', stop)
    const timers = [
      setTimeout(stop, suite.minutes * 60_000),
      setTimeout(() => endGroup(child, 'SIGKILL'), suite.minutes * 60_000 + 10_000),
    ]
    const code = await ended(child)
    timers.forEach(clearTimeout)
    process.off('exit', stop)
    return tallyReport(suite.name, readReport(file), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Counts a suite that did not run.
 * @param {Suite} suite
 * @param {{ reason: string, fails: boolean }} decision
 * @returns {Tally}
 */
export function notRun(suite, { reason, fails }) {
  return fails ? single(`${suite.name}: ${reason}`, false) : { ...nothing(), skipped: 1 }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
