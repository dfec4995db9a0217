import { readFileSync, readdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import { createClient } from '../../shared/contract/index.ts'
import { say } from '../../shared/locales/say.ts'
import { aftermath } from '../../test/builders/aftermath.ts'
import { testKernel, value, withBody, type TestKernel } from '../../test/builders/kernel.ts'
import { openData } from '../hosting/open.ts'
import { lockFile } from '../hosting/place.ts'
import { askData } from './data.ts'
import { asOfCommand } from './ledger.ts'

let own: TestKernel
beforeAll(async () => {
  own = testKernel()
  await withBody(own, { count: 2 })
  const { ledger } = own.client
  value(await ledger.addStarter({ fromOn: '2022-01-10' }))
  const tenure = { rev: 0, fromOn: '2021-03-04' }
  value(await ledger.saveTenure({ ...tenure, personName: '江一帆', postName: '临江市财政局局长' }))
  const acting = { ...tenure, acting: true, personName: '温若谷', postName: '临江市人民政府市长' }
  value(await ledger.saveTenure(acting))
  await own.kernel.close()
})
afterAll(() => own.dispose())

/** A chief procurator whose resignation the committee has accepted, and the one above not yet approved. */
const withPending = async (): Promise<TestKernel> => {
  const other = testKernel()
  const steps = aftermath(other)
  const place = await steps.hall(31)
  const chief = { personName: '王志文', postName: '临江市人民检察院检察长' }
  value(await other.client.ledger.saveTenure({ rev: 0, ...chief, fromOn: '2022-01-15' }))
  const resigns = { act: 'accept-resignation', verb: '接受', post: chief.postName } as const
  const { personName } = chief
  const [question] = await steps.proposed(place, 'self', [{ ...resigns, personName }])
  if (!question) throw new Error('not asked')
  await steps.decided(place, question)
  await other.kernel.close()
  return other
}

/** Runs the command in Chinese; what it refuses is told as its sentence. */
const asOf = async (more: Record<string, string | boolean>) => {
  const out: string[] = []
  const told: string[] = []
  const sentence = (message: Message): string => say('zh-CN', message)
  const values = { data: own.folder, date: '2026-11-26', ...more }
  try {
    await asOfCommand.run(
      { values, positionals: [] },
      {
        read: () => Promise.reject(new Error('nothing to read')),
        write: (text) => {
          out.push(text)
          return Promise.resolve()
        },
        tell: (message) => told.push(sentence(message)),
        sentence,
      },
    )
  } catch (error) {
    if (!(error instanceof Refusal) || !error.failure.message) throw error
    told.push(sentence(error.failure.message))
  }
  return { out: out.join(''), told: told.join('') }
}

describe('ledger as-of beside another program', () => {
  const files = () => readdirSync(own.folder).toSorted()
  const bytes = () => ['', '-wal', '.lock'].map((tail) => readFileSync(pathOf(tail)))
  const pathOf = (tail: string) => (tail === '.lock' ? lockFile(own.folder) : own.file + tail)
  const hold = async () => {
    const saveFiles = async () => ({ folder: null, cancelled: true })
    const opened = await openData({ dataDir: own.folder, saveFiles })
    if (!opened.ok) throw new Error('the folder is held already')
    return opened.data
  }

  it('answers from what the other has written last, and changes no byte', async () => {
    const data = await hold()
    try {
      const client = createClient(data.kernel)
      value(await client.journal.signOn({ name: '经办人' }))
      const facts = { rev: 0, personName: '阮清和', postName: '临江市审计局局长' }
      value(await client.ledger.saveTenure({ ...facts, fromOn: '2024-03-04' }))
      const before = { files: files(), bytes: bytes() }
      expect((await asOf({ organ: '审计局' })).out).toContain('临江市审计局局长  阮清和')
      expect((await asOf({ organ: '气象局' })).told).toBe('目录中没有名为“气象局”的机构。')
      expect({ files: files(), bytes: bytes() }).toEqual(before)
      const other = { ...facts, personName: '温若谷', postName: '临江市统计局局长' }
      value(await client.ledger.saveTenure({ ...other, fromOn: null }))
      expect((await asOf({ person: '温若谷' })).out).toContain('统计局')
    } finally {
      await data.close()
    }
    expect(files()).not.toContain('yixi.db-wal')
  })

  it('leaves the other’s log in the file where it closed meanwhile', async () => {
    const data = await hold()
    await askData({ values: { data: own.folder }, positionals: [] }, async (client) => {
      value(await client.ledger.catalogue({}))
      await data.close()
      expect(files()).toContain('yixi.db-wal')
    })
    expect(files()).not.toContain('yixi.db-wal')
    expect(files()).not.toContain('yixi.lock')
  })

  it('asks and does nothing else', async () => {
    const data = await hold()
    const call = { values: { data: own.folder }, positionals: [] }
    const reply = await askData(call, (client) => client.journal.signOn({ name: '经办人' }))
    expect(reply).toEqual({ ok: false, error: { code: 'busy' } })
    await data.close()
  })

  it('refuses a file the other still has in an older form, with a sentence', async () => {
    const data = await hold()
    const db = new Database(own.file)
    const version = Number(db.pragma('user_version', { simple: true }))
    db.pragma('user_version = 20')
    const { told } = await asOf({})
    expect(told).toContain('较早版本的议席')
    expect(db.pragma('user_version', { simple: true })).toBe(20)
    db.pragma(`user_version = ${version + 1}`)
    expect((await asOf({})).told).toContain('较新的议席')
    db.pragma(`user_version = ${version}`)
    db.close()
    await data.close()
  })
})

describe('ledger as-of', () => {
  it('tells who holds what in columns', async () => {
    const { out } = await asOf({ organ: '财政局' })
    expect(out.split('\n')).toEqual([
      '职务              姓名    任职日期    依据',
      '临江市财政局局长  江一帆  2021-03-04  手工录入',
      '',
    ])
  })

  it('narrows by person and by post, and says who acts', async () => {
    expect((await asOf({ person: '温 若谷' })).out).toContain('市长（代理）')
    expect((await asOf({ post: '市财政局局长' })).out).toContain('江一帆')
    expect((await asOf({ post: '副市长' })).told).toBe('2026-11-26没有符合的任职记录。')
  })

  it('says whose resignation awaits approval', async () => {
    const other = await withPending()
    const { out } = await asOf({ data: other.folder, person: '王志文' })
    expect(out).toContain('临江市人民检察院检察长  王志文（辞职待批准）  2022-01-15')
    await other.dispose()
  })

  it('gives the same as data', async () => {
    const { out } = await asOf({ person: '江一帆', json: true })
    expect(JSON.parse(out)).toMatchObject([
      { personName: '江一帆', fromOn: '2021-03-04', by: null },
    ])
  })

  it('answers for the day asked', async () => {
    expect((await asOf({ person: '江一帆', date: '2021年3月3日' })).told).toContain('2021-03-03')
  })

  it('refuses a day that does not exist and an organ nobody knows by name', async () => {
    expect((await asOf({ date: '2026-02-30' })).told).toContain('“2026-02-30”这一天不存在')
    expect((await asOf({ organ: '气象局' })).told).toBe('目录中没有名为“气象局”的机构。')
  })
})
