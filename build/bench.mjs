import process from 'node:process'
import { ensureBundle } from './lib/bundles.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { projectNode } from './lib/node.mjs'
import { inRoot } from './lib/paths.mjs'
import { run } from './lib/spawn.mjs'

// `npm run -s bench`: figures as JSON on stdout, everything else on stderr.

ensureInstalled()
const node = projectNode()
const built = await ensureBundle('page', node)
const args = ['--expose-gc', inRoot('test', 'bench', 'main.ts'), ...process.argv.slice(2)]
process.exitCode = built === 'failed' ? 1 : await run(node, args)
