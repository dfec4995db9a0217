import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { copyNameOf, copyOut } from '../../electron/kernel/store/snapshot.ts'
import { testKernel, withBody, type TestKernel } from '../builders/kernel.ts'

// A stick of its own small size, mounted and pulled out; where nothing may be mounted these have nothing to try.

const folder = mkdtempSync(join(tmpdir(), 'yixi-stick-'))
const stick = join(folder, 'stick')
const mount = (size: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', stick]).status === 0
const unmount = (): void => void spawnSync('umount', [stick])
mkdirSync(stick)
const mayMount = mount('1m')
unmount()

let own: TestKernel
beforeAll(async () => {
  own = testKernel()
  await withBody(own)
})
afterEach(unmount)
afterAll(async () => {
  await own.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const copy = (at: number) =>
  copyOut({ file: own.file, folder: stick, kind: 'sealed', at, elsewhere: true })
const copies = () => readdirSync(stick).filter((name) => copyNameOf(name))

test.runIf(mayMount)('a full stick gives up its oldest copies for the newest', () => {
  mount('2m')
  const made = Array.from({ length: 8 }, (_, n) => copy(n * 1000)?.file)
  expect(copies()).toContain(made.at(-1))
  expect(copies().length).toBeGreaterThanOrEqual(2)
  expect(readdirSync(stick).filter((name) => name.endsWith('.part'))).toEqual([])
})

test.runIf(mayMount)('a stick full of other things is told, and nothing on it is touched', () => {
  mount('1m')
  writeFileSync(join(stick, 'photos.zip'), Buffer.alloc(900 * 1024))
  expect(() => copy(0)).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
  expect(readdirSync(stick)).toEqual(['photos.zip'])
})

test.runIf(mayMount)('pulled out, its empty folder takes no copy; put back, it does', () => {
  mount('4m')
  expect(copy(0)).not.toBeNull()
  unmount()
  expect(() => copy(1000)).toThrow('safety.shadow.why.gone')
  expect(readdirSync(stick)).toEqual([])
  mount('4m')
  expect(copy(2000)).not.toBeNull()
})
