import { expect, it } from 'vitest'
import { isAskedOnItem, questionTitleOfItem } from './item-question.ts'

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

it.each([
  ['听取和审议关于上半年计划执行情况的报告', false],
  ['听取和审议关于决算的报告，审查和批准决算', true],
  ['听取和审议关于预算调整的报告', true],
  ['审查和批准预算调整方案', true],
])('has a plan or budget item «%s» voted on: %s', (title, asked) => {
  expect(isAskedOnItem({ kind: 'plan-budget', title })).toBe(asked)
})

it('has a bill voted on, a report and what nobody can tell not', () => {
  expect(isAskedOnItem({ kind: 'bill', title: '听取和审议《某条例（草案）》' })).toBe(true)
  expect(isAskedOnItem({ kind: 'report', title: '审议关于教育的报告' })).toBe(false)
  expect(isAskedOnItem({ kind: 'other', title: '其他' })).toBe(false)
})
