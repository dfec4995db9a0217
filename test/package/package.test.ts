import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBundle } from '../../build/lib/bundles.mjs'
import { filesBelow } from '../../build/lib/rooms.mjs'
import { root } from '../../build/lib/paths.mjs'
import { stubRuntime } from './stub.ts'

// The product as the packager lays it out, on a runtime that is only a shell.

const binding = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`
let work = ''
let unpacked = ''
let archive = ''
let files: string[] = []

beforeAll(async () => {
  expect(await ensureBundle('page', process.execPath)).not.toBe('failed')
  expect(await ensureBundle('desktop', process.execPath)).not.toBe('failed')
  work = mkdtempSync(join(tmpdir(), 'yixi-package-'))
  stubRuntime(join(work, 'runtime'))
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  const config = join(root, 'build/electron-builder.yml')
  const places = [
    `-c.electronDist=${join(work, 'runtime')}`,
    `-c.directories.output=${join(work, 'dist')}`,
  ]
  const args = [builder, '--linux', 'dir', '--publish', 'never', '--config', config, ...places]
  const built = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stdout + built.stderr)
  unpacked = join(
    work,
    'dist',
    readdirSync(join(work, 'dist')).find((name) => /unpacked$/.test(name)) ?? '',
  )
  archive = join(unpacked, 'resources/app.asar')
  files = listPackage(archive, { isPack: false }).map((path) => path.slice(1))
})

afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('the archive', () => {
  test('holds every file of the bundles, as it was built', () => {
    const bundles = ['out/main', 'out/preload', 'out/renderer'].flatMap((out) =>
      filesBelow(root, out),
    )
    expect(bundles).toContain('out/main/main.js')
    expect(bundles).toContain('out/preload/preload.cjs')
    expect(bundles).toContain('out/renderer/index.html')
    const shipped = files.filter((path) => /^out\/.*\.\w+$/.test(path))
    expect(shipped.sort()).toEqual(bundles.sort())
  })

  test('holds of all packages the SQLite binding alone, one file of it native', () => {
    const packages = files.filter((path) => /^node_modules\/[^/]+$/.test(path))
    expect(packages).toEqual(['node_modules/better-sqlite3'])
    expect(files.filter((path) => path.endsWith('.node'))).toEqual([binding])
    expect(files.filter((path) => /better-sqlite3\/(deps|src|binding)/.test(path))).toEqual([])
    expect(files).toContain('node_modules/better-sqlite3/lib/index.js')
  })

  test('holds nothing of the workshop', () => {
    const tops = new Set(files.map((path) => path.split('/')[0]))
    expect([...tops].sort()).toEqual(['node_modules', 'out', 'package.json'])
    expect(files.filter((path) => /\.(tsx?|map)$|\.test\./.test(path))).toEqual([])
  })

  test('starts with the compiled entry', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string }
    expect(files).toContain(manifest.main)
  })
})

describe('beside the archive', () => {
  test('lies the native file, where the system can load it', () => {
    expect(existsSync(join(`${archive}.unpacked`, binding))).toBe(true)
  })

  test('stands the binary under its own name, with the languages of the product', () => {
    expect(existsSync(join(unpacked, 'yixi'))).toBe(true)
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  test('the fuses are set in the binary', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'yixi'))
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE))
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE))
  })
})
