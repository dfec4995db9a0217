import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Question } from '../../../shared/contract/ballot.ts'
import type { Formality } from '../../../shared/contract/formality.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

const posts = ['临江市财政局局长', '临江市教育局局长', '临江市民政局局长', '临江市司法局局长']
const names = ['方明远', '于安邦', '蒋志安', '高文康']

/** A session with four acts put to the vote one by one, none decided. */
const start = async (own: TestKernel) => {
  const steps = aftermath(own)
  const place = await steps.hall(29)
  await steps.setParameter('notifyDays', 3)
  await steps.setParameter('filingDays', 10)
  const acts = posts.map((post, index) => ({
    verb: '决定任命',
    personName: names[index] ?? '',
    post,
  }))
  const questions = await steps.proposed(place, 'mayor', acts)
  const give = async (index: number, passes: boolean): Promise<void> => {
    const asked = questions[index] as Question
    const { standing } = value(await own.client.ballot.question({ id: asked.id }))
    if (!standing) await steps.decided(place, asked, passes)
    else if ((standing.outcome?.verdict === 'passed') !== passes)
      await steps.corrected(asked, passes)
  }
  const after = async (): Promise<Formality[]> => (await steps.after(place)).formalities
  return { give, after }
}

/** What a formality says, whatever it is called and however often it was changed. */
const said = (formalities: readonly Formality[]) =>
  formalities.map(({ kind, toWhom, acts, dueOn, dueRule, state, doubt }) => ({
    kind,
    toWhom,
    acts,
    dueOn,
    dueRule,
    state,
    doubt,
  }))

const step = fc.record({ index: fc.nat({ max: 3 }), passes: fc.boolean() })

it('leaves after any verdicts and corrections, in any order, what the last standing results ask for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (course) => {
      const [winding, straight] = [testKernel(), testKernel()]
      try {
        const one = await start(winding)
        for (const { index, passes } of course) await one.give(index, passes)
        const other = await start(straight)
        const last = new Map(course.map(({ index, passes }) => [index, passes]))
        for (const [index, passes] of last) await other.give(index, passes)
        expect(said(await one.after())).toEqual(said(await other.after()))
      } finally {
        await winding.dispose()
        await straight.dispose()
      }
    }),
    { numRuns: 8 },
  )
})

it('never loses what was done, and never counts it as done for other acts', async () => {
  const done = fc.nat({ max: 20 })
  const course = fc.array(fc.oneof(step, done), { minLength: 2, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(course, async (moves) => {
      const own = testKernel()
      try {
        const { give, after } = await start(own)
        const settled = new Map<string, string[]>()
        for (const move of moves) {
          if (typeof move !== 'number') {
            await give(move.index, move.passes)
            continue
          }
          const list = await after()
          const chosen = list[move % Math.max(list.length, 1)]
          if (!chosen) continue
          const changes = [{ id: chosen.id, rev: chosen.rev }]
          value(await own.client.formality.settle({ changes, state: 'done' }))
          settled.set(chosen.id, chosen.acts)
        }
        const list = await after()
        for (const [id, acts] of settled) {
          const found = list.find((one) => one.id === id)
          expect(found?.state).toBe('done')
          const same = found?.acts.join() === acts.join()
          expect(found?.doubt).toBe(found?.acts.length === 0 ? 'void' : same ? null : 'changed')
        }
      } finally {
        await own.dispose()
      }
    }),
    { numRuns: 8 },
  )
})
