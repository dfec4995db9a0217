import { expect, it } from 'vitest'
import { nominatorKindOf } from './nominator-kind.ts'

it.each([
  ['市长周启航', 'government-head'],
  ['临江市人民政府', 'government-head'],
  ['区长', 'government-head'],
  ['市中级人民法院院长', 'court-president'],
  ['市人民检察院检察长', 'chief-procurator'],
  ['市监察委员会主任', 'supervisory-head'],
  ['市人大常委会主任会议', 'council'],
  ['市人大常委会主任', 'chair'],
  ['王一文等七人', 'members'],
  ['本人', 'self'],
])('%s is %s', (nominator, kind) => {
  expect(nominatorKindOf(nominator)).toBe(kind)
})

it('does not guess where the text does not show it', () => {
  expect(nominatorKindOf('周启航')).toBeUndefined()
  expect(nominatorKindOf('')).toBeUndefined()
})
