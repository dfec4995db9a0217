import { describe, expect, it } from 'vitest'
import { corpora } from '../../test/golden/acts/corpora.ts'
import { readActs } from './read.ts'
import { toSimplified } from './traditional.ts'

/** Ways to put a text so that a reader may fail to see whom an act speaks of. */
const changes: [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  [
    'a term of office before each colon',
    (text) => text.replace(/(?<=[员长任])[：:]/gu, '，任期五年：'),
  ],
  [
    'a list announced before each colon',
    (text) => text.replace(/(?<=[员长任])[：:]/gu, '，名单如下：'),
  ],
  ['full stops between its parts', (text) => text.replace(/[；;]/gu, '。')],
  ['commas between its parts', (text) => text.replace(/[；;]/gu, '，')],
  ['任 for 为', (text) => text.replace(/为(?=\p{Script=Han}{0,3}[市县区省州])/gu, '任')],
  ['其中 behind its verbs', (text) => text.replace(/(任命|免去)[：:]/gu, '$1一批人员。其中：')],
  ['spaces before 为', (text) => text.replace(/(?=为)/gu, ' ')],
  ['closing words at its end', (text) => `${text}\n请审议。`],
  ['brackets behind its posts', (text) => text.replace(/职务(?=[；。])/gu, '职务（编制撤并）')],
]

const bare = (text: string): string =>
  toSimplified(text)
    .replace(/[\s\u3000]/gu, '')
    .replace(/[•‧・･∙⋅᛫●．.﹒]/gu, '·')

/** Those the right acts name, the text names too, and neither what was read nor what was shown does. */
const vanished = (text: string, persons: readonly string[]): string[] => {
  const { acts, unread } = readActs(text)
  const held = bare([...unread, ...acts.flatMap((act) => act.persons)].join('\n'))
  const whole = bare(text)
  return persons.map(bare).filter((name) => whole.includes(name) && !held.includes(name))
}

describe.each(changes)('nobody vanishes from texts with %s', (_, change) => {
  it.each(corpora)('in $corpus', ({ cases }) => {
    const lost = cases.flatMap(({ id, text, acts }) =>
      vanished(change(text), [...new Set(acts.flatMap(({ persons }) => persons))]).map(
        (name) => `${id} ${name}`,
      ),
    )
    expect(lost).toEqual([])
  })
})

describe('nobody vanishes where no verb is understood', () => {
  it.each([
    ['名单如下：\n李晓明、周华、王海波', ['李晓明', '周华', '王海波']],
    ['人民陪审员任命名单（共3名）\n李晓明（男）、周　华、王海波', ['李晓明', '周华', '王海波']],
    [
      '任免人员：\n拟任：\n1．李晓明，青岭县财政局局长；\n2．周　华，青岭县审计局局长。',
      ['李晓明', '周华'],
    ],
    ['名单李晓明、周　华、王海波', ['李晓明', '周华', '王海波']],
    ['人民陪审员名单\n李晓明　周　华　王海波', ['李晓明', '周华', '王海波']],
    ['同意聘任李晓明、周华为青岭县人民法院审判员。', ['李晓明', '周华']],
    ['任命一批人员。其中：青岭县财政局局长李晓明，青岭县审计局局长周华。', ['李晓明', '周华']],
    ['任命一批人员。其中：李晓明，青岭县财政局局长；周华，青岭县审计局局长。', ['李晓明', '周华']],
    [
      '任免名单\n1\t李晓明\t男\t青岭县财政局局长\n2\t周华\t女\t青岭县审计局局长',
      ['李晓明', '周华'],
    ],
    ['决定任命。青岭县人民政府李晓明为县财政局局长青岭县人民法院周华为审判员', ['李晓明', '周华']],
  ])('«%s»', (text, names) => {
    expect(vanished(text, names)).toEqual([])
  })

  it('but who was merely there is not shown', () => {
    const text =
      '会议任命李晓明为青岭县财政局局长。县人大常委会主任周华，副主任王海波、吴刚出席会议。\n列席：郑爽、李平。'
    expect(readActs(text).unread).toEqual([])
  })
})
