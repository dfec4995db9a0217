import { copyFileSync, existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, withBody, type TestKernel } from '../../../test/builders/kernel.ts'

// Killed between the two renames by which one file takes the place of another.

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 3 })
  await own.kernel.close()
})
afterEach(() => own.dispose())

const members = async () => value(await own.client.roster.members({})).length
const aside = () => `${own.file.replace(/\.db$/u, '')}.replaced-20261126T085000.db`

it('the file that was to take the place takes it at the next start', async () => {
  copyFileSync(own.file, `${own.file}.part`)
  writeFileSync(own.file, 'old')
  writeFileSync(`${own.file}-wal`, 'of the old')
  renameSync(own.file, aside())
  own.reopen()
  expect(await members()).toBe(3)
  expect(existsSync(`${own.file}.part`)).toBe(false)
  // A log that belonged to the old file goes where that went.
  expect(readdirSync(own.folder)).toContain('yixi.replaced-20261126T085000.db-wal')
})

it('a draft beside a file that stands is none of its business', async () => {
  writeFileSync(`${own.file}.part`, 'half')
  own.reopen()
  expect(await members()).toBe(3)
})

it('a draft that is not whole is not opened, and a start without data stays one', async () => {
  writeFileSync(`${own.file}.part`, 'half')
  renameSync(own.file, aside())
  own.reopen()
  expect(value(await own.client.journal.operators({}))).toEqual([])
  expect(readdirSync(own.folder)).toContain(basename(aside()))
})
