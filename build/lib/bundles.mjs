import { whenChanged } from './changed.mjs'
import { inRoot } from './paths.mjs'
import { say } from './say.mjs'
import { run } from './spawn.mjs'

/** @typedef {import('./changed.mjs').Target} Target */

const common = ['shared', 'package.json', 'package-lock.json']

/** @type {Record<'page' | 'desktop', Target & { tool: readonly string[] }>} */
const bundles = {
  page: {
    name: 'renderer',
    reads: [...common, 'renderer', 'build/vite.config.ts'],
    makes: 'out/renderer/index.html',
    tool: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--logLevel',
      'warn',
      '--config',
      'build/vite.config.ts',
    ],
  },
  desktop: {
    name: 'main',
    reads: [...common, 'electron', 'build/rolldown.config.ts'],
    makes: 'out/main/main.js',
    tool: [
      'node_modules/rolldown/bin/cli.mjs',
      '--logLevel',
      'warn',
      '--config',
      'build/rolldown.config.ts',
    ],
  },
}

/** @typedef {keyof typeof bundles} BundleName */

/**
 * Builds a bundle if its sources changed; the tool's output goes to stderr.
 * @param {BundleName} name `page`: the renderer; `desktop`: Electron's main and preload
 * @param {string} node the Node to build with
 * @returns {Promise<'fresh' | 'built' | 'failed'>}
 */
export async function ensureBundle(name, node) {
  const { tool, ...target } = bundles[name]
  const [script = '', ...args] = tool
  return whenChanged(target, async () => {
    say('building', { what: target.name })
    const code = await run(node, [inRoot(script), ...args], { stdio: ['ignore', 2, 2] })
    if (code !== 0) say('buildFailed', { what: target.name })
    return code === 0
  })
}
