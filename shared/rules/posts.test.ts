import { describe, expect, it } from 'vitest'
import { isCommitteeOffice, isCongressPost } from './posts.ts'

describe('an office in the standing committee', () => {
  it.each([
    '临江市第九届人民代表大会常务委员会委员',
    '临江市人民代表大会常务委员会',
    '市人大常委会',
    '市人大常委会职务',
    '市人大常委会组成人员职务',
    '常委会秘书长',
    '市九届人大代表、常委会副主任',
    '市人大常委会委员、市人大法制委员会主任委员',
    '市 人大常委会　副主任',
  ])('is %s', (post) => expect(isCommitteeOffice(post)).toBe(true))

  it.each([
    '市人大常委会办公室主任',
    '市人大常委会副秘书长',
    '市人大常委会法制工作委员会主任',
    '市人大常务委员会代表资格审查委员会委员',
    '市人大代表',
    '市监察委员会委员',
    '市财政局局长',
  ])('is not %s', (post) => expect(isCommitteeOffice(post)).toBe(false))
})

it('算例 61 本级人大自身的职务不构成兼职', () => {
  expect(isCongressPost('市人大常委会法制工作委员会主任')).toBe(true)
  expect(isCongressPost('代表资格审查委员会副主任委员')).toBe(true)
  expect(isCongressPost('市监察委员会副主任')).toBe(false)
})
