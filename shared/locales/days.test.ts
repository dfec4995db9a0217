import { expect, it } from 'vitest'
import { withDays } from './days.ts'
import { say } from './say.ts'

it.each([
  ['2021-03-04—2024-05-06', '2021年3月4日至2024年5月6日', 'Mar 4, 2021 – May 6, 2024'],
  ['2021-03-04—…', '2021年3月4日至今', 'Mar 4, 2021 – …'],
  ['…—2024-05-06', '日期不详至2024年5月6日', '… – May 6, 2024'],
  ['2021-03-04', '2021年3月4日', 'Mar 4, 2021'],
  [
    '临江市财政局局长（2021-03-04—…）',
    '临江市财政局局长（2021年3月4日至今）',
    '临江市财政局局长（Mar 4, 2021 – …）',
  ],
])('days that came as data: %s', (text, chinese, english) => {
  expect([withDays('zh-CN', text), withDays('en', text)]).toEqual([chinese, english])
})

it('are written so inside of a sentence, in the language it is said in', () => {
  const message = {
    key: 'ledger.refused.endedAlready',
    params: { name: '江一帆', post: '审判员', day: '2024-05-06' },
  }
  expect(say('en', message)).toContain('May 6, 2024')
  expect(say('zh-CN', message)).toContain('2024年5月6日')
})
