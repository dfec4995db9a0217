import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CountdownView } from '../../../renderer/hall/Countdown.tsx'
import { followFrames } from '../../../renderer/hall/follow.ts'
import type { Frame } from '../../../shared/contract/hall.ts'
import { toEpoch } from '../../../shared/rules/moment.ts'

it('runs by the clock the frames bring, however wrong the wall’s own is', async () => {
  // Half a minute into a speech by the kernel's clock, in a year this computer is not in.
  const frame = { rev: 'a', at: toEpoch('2031-03-02T09:00:30') } as Frame
  const bridge = {
    frame: async () => ({ ok: true as const, value: frame }),
    on: () => () => undefined,
  }
  await new Promise<void>((heard) => {
    const stop = followFrames(bridge, 'hall', () => {
      stop()
      heard()
    })
  })
  const startedAt = '2031-03-02T09:00:00'
  const countdown = { startedAt, limitSeconds: 600, extraSeconds: 0, left: '剩余', over: '超时' }
  render(<CountdownView countdown={countdown} />)
  expect(screen.getByText(/^0?9:(30|29)$/u)).toBeTruthy()
})
