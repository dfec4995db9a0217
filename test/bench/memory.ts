import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { startDesk, voteOnce } from './desk.ts'

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

/** Votes before the start is measured: until then the engines lay out the room they go on working in. */
const WARM_UP = 30

/** `votes` votes by keyboard on the clerk's desk, after those to warm up. */
export const memoryFigures = async (votes = 200): Promise<MemoryFigures> => {
  const app = await startDesk(WARM_UP + votes)
  const { page } = app
  const pid = app.host.process.pid ?? 0
  try {
    for (let n = 0; n < WARM_UP; n += 1) await voteOnce(page)
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
