import { describe, expect, it } from 'vitest'
import { corpora } from '../../test/golden/acts/corpora.ts'
import { atomsOf } from '../../test/golden/acts/score.ts'
import { readActs } from './read.ts'

/** Why a post of the text may differ from the expected one. */
const tolerated: Readonly<Record<string, string>> = {
  'ordinary o47': 'expected bare; the post before names the committee',
  'ordinary o59': 'expected bare; the post before names the procuratorate',
  'ordinary o71': 'expected bare; the organ of the deputy’s post goes before 主任',
  'ordinary-2 e080': 'expected bare; the organ of the deputy’s post goes before 市长',
  'ordinary-3 x040': 'expected bare; the heading names the court',
  'ordinary-3 x057': 'expected bare; the organ of the deputy’s post goes before 县长',
  'ordinary-3 x084': 'expected bare; the organ of the deputy’s post goes before 县长',
  'ordinary-5 x073': 'an acting post behind the deputy’s, left as written',
  'ordinary-5 x095': 'expected bare; the organ of the deputy’s post goes before 市长',
  'ordinary-5 x105': 'an acting post behind the deputy’s, left as written',
  'ordinary-12 f100': 'an acting post behind the deputy’s, left as written',
  'ordinary-13 g026': 'an acting post behind the deputy’s, left as written',
}

/** Older texts whose posts are read with less of their organ than expected. */
const shorter: Readonly<Record<string, string>> = {
  'unseen-3 unseen-r49': 'the court stands in a sentence before',
  'unseen-3 unseen-r50': 'the committee stands in a sentence before',
  'unseen-4 unseen-s16': 'a district whose name begins with a verb',
  'ordinary-5 x073': 'an acting post behind the deputy’s, left as written',
  'ordinary-5 x105': 'an acting post behind the deputy’s, left as written',
  'ordinary-12 f100': 'an acting post behind the deputy’s, left as written',
  'ordinary-13 g026': 'an acting post behind the deputy’s, left as written',
}

const all = corpora.flatMap(({ corpus, cases }) =>
  cases.map((golden) => ({ ...golden, key: `${corpus} ${golden.id}` })),
)

/** Person, kind and single post, in one order. */
const said = (acts: Parameters<typeof atomsOf>[0]): string[] =>
  atomsOf(acts)
    .map(({ name, act, post }) => `${name} ${act} ${post}`)
    .sort()

const isExact = ({ acts, text }: (typeof all)[number]): boolean =>
  said(acts).join('\n') === said(readActs(text).acts).join('\n')

describe('posts of the ordinary texts', () => {
  const ordinary = all.filter(({ key }) => key.startsWith('ordinary'))

  it.each(ordinary.filter(({ key }) => !(key in tolerated)))(
    'are exactly those of $key',
    ({ text, acts }) => {
      expect(said(readActs(text).acts)).toEqual(said(acts))
    },
  )

  it('differ in no other, and in each of those', () => {
    const differing = ordinary.filter((one) => !isExact(one)).map(({ key }) => key)
    expect(differing).toEqual(Object.keys(tolerated))
  })
})

describe('posts of all texts', () => {
  /** Whether every expected post was read with at least as much of its organ. */
  const isWhole = ({ acts, text }: (typeof all)[number]): boolean => {
    const read = atomsOf(readActs(text).acts)
    return atomsOf(acts).every(({ name, act, post }) =>
      read.some((one) => one.name === name && one.act === act && one.post.endsWith(post)),
    )
  }

  it('keep their organ', () => {
    expect(all.filter((one) => !isWhole(one)).map((one) => one.key)).toEqual(Object.keys(shorter))
  })
})
