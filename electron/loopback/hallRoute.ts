import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply } from '../../shared/contract/index.ts'
import { guardHeaders } from '../hosting/policy.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { readBody } from './body.ts'
import type { EventStreams } from './events.ts'
import {
  answerFile,
  answerHallPage,
  hallBridgePath,
  json,
  plainAnswer,
  seeOther,
  type Answer,
} from './files.ts'
import { hallAddress, HallCall, hallPath, splitUrl, type HallDoor } from './hall.ts'

export type HallHost = {
  kernel: Pick<Kernel, 'call'>
  rendererDir: string
  door: HallDoor
  streams: EventStreams
  /** Said to one who comes without being shown in. */
  usedAddress: string
}

/** Bytes of the largest question a hall page has. */
const longest = 1024

const refused: Reply<unknown> = { ok: false, error: { code: 'invalid' } }

const frame = async (host: HallHost, request: IncomingMessage): Promise<Answer> => {
  const body = await readBody(request, longest)
  const parsed = HallCall.safeParse(body.ok ? body.value : null)
  if (!parsed.success) return json(403, refused)
  return json(200, await host.kernel.call(parsed.data.method, parsed.data.input))
}

const enter = ({ door, usedAddress }: HallHost, token: string, search: string): Answer => {
  const cookie = door.redeem(token)
  if (cookie === null) return plainAnswer(401, usedAddress)
  return seeOther(hallAddress(search), { 'set-cookie': cookie })
}

/** What anyone may have who finds the address: the scripts, sheets and pictures of the page, without a word of data. */
const isAsset = (path: string): boolean =>
  /^\/assets\/[\w-]+(\.[\w-]+)+$/.test(path) || path === hallBridgePath

/**
 * Finds the answer to a request under the hall's own address; null where it has become a stream. Nothing of the desk
 * is to be had here.
 */
export const routeHall = async (
  host: HallHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | null> => {
  const { method = 'GET', headers } = request
  const [path, search] = splitUrl(request)
  const { door, rendererDir } = host
  if (method === 'GET' && isAsset(path)) return answerFile(rendererDir, path)
  if (method === 'GET' && path === hallPath) {
    const token = new URLSearchParams(search).get('token')
    if (token !== null) return enter(host, token, search)
    return door.knows(headers) ? answerHallPage(rendererDir) : plainAnswer(401, host.usedAddress)
  }
  if (!path.startsWith(`${hallPath}/`) || !door.isOwn(method, headers)) return plainAnswer(403)
  if (!door.knows(headers)) return plainAnswer(401, host.usedAddress)
  if (method === 'GET' && path === `${hallPath}/events`) {
    host.streams.open(response, guardHeaders)
    return null
  }
  if (method === 'POST' && path === `${hallPath}/call`) return frame(host, request)
  return plainAnswer(404)
}
