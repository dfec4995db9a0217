import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { Reply } from '../../shared/contract/index.ts'
import type { Locale } from '../../shared/locales/index.ts'
import { say } from '../../shared/locales/say.ts'
import { guardHeaders } from '../hosting/policy.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Log } from '../kernel/ports.ts'
import { readBody } from './body.ts'
import { createDoor, newSecret, ownHost, sameSecret, type Door } from './door.ts'
import { createEventStreams, type EventStreams } from './events.ts'
import { answerFile, json, plainAnswer, seeOther, type Answer } from './files.ts'
import { createHallDoor, hallEvent, hallPath, splitUrl } from './hall.ts'
import { routeHall, type HallHost } from './hallRoute.ts'

export type ServeOptions = {
  kernel: Pick<Kernel, 'call' | 'on' | 'cancel'>
  /** Folder of the built page. */
  rendererDir: string
  /** 0 takes a free one. */
  port?: number
  /** Lets a second start of the program on this machine ask for a fresh address (`POST /again`). */
  controlKey?: string
  /** What the hall's cookie carries; a fresh one when absent, and open walls have to be opened again. */
  hallKey?: string
  log: Log
  now: () => number
  /** Language of the few sentences the host says itself. */
  locale: Locale
}

export type Serving = {
  /** Address to open, with its one-time token. */
  url: string
  /** `http://127.0.0.1:<port>` */
  origin: string
  /** Ends streams, lets running calls finish, stops listening. */
  close: () => Promise<void>
}

/** Header in which a second start of the program shows the key of the lock file. */
export const controlHeader = 'x-yixi-key'

const CallBody = z.object({ method: z.string().max(100), input: z.unknown().optional() })
const CancelBody = z.object({ taskId: z.string().max(64) })

const invalid: Reply<unknown> = { ok: false, error: { code: 'invalid' } }

type Host = ServeOptions & { origin: string; door: Door; streams: EventStreams; hall: HallHost }

const call = async (host: Host, request: IncomingMessage): Promise<Answer> => {
  const body = await readBody(request)
  if (!body.ok) {
    const message = { key: 'hosting.tooLarge' }
    return json(
      body.status,
      body.status === 413 ? { ok: false, error: { code: 'invalid', message } } : invalid,
    )
  }
  const parsed = CallBody.safeParse(body.value)
  if (!parsed.success) return json(400, invalid)
  return json(200, await host.kernel.call(parsed.data.method, parsed.data.input))
}

const cancel = async (host: Host, request: IncomingMessage): Promise<Answer> => {
  const body = await readBody(request)
  const parsed = body.ok ? CancelBody.safeParse(body.value) : null
  if (!parsed?.success) return json(400, invalid)
  host.kernel.cancel(parsed.data.taskId)
  return plainAnswer(204)
}

const enter = (host: Host, token: string): Answer => {
  const cookie = host.door.redeem(token)
  if (cookie === null) return plainAnswer(401, say(host.locale, { key: 'hosting.usedAddress' }))
  return seeOther('/', { 'set-cookie': cookie })
}

/** A second start of the program, which can read our lock file, gets an address of its own. */
const again = (host: Host, request: IncomingMessage): Answer => {
  const key = request.headers[controlHeader]
  const known =
    host.controlKey !== undefined && typeof key === 'string' && sameSecret(key, host.controlKey)
  if (!known || request.headers.origin !== undefined) return plainAnswer(403)
  return json(200, { url: firstAddress(host) })
}

const firstAddress = ({ door, origin }: Pick<Host, 'door' | 'origin'>): string =>
  `${origin}/?token=${door.issueToken()}`

/** Finds the answer; null where the request has become a stream. */
const route = async (
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | null> => {
  const { method = 'GET', headers } = request
  const [path, search] = splitUrl(request)
  const token = new URLSearchParams(search).get('token')
  if (host.hall.door.isHere(headers)) return routeHall(host.hall, request, response)
  if (!ownHost(headers, host.origin)) return plainAnswer(403)
  if (method === 'GET' && path === '/' && token !== null) return enter(host, token)
  if (method === 'POST' && path === '/again') return again(host, request)
  const refused = host.door.refuse(method, headers)
  if (refused === 401) return plainAnswer(401, say(host.locale, { key: 'hosting.usedAddress' }))
  if (refused !== null) return plainAnswer(refused)
  if (method === 'GET' && path === '/events') {
    host.streams.open(response, guardHeaders)
    return null
  }
  if (method === 'GET' && path === hallPath) return seeOther(host.hall.door.address(search))
  if (method === 'GET' || method === 'HEAD') return answerFile(host.rendererDir, path)
  if (method === 'POST' && path === '/call') return call(host, request)
  if (method === 'POST' && path === '/cancel') return cancel(host, request)
  return plainAnswer(method === 'POST' ? 404 : 405)
}

const respond = async (host: Host, request: IncomingMessage, response: ServerResponse) => {
  let answer: Answer | null
  try {
    answer = await route(host, request, response)
  } catch (error) {
    // The client going away in the middle of its body is no fault of ours.
    if (request.destroyed && !request.complete) return
    host.log({ at: host.now(), level: 'error', what: 'loopback', detail: String(error) })
    answer = json(500, { ok: false, error: { code: 'internal' } } satisfies Reply<unknown>)
  }
  if (answer === null || response.destroyed) return
  response.writeHead(answer.status, answer.headers)
  response.end(request.method === 'HEAD' ? undefined : answer.body)
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/**
 * Takes no more, waits for what is being answered and cuts the rest. Browsers open connections ahead
 * of any request; those are not idle to Node, and waiting for them would be waiting for the browser.
 */
const stopped = async (server: Server, answering: ReadonlySet<ServerResponse>): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  await Promise.all(Array.from(answering, (response) => once(response, 'close')))
  server.closeAllConnections()
  await closed
}

/**
 * Serves one kernel and the built page to one browser on this machine.
 * Rejects where the port is taken.
 */
export const serve = async (options: ServeOptions): Promise<Serving> => {
  const server = createServer()
  const origin = `http://127.0.0.1:${await listening(server, options.port ?? 0)}`
  const streams = createEventStreams(options.kernel)
  const hall: HallHost = {
    kernel: options.kernel,
    rendererDir: options.rendererDir,
    door: createHallDoor(origin, options.hallKey ?? newSecret()),
    streams: createEventStreams(options.kernel, hallEvent),
    usedAddress: say(options.locale, { key: 'hosting.usedAddress' }),
  }
  const host: Host = { ...options, origin, door: createDoor(origin), streams, hall }
  const answering = new Set<ServerResponse>()
  server.on('request', (request, response) => {
    answering.add(response)
    response.once('close', () => answering.delete(response))
    void respond(host, request, response)
  })
  return {
    url: firstAddress(host),
    origin,
    close: async () => {
      streams.close()
      hall.streams.close()
      await stopped(server, answering)
    },
  }
}
