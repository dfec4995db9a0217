import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'
import { createPorts } from '../../ports.ts'
import { failureOf } from '../dispatch.ts'
import { createKernel, PATIENCE } from '../kernel.ts'

let own: TestKernel
beforeEach(() => {
  own = testKernel()
})
afterEach(() => own.dispose())

const backup = () => own.client.journal.backup({ taskId: 'b' })

describe('a backup', () => {
  it('just made is never the one that goes, though the clock was put back', async () => {
    await withBody(own, { count: 1 })
    for (const hour of ['10', '11', '12']) {
      own.at(`2026-11-26T${hour}:00:00`)
      value(await backup())
    }
    own.at('2026-11-26T09:00:00')
    const made = value(await backup())
    expect(existsSync(join(own.folder, 'backups', made.fileName))).toBe(true)
  })

  it('that cannot be written is refused in words and leaves no half file', async () => {
    await withBody(own, { count: 1 })
    const folder = join(own.folder, 'backups')
    writeFileSync(folder, 'a file where the folder should be')
    expect(refusal(await backup())).toMatchObject({
      code: 'readonly',
      message: { key: 'store.backupFailed', params: { folder } },
    })
    expect(readdirSync(own.folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('of a newer program is refused and nothing is replaced', async () => {
    await withBody(own, { count: 2 })
    const { fileName } = value(await backup())
    const newer = new Database(join(own.folder, 'backups', fileName))
    newer.pragma('user_version = 9990')
    newer.close()
    expect(refusal(await own.client.journal.restore({ taskId: 'r', fileName })).code).toBe(
      'from_future',
    )
    expect(value(await own.client.roster.members({})).length).toBe(2)
  })

  it('is put back only under a name: before anyone signed on nothing is replaced', async () => {
    await withBody(own, { count: 1 })
    const { fileName } = value(await backup())
    await own.kernel.close()
    own.reopen()
    const before = readdirSync(own.folder).length
    expect(refusal(await own.client.journal.restore({ taskId: 'r', fileName })).code).toBe(
      'no_operator',
    )
    expect(readdirSync(own.folder).length).toBe(before)
  })

  it('is put back once nobody reads a sheet any more, and the reading does not fail for it', async () => {
    await withBody(own, { count: 1 })
    const { fileName } = value(await backup())
    const base64 = Buffer.from('姓名,职务,任职日期\n沈知远,委员,2022-01-10\n').toString('base64')
    const reading = own.client.roster.readSheet({ fileName: '名册.csv', base64 })
    const restoring = () => own.client.journal.restore({ taskId: 'r', fileName })
    expect(refusal(await restoring()).code).toBe('busy')
    expect(value(await reading).counts).toMatchObject({ new: 1, error: 0 })
    value(await restoring())
  })
})

describe('closing', () => {
  it('without room for the closing backup loses nothing and says so in the log', async () => {
    await withBody(own, { count: 2 })
    writeFileSync(join(own.folder, 'backups'), 'a file where the folder should be')
    await own.kernel.close()
    expect(own.log.map((line) => line.what)).toContain('closing backup')
    rmSync(join(own.folder, 'backups'))
    own.reopen()
    expect(value(await own.client.roster.members({})).length).toBe(2)
  })

  it('does not wait for ever for a task that waits on people', async () => {
    const members = await withBody(own, { count: 29 })
    const { sessionId } = await withSitting(own, members)
    await own.kernel.close()
    const ports = createPorts({ saveFiles: () => new Promise(() => undefined) })
    let ids = 0
    const kernel = createKernel({
      ...{ file: own.file, ports, now: Date.now },
      newId: () => `late-${(ids += 1)}`,
      log: () => undefined,
    })
    await kernel.call('journal.signOn', { name: '经办人' })
    void kernel.call('papers.export', {
      ...{ taskId: 'x', sessionId, papers: ['attendance'], format: 'text' },
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const closing = kernel.close()
      await vi.advanceTimersByTimeAsync(PATIENCE)
      await closing
    } finally {
      vi.useRealTimers()
    }
    own.reopen()
    expect(value(await own.client.roster.members({})).length).toBe(29)
  })
})

describe('what the system refuses', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EFBIG', 'disk_full'],
    ['EROFS', 'readonly'],
    ['EACCES', 'readonly'],
    ['EBUSY', 'busy'],
  ])('%s is told as %s', (code, told) => {
    expect(failureOf(Object.assign(new Error('x'), { code }), () => '')).toEqual({ code: told })
  })

  it('an I/O error of the file sends people to the disk', () => {
    const error = new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE')
    expect(failureOf(error, () => '')).toEqual({ code: 'readonly' })
  })
})

describe('a listener that fails', () => {
  it('does not make a command look refused, and the others hear of it', async () => {
    await withBody(own, { count: 1 })
    const heard: string[] = []
    own.kernel.on(() => {
      throw new Error('listener')
    })
    own.kernel.on((event) => heard.push(event.type))
    value(await own.client.journal.signOn({ name: '另一人' }))
    expect(heard).toEqual(['changed'])
  })
})
