import { describe, expect, it } from 'vitest'
import { actOn, findingsOf, postOn } from '../../../test/builders/check-input.ts'
import { verbMending } from './mending.ts'

const mendings = (...acts: Parameters<typeof findingsOf>[0]) =>
  findingsOf(acts).flatMap((finding) => verbMending(finding) ?? [])
const council = { from: 'government-head' as const }

describe('the verb of the paper (documents.md §2.2)', () => {
  it.each([
    ['appoint', '任命', '临江市财政局局长', '决定任命'],
    ['remove', '免去', '临江市财政局局长', '决定免去'],
    ['appoint', '决定任命', '临江市中级人民法院审判员', '任命'],
    ['remove', '决定免去', '临江市监察委员会委员', '免去'],
  ] as const)('%s written %s for %s is to be %s', (act, verb, post, right) => {
    expect(mendings(actOn(act, '王一', post, { verb, ...council }))).toEqual([
      { from: verb, to: right },
    ])
    expect(mendings(actOn(act, '王一', post, { verb: right, ...council }))).toEqual([])
  })

  it('is the catalogue’s where the post stands in it, and nobody’s where its kind is not known', () => {
    const name = '临江市大数据中心主任'
    expect(mendings(actOn('appoint', '王一', name, { verb: '任命' }))).toEqual([])
    const post = postOn(name, 'government-member', { verb: '决定任命' })
    const known = { verb: '任命', posts: [{ name, post }] }
    expect(mendings(actOn('appoint', '王一', name, known))).toEqual([
      { from: '任命', to: '决定任命' },
    ])
  })

  it.each(['任命', '决定任命'])(
    'of one act whose posts need different ones is nobody’s to put right: %s',
    (verb) => {
      const act = actOn('appoint', '王一', '临江市财政局局长、临江市中级人民法院审判员', { verb })
      const said = findingsOf([act]).filter(({ code }) => code === 'verb')
      expect(said.map(({ wayOut }) => wayOut.key)).toEqual(['rules.appoint.way.verb-apart'])
      expect(mendings(act)).toEqual([])
    },
  )
})
