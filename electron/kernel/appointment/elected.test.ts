import { afterEach, beforeEach, expect, it } from 'vitest'
import { aftermath } from '../../../test/builders/aftermath.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
beforeEach(() => {
  own = testKernel()
  steps = aftermath(own)
})
afterEach(() => own.dispose())

type Head = { fromOn: string; acting?: boolean; toOn?: string }

/** What is said of a bureau head of the last term appointed anew in this one's fifth year, by who led the government. */
const said = async (...heads: Head[]): Promise<string[]> => {
  const place = await steps.hall(3)
  const since = { rev: 0, fromOn: '2018-01-01' }
  const name = '临江市人民政府'
  const organ = value(await own.client.ledger.saveOrgan({ ...since, kind: 'government', name }))
  const facts = { organId: organ.id, kind: 'government-head', title: '市长' } as const
  const kind = { verb: '选举', single: true, acting: true }
  const post = value(await own.client.ledger.savePost({ ...since, ...facts, ...kind }))
  const names = ['何市', '韩七', '孙二']
  for (const [index, { toOn = null, ...head }] of heads.entries()) {
    const ends = { toOn, endReason: toOn === null ? null : ('resigned' as const) }
    const held = { rev: 0, personName: names[index] ?? '', postName: `${name}市长` }
    value(await own.client.ledger.saveTenure({ ...held, postId: post.id, ...head, ...ends }))
  }
  const bureau = '临江市财政局局长'
  const old = { rev: 0, personName: '方明远', postName: bureau, fromOn: '2021-03-01' }
  value(await own.client.ledger.saveTenure(old))
  const line = { act: 'appoint' as const, verb: '决定任命', personName: '方明远', post: bureau }
  await steps.acts(place, [line])
  return value(await own.client.appointment.findings(place)).map(({ code }) => code)
}

it('算例 78 a head who took office at the beginning of the term was elected with the new government', async () => {
  expect(await said({ fromOn: '2022-01-12' })).toContain('term-late')
})

it.each<[string, Head[]]>([
  ['before the term', [{ fromOn: '2021-01-12' }]],
  ['only acting', [{ fromOn: '2022-01-12', acting: true }]],
  ['years later', [{ fromOn: '2024-02-01' }]],
])('no new government was elected with a head in office %s', async (_, heads) => {
  expect(await said(...heads)).not.toContain('term-late')
})

it('the first head of the term counts, whoever came after', async () => {
  const first = { fromOn: '2022-01-12', toOn: '2024-01-31' }
  expect(await said(first, { fromOn: '2024-02-01' })).toContain('term-late')
})
