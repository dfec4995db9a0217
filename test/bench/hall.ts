import type { Page } from 'playwright-core'
import type { Client } from '../../shared/contract/index.ts'
import { value } from '../builders/kernel.ts'

/** A sitting in which the hall is open in a page of its own, and questions to be voted on one after the other. */
export type HallBench = {
  client: Client
  hall: Page
  sittingId: string
  questionIds: readonly string[]
}

type Watching = Window & { painted?: Promise<number> }

/**
 * Milliseconds from a lock's answer to the painted result on the hall screen, for each question in turn. The hall is
 * watched in its own page: the moment counted is the frame after the picture changed places.
 */
export const hallAfterLock = async ({
  client,
  hall,
  sittingId,
  questionIds,
}: HallBench): Promise<number[]> => {
  const taken: number[] = []
  for (const questionId of questionIds) {
    const vote = value(await client.ballot.open({ questionId, sittingId }))
    const front = '.hall-layer:not([data-back])'
    await hall.waitForSelector(`${front} [data-scene=voting]`)
    await hall.evaluate((selector) => {
      ;(window as Watching).painted = new Promise((done) => {
        const look = () => {
          if (document.querySelector(`${selector} [data-scene=result]`)) {
            requestAnimationFrame(() => done(Date.now()))
          } else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
    }, front)
    const tally = { for: vote.counts.present, against: 0, abstain: 0 }
    const began = Date.now()
    value(await client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
    const painted = await hall.evaluate(() => (window as Watching).painted ?? Promise.resolve(0))
    taken.push(painted - began)
  }
  return taken
}
