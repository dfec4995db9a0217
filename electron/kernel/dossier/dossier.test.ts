import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act, ActKind } from '../../../shared/contract/appointment.ts'
import type { FormDifference, FormReading } from '../../../shared/contract/dossier.ts'
import {
  lrmFields,
  lrmOf,
  lrmxOf,
  portrait,
  sampleForm,
  type SampleForm,
} from '../../../test/builders/forms.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let sessionId: string
let nominationId: string

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const fileOf = (change: Partial<SampleForm> = {}) => ({
  fileName: '商羽宁.lrmx',
  base64: base64(lrmxOf(change)),
})

beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 5 })
  const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await own.client.session.save({ rev: 0, number: 20, ...day })).id
  const item = { rev: 0, sessionId, kind: 'appointment' as const, title: '人事任免案' }
  const itemId = value(await own.client.session.saveItem(item)).id
  const who = { rev: 0, itemId, nominator: '院长', nominatorKind: 'court-president' as const }
  nominationId = value(await own.client.appointment.saveNomination(who)).id
})
afterEach(() => own.dispose())

const addActs = async (...lines: [ActKind, string, string, string][]): Promise<Act[]> => {
  const acts = lines.map(([act, verb, personName, post]) => ({ act, verb, personName, post }))
  return value(await own.client.appointment.addActs({ nominationId, acts })).acts
}
/** A person of the ledger, by a tenure entered by hand. */
const holds = async (personName: string, postName: string): Promise<string> => {
  const facts = { rev: 0, personName, postName, fromOn: '2018-11-20' }
  return value(await own.client.ledger.saveTenure(facts)).personId
}
const at = (reading: FormReading, field: FormDifference['field']): FormDifference | undefined =>
  reading.differences.find((one) => one.field === field)
const attach = async (
  reading: FormReading,
  more: { actId?: string; take?: ('name' | 'sex' | 'birth' | 'nationality')[] } = {},
  file = fileOf(),
) => {
  const { token, personId } = reading
  return own.client.dossier.attachForm({ ...file, token, personId, ...more })
}
const rows = async (): Promise<number> => value(await own.client.journal.entries({})).length

describe('a form of somebody unknown', () => {
  it('means nobody, everything on it is new, and kept it makes the person', async () => {
    const reading = value(await own.client.dossier.readForm(fileOf()))
    expect(reading).toMatchObject({ persons: [], personId: null, remarks: [] })
    expect(reading.differences.every(({ state }) => state === 'new')).toBe(true)
    const kept = value(await attach(reading))
    expect(kept).toMatchObject({ personName: '商羽宁', actId: null, fileName: '商羽宁.lrmx' })
    expect(kept.photo).toBe(`data:image/png;base64,${base64(portrait())}`)
    const [person] = value(await own.client.roster.find({ text: '商羽宁' }))
    expect(person).toMatchObject({ id: kept.personId, sex: 'female', nationality: '回族' })
    expect(value(await own.client.dossier.of({ personId: kept.personId }))).toEqual([kept])
    expect(value(await own.client.dossier.get({ id: kept.id })).facts.resume).toHaveLength(5)
  })

  it('reading writes nothing', async () => {
    const before = await rows()
    value(await own.client.dossier.readForm(fileOf()))
    expect(await rows()).toBe(before)
    expect(value(await own.client.roster.find({ text: '商羽宁' }))).toEqual([])
  })
})

describe('a form of somebody known', () => {
  it('is compared with the person, the ledger and what is proposed', async () => {
    const personId = await holds('商羽宁', '临江市中级人民法院民事审判第二庭庭长')
    const [, removal] = await addActs(
      ['appoint', '任命', '商羽宁', '市中级人民法院副院长'],
      ['remove', '免去', '商羽宁', '临江市中级人民法院民事审判第一庭庭长'],
    )
    const reading = value(
      await own.client.dossier.readForm({ ...fileOf(), actId: removal?.id ?? '' }),
    )
    expect(reading.personId).toBe(personId)
    expect(reading.persons).toEqual([
      { id: personId, name: '商羽宁', why: { key: 'dossier.why.name' } },
    ])
    expect(at(reading, 'currentPost')?.state).toBe('same')
    expect(at(reading, 'proposedPost')).toMatchObject({
      state: 'same',
      stored: '市中级人民法院副院长',
    })
    expect(at(reading, 'proposedRemoval')).toEqual({
      field: 'proposedRemoval',
      form: '临江市中级人民法院民事审判第二庭庭长',
      stored: '临江市中级人民法院民事审判第一庭庭长',
      state: 'different',
      say: {
        key: 'dossier.say.proposedRemoval',
        params: { posts: '临江市中级人民法院民事审判第一庭庭长' },
      },
    })
  })

  it('says which post of the ledger the form does not name', async () => {
    await holds('商羽宁', '临江市中级人民法院民事审判第二庭庭长')
    await holds('商羽宁', '临江市人民政府参事')
    const reading = value(await own.client.dossier.readForm(fileOf()))
    expect(at(reading, 'currentPost')?.say).toEqual({
      key: 'dossier.say.currentPost',
      params: { posts: '临江市人民政府参事' },
    })
    const silent = value(await own.client.dossier.readForm(fileOf({ currentPost: '' })))
    expect(at(silent, 'currentPost')).toMatchObject({ form: '', state: 'different' })
  })

  it('knows a post under a party post, in short, and the committee by its short name', async () => {
    await holds('商羽宁', '临江市财政局局长')
    const form = fileOf({ currentPost: '市财政局党组书记、局长' })
    expect(at(value(await own.client.dossier.readForm(form)), 'currentPost')?.state).toBe('same')
    const [chair] = value(await own.client.roster.members({}))
    const name = chair?.name ?? ''
    const other = fileOf({ name, currentPost: '临江市人大常委会党组书记、主任' })
    expect(at(value(await own.client.dossier.readForm(other)), 'currentPost')).toMatchObject({
      state: 'same',
      stored: '临江市人民代表大会常务委员会主任',
    })
  })

  it('shows a birth that contradicts, and takes only what was ticked', async () => {
    const first = value(await own.client.dossier.readForm(fileOf()))
    const { personId } = value(await attach(first))
    const later = fileOf({ birth: '197904', nationality: '回', sex: '男', nativePlace: '临江' })
    const reading = value(await own.client.dossier.readForm(later))
    expect(reading.persons[0]?.why).toEqual({
      key: 'dossier.why.birthDiffers',
      params: { stored: '1979.03' },
    })
    expect(at(reading, 'birth')).toMatchObject({
      state: 'different',
      say: { key: 'dossier.say.birth', params: { form: '1979.04', stored: '1979.03' } },
    })
    expect(at(reading, 'nationality')?.state).toBe('same')
    expect(at(reading, 'sex')?.say?.key).toBe('dossier.say.sex')
    expect(at(reading, 'nativePlace')).toMatchObject({ stored: '临江云溪', state: 'different' })
    expect(at(reading, 'resume')?.state).toBe('same')
    value(await attach(reading, { take: ['birth'] }, later))
    const again = value(await own.client.dossier.readForm(later))
    expect(again.persons[0]).toMatchObject({ id: personId, why: { key: 'dossier.why.same' } })
    expect([at(again, 'birth')?.state, at(again, 'sex')?.state]).toEqual(['same', 'different'])
    const forms = value(await own.client.dossier.of({ personId }))
    const differing = async (at: number) =>
      value(await own.client.dossier.differences({ id: forms[at]?.id ?? '' }))
        .filter(({ state }) => state === 'different')
        .map(({ field }) => field)
    // Each beside the record as it is now, and beside the form before it.
    expect(await differing(0)).toEqual(['sex', 'nativePlace'])
    expect(await differing(1)).toEqual(['birth'])
    expect(forms.map(({ facts }) => facts.birth)).toEqual(['1979-04', '1979-03'])
  })

  it('finds a person written otherwise, and one who sounds so with the same birth', async () => {
    const dotted = fileOf({ name: '阿依古丽•买买提' })
    value(await attach(value(await own.client.dossier.readForm(dotted)), {}, dotted))
    const dots = fileOf({ name: '阿依古丽 . 买买提' })
    expect(value(await own.client.dossier.readForm(dots)).persons[0]?.why.key).toBe(
      'dossier.why.same',
    )
    value(await attach(value(await own.client.dossier.readForm(fileOf())), {}))
    const why = async (name: string, birth = '197903') =>
      value(await own.client.dossier.readForm(fileOf({ name, birth }))).persons.map(
        (one) => `${one.name} ${one.why.key}`,
      )
    expect(await why('商羽寧')).toEqual(['商羽宁 dossier.why.variant'])
    expect(await why('商语宁')).toEqual(['商羽宁 dossier.why.sound'])
    expect(await why('商语宁', '198001')).toEqual([])
    expect(await why('商羽寧', '198001')).toEqual([])
    const reading = value(await own.client.dossier.readForm(fileOf({ name: '商羽寧' })))
    expect(at(reading, 'name')?.say?.key).toBe('dossier.say.nameVariant')
  })

  it('may be said to be of a new person all the same', async () => {
    const known = value(await attach(value(await own.client.dossier.readForm(fileOf()))))
    const reading = value(await own.client.dossier.readForm({ ...fileOf(), personId: null }))
    expect([reading.personId, reading.persons[0]?.id]).toEqual([null, known.personId])
    expect(value(await attach(reading)).personId).not.toBe(known.personId)
  })
})

describe('a form for an act', () => {
  it('ties the act, and puts what it brings on the checklist of all acts about the person', async () => {
    const [appoint, remove] = await addActs(
      ['appoint', '任命', '商羽宁', '临江市中级人民法院副院长'],
      ['remove', '免去', '商羽宁', '临江市中级人民法院民事审判第二庭庭长'],
    )
    const actId = appoint?.id ?? ''
    const reading = value(await own.client.dossier.readForm({ ...fileOf(), actId }))
    const kept = value(await attach(reading, { actId }))
    const acts = value(await own.client.appointment.nominations({ sessionId }))[0]?.acts ?? []
    expect(acts[0]?.personId).toBe(kept.personId)
    const materials = value(await own.client.appointment.materials({ sessionId }))
    const received = (id: string) =>
      materials.filter((one) => one.actId === id && one.fact !== null).map(({ kind }) => kind)
    expect(received(actId).toSorted()).toEqual(['reason', 'report-form', 'resume'])
    expect(remove?.personId).toBeNull()
    const forms = value(await own.client.dossier.ofSession({ sessionId }))
    expect(forms).toMatchObject([{ id: kept.id, actId, photo: null }])
    expect(value(await own.client.dossier.of({ actId }))[0]?.photo).not.toBeNull()
  })

  it('of another name is remarked, and one of another person refused', async () => {
    await holds('商羽宁', '临江市中级人民法院民事审判第二庭庭长')
    const [act] = await addActs(['appoint', '任命', '商羽宁', '临江市中级人民法院副院长'])
    const actId = act?.id ?? ''
    const other = fileOf({ name: '穆青河' })
    const reading = value(await own.client.dossier.readForm({ ...other, actId, personId: null }))
    expect(reading.remarks).toEqual([
      { key: 'dossier.remark.actName', params: { form: '穆青河', act: '商羽宁' } },
    ])
    const failure = refusal(await attach(reading, { actId }, other))
    expect(failure.message).toEqual({ key: 'dossier.actOfAnother', params: { name: '商羽宁' } })
    expect(value(await own.client.roster.find({ text: '穆青河' }))).toEqual([])
  })
})

describe('nothing is half written', () => {
  it('when what was compared has moved', async () => {
    const reading = value(await own.client.dossier.readForm(fileOf()))
    const changed = fileOf({ reason: '另有任用' })
    expect(refusal(await attach(reading, {}, changed)).code).toBe('conflict')
    const personId = await holds('商羽宁', '临江市财政局局长')
    const known = value(await own.client.dossier.readForm(fileOf()))
    expect(known.personId).toBe(personId)
    await holds('商羽宁', '临江市人民政府参事')
    expect(refusal(await attach(known)).message?.key).toBe('dossier.moved')
    expect(value(await own.client.dossier.of({ personId }))).toEqual([])
  })

  it('when a ticked field cannot be taken', async () => {
    await holds('商羽宁', '临江市财政局局长')
    const file = fileOf({ birth: '197913', sex: '不详' })
    const reading = value(await own.client.dossier.readForm(file))
    const before = await rows()
    expect(refusal(await attach(reading, { take: ['birth'] }, file)).message?.key).toBe(
      'dossier.birthNoMonth',
    )
    expect(refusal(await attach(reading, { take: ['sex'] }, file)).message?.key).toBe(
      'dossier.sexUnknown',
    )
    expect(await rows()).toBe(before)
  })

  it('when the name is none', async () => {
    const file = fileOf({ name: '商１２' })
    const reading = value(await own.client.dossier.readForm(file))
    expect(refusal(await attach(reading, {}, file)).fields).toHaveProperty('name')
  })

  it('a file that cannot be read is refused in its own sentence', async () => {
    const file = { fileName: '坏.lrmx', base64: base64(Buffer.from('<!DOCTYPE a><Person/>')) }
    expect(refusal(await own.client.dossier.readForm(file)).message).toEqual({
      key: 'dossier.file.doctype',
      params: { file: '坏.lrmx', line: 1 },
    })
  })
})

it('the journal names the file and the fields taken, and nothing the form says', async () => {
  const reading = value(await own.client.dossier.readForm(fileOf()))
  value(await attach(reading))
  const [entry] = value(await own.client.journal.entries({}))
  expect(entry).toMatchObject({ command: 'dossier.attachForm' })
  const text = JSON.stringify(entry)
  expect(text).toContain('商羽宁.lrmx')
  expect(text).not.toContain('民事审判')
  expect(text).not.toContain('穆知微')
})

it('a form of the second edition comes with its picture, and goes when it is deleted', async () => {
  const file = {
    fileName: '商羽宁.lrm',
    base64: base64(lrmOf(lrmFields({ reason: sampleForm.reason }))),
    photoName: '商羽宁.pic',
    photoBase64: base64(portrait()),
  }
  const reading = value(await own.client.dossier.readForm(file))
  const { token, personId } = reading
  const kept = value(await own.client.dossier.attachForm({ ...file, token, personId }))
  expect(kept.photo).toMatch(/^data:image\/png;base64,/u)
  expect(refusal(await own.client.dossier.remove({ id: kept.id, rev: 9 })).code).toBe('conflict')
  value(await own.client.dossier.remove({ id: kept.id, rev: kept.rev }))
  expect(refusal(await own.client.dossier.get({ id: kept.id })).message?.key).toBe(
    'errors.notFound.dossier',
  )
})
