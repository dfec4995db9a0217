import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aftermath } from '../../../test/builders/aftermath.ts'
import { doubles } from '../../../test/builders/doubles.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { inventedName, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

// What papers made before do not say yet: results, acts tied anew, names.

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall
beforeEach(async () => {
  own = testKernel('2026-11-26T09:00:00')
  steps = aftermath(own)
  place = await steps.hall(31)
})
afterEach(() => own.dispose())

const judge = '临江市中级人民法院审判员'
const passes = async (by: 'president' | 'council', personName: string, post: string) => {
  const [question] = await steps.proposed(place, by, [{ personName, post }])
  if (!question) throw new Error('not asked')
  await steps.decided(place, question)
  return question
}
const make = async (): Promise<void> => {
  const { sessionId } = place
  value(await own.client.papers.makeAll({ taskId: 'all', sessionId, format: 'text' }))
}
const putRight = async () => (await steps.after(place)).putRight
const theAct = async () => {
  const [nomination] = value(await own.client.appointment.nominations(place))
  const act = nomination?.acts[0]
  if (!act) throw new Error('no act')
  return act
}

/** Two judges of one name known to the ledger; gives their ids. */
const namesakes = async (personName: string): Promise<string[]> => {
  const held = { rev: 0, personName, postName: '临江市中级人民法院立案庭副庭长' }
  const first = value(await own.client.ledger.saveTenure({ ...held, fromOn: '2021-04-05' }))
  const left = { endsAt: '2023-05-06', endReason: 'resignation' as const }
  const facts = { rev: 0, name: personName, kind: 'ordinary' as const, startsOn: '2022-01-10' }
  return [first.personId, value(await own.client.roster.saveMember({ ...facts, ...left })).personId]
}
const tie = async (personId: string): Promise<void> => {
  const { id, rev } = await theAct()
  value(await own.client.appointment.tieAct({ id, rev, personId }))
}

describe('a passed act tied anew', () => {
  it('to another person is named with its moment, of papers made before alone', async () => {
    const [first = '', second = ''] = await namesakes('高文康')
    await passes('president', '高文康', judge)
    await tie(first)
    await make()
    expect(await putRight()).toEqual([])
    own.at('2026-11-26T10:00:00')
    await tie(second)
    expect(await putRight()).toMatchObject([
      { at: '2026-11-26T10:00:00', what: 'person', act: `任命高文康为${judge}` },
    ])
  })

  it('to the same person again changes nothing; whom nobody had named before is no other', async () => {
    const [first = ''] = await namesakes('高文康')
    await passes('president', '高文康', judge)
    expect((await theAct()).personId).toBeNull()
    await make()
    own.at('2026-11-26T10:00:00')
    await tie(first)
    await tie(first)
    expect(await putRight()).toEqual([])
  })

  it('to another post is named, from the list and from the ledger', async () => {
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    await passes('president', '高文康', judge)
    const posts = value(await own.client.ledger.posts({ on: '2026-11-26' }))
    const other = posts.find(({ fullName }) => fullName.endsWith('检察院检察员'))
    await make()
    own.at('2026-11-26T10:00:00')
    const { id, rev } = await theAct()
    const ties = [{ position: 1, postId: other?.id ?? '' }]
    value(await own.client.appointment.tieAct({ id, rev, posts: ties }))
    const [tenure] = value(await own.client.ledger.asOf({ on: '2026-11-27', text: '高文康' }))
    own.at('2026-11-26T11:00:00')
    const again = { id: tenure?.id ?? '', rev: tenure?.rev ?? 0, postId: null }
    value(await own.client.ledger.tieTenure(again))
    expect(await putRight()).toMatchObject([
      { at: '2026-11-26T10:00:00', what: 'post', act: `任命高文康为${judge}` },
      { at: '2026-11-26T11:00:00', what: 'post', act: `任命高文康为${judge}` },
    ])
  })
})

describe('a name changed', () => {
  const rename = async (was: string, to: string): Promise<void> => {
    const { members } = value(await own.client.roster.membership({}))
    const member = members.find(({ name }) => name === was)
    if (!member) throw new Error('no member')
    const { id, rev, kind, startsOn } = member
    value(await own.client.roster.saveMember({ id, rev, kind, startsOn, name: to }))
  }
  const office = '临江市人民代表大会常务委员会法制工作委员会副主任'

  it('is named where an act that passed bears the old one', async () => {
    const was = inventedName(5)
    await passes('council', was, office)
    await make()
    own.at('2026-11-26T10:00:00')
    await rename(was, '阮知微')
    expect(await putRight()).toMatchObject([
      { at: '2026-11-26T10:00:00', what: 'name', was, now: '阮知微' },
    ])
  })

  it('of somebody the papers do not name, or saved as it was, is none of theirs', async () => {
    await passes('council', inventedName(5), office)
    await make()
    own.at('2026-11-26T10:00:00')
    await rename(inventedName(6), '阮知微')
    await rename(inventedName(5), inventedName(5))
    expect(await putRight()).toEqual([])
  })

  it('of who voted by name is named where the result sheet prints it', async () => {
    await passes('president', '高文康', judge)
    const question = await steps.ask(place)
    const { id: voteId, rev } = await steps.open(place, question, 'named')
    const named = place.members.map((memberId) => ({ memberId, choice: 'for' as const }))
    value(await own.client.ballot.lock({ voteId, rev, named }))
    await make()
    own.at('2026-11-26T10:00:00')
    await rename(inventedName(7), '阮知微')
    expect(await putRight()).toMatchObject([{ what: 'name', was: inventedName(7), now: '阮知微' }])
  })
})

describe('two entries made one person', () => {
  it('are named where a session passed acts on both, or an act bears the name that goes', async () => {
    const two = doubles(own)
    const [stays, goes] = await two.entries('江一帆')
    const posts = [judge, '临江市中级人民法院副院长']
    const ids = await steps.acts(
      place,
      posts.map((post) => ({ personName: '江一帆', post })),
    )
    for (const [at, id] of ids.entries()) await two.tie(place, id, at === 0 ? stays : goes)
    for (const question of await steps.askActs(place, ids, 'individually', '会前已核对'))
      await steps.decided(place, question)
    await make()
    own.at('2026-11-26T10:00:00')
    two.say(stays, { name: '江一凡' })
    await two.unite(stays, goes, { name: 'stays' })
    expect(await putRight()).toMatchObject([
      { what: 'name', was: '江一帆', now: '江一凡' },
      { what: 'person', act: `任命江一帆为${posts[1]}` },
    ])
  })

  it('of one name, with an act on one of them alone, change no paper', async () => {
    const two = doubles(own)
    const [stays, goes] = await two.entries('江一帆')
    const [id = ''] = await steps.acts(place, [{ personName: '江一帆', post: judge }])
    await two.tie(place, id, goes)
    for (const question of await steps.askActs(place, [id], 'individually', '会前已核对'))
      await steps.decided(place, question)
    await make()
    own.at('2026-11-26T10:00:00')
    await two.unite(stays, goes)
    expect(await putRight()).toEqual([])
  })
})

it('stands among results put right in order of time', async () => {
  const [first = '', second = ''] = await namesakes('高文康')
  const question = await passes('president', '高文康', judge)
  await tie(first)
  await make()
  own.at('2026-11-26T10:00:00')
  await tie(second)
  own.at('2026-11-26T10:30:00')
  await steps.corrected(question, false)
  expect((await putRight()).map(({ at, what }) => [at.slice(11, 16), what])).toEqual([
    ['10:00', 'person'],
    ['10:30', 'result'],
  ])
})

it('whoever saves papers again is told which were made before, and which of them something has overtaken', async () => {
  await own.dispose()
  const told: { name: string; overtaken: boolean }[][] = []
  own = testKernel('2026-11-26T09:00:00', (real) => ({
    ...real,
    saveFiles: (files, earlier = []) => {
      told.push([...earlier])
      return real.saveFiles(files, earlier)
    },
  }))
  steps = aftermath(own)
  place = await steps.hall(31)
  const question = await passes('president', '高文康', judge)
  await passes('president', '蒋志安', judge)
  own.at('2026-11-26T10:00:00')
  await make()
  await make()
  own.at('2026-11-26T11:00:00')
  await steps.corrected(question, false)
  own.at('2026-11-26T12:00:00')
  await make()
  const [first = [], second = [], third = []] = told
  expect(first).toEqual([])
  expect(second.map(({ name }) => name)).toContain(
    '04 关于高文康等2人任职的通知（临江市中级人民法院，2026年11月26日）.txt',
  )
  expect(second.some(({ overtaken }) => overtaken)).toBe(false)
  expect(third.map(({ name }) => name)).toEqual(second.map(({ name }) => name))
  expect(third.every(({ overtaken }) => overtaken)).toBe(true)
})
