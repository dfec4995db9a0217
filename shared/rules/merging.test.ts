import { describe, expect, it } from 'vitest'
import { mergeAuthorities, type MergeAuthority } from '../contract/ballot.ts'
import { say } from '../locales/say.ts'
import { mergeBasisFault, mergeObstacles, paperPostObstacles } from './merging.ts'
import { postMatches, postsUnder } from './posts.ts'

const act = (personName: string, post: string) => ({ personName, post })
const judges = ['甲', '乙', '丙'].map((name) => act(name, '市中级人民法院审判员'))

describe('posts by pattern', () => {
  it('hold the characters in a row, with * for any between, whatever their width and spaces', () => {
    expect(postMatches('副市长', '临江市人民政府副市长')).toBe(true)
    expect(postMatches('局局长', '市教育局局长')).toBe(true)
    expect(postMatches('局局长', '市教育局副局长')).toBe(false)
    expect(postMatches('政府*主任', '市人民政府发展和改革委员会主任')).toBe(true)
    expect(postMatches('政府*主任', '市人大常委会办公室主任')).toBe(false)
    expect(postMatches('副 市长', '临江市 副市长')).toBe(true)
    for (const empty of ['', ' ', '*', '**']) expect(postMatches(empty, '市长')).toBe(false)
    expect(postMatches('(.+)', '市长')).toBe(false)
  })

  it('name each act once', () => {
    expect(postsUnder([act('甲', '副市长')], ['市长', '副市长'])).toEqual([
      { ...act('甲', '副市长'), pattern: '市长' },
    ])
  })
})

describe('merged votes', () => {
  it('算例 40 副市长须逐人表决，不得并入合并', () => {
    const individualPosts = ['副市长', '局局长']
    const list = [...judges, act('丁', '临江市副市长')]
    const [message, ...more] = mergeObstacles(list, { individualPosts })
    expect(more).toEqual([])
    expect(message && say('zh-CN', message)).toBe(
      '丁（临江市副市长）按本级规定须逐人表决（副市长），不能并入合并表决。',
    )
    expect(mergeObstacles(judges, { individualPosts })).toEqual([])
    expect(mergeObstacles(list, { individualPosts: [] })).toEqual([])
  })

  it('算例 17 到会多数决定合并的，动议通过才能合并', () => {
    const basis = { by: 'present-majority' as const, note: '' }
    expect(mergeBasisFault('present-majority', basis, false)?.key).toBe('rules.merge.motion-needed')
    expect(mergeBasisFault('present-majority', basis, true)).toBeUndefined()
  })

  it('算例 39 谁决定合并由本级定，别的依据不算', () => {
    const fault = (authority: MergeAuthority, by: MergeAuthority) =>
      mergeBasisFault(authority, { by, note: '' }, true)?.key
    for (const authority of mergeAuthorities) {
      for (const by of mergeAuthorities) {
        expect(fault(authority, by)).toBe(
          by === authority ? undefined : `rules.merge.by.${authority}`,
        )
      }
    }
  })

  it('posts of the paper ballot are named where another method was chosen (浙江省任免条例 24)', () => {
    const secretPaperPosts = ['代理市长', '副市长']
    const list = [act('丁', '临江市副市长'), ...judges]
    for (const method of ['device', 'show-of-hands', 'named', 'tacit'] as const) {
      expect(paperPostObstacles(list, method, { secretPaperPosts })).toEqual([
        { key: 'rules.merge.paper-post', params: { person: '丁', post: '临江市副市长' } },
      ])
    }
    expect(paperPostObstacles(list, 'secret-paper', { secretPaperPosts })).toEqual([])
    expect(paperPostObstacles(judges, 'device', { secretPaperPosts })).toEqual([])
  })
})
