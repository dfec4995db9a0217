import { afterEach, beforeEach, expect, it } from 'vitest'
import { aftermath } from '../../../test/builders/aftermath.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
beforeEach(() => {
  own = testKernel()
  steps = aftermath(own)
})
afterEach(() => own.dispose())

it('ties what is passed to the post of that very name, and leaves a likely one to a person', async () => {
  const place = await steps.hall(31)
  const since = { rev: 0, fromOn: '2022-01-10' }
  const name = '临江市发展和改革委员会'
  const organ = value(await own.client.ledger.saveOrgan({ ...since, kind: 'government', name }))
  const facts = {
    organId: organ.id,
    kind: 'government-member',
    verb: '决定任命',
    single: true,
  } as const
  const post = value(await own.client.ledger.savePost({ ...since, ...facts, title: '主任' }))
  const questions = await steps.proposed(place, 'mayor', [
    { verb: '决定任命', personName: '江一帆', post: '临江市发改委主任' },
    { verb: '决定任命', personName: '沈知远', post: '市发展和改革委员会主任' },
  ])
  for (const question of questions) await steps.decided(place, question)
  const held = value(await own.client.ledger.asOf({ on: '2026-11-26' }))
    .filter(({ source }) => source === 'act')
    .map(({ personName, postId }) => [personName, postId])
  expect(Object.fromEntries(held)).toEqual({ 江一帆: null, 沈知远: post.id })
})
