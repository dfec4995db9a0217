import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber } from '../../../test/builders/chamber.ts'

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
  value(await own.client.journal.signOn({ name: '经办人' }))
})
afterEach(() => own.dispose())

const reading = (text: string, mapping?: object) =>
  own.client.ballot.readTotals({
    fileName: 'result.csv',
    base64: Buffer.from(text).toString('base64'),
    ...(mapping ? { mapping: mapping as { for: number; against: number; abstain: number } } : {}),
  })
const read = async (...facts: Parameters<typeof reading>) => value(await reading(...facts))

const four = { for: 25, against: 1, abstain: 2, notPressed: 3 }

describe('totals of a voting system', () => {
  it.each([
    ['a header with a row', '赞成,反对,弃权,未按\n25,1,2,3'],
    ['other words, other order', '议题\t弃权票\t同意票\t不同意票\t未表决\n条例\t2\t25\t1\t3'],
    ['a total row below others', '组别,赞成,反对,弃权,未按\n一组,10,1,0,1\n合计,25,1,2,3'],
    ['one figure a line', '赞成,25\n反对,1\n弃权,2\n未按,3'],
    ['a title line above', '表决结果\n赞成,反对,弃权,未按\n25票,1票,2票,3人'],
    ['a sentence', '赞成25票，反对1票，弃权2票，未按3人。'],
    ['words and numbers with blanks', '赞成 25 反对 1 弃权 2 未按 3'],
    ['bare numbers', '25 1 2 3'],
    ['full-width digits', '赞成,反对,弃权,未按\n２５,１,２,３'],
    ['English', 'Yes,No,Abstain,Not voted\n25,1,2,3'],
  ])('are read from %s', async (_what, text) => {
    expect(await read(text)).toMatchObject({ tally: four, message: null })
  })

  it('may leave out those who pressed nothing', async () => {
    expect((await read('赞成,反对,弃权\n25,1,2')).tally).toEqual({
      for: 25,
      against: 1,
      abstain: 2,
    })
  })

  it('name the cell that cannot be read', async () => {
    const { tally, message } = await read('赞成,反对,弃权\n25,约一票,2')
    expect([tally, message]).toEqual([
      null,
      { key: 'ballot.chamber.cellNotCount', params: { cell: 'B2', text: '约一' } },
    ])
    const turned = await read('赞成,25\n反对,\n弃权,2')
    expect(turned.message).toEqual({ key: 'ballot.chamber.cellEmpty', params: { cell: 'B2' } })
  })

  it('take the columns said once for the next file', async () => {
    const text = '项目,甲,乙,丙\n条例,25,1,2'
    expect((await read(text)).message?.key).toBe('ballot.chamber.totalsUnmapped')
    const mapping = { for: 1, against: 2, abstain: 3 }
    const mapped = await read(text, mapping)
    expect(mapped.tally).toEqual({ for: 25, against: 1, abstain: 2 })
    value(await own.client.ballot.saveMapping({ mapping }))
    expect((await read('项目,甲,乙,丙\n另一条例,20,5,3')).tally).toEqual({
      ...{ for: 20, against: 5, abstain: 3 },
    })
  })

  it('are those of the line chosen, where a sheet has several', async () => {
    const text = '组别,赞成,反对,弃权\n一组,10,1,0\n二组,15,0,2'
    const columns = { for: 1, against: 2, abstain: 3 }
    expect((await read(text, { ...columns, row: 0 })).tally).toMatchObject({ for: 10, against: 1 })
    expect((await read(text, columns)).tally).toMatchObject({ for: 15, against: 0 })
  })

  it('are not looked for in a list of who voted how', async () => {
    const list = Array.from({ length: 41 }, (_, n) => `座位${n},赞成`).join('\n')
    const { rows, tally, message } = await read(list)
    expect([rows, tally]).toEqual([[], null])
    expect(message).toEqual({
      key: 'ballot.chamber.totalsTooLong',
      params: { count: 41, most: 40 },
    })
  })

  it.each([
    ['marks under each side', '姓名,赞成,反对,弃权', ['甲,√,,', '乙,,√,', '丙,√,,', '丁,,,√']],
    ['ones and noughts', '座位,赞成,反对,弃权,未按', ['1,1,0,0,0', '2,0,1,0,0', '3,1,0,0,0']],
    ['a word in each row', '座位,结果', ['1号,赞成', '2号,反对', '3号,赞成', '4号,赞成']],
  ])('nor handed on from a short list: %s', async (_what, header, list) => {
    const { rows, header: heads, tally, message } = await read([header, ...list].join('\n'))
    expect([rows, heads, tally]).toEqual([[], [], null])
    expect(message).toEqual({
      key: 'ballot.chamber.totalsByMember',
      params: { count: list.length },
    })
  })

  it('of one person each are no such list, however few', async () => {
    const text = '人选,赞成,反对,弃权\n甲,25,0,0\n乙,0,25,0\n丙,25,0,0\n丁,24,1,0'
    expect((await read(text)).tally).toEqual({ for: 24, against: 1, abstain: 0 })
  })

  it('are refused in words where the file is no sheet', async () => {
    expect(chamber(own).key(await reading('\u0000\u0001\u0002'))).toMatch(/^import\./)
  })
})
