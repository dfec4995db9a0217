import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpora } from '../../test/golden/acts/corpora.ts'
import { atomsOf } from '../../test/golden/acts/score.ts'
import { readActs } from './read.ts'

const published = corpora[0]?.cases ?? []

describe('size', () => {
  const units = [
    ' ',
    '\u3000',
    '\n',
    '、',
    '，',
    '；',
    '：',
    '。',
    '（',
    '）',
    '《',
    '·',
    '1.',
    '一、',
    '张',
    '张三、',
    '张 三 ',
    '县水利局\n',
    '推荐张三\n',
    '为',
    '任',
    '的',
    '市',
    '第',
    '等',
    '已',
    '同志',
    '任命',
    '代理',
    '辞去',
    '接受',
    '决定由',
    '职务',
    '张三的市',
    '（2024年1月1日',
    '任命张三为审判员；',
    '张三为审判员、',
    '《关于接受张三辞去市长职务的决定》',
    '通过了',
    '被任命为',
    '不再担任',
    '分别为',
    '符合',
    '向',
    '市财政局局长张三、',
    '张三（市财政局局长）、',
    '关于提请任命张三为局长的议案，并表决通过，',
    '接受张三的辞职请求，',
    '的决定、关于',
  ]
  it.each(units)('takes two hundred thousand characters of %j', (unit) => {
    const long = unit.repeat(Math.ceil(200_000 / unit.length))
    for (const text of [long, `任命张三为${long}长`, `决定${long}代理市长`]) {
      expect(readActs(text).acts.length).toBeLessThan(3)
    }
  })

  it('reads every one of many different acts', () => {
    const digits = '甲乙丙丁戊己庚辛壬癸'
    const names = Array.from(
      { length: 5000 },
      (_, at) =>
        `张${[...String(at + 1000)].map((digit) => digits[Number(digit)]).join('')}`.slice(0, 3) +
        at,
    )
    const text = names
      .map((_, at) => `任命李${digits[at % 10]}为双河市第${at}中学校长。`)
      .join('\n')
    expect(readActs(text).acts).toHaveLength(5000)
  })
})

describe('any text', () => {
  it('never throws', () => {
    const piece = fc.constantFrom(
      ...'任命 免去 决定 接受 辞去 代理 为 的 、 ， 。 ； ： （ ） 《 》 张三 李四光 市财政局局长 职务 其 等3人 同志 因 \n'.split(
        ' ',
      ),
      '\u3000',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { persons, post } of readActs(pieces.join('')).acts) {
          expect(post).not.toBe('')
          for (const person of persons) expect(person).not.toMatch(/[，。；：、\s]/u)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a text cut anywhere', () => {
  const whole = published.find(({ id }) => id === '065')?.text ?? ''
  const right = new Map(
    atomsOf(readActs(whole).acts).map(({ name, act, post }) => [`${name} ${act} ${post}`, post]),
  )

  it('gives only acts of the whole text, whole or cut at a title', () => {
    for (let end = 1; end < whole.length; end += 3) {
      for (const { name, act, post } of atomsOf(readActs(whole.slice(0, end)).acts)) {
        const known = [...right].some(
          ([key, full]) => key.startsWith(`${name} ${act} `) && full.startsWith(post),
        )
        expect(known, `${end}: ${name} ${act} ${post}`).toBe(true)
      }
    }
  })
})

describe('a text cut behind a name', () => {
  it('keeps the name, as an act or unread', () => {
    const lost: string[] = []
    for (const { id, text, acts } of published) {
      for (const name of new Set(acts.flatMap(({ persons }) => persons))) {
        const end = text.indexOf(name) + name.length
        const cut = text.slice(0, end)
        if (end < name.length || !/任命|免去|辞去/u.test(cut)) continue
        const { acts: read, unread } = readActs(cut)
        const kept = read.some(({ persons }) => persons.includes(name))
        if (!kept && !unread.join('\n').includes(name)) lost.push(`${id} ${name}`)
      }
    }
    expect(lost).toEqual([])
  })

  it('shows what may be a name behind the last sentence', () => {
    const sentence = '决定免去李四的市财政局局长职务。'
    for (const tail of [
      '王晓',
      '王',
      '王晓同志',
      '王晓为',
      '欧阳',
      '决定任命王晓',
      '阿不都·热合曼',
    ])
      expect(readActs(sentence + tail).unread.join(''), tail).toContain(tail)
    expect(readActs(sentence).unread).toEqual([])
  })
})
