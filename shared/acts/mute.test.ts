import { describe, expect, it } from 'vitest'
import { headsRead, isMute } from './mute.ts'

describe('what names nobody and no act', () => {
  it.each([
    '—1—',
    '抄送：县委，县人民政府',
    '【打印本页】【关闭窗口】',
    '主任、各位副主任、各位委员',
    '同时，提请免去',
    '以上人员任免职时间自本次会议通过之日起计算',
    '市人民政府市长提请',
    '县法院审判人员',
    '任免职人员一览表',
  ])('is muted: «%s»', (stretch) => {
    expect(isMute(stretch)).toBe(true)
  })

  it.each([
    '任命柳青为市财政局局长',
    '副院长：柳青',
    '柳青　县法院审判员',
    '试用期一年的柳青任市财政局局长',
    '决定任命代理院长',
    '以上人员的市财政局局长职务自然免除',
    '柳青等审判人员任职的决定',
  ])('is no other: «%s»', (stretch) => {
    expect(isMute(stretch)).toBe(false)
  })

  it('takes in a motion’s title whose persons were all read', () => {
    const title = '提请任免柳青等同志职务的议案'
    expect(headsRead(title, new Set(['柳青']))).toBe(true)
    expect(headsRead(title, new Set(['石磊']))).toBe(false)
  })
})
