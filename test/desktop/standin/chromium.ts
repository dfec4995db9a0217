import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromiumPath, quietSwitches } from '../../e2e/lib/chromium.ts'

/** What the DevTools protocol answers; each place that asks knows its shape. */
export type Answer = Record<string, unknown>
export type Session = EventEmitter & {
  send: (method: string, params?: object) => Promise<Answer>
}
export type Chromium = {
  /** The browser as a whole. */
  root: Session
  /** The session of one page. */
  attach: (targetId: string) => Promise<Session>
  close: () => Promise<void>
}

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void; method: string }
type Packet = {
  id?: number
  sessionId?: string
  method: string
  params: unknown
  result: Answer
  error?: { message: string }
}

/** Waits for the address of the debugging port and repeats it on stderr, where Playwright looks for it. */
const debuggingAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}\n${said}`)))
  })

const connect = async (address: string) => {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map<number, Waiting>()
  const sessions = new Map<string | undefined, Session>()
  let last = 0
  const sessionOf = (sessionId?: string): Session => {
    const known = sessions.get(sessionId)
    if (known !== undefined) return known
    const send = (method: string, params: object = {}) =>
      new Promise<Answer>((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject, method })
        socket.send(JSON.stringify({ id: last, method, params, sessionId }))
      })
    const made = Object.assign(new EventEmitter(), { send })
    sessions.set(sessionId, made)
    return made
  }
  socket.onmessage = ({ data }) => {
    const packet = JSON.parse(String(data)) as Packet
    if (packet.id === undefined) {
      sessions.get(packet.sessionId)?.emit(packet.method, packet.params)
      return
    }
    const asked = waiting.get(packet.id)
    waiting.delete(packet.id)
    if (packet.error) asked?.reject(new Error(`${asked.method}: ${packet.error.message}`))
    else asked?.resolve(packet.result)
  }
  return { socket, sessionOf }
}

/**
 * Starts a headless Chromium with a profile of its own.
 * @param switches more command line switches, as the app set them
 */
export const launchChromium = async (switches: ReadonlyMap<string, string>): Promise<Chromium> => {
  const profile = mkdtempSync(join(tmpdir(), 'yixi-standin-'))
  const more = [...switches].map(([name, value]) =>
    value === '' ? `--${name}` : `--${name}=${value}`,
  )
  const child = spawn(
    chromiumPath(),
    [
      ...['--headless', '--no-startup-window', '--remote-debugging-port=0', '--lang=zh-CN'],
      ...[...quietSwitches, ...more, `--user-data-dir=${profile}`],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.once('exit', () => child.kill('SIGKILL'))
  const address = await debuggingAddress(child)
  const { socket, sessionOf } = await connect(address)
  process.stderr.write(`\nDevTools listening on ${address}\n`)
  const root = sessionOf()
  return {
    root,
    attach: async (targetId) => {
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
      return sessionOf(sessionId as string)
    },
    close: async () => {
      root.send('Browser.close').catch(() => undefined)
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
      await ended
      clearTimeout(timer)
      socket.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    },
  }
}
