import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../shared/contract/errors.ts'
import { say } from '../../../shared/locales/say.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { doubles, type Doubles } from '../../../test/builders/doubles.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
let two: Doubles
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
  two = doubles(own)
})
afterEach(() => own.dispose())

const name = '江一帆'
const bureau = '临江市财政局局长'
const deputy = '临江市财政局副局长'
const judge = '临江市中级人民法院审判员'

const course = async (personId: string) =>
  value(await own.client.ledger.person({ personId })).tenures.map(
    ({ postName, fromOn, toOn, endReason }) => [postName, fromOn, toOn, endReason],
  )
/** Everything in the file but the journal, and how long that is. */
const whole = (): unknown => {
  const db = new Database(own.file, { readonly: true })
  const tables = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all()
  const rows = tables.map(({ name: table }) => [table, db.prepare(`SELECT * FROM ${table}`).all()])
  db.close()
  return rows
}
/** The sentence, whose blanks are all filled. */
const inWords = (message: Message | undefined): string => {
  const text = message ? say('zh-CN', message) : ''
  expect(text).not.toMatch(/\{\{|ledger\./u)
  return text
}
/** Refused in the words the preview has for it, and the file is as it was. */
const refusedAs = async (staysId: string, goesId: string): Promise<string> => {
  const before = whole()
  const [shown] = (await two.preview(staysId, goesId)).obstacles
  const { code, message } = refusal(await two.uniting(staysId, goesId))
  expect([code, message]).toEqual(['rule', shown])
  expect(whole()).toEqual(before)
  expect(value(await own.client.journal.backups({}))).toEqual([])
  return inWords(message)
}
const pass = async (actId: string) => {
  const [question] = await room.askActs(place, [actId], 'individually', '材料会后补齐')
  if (!question) throw new Error('question expected')
  return room.decided(place, question)
}
describe('two entries become one', () => {
  it('takes over what only the other says, and all that refers to it', async () => {
    const [stays, goes] = await two.entries(name)
    await two.seat(goes, name, { startsOn: '2022-01-10', endsAt: '2023-05-06' })
    await two.hold(stays, name, { postName: bureau, fromOn: '2024-03-04' })
    await two.hold(goes, name, { postName: deputy, fromOn: '2019-01-20', toOn: '2022-01-09' })
    two.say(stays, { sex: 'male' })
    two.say(goes, { birth: '1971-05', nationality: '回族', deputy: 1, note: '从表格录入' })
    const shown = await two.preview(stays, goes)
    expect(shown.facts.map(({ field, state }) => [field, state])).toEqual([
      ['name', 'same'],
      ['sex', 'stays'],
      ['birth', 'goes'],
      ['nationality', 'goes'],
      ['deputy', 'goes'],
    ])
    expect(shown.moves).toEqual([
      { what: 'seats', count: 1 },
      { what: 'tenures', count: 1 },
    ])
    expect(shown.obstacles).toEqual([])
    expect(await two.unite(stays, goes)).toMatchObject({ id: stays, name })
    expect(two.entry(goes)).toBeUndefined()
    expect(two.entry(stays)).toMatchObject({
      ...{ sex: 'male', birth: '1971-05', nationality: '回族', deputy: 1, note: '从表格录入' },
    })
    expect((await course(stays)).map(([post, from]) => [post, from])).toEqual([
      [deputy, '2019-01-20'],
      ['临江市人民代表大会常务委员会委员', '2022-01-10'],
      [bureau, '2024-03-04'],
    ])
  })

  it('says on the record who was united with whom, and keeps a backup with both', async () => {
    const [stays, goes] = await two.entries(name)
    const held = await two.hold(goes, name, { postName: deputy, fromOn: '2019-01-20' })
    two.say(goes, { birth: '1971-05' })
    const { backup } = await two.unite(stays, goes)
    const [entry] = value(await own.client.journal.entries({}))
    expect(entry?.command).toBe('ledger.unitePersons')
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({
      name,
      backup,
      stays: { id: stays, name, birth: null },
      goes: { id: goes, name, birth: '1971-05' },
      facts: { birth: '1971-05' },
      moved: { tenures: [held.id], seats: [], acts: [], forms: [] },
    })
    const [kept] = value(await own.client.journal.backups({}))
    expect(kept).toMatchObject({ fileName: backup, why: 'unite' })
    const copy = new Database(`${own.folder}/backups/${backup}`, { readonly: true })
    const bearers = copy.prepare('SELECT id FROM person WHERE name = ? ORDER BY id').all(name)
    copy.close()
    expect(bearers).toHaveLength(2)
    expect(value(await own.client.journal.verify({ taskId: 'v' })).broken).toBeNull()
  })

  it('lets what differs be chosen, and takes a day of birth for its month', async () => {
    const [stays, goes] = await two.entries(name)
    two.say(stays, { sex: 'male', birth: '1971-05', nationality: '汉族' })
    two.say(goes, { sex: 'female', birth: '1971-05-12', nationality: '回族' })
    const states = (await two.preview(stays, goes)).facts.map(({ state }) => state)
    expect(states).toEqual(['same', 'differs', 'goes', 'differs', 'same'])
    const { message, fields } = refusal(await two.uniting(stays, goes, { sex: 'stays' }))
    expect(inWords(message)).toContain('逐项选定')
    expect(Object.keys(fields ?? {})).toEqual(['chosen.nationality'])
    await two.unite(stays, goes, { sex: 'stays', nationality: 'goes' })
    expect(two.entry(stays)).toMatchObject({
      ...{ sex: 'male', birth: '1971-05-12', nationality: '回族' },
    })
  })

  it('refuses what has changed since it was looked at', async () => {
    const [stays, goes] = await two.entries(name)
    const { token } = await two.preview(stays, goes)
    await two.hold(goes, name, { postName: deputy, fromOn: '2019-01-20' })
    const asked = { taskId: 'u', staysId: stays, goesId: goes, token, chosen: {} }
    const { code, message } = refusal(await own.client.ledger.unitePersons(asked))
    expect([code, inWords(message)]).toEqual([
      'conflict',
      '核对之后，其中一条记录有了变化。请重新核对再合并。',
    ])
  })

  it('leaves nothing half done where something unknown refers to the one that goes', async () => {
    const [stays, goes] = await two.entries(name)
    await two.hold(goes, name, { postName: deputy, fromOn: '2019-01-20' })
    const db = new Database(own.file)
    db.exec('CREATE TABLE later (personId TEXT REFERENCES person (id))')
    db.prepare('INSERT INTO later VALUES (?)').run(goes)
    db.close()
    const before = whole()
    expect(refusal(await two.uniting(stays, goes)).code).toBe('internal')
    expect(whole()).toEqual(before)
  })
})

describe('the ledger of one person', () => {
  it('joins a tenure entered twice, with what was said of either', async () => {
    const [stays, goes] = await two.entries(name)
    const facts = { postName: bureau, fromOn: '2024-03-04' }
    const first = await two.hold(stays, name, { ...facts, note: '据任职表' })
    const second = await two.hold(goes, name, { ...facts, note: '据名单' })
    const { id, rev } = second
    value(await own.client.ledger.review({ id, rev, on: '2025-06-07' }))
    expect((await two.preview(stays, goes)).joined).toEqual([
      { postName: bureau, span: '2024-03-04—…' },
    ])
    await two.unite(stays, goes)
    const { tenures } = value(await own.client.ledger.person({ personId: stays }))
    expect(tenures).toMatchObject([
      { id: first.id, note: '据任职表\n据名单', reviewedOn: '2025-06-07' },
    ])
  })

  it.each(['stays', 'goes'] as const)(
    'takes a tenure by hand and the vote of its day for one, the vote on the one that %s',
    async (voted) => {
      const [stays, goes] = await two.entries(name)
      const [actId = ''] = await room.acts(place, [{ personName: name, post: judge, verb: '任命' }])
      await two.tie(place, actId, voted === 'stays' ? stays : goes)
      await pass(actId)
      const other = voted === 'stays' ? goes : stays
      await two.hold(other, name, { postName: judge, fromOn: '2026-11-26', note: '据名单' })
      await two.unite(stays, goes)
      const { tenures } = value(await own.client.ledger.person({ personId: stays }))
      expect(tenures).toMatchObject([{ postName: judge, byActId: actId, note: '据名单' }])
    },
  )

  it('lets the vote on the one end what the other holds, and shows that before', async () => {
    const [stays, goes] = await two.entries(name)
    await two.hold(stays, name, { postName: judge, fromOn: '2019-01-20' })
    const line = { act: 'remove' as const, verb: '免去', personName: name, post: judge }
    const [actId = ''] = await room.acts(place, [line])
    await two.tie(place, actId, goes)
    await pass(actId)
    expect(await course(stays)).toEqual([[judge, '2019-01-20', null, null]])
    expect((await two.preview(stays, goes)).changed).toEqual([
      { postName: judge, was: '2019-01-20—…', is: '2019-01-20—2026-11-26' },
    ])
    await two.unite(stays, goes)
    expect(await course(stays)).toEqual([[judge, '2019-01-20', '2026-11-26', 'removed']])
  })
})

describe('what cannot be one person', () => {
  it('is no change by an act where both tenures were entered by hand', async () => {
    const [stays, goes] = await two.entries(name)
    await two.hold(stays, name, { postName: bureau, fromOn: '2019-01-20' })
    await two.hold(goes, name, { postName: bureau, fromOn: '2021-05-06' })
    const { changed, obstacles } = await two.preview(stays, goes)
    expect(changed).toEqual([])
    expect(obstacles).toHaveLength(1)
  })

  it('one post held twice over the same days', async () => {
    const [stays, goes] = await two.entries(name)
    await two.hold(stays, name, { postName: bureau, fromOn: '2019-01-20' })
    await two.hold(goes, name, { postName: bureau, fromOn: '2021-05-06' })
    expect(await refusedAs(stays, goes)).toBe(
      `${name}的两条记录任职重叠：“${bureau}”（2019年1月20日至今）与“${bureau}”（2021年5月6日至今）。一个人不能同时两次担任同一职务。` +
        '请先把手工录入或导入的那一段改正起止日期，或者删除，再合并。',
    )
  })

  it.each([
    ['one of which has no beginning', { fromOn: null }, { fromOn: '2021-05-06' }],
    ['one of which is acting', { fromOn: '2019-01-20', acting: true }, { fromOn: '2021-05-06' }],
    ['with another end', { fromOn: '2019-01-20' }, { fromOn: '2019-01-20', toOn: '2024-05-06' }],
  ])('one post held twice, %s', async (_which, one, other) => {
    const [stays, goes] = await two.entries(name)
    await two.hold(stays, name, { postName: bureau, ...one })
    await two.hold(goes, name, { postName: bureau, ...other })
    expect(await refusedAs(stays, goes)).toContain('任职重叠')
  })

  it('two members of the committee at the same time', async () => {
    const [stays, goes] = await two.entries(name)
    await two.seat(stays, name, { startsOn: '2022-01-10' })
    await two.seat(goes, name, { startsOn: '2024-02-03' })
    expect(await refusedAs(stays, goes)).toContain(
      '常委会组成人员：临江市人民代表大会常务委员会委员（2022年1月10日至2030年1月2日）、临江市人民代表大会常务委员会委员（2024年2月3日至2030年1月2日）',
    )
  })

  it('two who were counted in one vote, whatever the roster says of them since', async () => {
    const [stays, goes] = await two.entries(name)
    const first = await two.seat(stays, name, { startsOn: '2022-01-10' })
    const second = await two.seat(goes, name, { startsOn: '2022-01-10' })
    const { sittingId } = place
    value(await own.client.attendance.callRoll({ sittingId, exceptions: [] }))
    await room.decided(place, await room.ask(place))
    await two.reseat(first, { endsAt: '2023-05-06' })
    await two.reseat(second, { startsOn: '2024-01-10' })
    expect(await refusedAs(stays, goes)).toContain('第9届第20次会议上')
  })

  it('two who stand for one post in one session', async () => {
    const [stays, goes] = await two.entries(name)
    const line = { personName: name, post: judge, verb: '任命' }
    const [one = '', other = ''] = await room.acts(place, [line, { ...line }])
    await two.tie(place, one, stays)
    await two.tie(place, other, goes)
    expect(await refusedAs(stays, goes)).toContain(`各有一项“任命”${judge}`)
  })

  it('one on whom a vote is being taken', async () => {
    const [stays, goes] = await two.entries(name)
    const [actId = ''] = await room.acts(place, [{ personName: name, post: judge }])
    await two.tie(place, actId, goes)
    const [question] = await room.askActs(place, [actId], 'individually', '材料会后补齐')
    if (!question) throw new Error('question expected')
    await room.open(place, question, 'device')
    expect(await refusedAs(stays, goes)).toContain('正在表决')
  })

  it('an entry and itself', async () => {
    const [stays] = await two.entries(name)
    const asked = { staysId: stays, goesId: stays }
    expect(inWords(refusal(await own.client.ledger.unitePreview(asked)).message)).toContain(
      '同一条记录',
    )
  })
})

it('offers those of the same name first, and last those born at another time', async () => {
  const [stays, goes] = await two.entries(name)
  const [third] = await two.entries(name, 1)
  const [near] = await two.entries('江一凡', 1)
  two.say(stays, { birth: '1971-05' })
  two.say(goes, { birth: '1982-11' })
  await two.hold(third ?? '', name, { postName: deputy, fromOn: '2019-01-20', toOn: '2020-01-20' })
  const asked = { personId: stays }
  const found = value(await own.client.ledger.peopleLike(asked))
  expect(found.map(({ id, contradicts }) => [id, contradicts])).toEqual([
    [third, false],
    [goes, true],
  ])
  expect(found[0]).toMatchObject({ posts: [deputy], holds: false })
  const typed = value(await own.client.ledger.peopleLike({ ...asked, text: 'jyf' }))
  expect(typed.map(({ id }) => id)).toEqual([third, goes, near])
})
