import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import list from '../../test/golden/rules/standard-characters.json' with { type: 'json' }
import { compareNames, sortNames, unknownStrokes } from './name-order.ts'
import { sortMembers, type Ranked } from './order.ts'

const standard = [...list.characters]
const inOrder = (text: string): void => {
  const names = text.split(' ')
  expect(sortNames([...names].reverse()).sorted).toEqual(names)
  expect(sortNames(names).sorted).toEqual(names)
}

describe('order by strokes', () => {
  it('the list of documents.md §2.4', () => {
    inOrder('王宁 王军 王勇 王晨 王毅 王小洪 王文涛 王东峰')
  })

  it('equal counts go stroke by stroke: 横 竖 撇 点 折', () => {
    inOrder('王伟 毛宁 文静 尹力 孔祥')
    inOrder('朱军 刘洋')
    inOrder('丁一 王五 李四 张三 欧阳六')
  })

  it('common surnames stand as in printed lists', () => {
    const surnames = [
      '丁卜刁于万马王韦支尤车戈牛毛仇公文方尹孔邓艾石龙卢叶申田史丘付代白丛乐包冯宁司皮边',
      '邢吉成吕朱乔伍任华向全庄刘齐闫江汤安祁许阮孙牟纪麦严苏杜李杨吴邱何余谷邹辛汪沙沈宋张陆陈邵',
      '武范林易罗季金周郑孟赵胡柯柳钟段侯俞姜费姚贺袁贾夏顾柴钱徐殷凌高郭唐陶黄梅曹龚盛康章梁',
      '彭葛董蒋韩程傅童曾温游谢蒲楚雷窦蔡裴廖谭翟熊樊黎颜潘薛霍魏',
    ]
    inOrder([...surnames.join('')].map((surname) => `${surname}一`).join(' '))
  })

  it('radicals written with 点2 count as a dot', () => {
    for (const [before, after] of ['沈邵', '沙张', '宋陈', '汪陆'].map((pair) => [...pair])) {
      expect(compareNames(`${before}一`, `${after}一`)).toBeLessThan(0)
    }
  })

  it('of one first character, two-character names come before longer ones', () => {
    inOrder('高富 高大富')
    inOrder('欧翠 欧阳一')
  })

  it('compound and minority names go by their first character', () => {
    inOrder('司马文 阿依古丽·买买提 欧阳六 诸葛一')
  })

  it('agrees with the official list: no inversion inside its three levels', () => {
    expect(standard).toHaveLength(8105)
    const inversions: string[] = []
    for (const [from, to] of [
      [0, 3500],
      [3500, 6500],
      [6500, 8105],
    ] as const) {
      for (let at = from + 1; at < to; at += 1) {
        const [before = '', after = ''] = [standard[at - 1], standard[at]]
        if (compareNames(before, after) > 0) inversions.push(before + after)
      }
    }
    expect(inversions).toEqual([])
  })

  it('is one total order', () => {
    const char = fc.oneof(fc.constantFrom(...standard), fc.constantFrom(...'𠮷㐀龘ab·'))
    const name = fc.string({ unit: char, minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) || 0)
        if (compareNames(a, b) <= 0 && compareNames(b, c) <= 0) {
          expect(compareNames(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('characters to be checked', () => {
  it('are those without a known sequence, each once', () => {
    expect(unknownStrokes('王五')).toEqual([])
    expect(unknownStrokes('阿依古丽·买买提')).toEqual([])
    expect(unknownStrokes('Anna Reed')).toEqual([])
    expect(unknownStrokes('张\ue123')).toEqual(['\ue123'])
    expect(sortNames(['王𠮷', '王五', '李𠮷䶮'])).toEqual({
      sorted: ['王五', '王𠮷', '李𠮷䶮'],
      unknown: ['𠮷', '䶮'],
    })
  })
})

describe('order of members', () => {
  const member = (name: string, kind: Ranked['kind'], rank?: number, place?: number): Ranked => ({
    name,
    kind,
    rank: rank ?? null,
    orderOverride: place ?? null,
  })

  it('goes by kind, manual place, rank, then strokes', () => {
    const members = [
      member('张三', 'ordinary'),
      member('丁一', 'ordinary'),
      member('赵七', 'ordinary', undefined, 1),
      member('钱八', 'secretary-general'),
      member('王五', 'vice-chair', 2),
      member('周九', 'vice-chair', 1),
      member('吴十', 'vice-chair'),
      member('郑一', 'chair'),
    ]
    const names = sortMembers(members).map(({ name }) => name)
    expect(names.join(' ')).toBe('郑一 周九 王五 吴十 钱八 赵七 丁一 张三')
    expect(members[0]?.name).toBe('张三')
  })
})
