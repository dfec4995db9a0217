import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, test } from 'vitest'
import { startHost } from '../../test/e2e/lib/host.ts'
import { clientOf, makePage } from './server.testkit.ts'

// The host as people start it: a process of its own on a data folder of its own.

const folder = mkdtempSync(join(tmpdir(), 'yixi-serve-'))
const page = makePage()
afterAll(() => {
  page.remove()
  rmSync(folder, { recursive: true, force: true })
})

const { rendererDir } = page
const at = (name: string) => ({
  dataDir: join(folder, name),
  exportsDir: join(folder, name, 'out'),
  rendererDir,
})

const runServe = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'serve.ts'), ...args], {
    encoding: 'utf8',
    timeout: 15_000,
  })

describe('a run of the host', () => {
  test('serves the kernel and ends in order when its stdin closes', async () => {
    const host = await startHost(at('one'))
    const client = await clientOf(host)
    expect(await client.journal.signOn({ name: '周文书' })).toMatchObject({ ok: true })
    expect(existsSync(join(folder, 'one', 'yixi.lock'))).toBe(true)
    expect(await host.stop()).toBe(0)
    const left = readdirSync(join(folder, 'one'))
    expect(left).toContain('yixi.db')
    expect(left).not.toContain('yixi.lock')
    expect(left).not.toContain('yixi.db-wal')
    expect(readdirSync(join(folder, 'one', 'backups'))).toHaveLength(1)
    expect(host.said()).toBe('')
  })

  test.runIf(process.platform !== 'win32')('ends in order on a signal', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const host = await startHost(at(signal))
      const code = new Promise((done) => host.process.once('close', done))
      host.process.kill(signal)
      expect(await code).toBe(0)
      expect(existsSync(join(folder, signal, 'yixi.lock'))).toBe(false)
    }
  })

  test('killed, it leaves a lock that the next run takes over', async () => {
    const first = await startHost(at('killed'))
    const client = await clientOf(first)
    await client.journal.signOn({ name: '周文书' })
    const gone = new Promise((done) => first.process.once('close', done))
    first.process.kill('SIGKILL')
    await gone
    expect(existsSync(join(folder, 'killed', 'yixi.lock'))).toBe(true)
    const second = await startHost(at('killed'))
    expect(await (await clientOf(second)).journal.operators({})).toEqual({
      ok: true,
      value: ['周文书'],
    })
    expect(await second.stop()).toBe(0)
  })

  test('started twice, the second gives a fresh address of the first and ends', async () => {
    const first = await startHost(at('twice'))
    const { dataDir } = at('twice')
    const { status, stdout } = runServe('--data', dataDir, '--renderer', rendererDir)
    expect(status).toBe(0)
    const { url } = JSON.parse(stdout) as { url: string }
    expect(new URL(url).origin).toBe(new URL(first.url).origin)
    expect(url).not.toBe(first.url)
    expect(await (await clientOf({ url })).journal.place({})).toMatchObject({ ok: true })
    expect(await first.stop()).toBe(0)
  })

  test('its clock stands still where a test asks for it', async () => {
    const host = await startHost({ ...at('clock'), now: '2026-03-04T09:00:00+08:00' })
    const client = await clientOf(host)
    await client.journal.signOn({ name: '周文书' })
    const backup = await client.journal.backup({ taskId: 'b' })
    expect(backup).toMatchObject({ value: { at: Date.parse('2026-03-04T01:00:00Z') } })
    await host.stop()
  })

  test('fills a new folder with the example, and only a new one', async () => {
    const first = await startHost({ ...at('demo'), demo: true })
    const sessions = await (await clientOf(first)).session.list({})
    expect(sessions).toMatchObject({ ok: true, value: [{ state: 'open' }, { state: 'closed' }] })
    await first.stop()
    const second = await startHost({ ...at('demo'), demo: true })
    expect(await (await clientOf(second)).session.list({})).toEqual(sessions)
    await second.stop()
  })

  test('papers go into the folder for exports, and the page learns which', async () => {
    const host = await startHost({ ...at('papers'), demo: true })
    const client = await clientOf(host)
    await client.journal.signOn({ name: '周文书' })
    const sessions = await client.session.list({})
    const sessionId = (sessions.ok && sessions.value[0]?.id) || 'none'
    const answer = await client.papers.export({
      taskId: 'e',
      sessionId,
      papers: ['agenda'],
      format: 'docx',
    })
    const { exportsDir } = at('papers')
    expect(answer).toMatchObject({ ok: true, value: { folder: exportsDir, cancelled: false } })
    expect(readdirSync(exportsDir)).toHaveLength(1)
    await host.stop()
  })
})

describe('what it refuses to start on', () => {
  test.each([
    [[], /--data/],
    [['--data', join(folder, 'x'), '--port', '70000'], /--port/],
    [['--data', join(folder, 'x'), '--surprise'], /surprise/],
    [['--data', join(folder, 'x'), '--renderer', join(folder, 'nothing')], /nothing/],
  ])('%o ends with 2', (args, says) => {
    const { status, stdout, stderr } = runServe(...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
    expect(stdout).toBe('')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  test('a port that is taken', async () => {
    const host = await startHost(at('port'))
    const { port } = new URL(host.url)
    const other = join(folder, 'port-two')
    const { status, stderr } = runServe('--data', other, '--renderer', rendererDir, '--port', port)
    expect(status).toBe(1)
    expect(stderr).not.toBe('')
    expect(existsSync(join(other, 'yixi.lock'))).toBe(false)
    await host.stop()
  })

  test('a broken data file, with its sentence and the place', () => {
    const dataDir = join(folder, 'broken')
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'yixi.db'), 'rubbish'.repeat(2000))
    const { status, stderr } = runServe('--data', dataDir, '--renderer', rendererDir)
    expect(status).toBe(1)
    expect(stderr).toContain(dataDir)
    expect(readdirSync(dataDir).some((name) => name.includes('broken'))).toBe(true)
  })
})
