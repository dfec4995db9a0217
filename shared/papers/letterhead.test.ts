import { expect, it } from 'vitest'
import { imprintScale } from './letterhead.ts'

it.each([
  ['临江市人民代表大会常务委员会办公室', 100],
  ['澜川市梅岭区人民代表大会常务委员会办公室', 93],
])('%s is printed at %i per cent, with its day on the same line', (issuer, scale) => {
  expect(imprintScale({ copies: '', issuer, date: '2026-11-23' })).toBe(scale)
})
