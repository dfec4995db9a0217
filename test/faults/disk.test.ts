import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal, type Failure } from '../../shared/contract/errors.ts'
import { createClient } from '../../shared/contract/index.ts'
import type { Kernel } from '../../electron/kernel/kernel.ts'
import { bundleChild, faultsOf, openKernel, runChild, type Told } from './lane.ts'

const folder = mkdtempSync(join(tmpdir(), 'yixi-faults-'))
let child = ''
beforeAll(async () => {
  child = await bundleChild()
  // Others must reach the files where the test gives up being root.
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = (name: string): string => {
  const own = join(folder, name)
  mkdirSync(own)
  return join(own, 'yixi.db')
}

const signOn = (kernel: Kernel, name: string) => createClient(kernel).journal.signOn({ name })

/** Signs on `names` one after another, one journal entry each. */
const written = async (kernel: Kernel, names: string[]): Promise<void> => {
  for (const name of names) expect(await signOn(kernel, name)).toMatchObject({ ok: true })
}

const failureOf = (act: () => unknown): Failure => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
  throw new Error('nothing was refused')
}

/** Runs the stream where there is room for a megabyte: on a small disk, or under a limit on the size of files. */
const runCramped = async (file: string): Promise<{ told: Told; codes: string[] }> => {
  const own = join(file, '..')
  const args = [child, file, 'full', '5']
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=755', 'tmpfs', own])
  const rest = { after: null, from: 'start' } as const
  if (mounted.status !== 0) {
    const script = 'ulimit -f 2048; exec "$0" "$@"'
    const told = await runChild('/bin/sh', ['-c', script, process.execPath, ...args], rest)
    return { told, codes: ['internal'] }
  }
  try {
    const told = await runChild(process.execPath, args, rest)
    const copy = place('full-saved')
    for (const tail of ['', '-wal']) copyFileSync(file + tail, copy + tail)
    return { told, codes: ['disk_full'] }
  } finally {
    spawnSync('umount', [own])
    const copy = join(folder, 'full-saved', 'yixi.db')
    for (const tail of ['', '-wal']) copyFileSync(copy + tail, file + tail)
  }
}

describe('a full disk', () => {
  test('refuses the command, says why, and keeps every acknowledged one', async () => {
    const file = place('full')
    const { told, codes } = await runCramped(file)
    expect(told.acknowledged.size).toBeGreaterThan(20)
    expect([...new Set(told.refused)]).toEqual(codes)
    // Five in a row end the stream; a smaller command may still have found room after a larger one.
    expect(told.refused.length).toBeGreaterThanOrEqual(5)
    expect(await faultsOf(file, told.acknowledged)).toEqual([])
  })
})

describe('a file that may not be written', () => {
  /** Acts without the rights of root, which no file mode stops. */
  const asAnyone = async <T>(act: () => Promise<T>): Promise<T> => {
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      return await act()
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  }

  test('is refused as read-only and stays as it is', async () => {
    const file = place('readonly')
    const kernel = openKernel(file)
    await written(kernel, ['甲', '乙'])
    await kernel.close()
    const before = readFileSync(file)
    chmodSync(file, 0o444)
    chmodSync(join(file, '..'), 0o555)
    await asAnyone(async () => {
      expect(failureOf(() => openKernel(file)).code).toBe('readonly')
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('what a crash leaves behind', () => {
  /** A file and its WAL as they stand while a kernel is at work, with `names` acknowledged. */
  const leftBehind = async (name: string, names: string[]): Promise<string> => {
    const source = place(`${name}-source`)
    const kernel = openKernel(source)
    await written(kernel, names)
    const copy = place(name)
    for (const tail of ['', '-wal']) copyFileSync(source + tail, copy + tail)
    await kernel.close()
    return copy
  }

  test('in the WAL is taken up', async () => {
    const file = await leftBehind('wal', ['甲', '乙', '丙'])
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    const marks = new Map(['甲', '乙', '丙'].map((name, at) => [at + 1, name]))
    expect(await faultsOf(file, marks)).toEqual([])
  })

  test('as half a frame at the end of the WAL costs only what was not acknowledged', async () => {
    const file = await leftBehind('torn', ['甲', '乙', '丙'])
    truncateSync(`${file}-wal`, statSync(`${file}-wal`).size - 2000)
    const marks = new Map([
      [1, '甲'],
      [2, '乙'],
    ])
    expect(await faultsOf(file, marks)).toEqual([])
    const kernel = openKernel(file)
    await written(kernel, ['丁'])
    await kernel.close()
    expect(await faultsOf(file, new Map([...marks, [3, '丁']]))).toEqual([])
  })

  test('as a truncated file is put aside byte for byte, never deleted', async () => {
    const file = place('cut')
    const kernel = openKernel(file)
    await written(kernel, ['甲'])
    await kernel.close()
    rmSync(join(file, '..', 'backups'), { recursive: true })
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096 + 100)
    const broken = readFileSync(file)
    expect(failureOf(() => openKernel(file))).toMatchObject({
      code: 'corrupt',
      message: { key: 'store.noBackup' },
    })
    const kept = readdirSync(join(file, '..')).filter((name) => name.includes('.broken-'))
    expect(kept).toHaveLength(1)
    expect(readFileSync(join(file, '..', kept[0]!)).equals(broken)).toBe(true)
    expect(await faultsOf(file, new Map())).toEqual([])
  })

  test('as a page of noise in the middle comes back from the closing backup', async () => {
    const file = place('noise')
    const kernel = openKernel(file)
    await written(kernel, ['甲', '乙'])
    await kernel.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa5, 4096, 4096 * 12))
    expect(failureOf(() => openKernel(file)).message?.key).toBe('store.restored')
    const marks = new Map([
      [1, '甲'],
      [2, '乙'],
    ])
    expect(await faultsOf(file, marks)).toEqual([])
  })
})
