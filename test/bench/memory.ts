import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { prepareChamber } from '../e2e/lib/chamber.ts'
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

/** Opens the sitting, calls the roll and puts `votes` questions on the second item. */
const begin = async ({ client, page }: App, votes: number): Promise<void> => {
  const { sittingId, items } = await prepareChamber(client)
  const { id, rev } = value(await client.session.get({ id: (await lastSession(client)) ?? '' }))
    .sittings[0] ?? { id: sittingId, rev: 1 }
  value(await client.session.setSittingState({ id, rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId, exceptions: [] }))
  const itemId = items[1]?.id ?? ''
  for (let n = 1; n <= votes; n += 1)
    value(await client.ballot.ask({ itemId, kind: 'bill', title: `第${n}项决定（草案）` }))
  await page.reload()
}

const lastSession = async (client: App['client']): Promise<string | undefined> =>
  value(await client.session.list({}))[0]?.id

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()

const voteOnce = async (page: Page): Promise<void> => {
  await button(page, /^开始表决/u).waitFor()
  await page.keyboard.press('Space')
  await button(page, /锁定/u).waitFor()
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await button(page, /^更正/u).waitFor()
  await page.keyboard.press('Space')
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
    await button(page, /^进入本项/u).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('heading', { name: '第1项决定（草案）' }).waitFor()
    await page.keyboard.press('Space')
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
