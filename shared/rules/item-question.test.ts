import { expect, it } from 'vitest'
import { questionTitleOfItem } from './item-question.ts'

it.each([
  ['审议《某条例（草案）》', '《某条例（草案）》'],
  ['审议和表决《某条例（草案）》', '《某条例（草案）》'],
  ['审议并通过《某条例（草案）》', '《某条例（草案）》'],
  ['审议通过会议议程', '会议议程'],
  ['听取和审议关于教育的报告', '听取和审议关于教育的报告'],
  ['审议', '审议'],
])('puts «%s» to the vote as «%s»', (item, question) => {
  expect(questionTitleOfItem(item)).toBe(question)
})
