import process from 'node:process'
import { ensureBundle } from './lib/bundles.mjs'
import { runChecks, sourceChecks, tellCheck } from './lib/checks.mjs'
import { canInstall, findChromium, installTools, missingTools, onPath } from './lib/debian.mjs'
import { electronBinary } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/node.mjs'
import { root } from './lib/paths.mjs'
import { hasDisplay } from './lib/places.mjs'
import { endWithNpm, exitCode } from './lib/spawn.mjs'
import { decide, notRun, runSuite, suites } from './lib/suites.mjs'
import { lastLine, single, sum } from './lib/tally.mjs'

// Everything there is to check: `npm test`, or `npm test -- <part of a file's name>` for some tests.

/** @typedef {import('./lib/tally.mjs').Tally} Tally */

// One Ctrl+C ends the whole run, not just the suite that is running.
process.once('SIGINT', () => process.exit(exitCode(null, 'SIGINT')))
process.once('SIGTERM', () => process.exit(exitCode(null, 'SIGTERM')))
endWithNpm()

const filters = process.argv.slice(2)
ensureInstalled()
const node = projectNode()

/** @type {Tally[]} */
const tallies = []
/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`)

// The sources need none of the tools and are checked while these come.
const provided = provideTools()
if (filters.length === 0) {
  print('— sources')
  const results = await runChecks(node, sourceChecks(), tellCheck)
  tallies.push(...results.map(({ name, passed }) => single(name, passed)))
}

const missing = await provided
const built = await buildAll()
const electron = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ? undefined : electronBinary()
const means = {
  missing,
  built,
  electron,
  display: hasDisplay({ platform: process.platform, env: process.env }),
  ci: process.env['CI'] === 'true',
}

for (const suite of suites) {
  print(`— ${suite.name}`)
  const decision = decide(suite, means)
  if (decision.run) {
    const env = suiteEnv(suite.realElectron === true)
    tallies.push(await runSuite({ node, suite, filters, env }))
  } else {
    // Asked for some tests, a suite that cannot run is not counted: they may well be in another.
    const counts = filters.length === 0
    if (counts) tallies.push(notRun(suite, decision))
    print(`${counts && decision.fails ? 'failed' : 'skipped'}: ${suite.name} (${decision.reason})`)
  }
}

const total = sum(tallies)
if (filters.length > 0 && total.passed + total.failed === 0) {
  total.failed = 1
  total.failures.push(`no test matches ${filters.join(' ')}`)
}
if (total.failed > 0) {
  const names = total.failures.map((name) => `  ${name.replace(`${root}/`, '')}`)
  print(`\nFailed:\n${names.join('\n')}`)
}
print(lastLine(total))
process.exitCode = total.failed > 0 ? 1 : 0

/** Installs what is missing where that is possible; what is missing still. */
async function provideTools() {
  const lacking = missingTools()
  const uid = process.getuid?.()
  const able = canInstall({
    platform: process.platform,
    uid,
    aptGet: onPath(['apt-get']) !== undefined,
  })
  if (lacking.length === 0 || !able) return lacking
  process.stderr.write(`Installing for the tests: ${lacking.join(', ')} …\n`)
  await installTools(lacking)
  return missingTools()
}

/** Builds what end-to-end tests run on; the bundles that are there. */
async function buildAll() {
  /** @type {import('./lib/bundles.mjs').BundleName[]} */
  const ready = []
  for (const name of /** @type {const} */ (['page', 'desktop'])) {
    if ((await ensureBundle(name, node)) !== 'failed') ready.push(name)
  }
  return ready
}

/**
 * The environment of a suite: the browser to drive, and Electron's own binary where it is meant.
 * @param {boolean} real
 * @returns {NodeJS.ProcessEnv}
 */
function suiteEnv(real) {
  const chromium = findChromium()
  return {
    ...process.env,
    ...(chromium === undefined ? {} : { YIXI_CHROMIUM: chromium }),
    ...(real && electron !== undefined ? { YIXI_ELECTRON: electron } : {}),
  }
}
