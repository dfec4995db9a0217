import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act, ActKind, NominatorKind } from '../../../shared/contract/appointment.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(() => own.dispose())

type Row = { act: ActKind; verb: string; personName: string; post: string }
const row = (verb: string, personName: string, post: string, act: ActKind = 'appoint'): Row => ({
  act,
  verb,
  personName,
  post,
})

/** A list as it comes: posts of five nominators mixed. */
const mixed = [
  row('决定任命', '沈知远', '临江市财政局局长'),
  row('任命', '何清', '临江市中级人民法院审判员'),
  row('任命', '顾南', '临江市人民检察院检察员'),
  row('任命', '孟秋白', '临江市监察委员会委员'),
  row('任命', '陆知秋', '临江市人民代表大会常务委员会财政经济工作委员会主任'),
  row('免去', '何清', '临江市中级人民法院立案庭副庭长', 'remove'),
  row('决定免去', '卢景明', '临江市审计局局长', 'remove'),
]

const nominate = async (nominator: string, nominatorKind: NominatorKind): Promise<string> => {
  const facts = { rev: 0, itemId: place.itemId, receivedOn: '2026-11-10', nominator, nominatorKind }
  return value(await own.client.appointment.saveNomination(facts)).id
}
const nominations = async () => value(await own.client.appointment.nominations(place))
const listed = async () =>
  (await nominations()).map(({ nominator, acts }) => [
    nominator,
    acts.map(({ personName }) => personName),
  ])
const codes = async () =>
  value(await own.client.appointment.findings(place)).map(({ code }) => code)
const head = async (personName: string, postName: string) =>
  value(await own.client.ledger.saveTenure({ rev: 0, personName, postName, fromOn: '2022-01-10' }))

describe('a list of five organs', () => {
  it('is looked at and added each under who may propose it, named where the ledger knows', async () => {
    await head('顾长风', '临江市人民政府市长')
    await head('石立', '临江市中级人民法院院长')
    const chosen = await nominate('市长顾长风', 'government-head')
    const checked = value(
      await own.client.appointment.checkDraft({ nominationId: chosen, acts: mixed }),
    )
    const named = checked.places.map(
      ({ key }) => checked.offers.find((offer) => offer.key === key)?.nominator,
    )
    expect(named).toEqual([
      '市长顾长风',
      '市中级人民法院院长石立',
      '市人民检察院检察长',
      '市监察委员会主任',
      '主任会议',
      '市中级人民法院院长石立',
      '市长顾长风',
    ])
    expect(checked.places[0]).toEqual({ key: chosen, lawful: [chosen], guessed: false })
    expect(checked.findings.filter(({ code }) => code === 'nominator')).toEqual([])
    const added = value(
      await own.client.appointment.addNominations({ nominationId: chosen, acts: mixed }),
    )
    expect(added.map(({ receivedOn }) => receivedOn)).toEqual(Array(5).fill('2026-11-10'))
    expect(await listed()).toEqual([
      ['市长顾长风', ['沈知远', '卢景明']],
      ['市中级人民法院院长石立', ['何清', '何清']],
      ['市人民检察院检察长', ['顾南']],
      ['市监察委员会主任', ['孟秋白']],
      ['主任会议', ['陆知秋']],
    ])
    expect(await codes()).not.toContain('nominator')
  })

  it('uses the nominations the item has, and another of the same list makes none anew', async () => {
    const court = await nominate('市中级人民法院', 'court-president')
    const chosen = await nominate('市长', 'government-head')
    const list = { nominationId: chosen, acts: mixed }
    value(await own.client.appointment.addNominations(list))
    value(await own.client.appointment.addNominations(list))
    const all = await nominations()
    expect(all).toHaveLength(5)
    expect(all.find(({ id }) => id === court)?.acts).toHaveLength(4)
  })

  it('puts a row where it was put by hand, and says what the law says of that', async () => {
    const chosen = await nominate('市长', 'government-head')
    const by = {
      nominationId: chosen,
      nominator: '市长',
      nominatorKind: 'government-head' as const,
    }
    const rows = mixed.map((one, index) => (index === 1 ? { ...one, place: by } : one))
    const list = { nominationId: chosen, acts: rows }
    const checked = value(await own.client.appointment.checkDraft(list))
    expect(checked.places[1]?.key).toBe(chosen)
    const wrong = checked.findings.filter(({ code }) => code === 'nominator')
    expect(wrong.map(({ actIds, severity }) => [actIds, severity])).toEqual([
      [['draft.1'], 'block'],
    ])
    value(await own.client.appointment.addNominations(list))
    expect((await listed())[0]).toEqual(['市长', ['沈知远', '何清', '卢景明']])
  })

  it('is written whole or not at all', async () => {
    const chosen = await nominate('市长', 'government-head')
    const acts = [...mixed, row('任命', '×××', '临江市人民检察院检察员')]
    const answer = await own.client.appointment.addNominations({ nominationId: chosen, acts })
    expect(Object.keys(refusal(answer).fields ?? {})).toEqual(['acts.7.personName'])
    expect(await listed()).toEqual([['市长', []]])
  })
})

describe('a list of one nominator', () => {
  it('stays under the one chosen, and so does what the law names nobody for', async () => {
    const chosen = await nominate('市中级人民法院院长', 'court-president')
    const acts = [
      mixed[1] as Row,
      row('任命', '顾南', '临江市青少年宫主任'),
      row('撤销', '邵正平', '临江市中级人民法院审判员', 'dismiss'),
    ]
    const added = value(await own.client.appointment.addNominations({ nominationId: chosen, acts }))
    expect(added.map(({ id }) => id)).toEqual([chosen])
  })

  it('takes what ends with another act where that goes', async () => {
    const chosen = await nominate('市长', 'government-head')
    const acts = [
      row('相应终止', '何清', '临江市中级人民法院审判委员会委员', 'end'),
      row('免去', '何清', '临江市中级人民法院审判员', 'remove'),
    ]
    const [added] = value(
      await own.client.appointment.addNominations({ nominationId: chosen, acts }),
    )
    expect([added?.nominatorKind, added?.acts.length]).toEqual(['court-president', 2])
  })
})

describe('acts under the wrong nomination', () => {
  const wrongly = async (...rows: Row[]): Promise<Act[]> => {
    const nominationId = await nominate('市长', 'government-head')
    return value(await own.client.appointment.addActs({ nominationId, acts: rows })).acts
  }

  it('go to another, made where it is missing, with what ends with them', async () => {
    const [judge, bureau, end] = await wrongly(
      mixed[1] as Row,
      mixed[0] as Row,
      row('相应终止', '何清', '临江市中级人民法院审判委员会委员', 'end'),
    )
    if (!judge || !bureau || !end) throw new Error('three acts expected')
    expect(await codes()).toContain('nominator')
    const offered = value(await own.client.appointment.nominators({ actId: judge.id }))
    const to = offered.offers.find(({ key }) => key === offered.lawful[0])
    if (!to) throw new Error('offer expected')
    expect(offered.lawful).toHaveLength(1)
    const { key: _, ...target } = to
    const acts = [{ id: judge.id, rev: judge.rev }]
    value(await own.client.appointment.regroupActs({ acts, place: target }))
    expect(await listed()).toEqual([
      ['市长', ['沈知远']],
      ['市中级人民法院院长', ['何清', '何清']],
    ])
    expect((await nominations()).map((one) => one.acts.map(({ position }) => position))).toEqual([
      [1],
      [1, 2],
    ])
    expect(await codes()).not.toContain('nominator')
    const after = value(await own.client.appointment.nominators({ actId: judge.id }))
    const court = after.offers.filter(({ nominatorKind }) => nominatorKind === 'court-president')
    expect(court.map(({ nominationId }) => nominationId)).toEqual(after.lawful)
  })

  it('stay once they are asked, and where somebody else changed them', async () => {
    const [judge, bureau] = await wrongly(mixed[1] as Row, mixed[0] as Row)
    if (!judge || !bureau) throw new Error('two acts expected')
    const asked = { itemId: place.itemId, actIds: [bureau.id], manner: 'individually' as const }
    value(await own.client.ballot.askActs({ ...asked, goPast: '台账正在补录' }))
    const to = { nominationId: null, nominator: '主任会议', nominatorKind: 'council' as const }
    const both = [judge, bureau].map(({ id, rev }) => ({ id, rev }))
    const answer = await own.client.appointment.regroupActs({ acts: both, place: to })
    expect(room.key(answer)).toBe('appointment.alreadyAsked')
    const stale = [{ id: judge.id, rev: judge.rev + 1 }]
    expect((await own.client.appointment.regroupActs({ acts: stale, place: to })).ok).toBe(false)
    expect(await listed()).toEqual([['市长', ['何清', '沈知远']]])
  })
})
