import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { prepareSession } from '../e2e/lib/chamber.ts'
import { startApp, type App } from '../e2e/lib/app.ts'
import { value } from '../builders/kernel.ts'

/** Memory of page and host, in MiB, and what it has grown to against the start. */
export type MemoryFigures = {
  goal: { ratio: number }
  votes: number
  pageHeap: Grown
  host: Grown
}
type Grown = { start: number; end: number; ratio: number }

const mebibytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 100) / 100
const grown = (start: number, end: number): Grown => ({
  start: mebibytes(start),
  end: mebibytes(end),
  ratio: Math.round((end / start) * 1000) / 1000,
})

/** Bytes of script memory in use once everything unreachable is gone. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** Resident bytes of the host's process. */
const residentOf = (pid: number): number => {
  const line = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) * 1024
}

/** Questions put on one item: a day's longest run-sheet. */
const RUN = 10

/** Opens the sitting, calls the roll and puts at least `votes` questions, ten on each item. */
const begin = async ({ client, page }: App, votes: number): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(votes / RUN) }, (_, at) => `第${at + 1}批决定`)
  const planned = batches.map((title) => ['bill', title] as const)
  const { sessionId, sittingId, items } = await prepareSession(client, planned)
  for (const item of items)
    for (let n = 1; n <= RUN; n += 1) {
      const asked = { itemId: item.id, kind: 'bill' as const, title: `${item.title}第${n}项` }
      value(await client.ballot.ask(asked))
    }
  const { sittings } = value(await client.session.get({ id: sessionId }))
  const rev = sittings[0]?.rev ?? 1
  value(await client.session.setSittingState({ id: sittingId, rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId, exceptions: [] }))
  await page.reload()
}

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()

/** The one next step, by the space bar, as often as it takes to come to the next question's opening. */
const toNext = async (page: Page): Promise<void> => {
  const step = button(page, /^(进入本项|下一|继续本项|开始表决)/u)
  for (;;) {
    const label = (await step.textContent()) ?? ''
    if (label.includes('开始表决')) return
    await page.keyboard.press('Space')
    await page.waitForFunction(
      (before) =>
        ![...document.querySelectorAll('button')].some((one) => one.textContent === before),
      label,
    )
  }
}

const voteOnce = async (page: Page): Promise<void> => {
  await toNext(page)
  await page.keyboard.press('Space')
  await button(page, /锁定/u).waitFor()
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await button(page, /^更正/u).waitFor()
}

/** `votes` votes by keyboard on the clerk's desk, ten unmeasured ones before. */
export const memoryFigures = async (votes = 200): Promise<MemoryFigures> => {
  const app = await startApp({ viewport: { width: 1366, height: 768 } })
  const pid = app.host.process.pid ?? 0
  try {
    await begin(app, votes + 12)
    const { page } = app
    await page.getByRole('navigation').first().waitFor()
    await page.keyboard.press('Alt+5')
    for (let n = 0; n < 10; n += 1) await voteOnce(page)
    const before = { heap: await heapOf(page), host: residentOf(pid) }
    for (let n = 0; n < votes; n += 1) await voteOnce(page)
    const after = { heap: await heapOf(page), host: residentOf(pid) }
    return {
      goal: { ratio: 1.2 },
      votes,
      pageHeap: grown(before.heap, after.heap),
      host: grown(before.host, after.host),
    }
  } finally {
    await app.close()
  }
}
