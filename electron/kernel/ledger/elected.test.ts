import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

const post = '临江市人民检察院检察长'

let own: TestKernel
let place: Hall
let room: ReturnType<typeof chamber>
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(3)
  value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
})
afterEach(() => own.dispose())

const saving = (facts: object) =>
  own.client.ledger.saveTenure({
    rev: 0,
    personName: '温若谷',
    postName: post,
    fromOn: null,
    electedOn: '2026-01-15',
    ...facts,
  })
const heldOn = async (on: string) =>
  value(await own.client.ledger.asOf({ on, text: '检察长' }))
    .filter(({ postName }) => postName === post)
    .map(({ personName, acting }) => (acting ? `代 ${personName}` : personName))

describe('算例 51 检察长当选待批', () => {
  it('人代会选出后当选待批，不是任职；批准之日起任职', async () => {
    const elected = value(await saving({}))
    expect(elected).toMatchObject({ electedOn: '2026-01-15', fromOn: null, toOn: null })
    expect(await heldOn('2026-01-15')).toEqual([])
    expect(await heldOn('2026-11-26')).toEqual([])
    const { personId } = elected
    const known = value(await own.client.ledger.person({ personId })).tenures
    expect(known).toMatchObject([{ electedOn: '2026-01-15', fromOn: null }])
    const { id, rev } = elected
    value(await saving({ id, rev, fromOn: '2026-03-27' }))
    expect(await heldOn('2026-03-26')).toEqual([])
    expect(await heldOn('2026-03-27')).toEqual(['温若谷'])
  })

  it('批准以前代理照旧；批准之日代理转为正式任职', async () => {
    const acting = value(await saving({ acting: true, electedOn: null, fromOn: '2025-11-20' }))
    const { id, rev } = value(await saving({}))
    expect(await heldOn('2026-03-26')).toEqual(['代 温若谷'])
    expect(value(await own.client.ledger.person(acting)).tenures).toHaveLength(2)
    const end = { id: acting.id, rev: acting.rev, on: '2026-03-27' }
    value(await own.client.ledger.endTenure({ ...end, cause: 'became-full' }))
    const { personId } = value(await saving({ id, rev, fromOn: '2026-03-27' }))
    expect(await heldOn('2026-03-26')).toEqual(['代 温若谷'])
    expect(await heldOn('2026-03-27')).toEqual(['温若谷'])
    const { tenures } = value(await own.client.ledger.person({ personId }))
    expect(tenures.map(({ toOn }) => toOn)).toEqual(['2026-03-27', null])
  })

  it('待批的人不算在任：不能以检察长名义提请，辞职也没有职务可辞', async () => {
    value(await saving({}))
    const acts = [
      { act: 'accept-resignation' as const, verb: '接受', personName: '温若谷', post },
      {
        act: 'appoint' as const,
        verb: '任命',
        personName: '方明远',
        post: '临江市人民检察院检察员',
      },
    ]
    await room.acts(place, acts)
    const { sessionId } = place
    const findings = value(await own.client.appointment.findings({ sessionId }))
    expect(findings.map(({ code }) => code)).toContain('not-held')
    const nominations = value(await own.client.appointment.nominations({ sessionId }))
    const all = nominations.flatMap((nomination) => nomination.acts)
    const actId = all.find(({ act }) => act === 'appoint')?.id ?? ''
    const { offers } = value(await own.client.appointment.nominators({ actId }))
    expect(offers.map(({ nominator }) => nominator).join()).not.toContain('温若谷')
  })

  it('名单里补上任职日期，就是批准之日，不另添一段任期', async () => {
    const elected = value(await saving({}))
    const text = `姓名,职务,任职日期\n温若谷,${post},2026-03-27`
    const sheet = { fileName: '任职表.csv', base64: Buffer.from(text).toString('base64') }
    const { token } = value(await own.client.ledger.readTenureSheet(sheet))
    const done = value(await own.client.ledger.importTenureSheet({ ...sheet, token }))
    expect(done).toEqual({ added: 0, changed: 1, same: 0 })
    const { tenures } = value(await own.client.ledger.person(elected))
    expect(tenures).toMatchObject([{ electedOn: '2026-01-15', fromOn: '2026-03-27' }])
  })

  it('批准早于当选、代理、别的职务、将来的日期，都不接受', async () => {
    const refused = async (facts: object): Promise<string> => room.key(await saving(facts))
    expect(await refused({ fromOn: '2026-01-14' })).toBe('ledger.refused.approvedBeforeElected')
    expect(await refused({ acting: true })).toBe('ledger.refused.electedActing')
    const mayor = { postName: '临江市人民政府市长' }
    expect(await refused(mayor)).toBe('ledger.refused.electedOther')
    expect(await refused({ electedOn: '2026-11-27' })).toBe('ledger.refused.electedInFuture')
    const denied = { toOn: '2026-01-14', endReason: 'other' }
    expect(await refused(denied)).toBe('ledger.refused.endsBeforeElected')
    value(await saving({}))
    expect(await refused({})).toBe('ledger.refused.overlap')
  })
})
