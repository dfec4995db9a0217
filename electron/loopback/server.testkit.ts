import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createClient,
  type Client,
  type KernelEvent,
  type Reply,
} from '../../shared/contract/index.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { serve, type Serving } from './server.ts'

// What the tests of the host share: a kernel that echoes, a page of two files, a client that sends exactly what it is told.

/** A kernel that answers with what it was asked and says what it is told to. */
export const echoKernel = () => {
  const listeners = new Set<(event: KernelEvent) => void>()
  const cancelled: string[] = []
  /** Set by «test.hold», which answers once it is called. */
  const held: { release?: () => void } = {}
  const kernel: Pick<Kernel, 'call' | 'on' | 'cancel'> = {
    call: async (method, input) => {
      if (method === 'test.hold') await new Promise<void>((done) => (held.release = done))
      if (method === 'test.throw') throw new Error('secret detail')
      return { ok: true, value: { method, input } }
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    cancel: (taskId) => cancelled.push(taskId),
  }
  const say = (event: KernelEvent) => {
    for (const listener of listeners) listener(event)
  }
  return { kernel, say, cancelled, listeners, held }
}

/** A built page in a folder that holds something else too. */
export const makePage = () => {
  const folder = mkdtempSync(join(tmpdir(), 'yixi-loopback-'))
  const rendererDir = join(folder, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  const page = '<html><head><script src="./a.js"></script></head><body></body></html>'
  writeFileSync(join(rendererDir, 'index.html'), page)
  writeFileSync(join(rendererDir, 'assets', 'a.js'), 'run()')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return { rendererDir, remove: () => rmSync(folder, { recursive: true }) }
}

export const startHost = (
  kernel: Pick<Kernel, 'call' | 'on' | 'cancel'>,
  rendererDir: string,
  logged: string[] = [],
): Promise<Serving> =>
  serve({
    kernel,
    rendererDir,
    controlKey: 'key',
    log: (line) => logged.push(line.detail ?? ''),
    now: Date.now,
    locale: 'en',
  })

export type Sent = { status: number; headers: IncomingHttpHeaders; body: string }
export type Message = {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Sends exactly what is said: a fetch would set its own Host and fold the path. */
export const sendTo = (
  { origin }: Serving,
  { method, path, headers = {}, body }: Message,
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const sent = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Comes in through an address with a token and gives the cookie. */
export const enterBy = async (serving: Serving, url = serving.url): Promise<string> => {
  const path = url.slice(serving.origin.length)
  const answer = await sendTo(serving, { method: 'GET', path })
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** A client over a host's own address, with the cookie it gives. */
export const clientOf = async ({ url }: { url: string }): Promise<Client> => {
  const { origin } = new URL(url)
  const serving = { url, origin, close: () => Promise.resolve() }
  const headers = { cookie: await enterBy(serving), origin, 'content-type': 'application/json' }
  return createClient({
    call: async (method, input) => {
      const body = JSON.stringify({ method, input })
      const answer = await sendTo(serving, { method: 'POST', path: '/call', headers, body })
      return JSON.parse(answer.body) as Reply<unknown>
    },
  })
}
