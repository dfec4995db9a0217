import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideInput } from '../shared/rules/verdict.ts'
import { decidedByKernel, type Decided } from './builders/decided.ts'
import { testKernel, type TestKernel } from './builders/kernel.ts'
import golden from './golden/rules/decide.json' with { type: 'json' }

const program = fileURLToPath(new URL('../electron/command/main.ts', import.meta.url))

/** What the command line says of all cases at once. */
const spoken = JSON.parse(
  execFileSync(process.execPath, [program, 'decide', '-'], {
    input: JSON.stringify(golden),
  }).toString(),
) as ({ id: string } & Decided)[]

let own: TestKernel
beforeEach(() => {
  own = testKernel()
})
afterEach(() => own.dispose())

describe('the command line and the desk agree', () => {
  it.each(golden)('算例 $id $what', async (entry) => {
    const { id, ...said } = spoken.find((one) => one.id === entry.id) ?? { id: '' }
    expect(id).toBe(entry.id)
    expect(await decidedByKernel(own, decideInput.parse(entry))).toEqual(said)
  })
})
