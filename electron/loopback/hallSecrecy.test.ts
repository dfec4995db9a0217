import { request } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Frame } from '../../shared/contract/hall.ts'
import type { VoteMethod } from '../../shared/contract/ballot.ts'
import {
  inventedName,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../test/builders/kernel.ts'
import { enterBy, sendTo } from './server.testkit.ts'
import { serve, type Serving } from './server.ts'

// Everything that crosses to a hall page, byte by byte, while a secret vote of known people is entered.

const COUNT = 31
const names = Array.from({ length: COUNT }, (_, n) => inventedName(n))

let own: TestKernel
let serving: Serving
let folder = ''
let members: string[] = []
let sitting = { sessionId: '', sittingId: '' }
let cookie = ''
/** All that crossed, in order. */
let crossed: string[] = []
let hangUp = (): void => undefined

const here = () => `localhost:${new URL(serving.origin).port}`

const listen = () =>
  new Promise<void>((done) => {
    const { port } = new URL(serving.origin)
    const headers = { host: here(), cookie, origin: `http://${here()}` }
    const sent = request(
      { hostname: '127.0.0.1', port, path: '/hall/events', headers },
      (answer) => {
        answer.on('error', () => undefined)
        answer.setEncoding('utf8').on('data', (text: string) => {
          crossed.push(text)
          done()
        })
      },
    )
    sent.on('error', () => undefined).end()
    hangUp = () => sent.destroy()
  })

const askFrame = async (screen: 'hall' | 'podium'): Promise<Frame> => {
  const answer = await sendTo(serving, {
    method: 'POST',
    path: '/hall/call',
    headers: {
      host: here(),
      cookie,
      origin: `http://${here()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ method: 'hall.frame', input: { screen } }),
  })
  crossed.push(JSON.stringify(answer.headers), answer.body)
  return (JSON.parse(answer.body) as { value: Frame }).value
}
const both = async () => ({ hall: await askFrame('hall'), podium: await askFrame('podium') })

beforeEach(async () => {
  crossed = []
  own = testKernel()
  members = await withBody(own, { count: COUNT })
  sitting = await withSitting(own, members, 2)
  folder = mkdtempSync(join(tmpdir(), 'yixi-hall-'))
  writeFileSync(join(folder, 'index.html'), '<html><head></head></html>')
  writeFileSync(join(folder, 'hall.html'), '<html><head></head></html>')
  serving = await serve({
    kernel: own.kernel,
    rendererDir: folder,
    log: () => undefined,
    now: Date.now,
    locale: 'zh-CN',
  })
  const desk = await enterBy(serving)
  const head = { host: new URL(serving.origin).host, cookie: desk }
  const sent = await sendTo(serving, { method: 'GET', path: '/hall', headers: head })
  const { pathname, search } = new URL(sent.headers.location ?? '')
  const path = pathname + search
  const shown = await sendTo(serving, { method: 'GET', path, headers: { host: here() } })
  cookie = shown.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  await listen()
})
afterEach(async () => {
  hangUp()
  await serving.close()
  rmSync(folder, { recursive: true })
  await own.dispose()
})

const opened = async (method: VoteMethod, title = '关于批准预算调整方案的决议') => {
  const { sessionId, sittingId } = sitting
  const item = value(
    await own.client.session.saveItem({ rev: 0, sessionId, kind: 'bill', title: '预算调整方案' }),
  )
  const question = value(
    await own.client.ballot.ask({ itemId: item.id, kind: 'bill', title, method }),
  )
  return value(await own.client.ballot.open({ questionId: question.id, sittingId }))
}

/** Whatever names a person, stands for one, or tells how a side stands. */
const nothingOfAnyone = (ids: readonly string[]) => {
  const all = crossed.join('\n')
  for (const name of names) expect(all).not.toContain(name)
  for (const id of ids) expect(all).not.toContain(`"${id}"`)
  expect(all).not.toMatch(/memberId|totals|voteId|"for"|"against"|"abstain"|赞成|反对|弃权/u)
}

it.each<VoteMethod>(['device', 'secret-paper'])(
  'a secret vote by %s: no name, no id, no running split, at every key of the draft',
  async (method) => {
    const speaking = value(
      await own.client.speech.add({ sittingId: sitting.sittingId, memberId: members[7] ?? '' }),
    )
    value(await own.client.speech.start({ id: speaking.id }))
    const vote = await opened(method)
    crossed = []
    // Seventeen, four and three are found nowhere else in the sitting.
    for (const totals of [
      { for: 17 },
      { for: 17, against: 4 },
      { for: 17, against: 4, abstain: 3 },
      { for: 1, against: 4, abstain: 3, notPressed: 5 },
    ]) {
      value(await own.client.ballot.keepDraft({ voteId: vote.id, draft: { totals } }))
      const { hall, podium } = await both()
      expect(hall.scene).toBe('voting')
      expect(podium).toMatchObject({ scene: 'podium', speech: null })
      // Sums on the way, seen one after the other, would tell the sides apart: only the whole is one.
      const whole = 'abstain' in totals && !('notPressed' in totals) && method === 'device'
      expect(hall).toMatchObject({
        pressed: whole ? { label: '已按', count: 24, of: 29 } : null,
      })
    }
    value(
      await own.client.attendance.depart({
        sittingId: sitting.sittingId,
        memberId: members[9] ?? '',
      }),
    )
    value(
      await own.client.attendance.arrive({
        sittingId: sitting.sittingId,
        memberId: members[9] ?? '',
      }),
    )
    await both()
    nothingOfAnyone([...members, vote.id, speaking.id])
    expect(crossed.join('\n')).not.toMatch(/:[34][,}]/u)
  },
)

it('whatever the desk puts on the screen meanwhile names nobody either', async () => {
  const { sittingId } = sitting
  const speaking = value(await own.client.speech.add({ sittingId, memberId: members[7] ?? '' }))
  value(await own.client.speech.start({ id: speaking.id }))
  value(await own.client.hall.set({ frozen: true }))
  expect((await askFrame('hall')).scene).toBe('speech')
  const vote = await opened('device')
  crossed = []
  // The picture that stood still had a name on it.
  expect((await askFrame('hall')).scene).toBe('blank')
  value(await own.client.hall.set({ frozen: false }))
  for (const change of [
    { back: 1 },
    { back: 99 },
    { shown: { scene: 'attendance' as const } },
    { shown: { scene: 'welcome' as const } },
    {
      shown: {
        scene: 'item' as const,
        itemId: value(await own.client.ballot.question({ id: vote.questionId })).itemId,
      },
    },
    { shown: { scene: 'question' as const, questionId: vote.questionId } },
    { shown: { scene: 'result' as const, questionId: vote.questionId } },
    { blank: true },
  ]) {
    value(await own.client.hall.set(change))
    await both()
  }
  nothingOfAnyone([...members, vote.id, vote.questionId, speaking.id])
})

it('the test would see a name: an open vote lets the speaker’s through', async () => {
  const { sittingId } = sitting
  const speaking = value(await own.client.speech.add({ sittingId, memberId: members[7] ?? '' }))
  value(await own.client.speech.start({ id: speaking.id }))
  await opened('show-of-hands')
  crossed = []
  expect((await both()).podium).toMatchObject({
    speech: { name: expect.stringMatching(names.join('|')) as string },
  })
  expect(() => nothingOfAnyone(members)).toThrow()
})

it('what the page hears of a change is a number', async () => {
  const vote = await opened('device')
  crossed = []
  const draft = { totals: { for: 17, against: 4, abstain: 3 } }
  value(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))
  await expect.poll(() => crossed.length).toBeGreaterThan(0)
  const lines = crossed
    .join('')
    .split('\n')
    .filter((line) => line !== '')
  for (const line of lines) expect(line).toMatch(/^data: \{"rev":\d+\}$/)
})
