import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import { say } from '../../shared/locales/say.ts'
import { testKernel, value, withBody, type TestKernel } from '../../test/builders/kernel.ts'
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
