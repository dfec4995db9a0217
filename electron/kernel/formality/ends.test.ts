import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Formality } from '../../../shared/contract/formality.ts'
import type { EndReason, Tenure } from '../../../shared/contract/ledger.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  steps = aftermath(own)
  place = await steps.hall(31)
  await steps.setParameter('filingDays', 10)
})
afterEach(() => own.dispose())

const held = { personName: '江一帆', postName: '临江市财政局局长', fromOn: '2021-03-04' }
const entered = async () => value(await own.client.ledger.saveTenure({ rev: 0, ...held }))
const ends = async ({ id, rev }: Pick<Tenure, 'id' | 'rev'>, cause: EndReason, on = '2026-11-20') =>
  value(await own.client.ledger.endTenure({ id, rev, on, cause }))
const due = async () => value(await own.client.formality.due({}))
const only = async (): Promise<Formality> => {
  const [one, ...more] = await due()
  if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} due`)
  return one
}
const settle = async (
  { id, rev }: Formality,
  more: Omit<Parameters<typeof own.client.formality.settle>[0], 'changes'>,
) => own.client.formality.settle({ changes: [{ id, rev }], ...more })

describe('an end without a vote', () => {
  it('算例 55 局长去世：自动终止，列出备案，写明何人何职何因', async () => {
    const { id } = await ends(await entered(), 'died')
    const { name } = value(await own.client.body.get({})) ?? { name: '' }
    expect(await due()).toMatchObject([
      {
        ...{ kind: 'filing', toWhom: name, dueOn: '2026-11-30', daysLeft: 4, actIds: [] },
        ...{ sessionId: null, termNumber: null, sessionNumber: null, doubt: null },
        dueRule: {
          key: 'formality.rule.daysFromEnd',
          params: { from: '2026年11月20日', count: 10 },
        },
        ended: {
          tenureId: id,
          personName: held.personName,
          postName: held.postName,
          cause: 'died',
          on: '2026-11-20',
        },
      },
    ])
    expect((await steps.after(place)).formalities).toEqual([])
  })

  it('算例 55 重庆另须公告', async () => {
    await steps.setParameter('announceEnds', true)
    await steps.setParameter('publishDays', 7)
    await ends(await entered(), 'died')
    expect((await due()).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['publication', '2026-11-27'],
      ['filing', '2026-11-30'],
    ])
  })

  it('算例 56 机构撤销：自动终止的备案；浙江须免职表决，不产生任何事项', async () => {
    const tenure = await entered()
    await steps.setParameter('autoEndCauses', ['died'])
    const { id, rev } = tenure
    refusal(await own.client.ledger.endTenure({ id, rev, on: '2026-11-20', cause: 'abolished' }))
    expect(await due()).toEqual([])
    await steps.setParameter('autoEndCauses', ['died', 'abolished'])
    await ends(tenure, 'abolished')
    expect(await only()).toMatchObject({ kind: 'filing', ended: { cause: 'abolished' } })
  })

  it('asks for nothing where a history is entered, or the end is another', async () => {
    const past = { ...held, personName: '陆怀远', toOn: '2021-03-04' }
    value(
      await own.client.ledger.saveTenure({
        rev: 0,
        ...past,
        fromOn: '2018-05-06',
        endReason: 'died',
      }),
    )
    await ends(await entered(), 'term-ended')
    expect(await due()).toEqual([])
  })

  it('is settled like all else, not before the end, and has its day set by hand', async () => {
    await ends(await entered(), 'died')
    const early = await settle(await only(), { state: 'done', doneOn: '2026-11-19' })
    expect(refusal(early).fields).toEqual({
      doneOn: { key: 'formality.beforeEnd', params: { day: '2026年11月20日' } },
    })
    const { id, rev } = await only()
    const day = { id, rev, dueOn: '2026-12-03', note: '商定' }
    expect(value(await own.client.formality.setDue(day)).dueOn).toBe('2026-12-03')
    const back = { id, rev: (await only()).rev, dueOn: null }
    expect(value(await own.client.formality.setDue(back)).dueOn).toBe('2026-11-30')
    const done = value(await settle(await only(), { state: 'done', number: '备〔2026〕3号' }))
    expect(done).toMatchObject([{ state: 'done', number: '备〔2026〕3号', doubt: null }])
    expect(await due()).toEqual([])
  })

  it('stays in sight once done, before and after what sessions asked for, until it is in doubt', async () => {
    const seen = async () => value(await own.client.formality.settled({}))
    expect(await seen()).toEqual([])
    const ended = await ends(await entered(), 'died')
    value(
      await settle(await only(), { state: 'done', doneOn: '2026-11-24', number: '备〔2026〕3号' }),
    )
    const bureau = { verb: '决定任命', personName: '方明远', post: '临江市教育局局长' }
    const [question] = await steps.proposed(place, 'mayor', [bureau])
    if (!question) throw new Error('not asked')
    await steps.decided(place, question)
    const ofSession = (await due()).find(({ kind }) => kind === 'notice')
    if (!ofSession) throw new Error('no notice')
    value(await settle(ofSession, { state: 'waived', note: '当面通知' }))
    expect(await seen()).toMatchObject([
      { kind: 'notice', state: 'waived', acts: ['决定任命方明远为临江市教育局局长'] },
      { kind: 'filing', state: 'done', number: '备〔2026〕3号', ended: { personName: '江一帆' } },
    ])
    value(await own.client.ledger.reopenTenure({ id: ended.id, rev: ended.rev }))
    expect((await seen()).map(({ kind }) => kind)).toEqual(['notice'])
    await steps.corrected(question, false)
    expect(await seen()).toEqual([])
  })

  it('rests while the end is taken back and stands again with it', async () => {
    const open = async (tenure: Tenure) =>
      value(await own.client.ledger.reopenTenure({ id: tenure.id, rev: tenure.rev }))
    const reopened = await open(await ends(await entered(), 'died'))
    expect(await due()).toEqual([])
    const again = await ends(reopened, 'died')
    value(await settle(await only(), { state: 'done' }))
    const later = await open(again)
    expect(await only()).toMatchObject({ state: 'done', doubt: 'void' })
    const other = await ends(later, 'died', '2026-11-21')
    expect(await only()).toMatchObject({ doubt: 'changed', ended: { on: '2026-11-21' } })
    await ends(await open(other), 'died')
    expect(await due()).toEqual([])
  })

  it('moves with a date put right, and goes where the tenure is removed', async () => {
    const { id, rev } = await ends(await entered(), 'died')
    const mended = { id, rev, ...held, toOn: '2026-11-18', endReason: 'died' as const }
    const moved = value(await own.client.ledger.saveTenure(mended))
    expect(await only()).toMatchObject({ dueOn: '2026-11-28', ended: { on: '2026-11-18' } })
    value(await own.client.ledger.removeTenure({ id, rev: moved.rev }))
    expect(await due()).toEqual([])
  })

  it('leaves a result free to be put right: what was filed is then to be looked at', async () => {
    const bureau = { verb: '决定任命', personName: '方明远', post: '临江市教育局局长' }
    const [question] = await steps.proposed(place, 'mayor', [bureau])
    if (!question) throw new Error('not asked')
    await steps.decided(place, question)
    own.at('2026-12-08T09:00:00')
    const [tenure] = value(await own.client.ledger.asOf({ on: '2026-12-08', text: bureau.post }))
    if (!tenure) throw new Error('no tenure')
    await ends(tenure, 'died', '2026-12-05')
    const ofEnd = async () => (await due()).find(({ ended }) => ended)
    const filing = await ofEnd()
    if (!filing) throw new Error('nothing follows')
    value(await settle(filing, { state: 'done' }))
    await steps.corrected(question, false)
    expect(await ofEnd()).toMatchObject({ doubt: 'void', ended: { personName: '方明远' } })
    await steps.corrected(question, true)
    expect(await ofEnd()).toBeUndefined()
  })
})
