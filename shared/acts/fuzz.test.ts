import { describe, expect, it } from 'vitest'
import { corpora } from '../../test/golden/acts/corpora.ts'
import { randomFrom } from '../../test/golden/acts/substitute.ts'
import { printActs } from './print.ts'
import { readActs } from './read.ts'
import { toSimplified } from './traditional.ts'

const texts = corpora.flatMap(({ cases }) => cases.map(({ text }) => text))

type Random = () => number

const below = (random: Random, limit: number): number => Math.floor(random() * limit)
const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[below(random, list.length)]

const bits = [
  ...'，。；：、（）《》“”「」,.;:()·•‧\t\n\r　 \u0000\u200b\ufeff\ud83d😀任为的免去其等',
  ...'任命 免去 决定 接受 辞去 代理 职务 同志 的请求 张三 李为 王任 市人民政府 副主任 （女） 18人 會議 職務 因工作变动 〔2026〕 ⟦ ⟧ 姓名\t拟任职务'.split(
    ' ',
  ),
]

const mutations: ((text: string, random: Random) => string)[] = [
  (text, random) => {
    const from = below(random, text.length)
    return text.slice(0, from) + text.slice(from + 1 + below(random, 12))
  },
  (text, random) => {
    const at = below(random, text.length)
    return text.slice(0, at) + (pick(random, bits) ?? '') + text.slice(at)
  },
  (text, random) => {
    const from = below(random, text.length)
    const part = text.slice(from, from + 1 + below(random, 40))
    return text.slice(0, from) + part.repeat(1 + below(random, 4)) + text.slice(from)
  },
  (text, random) => {
    const from = below(random, text.length)
    const to = from + below(random, 30)
    return text.slice(0, from) + [...text.slice(from, to)].reverse().join('') + text.slice(to)
  },
  (text, random) => text.slice(below(random, text.length)),
  (text, random) => text.slice(0, below(random, text.length)),
  (text, random) => text + (pick(random, texts) ?? ''),
  (text, random) => text.replaceAll(pick(random, [...text]) ?? '', pick(random, bits) ?? ''),
  (text) => text.replace(/[\n，。；：、]/gu, ''),
]

const mutated = (seed: number): string => {
  const random = randomFrom(seed)
  let text = pick(random, texts) ?? ''
  for (let round = 1 + below(random, 6); round > 0; round--) {
    text = (pick(random, mutations) ?? ((same) => same))(text, random)
  }
  return text.slice(0, 6000)
}

const bare = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '')

/** The bare characters of a text, as names are made of them; with its notes in brackets and without. */
const characters = (text: string): string => {
  const plain = toSimplified(text)
  return `${bare(plain)}\n${bare(plain.replace(/[（(][^（）()]*[)）]/gu, ''))}`
}

const count = 9_000
const lane = 1_000

describe('mutated texts', () => {
  it.each(Array.from({ length: count / lane }, (_, at) => at * lane))(
    'are read without a crash, and nothing read is made up (seeds from %i)',
    (from) => {
      for (let seed = from; seed < from + lane; seed++) {
        const text = mutated(seed)
        const { acts, unread } = readActs(text)
        const said = acts.map(({ persons, post }) => persons.join('') + post).join('')
        const whole = characters(text)
        expect(said.length + unread.join('').length, `seed ${seed}`).toBeLessThan(
          50 * text.length + 1000,
        )
        for (const { persons, post, verb } of acts) {
          expect(verb, `seed ${seed}`).not.toBe('')
          expect(post.length, `seed ${seed}`).toBeGreaterThan(0)
          for (const name of persons) {
            expect(name.length, `seed ${seed}`).toBeGreaterThan(1)
            expect(whole, `seed ${seed}`).toContain(bare(name))
          }
        }
        expect(() => printActs({ acts }), `seed ${seed}`).not.toThrow()
      }
    },
    60_000,
  )
})
