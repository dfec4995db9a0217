import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Question } from '../../shared/contract/ballot.ts'
import { readActs } from '../../shared/acts/read.ts'
import { testKernel, value, type TestKernel } from '../builders/kernel.ts'
import { hourList, hourSize, prepareHour } from '../builders/personnel.ts'
import { bareText, openWorkshop, pagesOf, type Line, type Workshop } from './office.ts'

// Every paper of a session of thirty acts, made by one press and opened with LibreOffice.

let own: TestKernel
let workshop: Workshop
let pdfs: Record<string, string>

const decide = async (sittingId: string, { id, title }: Question): Promise<void> => {
  const { client } = own
  const vote = value(await client.ballot.open({ questionId: id, sittingId }))
  const against = title.includes('温以宁') ? 16 : 0
  const tally = { for: hourSize - against, against, abstain: 0 }
  value(await client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
}

beforeAll(async () => {
  own = testKernel('2026-11-26T09:00:00')
  const { client } = own
  const { sessionId, itemId, sittingId } = await prepareHour(client)
  const who = { nominator: '市长顾长风', nominatorKind: 'government-head' as const }
  const { id: nominationId } = value(
    await client.appointment.saveNomination({ rev: 0, itemId, ...who }),
  )
  const acts = readActs(hourList).acts.flatMap(({ persons, ...act }) =>
    persons.map((personName) => ({ ...act, personName })),
  )
  value(await client.appointment.addNominations({ nominationId, acts }))
  for (const { acts: listed } of value(await client.appointment.nominations({ sessionId }))) {
    const actIds = listed.map(({ id }) => id)
    const asked = { itemId, actIds, manner: 'individually' as const, goPast: '会前已核对' }
    for (const question of value(await client.ballot.askActs(asked)))
      await decide(sittingId, question)
  }
  value(await client.papers.makeAll({ taskId: 'all', sessionId, format: 'docx' }))
  workshop = openWorkshop()
  const files = own.saved.filter(({ name }) => name.endsWith('.docx'))
  pdfs = workshop.convert(
    Object.fromEntries(files.map(({ name, bytes }) => [name.slice(0, -5), bytes])),
  )
}, 120_000)

afterAll(async () => {
  workshop.close()
  await own.dispose()
})

const named = (part: string): string => {
  const found = Object.entries(pdfs).find(([name]) => name.includes(part))
  if (!found) throw new Error(`no ${part} among ${Object.keys(pdfs).join(', ')}`)
  return found[1]
}

it('fits thirty results on two sheets of paper', () => {
  expect(pagesOf(named('表决结果')).length).toBeLessThanOrEqual(2)
})

const words = (page: readonly Line[]): string =>
  page
    .map(({ text }) => text)
    .join('')
    .replace(/\s/gu, '')

it('makes every kind of paper that follows', () => {
  for (const part of ['任免名单', '公告', '通知', '任命书', '履职', '宣誓', '备案', '表决结果'])
    expect(named(part)).toMatch(/\.pdf$/u)
})

it('sets a certificate a page, and none for who failed', () => {
  const certified = readActs(hourList)
    .acts.filter(({ act }) => act === 'appoint')
    .flatMap(({ persons }) => persons)
    .filter((name) => name !== '温以宁')
  const pages = pagesOf(named('任命书')).map(words)
  expect(pages).toHaveLength(certified.length)
  for (const [at, name] of certified.entries())
    expect([at, pages.filter((page) => page.includes(name)).length]).toEqual([at, 1])
})

it('names on the printed list everyone who passed, once', () => {
  const list = bareText(named('任免名单'))
  for (const { persons } of readActs(hourList).acts)
    for (const name of persons)
      expect([name, list.split(name).length - 1]).toEqual([name, name === '温以宁' ? 0 : 1])
})
