import { parentPort } from 'node:worker_threads'
import { failureOf } from '../dispatch.ts'
import { copyOut, type CopyJob } from './snapshot.ts'
import type { CopyAnswer } from './shadow.ts'

/*
 * The thread that makes copies: it reads the database over a connection of its own and waits for the stick, so that
 * the thread that answers the desk never does. One job, one answer.
 */

const answer = (job: CopyJob): CopyAnswer => {
  try {
    return { ok: true, done: copyOut(job) }
  } catch (error) {
    const { code, message } = failureOf(error, () => '')
    return { ok: false, code, ...(message ? { message } : {}), detail: String(error) }
  }
}

parentPort?.on('message', (job: CopyJob) => parentPort?.postMessage(answer(job)))
