import { unzipSync, strFromU8 } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuse } from '../../../shared/contract/errors.ts'
import type { PaperName } from '../../../shared/contract/papers.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { available } from './hand-over.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall

beforeEach(async () => {
  own = testKernel('2026-11-26T10:00:00')
  steps = aftermath(own)
  place = await steps.hall(29)
})
afterEach(() => own.dispose())

const previews = async (paper: PaperName) =>
  value(await own.client.papers.preview({ sessionId: place.sessionId, paper })).previews
const said = async (paper: PaperName): Promise<string> =>
  (await previews(paper)).map(({ text }) => text).join('\n')
const makeAll = async (format: 'docx' | 'text' = 'docx') => {
  own.saved.length = 0
  const taskId = 'all'
  return value(await own.client.papers.makeAll({ taskId, sessionId: place.sessionId, format }))
}

const bureau = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
const school = { verb: '决定任命', personName: '于安邦', post: '临江市教育局局长' }
const procurator = {
  act: 'act-as' as const,
  verb: '决定代理',
  personName: '蒋志安',
  post: '临江市人民检察院检察长',
}

describe('votes on two days', () => {
  beforeEach(async () => {
    const [first, second] = await steps.proposed(place, 'mayor', [bureau, school])
    const [third] = await steps.proposed(place, 'council', [procurator])
    if (!first || !second || !third) throw new Error('not asked')
    await steps.decided(place, first)
    own.at('2026-11-27T09:00:00')
    await steps.decided(place, second)
    await steps.decided(place, third)
  })

  it.each(['list', 'announcement', 'certificates', 'duties', 'oaths'] as const)(
    'make %s of each day, told apart by their names',
    async (paper) => {
      const made = await previews(paper)
      expect(made.map(({ fileName }) => /（(.+)）$/u.exec(fileName)?.[1])).toEqual([
        '2026年11月26日',
        '2026年11月27日',
      ])
      expect(made.map(({ text }) => text.includes('方明远'))).toEqual([true, false])
      expect(made.map(({ text }) => text.includes('于安邦'))).toEqual([false, true])
    },
  )

  it('count a series on, the government’s own report taking none of its numbers', async () => {
    const { sessionId } = place
    const { value: none, rev } = value(await own.client.papers.outgoing({ sessionId }))
    const numbers = { ...none, filing: 3, announcement: 7, certificate: 12 }
    value(await own.client.papers.saveOutgoing({ sessionId, value: numbers, rev }))
    expect((await said('filings')).match(/〔2026〕.+号/gu)).toEqual([
      '〔2026〕　号',
      '〔2026〕　号',
      '〔2026〕3号',
      '〔2026〕4号',
    ])
    expect((await said('announcement')).match(/第\d+号/gu)).toEqual(['第7号', '第8号'])
    expect((await said('certificates')).match(/〔2026〕\d+号/gu)).toEqual([
      '〔2026〕12号',
      '〔2026〕13号',
    ])
  })
})

it('leaves what was done for somebody whose result was put right out of the spreadsheet', async () => {
  const [first, second] = await steps.proposed(place, 'mayor', [bureau, school])
  if (!first || !second) throw new Error('not asked')
  await steps.decided(place, first)
  await steps.decided(place, second)
  const { formalities } = await steps.after(place)
  const given = formalities.filter(({ kind, toWhom }) => kind !== 'notice' && toWhom === '于安邦')
  expect(given.map(({ kind }) => kind)).toEqual(['certificate', 'oath'])
  const changes = given.map(({ id, rev }) => ({ id, rev }))
  value(await own.client.formality.settle({ changes, state: 'done', doneOn: '2026-11-26' }))
  expect(await said('acts-sheet')).toContain('于安邦')
  await steps.corrected(second, false)
  expect((await steps.after(place)).formalities.map(({ doubt }) => doubt)).toContain('void')
  const sheet = await said('acts-sheet')
  expect(sheet).toContain('方明远')
  expect(sheet).not.toContain('于安邦')
})

it('算例 52 检察长辞职 → 决定写明报请批准和备案；代表辞职报上一级备案；院内职务不报人代会', async () => {
  const leaving = (personName: string, post: string) => ({
    act: 'accept-resignation' as const,
    verb: '接受',
    personName,
    post,
  })
  const held = { rev: 0, personName: '蒋志安', postName: '临江市人民检察院检察长' }
  value(await own.client.ledger.saveTenure({ ...held, fromOn: '2022-01-20' }))
  const asked = await steps.proposed(place, 'self', [
    leaving('蒋志安', '临江市人民检察院检察长'),
    leaving('方明远', '临江市中级人民法院审判员'),
    leaving('于安邦', '江源省人民代表大会代表'),
  ])
  for (const question of asked) await steps.decided(place, question)
  const [chief, judge, deputy] = (await previews('decisions')).map(({ text }) => text)
  expect(chief).toContain('批准，并报临江市人民代表大会备案。')
  expect(judge).toMatch(/审判员职务的请求。$/mu)
  expect(deputy).toContain('职务的请求，报上一级人民代表大会常务委员会备案、公告。')
  expect((await said('filings')).match(/.+：(?=\n)/gu)).toContain(
    '＿＿＿＿人民代表大会常务委员会：',
  )
  expect(await said('acts-sheet')).toContain('辞职待批准')
})

describe('in a rehearsal', () => {
  beforeEach(async () => {
    value(await own.client.safety.startRehearsal({ taskId: 'r' }))
    const [first] = await steps.proposed(place, 'mayor', [bureau])
    if (first) await steps.decided(place, first)
  })

  it('every file says so, the spreadsheet on its sheets', async () => {
    const { files } = await makeAll()
    for (const name of files) expect(name).toMatch(/^\d\d 【演练】/u)
    for (const { name, bytes } of own.saved) {
      const parts = unzipSync(bytes)
      const words = Object.keys(parts)
        .filter((part) => /header\d*\.xml|sharedStrings\.xml|sheet\d+\.xml/u.test(part))
        .map((part) => strFromU8(parts[part] ?? new Uint8Array()))
      expect([name, words.join('').includes('演练')]).toEqual([name, true])
    }
  })

  it('every text says so in its first line', async () => {
    await makeAll('text')
    const decoder = new TextDecoder()
    for (const { bytes } of own.saved) expect(decoder.decode(bytes).split('\n')[0]).toBe('【演练】')
  })
})

it('takes a fault for no reason to leave a paper out', () => {
  expect(available(() => refuse('papers.oath.none'))).toEqual([])
  for (const fault of ['papers.result.empty', 'papers.oath.text.old'])
    expect(() => available(() => refuse(fault))).toThrow(fault)
})
