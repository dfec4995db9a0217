import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../shared/contract/index.ts'
import { value } from '../builders/kernel.ts'
import { bundleChild, openKernel, runChild } from './lane.ts'

let child = ''
const folder = mkdtempSync(join(tmpdir(), 'yixi-rehearsal-'))
beforeAll(async () => {
  child = await bundleChild('rehearser')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What stands in the real data, and whether a rehearsal was left behind. */
const lookAt = async (file: string) => {
  const kernel = openKernel(file)
  const client = createClient(kernel)
  try {
    return {
      underway: value(await client.safety.rehearsal({})),
      left: value(await client.safety.interrupted({})) !== null,
      operators: value(await client.journal.operators({})),
      verified: value(await client.journal.verify({ taskId: 'v' })),
    }
  } finally {
    await kernel.close()
  }
}

test('50 kills while rehearsals begin and end leave the real data as it was', async () => {
  const file = join(folder, 'yixi.db')
  const left = []
  for (let round = 1; round <= 50; round += 1) {
    // Every other one soon after the last word in a rehearsal, however long a machine takes to begin one.
    const anywhere = { after: Math.random() * 120, from: 'acknowledgement' } as const
    const killing = round % 2 === 0 ? anywhere : { ...anywhere, after: 0, mark: 'wrote' }
    const { acknowledged, errors } = await runChild(process.execPath, [child, file], killing)
    const where = `round ${round}, ${killing.after} ms, ${acknowledged.size} steps`
    expect(errors, where).toBe('')
    const seen = await lookAt(file)
    expect(seen, where).toMatchObject({
      ...{ underway: null, operators: ['经办人'], verified: { entries: round, broken: null } },
    })
    if ([...acknowledged.values()].at(-1) === 'wrote') left.push(seen.left)
  }
  // Killed between the last word in a rehearsal and its end, the rehearsal is still there unless its end had begun.
  expect(left).toContain(true)
  const kernel = openKernel(file)
  const client = createClient(kernel)
  value(await client.journal.signOn({ name: '经办人' }))
  if (value(await client.safety.interrupted({})))
    value(await client.safety.endRehearsal({ taskId: 'end' }))
  expect(existsSync(join(folder, 'rehearsal'))).toBe(false)
  await kernel.close()
})
