import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../hosting/policy.ts'
import { bodyLimit } from './body.ts'
import { withBridge } from './files.ts'
import { controlHeader, type Serving } from './server.ts'
import { echoKernel, enterBy, makePage, sendTo, startHost, type Sent } from './server.testkit.ts'

const page = makePage()
const logged: string[] = []
const echo = echoKernel()
let serving: Serving
let cookie: string

const start = () => startHost(echo.kernel, page.rendererDir, logged)

const send = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Sent> =>
  sendTo(serving, { method, path, headers, ...(body === undefined ? {} : { body }) })

const own = (more: Record<string, string> = {}) => ({
  cookie,
  origin: serving.origin,
  'content-type': 'application/json',
  ...more,
})

beforeAll(async () => {
  serving = await start()
  cookie = await enterBy(serving)
})

afterAll(async () => {
  await serving.close()
  page.remove()
})

describe('coming in', () => {
  test('listens on this machine alone, on an address with a token', () => {
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  })

  test('the token gives a strict cookie and leads to the page', async () => {
    const other = await start()
    const answer = await sendTo(other, {
      method: 'GET',
      path: other.url.slice(other.origin.length),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    await other.close()
  })

  test('a used token is dead, a wrong one too, and neither gives a cookie', async () => {
    for (const path of [serving.url.slice(serving.origin.length), '/?token=', '/?token=x']) {
      const answer = await send('GET', path, { cookie })
      expect(answer.status).toBe(401)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  test('without the cookie there is neither page, call, nor stream', async () => {
    const headers = { origin: serving.origin, 'content-type': 'application/json' }
    expect((await send('GET', '/')).status).toBe(401)
    expect((await send('GET', '/bridge.js')).status).toBe(401)
    expect((await send('GET', '/events')).status).toBe(401)
    expect((await send('POST', '/call', headers, '{"method":"a.b"}')).status).toBe(401)
    expect((await send('POST', '/cancel', headers, '{"taskId":"t"}')).status).toBe(401)
    expect(echo.cancelled).toEqual([])
  })

  test('a cookie of another host on this machine does not fit', async () => {
    const other = await start()
    const otherCookie = await enterBy(other)
    expect(otherCookie).toMatch(/^yixi_\d+=[\w-]{43}$/)
    expect((await send('GET', '/', { cookie: otherCookie })).status).toBe(401)
    await other.close()
  })

  test('a second start gets a fresh address with the key, and only with it', async () => {
    expect((await send('POST', '/again')).status).toBe(403)
    expect((await send('POST', '/again', { [controlHeader]: 'wrong' })).status).toBe(403)
    const asPage = { [controlHeader]: 'key', origin: serving.origin }
    expect((await send('POST', '/again', asPage)).status).toBe(403)
    const answer = await send('POST', '/again', { [controlHeader]: 'key' })
    const { url } = JSON.parse(answer.body) as { url: string }
    expect(await enterBy(serving, url)).toBe(cookie)
  })
})

describe('who may ask', () => {
  test('a foreign Host is refused, cookie or not', async () => {
    const { port } = new URL(serving.origin)
    for (const host of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1']) {
      expect((await send('GET', '/', { cookie, host })).status).toBe(403)
      expect((await send('POST', '/call', own({ host }), '{"method":"a.b"}')).status).toBe(403)
      expect((await send('GET', '/?token=x', { host })).status).toBe(403)
    }
  })

  test('a foreign, null or missing Origin cannot call', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      serving.origin.replace('127.0.0.1', 'localhost'),
    ]) {
      expect((await send('POST', '/call', own({ origin }), '{"method":"a.b"}')).status).toBe(403)
    }
    const headers = { cookie, 'content-type': 'application/json' }
    expect((await send('POST', '/call', headers, '{"method":"a.b"}')).status).toBe(403)
  })

  test('nothing is allowed to other sites', async () => {
    const preflight = await send(
      'OPTIONS',
      '/call',
      own({ 'access-control-request-method': 'POST' }),
    )
    expect(preflight.status).toBe(405)
    const answer = await send('POST', '/call', own(), '{"method":"a.b"}')
    for (const { headers } of [preflight, answer]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('the page', () => {
  test('comes with the policy, and the bridge before its own scripts', async () => {
    const answer = await send('GET', '/', { cookie })
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy)
    expect(answer.body).toContain('<head><script src="/bridge.js"></script><script src="./a.js">')
    expect(() => withBridge('<p>')).toThrow('head')
  })

  test('its files come with their media type and the same policy', async () => {
    const answer = await send('GET', '/assets/a.js?v=1', { cookie })
    expect(answer.body).toBe('run()')
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect((await send('GET', '/bridge.js', { cookie })).body).toContain('yixi:offline')
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/assets',
    '/assets/',
    '/nothing.js',
    '/index.html/x',
  ])('%s gives nothing', async (path) => {
    const answer = await send('GET', path, { cookie })
    expect(answer.status).toBe(404)
    expect(answer.body).toBe('')
  })
})

describe('calling', () => {
  test('the kernel gets method and input and its answer comes back', async () => {
    const answer = await send('POST', '/call', own(), '{"method":"body.get","input":{"名":1}}')
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { method: 'body.get', input: { 名: 1 } },
    })
  })

  test.each([
    ['{"method":', 'application/json', 400],
    ['{"method":7}', 'application/json', 400],
    ['[]', 'application/json', 400],
    ['{"method":"a.b"}', 'text/plain', 415],
  ])('%s as %s is refused as data', async (body, type, status) => {
    const answer = await send('POST', '/call', own({ 'content-type': type }), body)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'invalid' } })
  })

  test('an oversize body is refused with its sentence, announced or not', async () => {
    const body = Buffer.alloc(bodyLimit + 1, 0x20)
    for (const more of [
      { 'content-length': String(body.length) },
      { 'transfer-encoding': 'chunked' },
    ]) {
      const answer = await send('POST', '/call', own(more), body)
      expect(answer.status).toBe(413)
      expect(JSON.parse(answer.body)).toMatchObject({
        error: { message: { key: 'hosting.tooLarge' } },
      })
    }
  })

  test('an error inside stays in the log', async () => {
    const answer = await send('POST', '/call', own(), '{"method":"test.throw"}')
    expect(answer.status).toBe(500)
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'internal' } })
    expect(logged.join()).toContain('secret detail')
  })

  test('cancelling reaches the kernel', async () => {
    expect((await send('POST', '/cancel', own(), '{"taskId":"t1"}')).status).toBe(204)
    expect(echo.cancelled).toContain('t1')
    expect((await send('POST', '/cancel', own(), '{}')).status).toBe(400)
  })

  test('other ways in do not exist', async () => {
    expect((await send('POST', '/other', own(), '{}')).status).toBe(404)
    expect((await send('PUT', '/call', own(), '{}')).status).toBe(405)
    expect((await send('GET', '/call', { cookie })).status).toBe(404)
  })

  test('a client that leaves in the middle of its body does no harm', async () => {
    const { port } = new URL(serving.origin)
    const socket = connect(Number(port), '127.0.0.1')
    const head = Object.entries(own({ 'content-length': '100', host: `127.0.0.1:${port}` }))
    socket.write(
      `POST /call HTTP/1.1\r\n${head.map((pair) => pair.join(': ')).join('\r\n')}\r\n\r\n{`,
    )
    await new Promise<void>((done) => socket.end(done))
    expect((await send('POST', '/call', own(), '{"method":"a.b"}')).status).toBe(200)
  })
})
