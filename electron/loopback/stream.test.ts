import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { KernelEvent } from '../../shared/contract/index.ts'
import { echoKernel, enterBy, makePage, sendTo, startHost } from './server.testkit.ts'

const changed = (rev: number): KernelEvent => ({
  type: 'changed',
  changed: { topics: ['ballot'], rev, since: 0 },
})

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const listenTo = async (origin: string, cookie: string) => {
  const answer = await fetch(`${origin}/events`, { headers: { cookie } })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('no body')
  let text = ''
  /** Reads on until the text is there; gives all that came. */
  const until = async (part: string): Promise<string> => {
    while (!text.includes(part)) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`ended after ${JSON.stringify(text)}`)
      text += value
    }
    return text
  }
  return { answer, reader, until }
}

const startAll = async () => {
  const echo = echoKernel()
  const page = makePage()
  cleanups.push(page.remove)
  const serving = await startHost(echo.kernel, page.rendererDir)
  cleanups.push(serving.close)
  return { echo, serving, cookie: await enterBy(serving) }
}

test('the stream speaks at once, then says what the kernel says, to every listener', async () => {
  const { echo, serving, cookie } = await startAll()
  const one = await listenTo(serving.origin, cookie)
  const two = await listenTo(serving.origin, cookie)
  expect(one.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  await one.until(': listening\n\n')
  await two.until(': listening\n\n')
  echo.say(changed(1))
  echo.say({ type: 'progress', progress: { taskId: 't', done: 1, total: 2 } })
  for (const { until } of [one, two]) {
    const text = await until('"progress"')
    const events = [...text.matchAll(/^data: (.*)$/gm)].map(
      (line) => JSON.parse(line[1] ?? '') as KernelEvent,
    )
    expect(events[0]).toEqual(changed(1))
    await until('"total":2}}\n\n')
  }
})

test('a listener that leaves is forgotten, the others go on', async () => {
  const { echo, serving, cookie } = await startAll()
  const gone = await listenTo(serving.origin, cookie)
  const stays = await listenTo(serving.origin, cookie)
  await gone.until('listening')
  await gone.reader.cancel()
  echo.say(changed(2))
  expect(await stays.until('"rev":2')).toContain('"ballot"')
})

test('closing ends the streams, lets a running call finish and takes no more', async () => {
  const { echo, serving, cookie } = await startAll()
  const stream = await listenTo(serving.origin, cookie)
  await stream.until('listening')
  const headers = { cookie, origin: serving.origin, 'content-type': 'application/json' }
  const call = { method: 'POST', path: '/call', headers, body: '{"method":"test.hold"}' }
  const running = sendTo(serving, call)
  while (echo.held.release === undefined) await new Promise(setImmediate)
  const closing = serving.close()
  await expect(stream.until('never said')).rejects.toThrow('ended')
  expect(echo.listeners.size).toBe(0)
  await expect(sendTo(serving, call)).rejects.toThrow('ECONNREFUSED')
  echo.held.release()
  expect(JSON.parse((await running).body)).toMatchObject({ ok: true })
  await closing
})

test('closing does not wait for a connection a browser opened ahead of any request', async () => {
  const { serving } = await startAll()
  const ahead = connect(Number(new URL(serving.origin).port), '127.0.0.1')
  await once(ahead, 'connect')
  await sendTo(serving, { method: 'GET', path: '/' })
  const cut = once(ahead, 'close')
  await serving.close()
  await cut
})
