import process from 'node:process'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/node.mjs'
import { run } from './lib/spawn.mjs'

// Runs a script with the project's own Node: `node build/run.mjs <script> [arguments]`.

ensureInstalled()
const [script, ...args] = process.argv.slice(2)
if (script === undefined) {
  process.stderr.write('node build/run.mjs <script> [arguments]\n')
  process.exit(2)
}
process.exitCode = await run(projectNode(), [script, ...args], { cwd: process.cwd() })
