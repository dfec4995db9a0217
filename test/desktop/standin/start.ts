import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

// The entry of the stand-in: makes `electron` mean our model, then runs the app named by the first plain argument.

const model = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: model, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const args = process.argv.slice(2)
process.argv = [join(import.meta.dirname, 'electron'), ...args]

const require = createRequire(import.meta.url)
const preloads = args.flatMap((arg, at) => (args[at - 1] === '-r' ? [arg] : []))
for (const file of preloads) require(resolve(file))

const appPath = args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-r')
if (appPath === undefined) throw new Error('stand-in: no app named')
const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as { main: string }

const { becomeReady } = await import('./lifecycle.ts')
await import(pathToFileURL(resolve(appPath, manifest.main)).href)
await becomeReady()
