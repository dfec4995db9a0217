import { defineConfig } from 'rolldown'
import type { RolldownOptions } from 'rolldown'

/** What stays outside the bundles: given by the runtime, or native and shipped as it stands. */
export const external = ['electron', /^node:/, 'better-sqlite3']

const shared: RolldownOptions = { external, platform: 'node' }

/** One preload. @param cleanDir whether what was built before goes first */
const preload = (name: string, cleanDir: boolean): RolldownOptions => ({
  ...shared,
  input: { [name]: `electron/${name}.ts` },
  output: {
    dir: 'out/preload',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    codeSplitting: false,
    cleanDir,
  },
})

// The sandbox loads a preload only as one CommonJS file; main is a module.
export default defineConfig([
  {
    ...shared,
    // The thread that makes copies is started by its file's name beside main.
    input: { main: 'electron/main.ts', shadowWorker: 'electron/kernel/store/shadowWorker.ts' },
    output: { dir: 'out/main', format: 'esm', cleanDir: true },
  },
  preload('preload', true),
  preload('preload-hall', false),
])
