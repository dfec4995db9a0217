import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleChild, faultsOf, runChild, type Killing } from './lane.ts'

let child = ''
const folder = mkdtempSync(join(tmpdir(), 'yixi-kill-'))
beforeAll(async () => {
  child = await bundleChild()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const upTo = (most: number): number => Math.random() * most

/** Most kills fall among commands; one in five anywhere from the first instruction on. */
const someKilling = (): Killing =>
  Math.random() < 0.2
    ? { after: upTo(300), from: 'start' }
    : { after: upTo(60), from: 'acknowledgement' }

/** Kills `rounds` children one after another on one file; gives how many commands were acknowledged. */
const lane = async (name: string, rounds: number): Promise<number> => {
  const file = join(folder, `${name}.db`)
  const acknowledged = new Map<number, string>()
  for (let round = 1; round <= rounds; round += 1) {
    const killing = someKilling()
    const told = await runChild(process.execPath, [child, file, `${name}${round}`], killing)
    const where = `${name} round ${round}, ${killing.after} ms from ${killing.from}`
    expect({ where, refused: told.refused, errors: told.errors }).toEqual({
      where,
      refused: [],
      errors: '',
    })
    for (const [seq, mark] of told.acknowledged) acknowledged.set(seq, mark)
    if (round % 10 === 0) expect(await faultsOf(file, acknowledged), where).toEqual([])
  }
  return acknowledged.size
}

test('160 kills among commands lose no acknowledged one', async () => {
  const counts = await Promise.all([lane('east', 80), lane('west', 80)])
  expect(Math.min(...counts)).toBeGreaterThan(80)
})

test('a command the file does not hold would be seen', async () => {
  const file = join(folder, 'seen.db')
  const killing: Killing = { after: 20, from: 'acknowledgement' }
  const { acknowledged } = await runChild(process.execPath, [child, file, 'seen'], killing)
  const [seq = 0] = [...acknowledged.keys()].slice(-1)
  const lost = new Map([...acknowledged, [seq + 1000, 'seen-1000']])
  expect(await faultsOf(file, lost)).toEqual([`lost ${seq + 1000} seen-1000: nothing`])
})

/** A file killed at its birth opens the next time as if nothing had been. */
const birth = async (name: string): Promise<void> => {
  const file = join(folder, `${name}.db`)
  const killing: Killing = { after: upTo(250), from: 'start' }
  const told = await runChild(process.execPath, [child, file, 'first'], killing)
  expect(await faultsOf(file, told.acknowledged), `${killing.after} ms`).toEqual([])
}

test('40 kills while the file is being made leave one that opens', async () => {
  for (let round = 0; round < 20; round += 1) {
    await Promise.all([birth(`new${round}a`), birth(`new${round}b`)])
  }
})
