import { expect, test } from 'vitest'
import { Refusal } from '../../shared/contract/errors.ts'
import { localeOf, troubleMessage, troubleText } from './trouble.ts'

test.each([
  [new Refusal({ code: 'from_future' }), 'hosting.trouble.from_future'],
  [new Refusal({ code: 'corrupt' }), 'hosting.trouble.corrupt'],
  [new Refusal({ code: 'readonly' }), 'hosting.trouble.readonly'],
  [new Refusal({ code: 'internal' }), 'hosting.trouble.other'],
  [new Refusal({ code: 'corrupt', message: { key: 'errors.special' } }), 'errors.special'],
  [Object.assign(new Error('x'), { code: 'EACCES' }), 'hosting.trouble.readonly'],
  [Object.assign(new Error('x'), { code: 'ENOSPC' }), 'hosting.trouble.disk_full'],
  [new Error('x'), 'hosting.trouble.other'],
  [null, 'hosting.trouble.other'],
])('%s is told as %s', (error, key) => {
  expect(troubleMessage(error).key).toBe(key)
})

test('the sentence names the place', () => {
  const text = troubleText('zh-CN', new Refusal({ code: 'from_future' }), '/数据/甲')
  expect(text).toMatch(/较新版本.*\n\n.*\/数据\/甲$/s)
  expect(troubleText('en', new Refusal({ code: 'corrupt' }), '/d')).toMatch(/damaged.*\/d$/s)
})

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['en-GB', 'en'],
  ['de', 'en'],
])('%s speaks %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale)
})
