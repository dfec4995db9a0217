import { configure, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { kernelNow, useKernelClock } from '../../../renderer/lib/kernel-clock.ts'

configure({ asyncUtilTimeout: 8000 })

// The kernel's clock stands at noon here, far from the page's own.
const noon = Date.parse('2026-11-26T04:00:00Z')

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: noon - 3_600_000 }))
afterEach(() => vi.useRealTimers())

/** A countdown drawn over an answer of the kernel, which may be replaced by another. */
const drawn = (answer: { now: number }) =>
  renderHook((props: { answer: { now: number } }) => useKernelClock(props.answer, true), {
    initialProps: { answer },
  })
/** Whole seconds since noon. */
const since = (now: number) => Math.floor((now - noon) / 1000)

it('goes by the kernel, whatever the clock of the computer says or is set to', async () => {
  const { result } = drawn({ now: noon })
  expect(since(result.current)).toBe(0)
  vi.setSystemTime(noon + 7_200_000)
  await waitFor(() => expect(since(result.current)).toBeGreaterThan(0))
  expect(since(kernelNow())).toBeLessThan(60)
})

it('does not stumble over the time an answer took, and follows a clock that was really moved', async () => {
  const { result, rerender } = drawn({ now: noon + 600_000 })
  const before = kernelNow()
  rerender({ answer: { now: before - 700 } })
  expect(kernelNow()).toBeGreaterThanOrEqual(before)
  rerender({ answer: { now: noon + 900_000 } })
  await waitFor(() => expect(since(result.current)).toBeGreaterThanOrEqual(900))
})

it('hears an answer once: drawn again later, an old one does not put the time back', async () => {
  const answer = { now: noon + 1_200_000 }
  const first = drawn(answer)
  await waitFor(() => expect(since(first.result.current)).toBeGreaterThan(1200))
  first.unmount()
  expect(since(drawn(answer).result.current)).toBeGreaterThan(1200)
})
