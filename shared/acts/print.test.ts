import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpora } from '../../test/golden/acts/corpora.ts'
import { printActs } from './print.ts'
import { readActs } from './read.ts'
import type { ReadAct } from './types.ts'

const all = corpora.flatMap(({ cases }) => cases)

/** Acts in an order of their own: printing gathers them by verb. */
const sorted = (acts: readonly ReadAct[]): string[] =>
  acts
    .map(({ act, verb, persons, post, reason, listIncomplete }) =>
      JSON.stringify([act, verb, persons, post, reason ?? '', listIncomplete ?? false]),
    )
    .sort()

describe('reading, printing and reading again', () => {
  it.each(all)('keeps the acts of $id', ({ text }) => {
    const first = readActs(text)
    const second = readActs(printActs(first))
    expect(sorted(second.acts)).toEqual(sorted(first.acts))
    expect(second.passing).toEqual(first.passing)
    expect(second.unread).toEqual([])
  })
})

const surname = fc.constantFrom(...'赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张欧方程任', '欧阳', '诸葛')
const given = fc
  .array(fc.constantFrom(...'志国建军文明海波立新晓东春生为民任和平石磊云汉'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((characters) => characters.join(''))
const name = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(surname, given).map(([family, own]) => family + own) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('阿依古丽·买买提', '买合木提·吐尔逊', '巴特尔', '扎西次仁'),
  },
)
const organ = fc.constantFrom('青云市', '白马县', '南屏区', '岭西省', '松江自治州', '市', '县')
const office = fc.constantFrom(
  '人民政府副秘书长',
  '财政局局长',
  '发展和改革委员会主任',
  '人民法院副院长、审判委员会委员、审判员',
  '人民检察院检察员',
  '监察委员会副主任',
  '人大常委会教育科学文化卫生工作委员会副主任',
  '第八届人民代表大会常务委员会委员',
)
const reason = fc.constantFrom('工作变动', '年龄原因', '工作需要')
const kind = fc.constantFrom<[ReadAct['act'], string]>(
  ['appoint', '任命'],
  ['appoint', '决定任命'],
  ['appoint', '补选'],
  ['approve-appoint', '批准任命'],
  ['remove', '免去'],
  ['remove', '决定免去'],
  ['approve-remove', '批准免去'],
  ['dismiss', '撤销'],
  ['recall', '罢免'],
  ['accept-resignation', '接受'],
  ['end', '相应终止'],
)
const act: fc.Arbitrary<ReadAct> = fc
  .record({
    kind,
    persons: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    post: fc.tuple(organ, office).map(([body, title]) => body + title),
    reason: fc.option(reason, { nil: undefined }),
  })
  .map(({ kind: [what, verb], persons, post, reason: why }) => ({
    act: what,
    verb,
    persons,
    post,
    ...(why === undefined ? {} : { reason: why }),
  }))

/** «海为» beside «海» in one list: nobody could tell from its words which of them «海为X» appoints. */
const isDouble = (person: string, seen: ReadonlySet<string>): boolean =>
  seen.has(person) || seen.has(`${person}为`) || seen.has(person.replace(/为$/u, ''))

/** Nobody twice, so that no act repeats another. */
const acts = fc.array(act, { minLength: 1, maxLength: 12 }).map((list) => {
  const seen = new Set<string>()
  return list.flatMap((one) => {
    const persons = one.persons.filter((person) => {
      const known = isDouble(person, seen)
      seen.add(person)
      return !known
    })
    return persons.length > 0 ? [{ ...one, persons }] : []
  })
})

describe('printing', () => {
  it('writes what reading gives back, whatever the acts', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const again = readActs(printActs({ acts: list }))
        expect(sorted(again.acts)).toEqual(sorted(list))
        expect(again.unread).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('groups by verb and states single decisions as sentences', () => {
    expect(
      printActs({
        passing: { date: '2026-01-05', term: 9, session: 11, body: '双河市人民代表大会常务委员会' },
        acts: [
          {
            act: 'accept-resignation',
            verb: '接受',
            persons: ['柳青'],
            post: '双河市市长',
            reason: '工作变动',
          },
          { act: 'remove', verb: '免去', persons: ['石磊'], post: '双河市人民法院审判员' },
          { act: 'appoint', verb: '决定任命', persons: ['方圆', '程前'], post: '双河市副市长' },
          { act: 'act-as', verb: '决定代理', persons: ['方圆'], post: '双河市市长' },
        ],
      }),
    ).toBe(
      [
        '双河市人民代表大会常务委员会',
        '任免名单',
        '（2026年1月5日双河市第九届人民代表大会常务委员会第十一次会议通过）',
        '决定任命：',
        '方圆、程前为双河市副市长。',
        '免去：',
        '石磊的双河市人民法院审判员职务。',
        '因工作变动，接受柳青辞去双河市市长职务的请求。',
        '决定方圆代理双河市市长。',
        '',
      ].join('\n'),
    )
  })
})
