import process from 'node:process'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/node.mjs'
import { callerFolder, inRoot } from './lib/paths.mjs'
import { run } from './lib/spawn.mjs'

// The command line: stdout carries results only, so everything said here goes to stderr.

ensureInstalled()
const node = projectNode()
const cwd = callerFolder({ cwd: process.cwd(), initCwd: process.env['INIT_CWD'] })
const command = inRoot('electron', 'command', 'main.ts')
process.exitCode = await run(node, [command, ...process.argv.slice(2)], { cwd })
