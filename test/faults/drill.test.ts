import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { clientOf, makePage } from '../../electron/loopback/server.testkit.ts'
import { value, withBody, withSitting } from '../builders/kernel.ts'
import { startHost, type Host } from '../e2e/lib/host.ts'

/*
 * The drill «swap to the spare machine»: two data folders, two hosts as people start them, a folder for the stick.
 * The first is killed; the second is started from what lies on the stick.
 */

const folder = mkdtempSync(join(tmpdir(), 'yixi-drill-'))
const page = makePage()
const running: Host[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((host) => host.stop()))
})
afterAll(() => {
  page.remove()
  rmSync(folder, { recursive: true, force: true })
})

const NOW = '2026-11-26T09:10:00+08:00'

const start = async (name: string, from?: string): Promise<{ host: Host; client: Client }> => {
  const dataDir = join(folder, name)
  const host = await startHost({
    dataDir,
    exportsDir: join(dataDir, 'out'),
    rendererDir: page.rendererDir,
    now: NOW,
    ...(from === undefined ? {} : { from }),
  })
  running.push(host)
  return { host, client: await clientOf(host) }
}

const kill = (host: Host): Promise<unknown> => {
  const gone = new Promise((done) => host.process.once('close', done))
  host.process.kill('SIGKILL')
  return gone
}

const saved = (client: Client): Promise<void> =>
  vi.waitFor(async () => expect(value(await client.safety.shadow({})).state).toBe('saved'), {
    timeout: 30_000,
    interval: 10,
  })

/** A sitting of 31 with two items, copies going to a stick. Gives the items. */
const sitting = async (client: Client, stick: string) => {
  mkdirSync(stick, { recursive: true })
  const members = await withBody({ client, at: () => undefined } as never)
  const { sessionId, sittingId } = await withSitting(
    { client, at: () => undefined } as never,
    members,
    3,
  )
  const items = []
  for (const title of ['关于批准本级决算的决议（草案）', '关于修改议事规则的决定（草案）'])
    items.push(value(await client.session.saveItem({ rev: 0, sessionId, kind: 'report', title })))
  value(await client.safety.setShadow({ taskId: 'set', folder: stick }))
  await saved(client)
  return { sessionId, sittingId, items }
}

const open = async (client: Client, itemId: string, sittingId: string) => {
  const question = value(await client.ballot.askItem({ itemId }))
  return value(
    await client.ballot.open({ questionId: question.id, sittingId, method: 'show-of-hands' }),
  )
}
const lock = async (client: Client, itemId: string, sittingId: string) => {
  const { id: voteId, rev } = await open(client, itemId, sittingId)
  return value(
    await client.ballot.lock({ voteId, rev, tally: { for: 26, against: 1, abstain: 1 } }),
  )
}

/** What a clerk sees of the sitting: every question with its rounds, what is half entered, and the place. */
const seen = async (client: Client, sessionId: string) => ({
  questions: value(await client.ballot.questions({ sessionId })),
  drafts: value(await client.ballot.drafts({ sessionId })),
  place: value(await client.safety.place({})),
  roll: value(await client.journal.verify({ taskId: 'v' })).broken,
})

test('the spare machine goes on at the same item, with the same totals half entered and the same result', async () => {
  const stick = join(folder, 'stick')
  const { host, client } = await start('first')
  const { sessionId, sittingId, items } = await sitting(client, stick)
  const began = performance.now()
  const locked = await lock(client, items[0]?.id ?? '', sittingId)
  const answered = performance.now()
  await saved(client)
  const safe = performance.now()
  const half = await open(client, items[1]?.id ?? '', sittingId)
  const draft = { totals: { for: 25, against: 2 } }
  value(await client.ballot.keepDraft({ voteId: half.id, draft }))
  const place = { name: 'ballot', sessionId, sittingId, itemId: items[1]?.id ?? '' }
  value(await client.safety.keepPlace({ place }))
  await saved(client)
  const before = await seen(client, sessionId)
  await kill(host)

  const failed = performance.now()
  const spare = await start('spare', stick)
  value(await spare.client.journal.signOn({ name: '备用机经办' }))
  const after = await seen(spare.client, sessionId)
  const again = performance.now()
  expect(after).toEqual(before)
  expect(after.place).toEqual(place)
  expect(after.drafts).toMatchObject([{ voteId: half.id, draft }])
  const rounds = after.questions.flatMap(({ votes }) => votes)
  expect(rounds.find(({ id }) => id === locked.id)).toEqual(locked)
  const went = value(
    await spare.client.ballot.lock({
      voteId: half.id,
      rev: half.rev,
      tally: { for: 25, against: 2, abstain: 1 },
    }),
  )
  expect(went.outcome?.verdict).toBe('passed')
  const [, told, signed] = value(await spare.client.journal.entries({}))
  expect([signed?.command, told?.command]).toEqual(['journal.signOn', 'safety.openCopy'])
  expect(value(await spare.client.journal.verify({ taskId: 'v' })).broken).toBeNull()
  expect(spare.host.said()).toMatch(/yixi-[0-9a-f]{8}-/)
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2)
  process.stdout.write(
    `drill: lock answered ${seconds(began, answered)} s, its copy checked on the stick ${seconds(answered, safe)} s later, ` +
      `spare machine at work ${seconds(failed, again)} s after the failure\n`,
  )
})

test('killed in the very moment of a lock, the stick holds a whole copy, and the first machine the result', async () => {
  for (let round = 0; round < 4; round += 1) {
    const stick = join(folder, `moment-stick-${round}`)
    const { host, client } = await start(`moment-${round}`)
    const { sessionId, sittingId, items } = await sitting(client, stick)
    const locked = await lock(client, items[0]?.id ?? '', sittingId)
    await new Promise((done) => setTimeout(done, round * 40))
    await kill(host)
    const spare = await start(`moment-spare-${round}`, stick)
    expect(value(await spare.client.journal.verify({ taskId: 'v' })).broken).toBeNull()
    const [question] = value(await spare.client.ballot.questions({ sessionId }))
    const state = question?.votes[0]?.state
    expect([undefined, 'open', 'locked']).toContain(state)
    const first = await start(`moment-${round}`)
    const [kept] = value(await first.client.ballot.questions({ sessionId }))
    expect(kept?.votes).toMatchObject([{ id: locked.id, state: 'locked' }])
    await Promise.all(running.splice(0).map((one) => one.stop()))
  }
})

test('the same start given twice throws nothing back, and what was here is kept', async () => {
  const stick = join(folder, 'twice-stick')
  const { host, client } = await start('twice-first')
  await sitting(client, stick)
  await kill(host)
  const old = await start('twice')
  value(await old.client.journal.signOn({ name: '旧数据' }))
  expect(await old.host.stop()).toBe(0)

  const one = await start('twice', stick)
  value(await one.client.journal.signOn({ name: '接着做的人' }))
  expect(one.host.said()).toContain('replaced')
  expect(await one.host.stop()).toBe(0)
  const two = await start('twice', stick)
  expect(two.host.said()).not.toContain('replaced')
  expect(value(await two.client.journal.operators({}))).toContain('接着做的人')
  const names = readdirSync(join(folder, 'twice'))
  expect(names.filter((name) => /^yixi\.replaced-.*\.db$/.test(name))).toHaveLength(1)
})
