import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'
import { compoundSurnames, surnames, wordySurnames } from './surnames.ts'

const said = (text: string): string[] =>
  readActs(text).acts.flatMap(({ act, persons, post }) =>
    persons.map((name) => `${act} ${name} ${post}`),
  )

/** Those of the list whose names are not read just so. */
const unread = (list: Iterable<string>, text: (name: string) => string, post: string): string[] =>
  [...list].filter((surname) => {
    const name = `${surname}晓琳`
    return !said(text(name)).some((one) => one.endsWith(`${name} ${post}`))
  })

const forms: readonly (readonly [string, (name: string) => string, string])[] = [
  ['a row', (name) => `任命：\n${name}　青岭县水利局局长`, '青岭县水利局局长'],
  ['a row with a dash', (name) => `任命：\n${name}——青岭县水利局局长`, '青岭县水利局局长'],
  [
    'a list behind a colon',
    (name) => `任命下列人员为青岭县人民法院审判员：\n周明、${name}、郑华。`,
    '青岭县人民法院审判员',
  ],
  ['a table', (name) => `姓名\t拟任职务\n${name}\t青岭县水利局局长`, '青岭县水利局局长'],
]

describe('surnames', () => {
  it('hold each character once, in one of the lists', () => {
    expect([...wordySurnames].filter((one) => surnames.has(one))).toEqual([])
    expect(surnames.size + wordySurnames.size + compoundSurnames.size).toBeGreaterThan(1800)
  })

  it.each(forms)('are all read in %s', (_, text, post) => {
    const all = [...surnames, ...wordySurnames, ...compoundSurnames]
    expect(unread(all, text, post)).toEqual([])
  })

  it('are read in a list without a link word', () => {
    const text = (name: string): string =>
      `免去${name}青岭县水利局局长职务、周明华青岭县财政局局长职务。`
    expect(unread(surnames, text, '青岭县水利局局长')).toEqual([...'后权由'])
  })
})

describe('a word that is a surname too', () => {
  it.each([
    ['免去周明的青山区人民法院副院长、靖江市司法局局长职务。', '周明'],
    ['任命：\n周明为银川市金凤区审计局局长、桐乡市财政局局长。', '周明'],
    ['任命周明为桃江县人民检察院检察员、清河县人民法院审判员。', '周明'],
  ])('takes no name from «%s»', (text, name) => {
    expect(readActs(text).acts.flatMap(({ persons }) => persons)).toEqual([name])
  })
})
