import { request as httpRequest } from 'node:http'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { echoKernel, enterBy, makePage, sendTo, startHost } from './server.testkit.ts'
import type { Serving } from './server.ts'

// What the hall's address gives, and above all what it does not.

const files = makePage()
writeFileSync(join(files.rendererDir, 'hall.html'), '<html><head></head><body>会场</body></html>')
afterAll(files.remove)

let serving: Serving
let echo: ReturnType<typeof echoKernel>
let desk = ''
let port = ''
const asked: string[] = []

beforeEach(async () => {
  asked.length = 0
  echo = echoKernel()
  const kernel = {
    ...echo.kernel,
    call: (method: string, input: unknown) => {
      asked.push(method)
      return echo.kernel.call(method, input)
    },
  }
  serving = await startHost(kernel, files.rendererDir)
  port = new URL(serving.origin).port
  desk = await enterBy(serving)
})
afterEach(() => serving.close())

const here = () => `localhost:${port}`
const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  sendTo(serving, {
    method,
    path,
    headers: { host: here(), ...headers },
    ...(body ? { body } : {}),
  })

/** Through the desk's own address to the hall's cookie. */
const enterHall = async (): Promise<string> => {
  const { host } = new URL(serving.origin)
  const sent = await sendTo(serving, {
    method: 'GET',
    path: '/hall',
    headers: { host, cookie: desk },
  })
  const { pathname, search } = new URL(sent.headers.location ?? '')
  const shown = await send('GET', pathname + search)
  return shown.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

const own = (cookie: string) => ({
  cookie,
  origin: `http://${here()}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
})
const frameCall = JSON.stringify({ method: 'hall.frame', input: { screen: 'hall' } })

describe('coming in', () => {
  test('the desk is sent on to an address of another origin, with a token that opens once', async () => {
    const { host } = new URL(serving.origin)
    const head = { host, cookie: desk }
    const sent = await sendTo(serving, {
      method: 'GET',
      path: '/hall?screen=podium',
      headers: head,
    })
    expect(sent.status).toBe(303)
    const address = new URL(sent.headers.location ?? '')
    expect(address.origin).toBe(`http://localhost:${port}`)
    const first = await send('GET', address.pathname + address.search)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/hall?screen=podium')
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax; Path=\/hall/)
    expect((await send('GET', address.pathname + address.search)).status).toBe(401)
  })

  test('without the desk nobody gets a token', async () => {
    const { host } = new URL(serving.origin)
    expect(
      (await sendTo(serving, { method: 'GET', path: '/hall', headers: { host } })).status,
    ).toBe(401)
    expect((await send('GET', '/hall')).status).toBe(401)
  })

  test('the page comes with the hall’s own script, not the desk’s', async () => {
    const answer = await send('GET', '/hall', { cookie: await enterHall() })
    expect(answer.body).toContain('<script src="/hall/bridge.js">')
    expect(answer.body).not.toContain('src="/bridge.js"')
    expect(answer.headers['content-security-policy']).toContain("connect-src 'self'")
  })
})

describe('what it may ask', () => {
  test('its frame', async () => {
    const answer = await send('POST', '/hall/call', own(await enterHall()), frameCall)
    expect(answer.status).toBe(200)
    expect(asked).toEqual(['hall.frame'])
  })

  test.each([
    ['another method', { method: 'ballot.questions', input: { sessionId: 's' } }],
    ['a change of the hall itself', { method: 'hall.set', input: { blank: true } }],
    ['the members', { method: 'roster.members', input: {} }],
    ['the drafts', { method: 'ballot.drafts', input: { sessionId: 's' } }],
    ['a frame with more to it', { method: 'hall.frame', input: { screen: 'hall', voteId: 'v' } }],
    ['nothing', null],
  ])('not %s', async (_, body) => {
    const answer = await send('POST', '/hall/call', own(await enterHall()), JSON.stringify(body))
    expect(answer.status).toBe(403)
    expect(asked).toEqual([])
  })

  test.each(['/call', '/cancel', '/again', '/events', '/', '/index.html', '/bridge.js', '/hall/x'])(
    'nothing of the desk under its address: %s',
    async (path) => {
      const cookie = await enterHall()
      for (const method of ['GET', 'POST']) {
        const answer = await send(
          method,
          path,
          { ...own(cookie) },
          method === 'POST' ? frameCall : undefined,
        )
        expect([403, 404]).toContain(answer.status)
      }
      expect(asked).toEqual([])
    },
  )

  test.each([
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/index.html',
    '/assets/..%5cindex.html',
    '/hall/../index.html',
    '/hall/..%2fcall',
    '//index.html',
  ])('nor by a detour: %s', async (path) => {
    const headers = own(await enterHall())
    for (const method of ['GET', 'POST'])
      expect([403, 404]).toContain((await send(method, path, headers)).status)
  })

  test('the hall’s cookie opens nothing at the desk, the desk’s nothing in the hall', async () => {
    const cookie = await enterHall()
    const { host, origin } = new URL(serving.origin)
    const headers = { host, cookie, origin, 'content-type': 'application/json' }
    const atDesk = await sendTo(serving, {
      method: 'POST',
      path: '/call',
      headers,
      body: frameCall,
    })
    expect(atDesk.status).toBe(401)
    expect((await send('POST', '/hall/call', own(desk), frameCall)).status).toBe(401)
    expect(asked).toEqual([])
  })

  test('no other site may ask in its name', async () => {
    const cookie = await enterHall()
    const foreign = { ...own(cookie), origin: serving.origin, 'sec-fetch-site': 'same-site' }
    expect((await send('POST', '/hall/call', foreign, frameCall)).status).toBe(403)
  })
})

test('it is told that something changed, never what', async () => {
  const cookie = await enterHall()
  const lines = await new Promise<string>((done, fail) => {
    const headers = { host: here(), ...own(cookie) }
    const sent = httpRequest(
      { hostname: '127.0.0.1', port, path: '/hall/events', headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
          if (text.includes('listening') && !text.includes('data:')) {
            echo.say({ type: 'progress', progress: { taskId: 'secret-task', done: 1, total: 2 } })
            echo.say({
              type: 'changed',
              changed: { topics: ['roster', 'ballot'], rev: 7, since: 0 },
            })
          }
          if (text.includes('data:')) {
            sent.destroy()
            done(text)
          }
        })
      },
    )
    sent.on('error', fail).end()
  })
  expect(lines.match(/data: .*/g)).toEqual(['data: {"rev":7}'])
})
