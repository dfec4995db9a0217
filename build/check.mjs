import process from 'node:process'
import { runChecks, sourceChecks, tellCheck } from './lib/checks.mjs'
import { runSuite } from './lib/suites.mjs'
import { lastLine, single, sum } from './lib/tally.mjs'

// The quick look before a commit: types, lint, walls between the rooms, formatting.

const results = await runChecks(process.execPath, sourceChecks(), tellCheck)
const walls = { name: 'walls', projects: ['walls'], minutes: 5 }
const tests = await runSuite({
  node: process.execPath,
  suite: walls,
  filters: [],
  env: process.env,
})
const total = sum([...results.map(({ name, passed }) => single(name, passed)), tests])
process.stdout.write(`${lastLine(total)}\n`)
process.exitCode = total.failed > 0 ? 1 : 0
