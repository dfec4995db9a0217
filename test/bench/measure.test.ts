import { describe, expect, test } from 'vitest'
import { compared, figures, percentile, perSecond, ratioOf, repeated, sorted } from './measure.ts'

const oneToHundred = sorted(Array.from({ length: 100 }, (_, index) => 100 - index))

describe('figures', () => {
  test('are taken by the nearest rank', () => {
    expect(percentile(oneToHundred, 0.5)).toBe(50)
    expect(percentile(oneToHundred, 0.99)).toBe(99)
    expect(percentile(oneToHundred, 1)).toBe(100)
    expect(percentile([7], 0.01)).toBe(7)
    expect(() => percentile([], 0.5)).toThrow(RangeError)
  })

  test('carry the number of runs', () => {
    expect(figures(oneToHundred)).toEqual({ runs: 100, p50: 50, p95: 95, p99: 99, max: 100 })
  })

  test('stand against each other rank by rank', () => {
    const twice = oneToHundred.map((time) => time * 2)
    expect(ratioOf(twice, oneToHundred).ratio).toEqual({ p50: 2, p99: 2 })
  })
})

describe('runs', () => {
  test('are warmed up with a tenth of their number, and every run has its own', async () => {
    const seen: number[] = []
    const samples = await repeated((index) => seen.push(index), 20)
    expect(samples).toHaveLength(20)
    expect(seen).toEqual(Array.from({ length: 22 }, (_, index) => index))
  })

  test('of two things alternate', async () => {
    const order: string[] = []
    const { ours, bare } = await compared(
      () => order.push('ours'),
      () => order.push('bare'),
      10,
    )
    expect([ours.runs, bare.runs]).toEqual([10, 10])
    expect(order.slice(0, 4)).toEqual(['ours', 'bare', 'ours', 'bare'])
  })

  test('by the second are counted in whole', async () => {
    const rate = await perSecond(() => undefined, 1000)
    expect(Number.isInteger(rate)).toBe(true)
    expect(rate).toBeGreaterThan(0)
  })
})
