import { expect, it } from 'vitest'
import type { Frame, HallBridge } from '../../../shared/contract/hall.ts'
import { followFrames, type News } from '../../../renderer/hall/follow.ts'
import { kernelNow } from '../../../renderer/lib/kernel-clock.ts'

// The loop of the hall page against a source that comes and goes. Paces are short; nothing here is measured.

const frameOf = (rev: string) => ({ rev, at: Date.now() }) as Frame
const pace = { steady: 5, lost: 5, patience: 30 }

/** A source whose answer the test sets. */
const source = () => {
  const own = {
    answer: (() => ({ ok: true, value: frameOf('1') })) as () =>
      ReturnType<HallBridge['frame']> | Awaited<ReturnType<HallBridge['frame']>>,
    asked: 0,
    nudge: (): void => undefined,
    off: 0,
  }
  const bridge: HallBridge = {
    frame: async () => {
      own.asked += 1
      return own.answer()
    },
    on: (listener) => {
      own.nudge = listener
      return () => {
        own.off += 1
      }
    },
  }
  return { own, bridge }
}
const heardBy = (bridge: HallBridge, own = pace) => {
  const news: News[] = []
  const stop = followFrames(bridge, 'hall', (one) => news.push(one), own)
  const last = () => {
    const one = news.at(-1)
    return one && [one.frame?.rev, one.lost]
  }
  return { news, stop, last }
}

it('tells each frame once, however often it is asked for', async () => {
  const { own, bridge } = source()
  const { news, stop, last } = heardBy(bridge)
  await expect.poll(() => own.asked).toBeGreaterThan(5)
  expect(news).toHaveLength(1)
  own.answer = () => ({ ok: true, value: frameOf('2') })
  own.nudge()
  await expect.poll(last).toEqual(['2', false])
  expect(news).toHaveLength(2)
  stop()
})

it.each<[string, () => ReturnType<HallBridge['frame']>]>([
  ['refuses', () => Promise.resolve({ ok: false, error: { code: 'busy' } })],
  ['breaks', () => Promise.reject(new Error('gone'))],
  ['falls silent', () => new Promise(() => undefined)],
])('keeps the last frame when the source %s, and takes it up again', async (_, gone) => {
  const { own, bridge } = source()
  const { stop, last } = heardBy(bridge)
  await expect.poll(last).toEqual(['1', false])
  own.answer = gone
  await expect.poll(last).toEqual(['1', true])
  own.answer = () => ({ ok: true, value: frameOf('1') })
  await expect.poll(last).toEqual(['1', false])
  stop()
})

it('a source that is not there at first is said to be lost, without a frame', async () => {
  const { own, bridge } = source()
  own.answer = () => ({ ok: false, error: { code: 'internal' } })
  const { stop, last } = heardBy(bridge)
  await expect.poll(last).toEqual([undefined, true])
  stop()
})

it('asks no more once stopped', async () => {
  const { own, bridge } = source()
  const { stop, last } = heardBy(bridge)
  await expect.poll(last).toBeDefined()
  stop()
  const { asked } = own
  await new Promise((done) => setTimeout(done, 60))
  expect([own.asked - asked <= 1, own.off]).toEqual([true, 1])
})

it('asks once more at once where another frame was ready while it asked', async () => {
  const { own, bridge } = source()
  let first: (reply: Awaited<ReturnType<HallBridge['frame']>>) => void = () => undefined
  own.answer = () => new Promise((done) => (first = done))
  // Nothing but the nudge asks within this test.
  const { stop, last } = heardBy(bridge, { steady: 600_000, lost: 600_000, patience: 600_000 })
  await expect.poll(() => own.asked).toBe(1)
  own.nudge()
  own.answer = () => ({ ok: true, value: frameOf('2') })
  first({ ok: true, value: frameOf('1') })
  await expect.poll(last).toEqual(['2', false])
  stop()
})

it('goes by the clock its frames carry', async () => {
  const { own, bridge } = source()
  const at = Date.now() + 3_600_000
  own.answer = () => ({ ok: true, value: { ...frameOf('1'), at } })
  const { stop, last } = heardBy(bridge)
  await expect.poll(last).toEqual(['1', false])
  expect(kernelNow()).toBeGreaterThanOrEqual(at)
  stop()
})
