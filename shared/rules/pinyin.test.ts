import { describe, expect, it } from 'vitest'
import { matchesName, pinyinKeys } from './pinyin.ts'

describe('names in pinyin', () => {
  it('surnames by their surname reading', () => {
    const read: [string, string, string][] = [
      ['张三', 'zhangsan', 'zs'],
      ['曾一', 'zengyi', 'zy'],
      ['单一', 'shanyi', 'sy'],
      ['解一', 'xieyi', 'xy'],
      ['仇一', 'qiuyi', 'qy'],
      ['区一', 'ouyi', 'oy'],
      ['朴一', 'piaoyi', 'py'],
      ['种一', 'chongyi', 'cy'],
      ['吕一', 'lvyi', 'ly'],
      ['尉迟一', 'yuchiyi', 'ycy'],
      ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
    ]
    for (const [name, full, initials] of read) expect(pinyinKeys(name)).toEqual({ full, initials })
  })
})

describe('finding a name', () => {
  const yes: [string, string][] = [
    ['张三', '张'],
    ['张三', '三'],
    ['张三', '张 三'],
    ['张三', 'zs'],
    ['张三', 'ZS'],
    ['张三', 'zhangsan'],
    ['张三', 'zhang san'],
    ['张三', 'zhangs'],
    ['张三', 'zha'],
    ['张三', '张s'],
    ['张三', 'san'],
    ['曾一', 'zengyi'],
    ['曾一', 'cengyi'],
    ['单一', 'dy'],
    ['吕一', 'lv'],
    ['吕一', 'lü'],
    ['吕一', 'lu'],
    ['吕一', 'lyuyi'],
    ['阿依古丽·买买提', 'mmt'],
    ['阿依古丽·买买提', '古丽买买'],
    ['Anna Reed', 'reed'],
  ]
  for (const [name, query] of yes) {
    it(`${query} finds ${name}`, () => expect(matchesName(name, query)).toBe(true))
  }

  const no: [string, string][] = [
    ['张三', ''],
    ['张三', ' '],
    ['张三', 'sz'],
    ['张三', '李'],
    ['张三', 'zhangsanx'],
    ['张三', 'zx'],
    ['张三', '('],
  ]
  for (const [name, query] of no) {
    it(`«${query}» does not find ${name}`, () => expect(matchesName(name, query)).toBe(false))
  }
})
