import { describe, expect, it } from 'vitest'
import { incompatibleOffices } from './incompatible.ts'

type Acts = Parameters<typeof incompatibleOffices>[1]
type One = Acts[number]

const one = (facts: Partial<One>): One => ({
  act: 'appoint',
  personName: '周启航',
  post: '市教育局局长',
  memberId: 'm',
  outcome: 'pending',
  ...facts,
})
const said = (acts: Acts) =>
  incompatibleOffices(acts, acts).map(({ params }) => `${params?.['person']} ${params?.['post']}`)

describe('算例 60、61 组成人员拟任行政、监察、审判、检察机关职务', () => {
  it.each([
    '市教育局局长',
    '市监察委员会副主任',
    '市中级人民法院副院长',
    '市人民检察院检察员',
    '市人民政府副市长',
  ])('没有辞去常委会职务的，提示：%s', (post) => {
    expect(said([one({ post })])).toEqual([`周启航 ${post}`])
  })

  it('代理和批准任命同样提示', () => {
    const acts = [one({ act: 'act-as' }), one({ act: 'approve-appoint' })]
    expect(incompatibleOffices(acts, acts)).toHaveLength(2)
  })

  it.each([
    '市人大常委会法制工作委员会主任',
    '市人大财政经济委员会副主任委员',
    '代表资格审查委员会委员',
  ])('人大自身的职务不提示：%s', (post) => expect(said([one({ post })])).toEqual([]))

  it.each([
    one({ act: 'accept-resignation', post: '市人大常委会委员' }),
    one({ act: 'accept-resignation', post: '市人民代表大会常务委员会', outcome: 'failed' }),
    one({ act: 'end', post: '市人大常委会委员' }),
  ])('本次会议有离任事项的，由表决次序管，不再提示', (leaving) => {
    expect(said([one({}), leaving])).toEqual([])
  })

  it('别人离任、辞去别的职务、辞职事项已撤回或者暂缓的，仍提示', () => {
    const others = [
      one({ act: 'accept-resignation', post: '市人大常委会委员', personName: '孙一平' }),
      one({ act: 'accept-resignation', post: '市人大法制委员会委员' }),
      one({ act: 'accept-resignation', post: '市人大常委会委员', outcome: 'withdrawn' }),
      one({ act: 'accept-resignation', post: '市人大常委会委员', outcome: 'deferred' }),
    ]
    expect(said([one({}), ...others])).toEqual(['周启航 市教育局局长'])
  })

  it('不是组成人员、已有结果、免职的，不提示', () => {
    const acts = [one({ memberId: null }), one({ outcome: 'passed' }), one({ act: 'remove' })]
    expect(said(acts)).toEqual([])
  })
})
