import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import type { Client } from '../../shared/contract/index.ts'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from '../e2e/lib/app.ts'
import { prepareChamber } from '../e2e/lib/chamber.ts'
import { ratioOf, sorted, type Ratio } from './measure.ts'

/** From a lock to its result painted on the hall screen, beside a bare page told of an event by a bare server. */
export type HallFigures = { hallFrameAfterLockMs: Ratio & { goal: { p95: number } } }

/** Milliseconds in which the hall has to see what was locked, in nineteen of twenty cases. */
const GOAL = { p95: 200 }
const ROUNDS = 30

type Watching = Window & { painted?: Promise<number> }

/** Begins to watch for `selector`; what it gives waits for the frame after it stood there, epoch milliseconds. */
const watch = async (page: Page, selector: string): Promise<() => Promise<number>> => {
  // A wall is in sight; a tab behind another is hardly drawn.
  await page.bringToFront()
  await page.evaluate((awaited) => {
    ;(window as Watching).painted = new Promise((done) => {
      const look = () => {
        if (document.querySelector(awaited)) requestAnimationFrame(() => done(Date.now()))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, selector)
  return () => page.evaluate(() => (window as Watching).painted ?? Promise.resolve(0))
}

type Chamber = { client: Client; hall: Page; sittingId: string }

/** One question opened and locked: milliseconds from sending the lock to the painted result. */
const afterLock = async (chamber: Chamber, questionId: string): Promise<number> => {
  const { client, hall, sittingId } = chamber
  const vote = value(await client.ballot.open({ questionId, sittingId }))
  const front = '.hall-layer:not([data-back])'
  await hall.waitForSelector(`${front} [data-scene=voting]`)
  const painted = await watch(hall, `${front} [data-scene=result]`)
  const tally = { for: vote.counts.present, against: 0, abstain: 0 }
  const began = Date.now()
  value(await client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
  return (await painted()) - began
}

const barePage = `<!doctype html><meta charset="utf-8"><h1></h1><script>
new EventSource('/events').onmessage = async () => {
  const { n } = await (await fetch('/frame', { method: 'POST' })).json()
  const heading = document.querySelector('h1')
  heading.textContent = n
  heading.dataset.n = n
}
</script>`

/** A page that asks for a number when it is told there is one, and shows it: the least that could do the job. */
const startBare = async (page: Page) => {
  let stream: ServerResponse | undefined
  let n = 0
  const server = createServer((request, response) => {
    if (request.url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
      stream = response
    } else if (request.url === '/frame') response.end(JSON.stringify({ n }))
    else response.writeHead(200, { 'content-type': 'text/html' }).end(barePage)
  })
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  const { port } = server.address() as AddressInfo
  const told = page.waitForResponse(/\/events$/u)
  await page.goto(`http://127.0.0.1:${port}/`)
  await told
  return {
    afterEvent: async (): Promise<number> => {
      n += 1
      const painted = await watch(page, `h1[data-n="${n}"]`)
      const began = Date.now()
      stream?.write('data: {}\n\n')
      return (await painted()) - began
    },
    stop: () => {
      stream?.end()
      server.close()
    },
  }
}

/** An open sitting with the roll called and `count` questions; the desk stands at the ballot. */
const begin = async ({ client, page }: App, count: number) => {
  const { sittingId, items } = await prepareChamber(client)
  const [session] = value(await client.session.list({}))
  const { sittings } = value(await client.session.get({ id: session?.id ?? '' }))
  const rev = sittings.find(({ id }) => id === sittingId)?.rev ?? 1
  value(await client.session.setSittingState({ id: sittingId, rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId, exceptions: [] }))
  const itemId = items[1]?.id ?? ''
  const questionIds: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const title = `第${n}项决定（草案）`
    questionIds.push(value(await client.ballot.ask({ itemId, kind: 'bill', title })).id)
  }
  await page.reload()
  await page.getByRole('navigation', { name: '画面' }).waitFor()
  await page.keyboard.press('Alt+5')
  return { sittingId, questionIds }
}

/** Figures of the hall screen, with the desk at work beside it in the same browser. */
export const hallFigures = async (rounds = ROUNDS): Promise<HallFigures> => {
  const app = await startApp({ viewport: { width: 1366, height: 768 } })
  try {
    const { sittingId, questionIds } = await begin(app, rounds + 2)
    const hall = await app.context.newPage()
    await hall.goto(`${app.origin}/hall`)
    await hall.waitForSelector('.hall-frame')
    const bare = await startBare(await app.context.newPage())
    const chamber = { client: app.client, hall, sittingId }
    const ours: number[] = []
    const least: number[] = []
    for (const [round, questionId] of questionIds.entries()) {
      const pair = [await afterLock(chamber, questionId), await bare.afterEvent()] as const
      if (round < 2) continue
      ours.push(pair[0])
      least.push(pair[1])
    }
    bare.stop()
    return { hallFrameAfterLockMs: { goal: GOAL, ...ratioOf(sorted(ours), sorted(least)) } }
  } finally {
    await app.close()
  }
}
