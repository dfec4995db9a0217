import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { failureSentence } from '../../../renderer/lib/errors.ts'
import { useDraft } from '../../../renderer/lib/form.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'
import { wholeSentence } from '../../../renderer/lib/kernel.ts'

beforeEach(() => {
  localStorage.clear()
  startI18n()
})

it('brings every field of a failure to its input, and forgets it when that field changes', () => {
  const { result } = renderHook(() => useDraft({ name: '', seats: 3 }))
  act(() =>
    result.current.take({
      code: 'invalid',
      fields: {
        name: { key: 'errors.field.missing' },
        'term.seats': { key: 'errors.field.tooBig', params: { maximum: 200 } },
      },
    }),
  )
  expect(result.current.errorAt('name')).toBe('必须填写。')
  expect(result.current.errorAt('term.seats')).toBe('太长或太大，上限 200。')
  act(() => result.current.set('seats', 4))
  expect(result.current.errorAt('term.seats')).toBeUndefined()
  expect(result.current.errorAt('name')).toBe('必须填写。')
  expect(result.current.dirty).toBe(true)
  act(() => result.current.take(null))
  expect(result.current.errorAt('name')).toBeUndefined()
})

it('says a failure in its own words, else in those of its code; never a bare key', () => {
  const own = {
    code: 'rule',
    message: { key: 'roster.memberInUse', params: { name: '王海' } },
  } as const
  expect(failureSentence(own)).toContain('“王海”')
  expect(failureSentence({ code: 'disk_full', message: { key: 'no.such.key' } })).toContain(
    '磁盘已满',
  )
  expect(failureSentence({ code: 'internal', id: 'a1b2' })).toContain('a1b2')
  expect(wholeSentence({ code: 'invalid', fields: { name: { key: 'no.such.key' } } })).toBe(
    '有内容填写不正确，没有保存。 填写不正确。',
  )
})
