import process from 'node:process'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/node.mjs'
import { inRoot } from './lib/paths.mjs'
import { run } from './lib/spawn.mjs'

// The command line: stdout carries results only, so everything said here goes to stderr.

ensureInstalled()
const node = projectNode()
const args = ['--disable-warning=ExperimentalWarning', inRoot('electron', 'command', 'main.ts')]
// npm moves into the repository before it runs a script; file arguments mean the caller's folder.
const cwd = process.env['INIT_CWD'] ?? process.cwd()
process.exitCode = await run(node, [...args, ...process.argv.slice(2)], { cwd })
