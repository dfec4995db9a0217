import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { factsInText } from './about.ts'

const facts = (text: string, ...names: string[]) =>
  Object.fromEntries(factsInText(text, new Set(names)))

describe('what a text says of persons behind their names', () => {
  it('is read from brackets of either width, in any order, for names of any form', () => {
    const text =
      '任命沈安雅（女，蒙古族）、阿依古丽•买买提(维吾尔族，女)、陆 川同志（1980年3月生）、温若谷（男，苗族，1975.08）为' +
      '临江市人民法院审判员。'
    expect(facts(text, '沈安雅', '阿依古丽·买买提', '陆川', '温若谷')).toEqual({
      沈安雅: { sex: 'female', birth: null, nationality: '蒙古族' },
      '阿依古丽·买买提': { sex: 'female', birth: null, nationality: '维吾尔族' },
      陆川: { sex: null, birth: '1980-03', nationality: null },
      温若谷: { sex: 'male', birth: '1975-08', nationality: '苗族' },
    })
  })

  it('is found in traditional characters under the name as it was read', () => {
    const text = '任命陳書蘭（女，滿族）為臨江市財政局局長，會議決定。'
    expect(facts(text, '陈书兰')).toMatchObject({ 陈书兰: { sex: 'female', nationality: '满族' } })
  })

  it('is not made of reasons, posts, counts, or days that are no birth', () => {
    const text =
      '免去沈安雅（工作变动）、陆川（县人民法院院长）、温若谷（2026年5月）、钟离秋（共3名）的职务。'
    expect(facts(text, '沈安雅', '陆川', '温若谷', '钟离秋')).toEqual({})
  })

  it('leaves alone a name it says different things of', () => {
    const text = '任命沈安雅（女）为甲庭庭长，沈安雅（男）为乙庭庭长，陆川（女）为丙庭庭长。'
    expect(Object.keys(facts(text, '沈安雅', '陆川'))).toEqual(['陆川'])
  })
})

describe('what came with a name', () => {
  let own: TestKernel
  let place: Hall
  beforeEach(async () => {
    own = testKernel()
    place = await chamber(own).hall(15)
  })
  afterEach(() => own.dispose())

  const people = async (text: string) => value(await own.client.ledger.findPerson({ text }))
  const add = async (personName: string) => {
    const person = { sex: 'female' as const, birth: null, nationality: '蒙古族' }
    const facts = {
      act: 'appoint' as const,
      verb: '任命',
      post: '临江市人民法院审判员',
      reason: '',
    }
    const nomination = value(
      await own.client.appointment.saveNomination({
        rev: 0,
        itemId: place.itemId,
        nominator: '临江市人民法院院长',
        nominatorKind: 'court-president',
      }),
    )
    const acts = [{ ...facts, personName, person }]
    const reply = await own.client.appointment.addNominations({ nominationId: nomination.id, acts })
    const [act] = value(reply).flatMap((one) => one.acts)
    if (!act) throw new Error('no act')
    return act
  }

  it('is kept with the person, and goes along when the name is put right', async () => {
    const act = await add('沈安雅')
    const { id, rev, verb, post, reason } = act
    const mended = value(
      await own.client.appointment.saveAct({
        id,
        rev,
        act: 'appoint',
        verb,
        post,
        reason,
        personName: '沈安娅',
      }),
    )
    expect(await people('沈安雅')).toEqual([])
    const known = await people('沈安娅')
    expect(known.map((one) => one.id)).toEqual([mended.personId])
    const db = new Database(own.file, { readonly: true })
    expect(
      db.prepare('SELECT sex, nationality FROM person WHERE id = ?').get(mended.personId),
    ).toEqual({ sex: 'female', nationality: '蒙古族' })
    db.close()
  })

  it('leaves nobody behind when the act is taken off the list again', async () => {
    const { id, rev } = await add('沈安雅')
    expect(await people('沈安雅')).toHaveLength(1)
    value(await own.client.appointment.removeAct({ id, rev }))
    expect(await people('沈安雅')).toEqual([])
  })
})
