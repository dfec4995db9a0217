import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../test/builders/kernel.ts'
import { areas } from './areas.ts'

let own: TestKernel
beforeEach(() => {
  own = testKernel()
})
afterEach(() => own.dispose())

describe('the front door', () => {
  it('has a handler for every method of the contract and no other', () => {
    const names = (object: object): string[] => Object.keys(object).sort()
    expect(names(areas)).toEqual(names(contract))
    for (const [area, methods] of Object.entries(contract))
      expect(names(areas[area as keyof typeof areas])).toEqual(names(methods))
  })

  it.each(['nothing.at.all', 'body.toString', 'constructor.name', '__proto__.get', 'body', ''])(
    'does not know the method «%s»',
    async (name) => {
      expect(refusal(await own.kernel.call(name, {})).code).toBe('not_found')
    },
  )

  it('rejects junk for every method without a word to the log', async () => {
    for (const [area, methods] of Object.entries(contract))
      for (const name of Object.keys(methods)) {
        const reply = await own.kernel.call(`${area}.${name}`, 42)
        expect(refusal(reply).code).toBe('invalid')
      }
    expect(own.log.filter((line) => line.level === 'error')).toEqual([])
  })

  it('names each field that does not fit', async () => {
    const failure = refusal(await own.kernel.call('session.save', { rev: 0, number: 0 }))
    expect(Object.keys(failure.fields ?? {}).sort()).toEqual(['endsOn', 'number', 'startsOn'])
    expect(failure.fields?.['number']).toEqual({
      key: 'errors.field.tooSmall',
      params: { minimum: 1 },
    })
  })

  it('refuses a command before anyone was chosen to work, and takes queries', async () => {
    const save = { id: 'x', rev: 0, state: 'open' as const }
    expect(refusal(await own.client.session.setState(save)).code).toBe('no_operator')
    expect(value(await own.client.journal.operator({}))).toBeNull()
  })

  it('announces a committed command once, with topics and a rising revision, and no refused one', async () => {
    await withBody(own, { count: 1 })
    own.events.length = 0
    await own.client.session.save({
      rev: 0,
      number: 1,
      startsOn: '2026-11-26',
      endsOn: '2026-11-25',
    })
    expect(own.events).toEqual([])
    const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
    value(await own.client.session.save({ rev: 0, number: 1, ...day }))
    value(await own.client.session.save({ rev: 0, number: 2, ...day }))
    const revs = own.events.map((event) => (event.type === 'changed' ? event.changed.rev : 0))
    expect(revs).toEqual([revs[0], (revs[0] ?? 0) + 1])
    expect(own.events[0]).toMatchObject({ changed: { topics: ['session', 'journal'] } })
  })

  it('refuses a stale revision as a conflict and changes nothing', async () => {
    await withBody(own, { count: 1 })
    const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
    const made = value(await own.client.session.save({ rev: 0, number: 1, ...day }))
    value(
      await own.client.session.save({ ...day, id: made.id, rev: made.rev, number: 1, place: '一' }),
    )
    const late = await own.client.session.save({
      ...day,
      id: made.id,
      rev: made.rev,
      number: 1,
      place: '二',
    })
    expect(refusal(late).code).toBe('conflict')
    expect(value(await own.client.session.get({ id: made.id })).place).toBe('一')
  })

  it('answers «busy» once it is closing and makes the closing backup', async () => {
    await withBody(own, { count: 1 })
    await own.kernel.close()
    expect(refusal(await own.client.body.get({})).code).toBe('busy')
    own.reopen()
    expect(value(await own.client.journal.backups({})).map((backup) => backup.why)).toEqual([
      'close',
    ])
  })
})

describe('the journal', () => {
  it('writes one entry a command, none for a query or a refusal, with operator and input', async () => {
    await withBody(own, { count: 1 })
    const before = value(await own.client.journal.entries({})).length
    value(await own.client.session.list({}))
    await own.client.session.setState({ id: 'none', rev: 0, state: 'open' })
    const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
    const made = value(await own.client.session.save({ rev: 0, number: 7, ...day }))
    const entries = value(await own.client.journal.entries({}))
    expect(entries.length).toBe(before + 1)
    expect(entries[0]).toMatchObject({ operator: '经办人', command: 'session.save' })
    expect(JSON.parse(entries[0]?.payload ?? '')).toMatchObject({
      ids: [made.id],
      input: { number: 7 },
    })
  })

  it('verifies, and goes on doing so after a restart', async () => {
    await withBody(own, { count: 5 })
    await own.kernel.close()
    own.reopen()
    expect(value(await own.client.journal.verify({ taskId: 't' }))).toEqual({
      entries: 7,
      broken: null,
    })
  })
})
