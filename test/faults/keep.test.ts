import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../shared/contract/index.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../builders/kernel.ts'
import { bundleChild, openKernel, runChild } from './lane.ts'

let own: TestKernel
let child = ''
beforeAll(async () => {
  child = await bundleChild('keeper')
  own = testKernel()
})
afterAll(() => own.dispose())

/** A sitting with one question under vote; gives the session and the round. */
const underVote = async (): Promise<{ sessionId: string; voteId: string }> => {
  const members = await withBody(own)
  const { sessionId, sittingId } = await withSitting(own, members)
  const title = '关于批准本级决算的决议（草案）'
  const item = value(
    await own.client.session.saveItem({ rev: 0, sessionId, kind: 'report', title }),
  )
  const question = value(await own.client.ballot.askItem({ itemId: item.id }))
  const vote = value(
    await own.client.ballot.open({ questionId: question.id, sittingId, method: 'show-of-hands' }),
  )
  return { sessionId, voteId: vote.id }
}

/** What a file holds of what is half done, and how many journal entries it has. */
const heldBy = async (file: string, sessionId: string) => {
  const kernel = openKernel(file)
  const client = createClient(kernel)
  try {
    const [kept] = value(await client.ballot.drafts({ sessionId }))
    const place = value(await client.safety.place({}))
    const verified = value(await client.journal.verify({ taskId: 'v' }))
    return { totals: kept?.draft.totals, place: Number(place?.['itemId'] ?? 0), verified }
  } finally {
    await kernel.close()
  }
}

test('60 kills while totals and the place are being kept lose nothing acknowledged', async () => {
  const { sessionId, voteId } = await underVote()
  await own.kernel.close()
  let told = { draft: 0, place: 0 }
  let entries = (await heldBy(own.file, sessionId)).verified.entries
  for (let round = 1; round <= 60; round += 1) {
    const after = Math.random() * 80
    const args = [child, own.file, voteId, String(told.draft + 1)]
    const { acknowledged, errors } = await runChild(process.execPath, args, {
      after,
      from: 'acknowledgement',
    })
    expect(errors).toBe('')
    const all = [...acknowledged]
    // A round that began with a draft whose place was never told leaves the place of the round before.
    const place = all.findLast(([, what]) => what === 'place')?.[0] ?? told.place
    told = { draft: all.at(-1)?.[0] ?? told.draft, place }
    const held = await heldBy(own.file, sessionId)
    const where = `round ${round}, ${after} ms`
    // At most the one that was under way when the kill came may be there beside what was acknowledged.
    expect([told.draft, told.draft + 1], where).toContain(held.totals?.for)
    expect(held.totals?.against, where).toBe(9999 - (held.totals?.for ?? 0))
    expect([told.place, told.draft], where).toContain(held.place)
    entries += 1
    expect(held.verified, where).toEqual({ entries, broken: null })
    told = { draft: held.totals?.for ?? 0, place: held.place }
  }
  expect(told.draft).toBeGreaterThan(60)
  own.reopen()
})
