import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Bridge, KernelEvent } from '../../../shared/contract/index.ts'
import { useKernelQuery } from '../../../renderer/lib/kernel.ts'
import { useOrder } from '../../../renderer/speech/useOrder.ts'
import { drawPage } from '../app/page.testkit.tsx'

const sittingId = 's'

/** A kernel that answers a move when the test says so, and announces it before it answers, as it may. */
const slow = () => {
  const waiting: (() => void)[] = []
  let order = ['a', 'b', 'c']
  let asked = 0
  let rev = 0
  let listener: (event: KernelEvent) => void = () => undefined
  const bridge: Bridge = {
    call: (method, input) => {
      if (method === 'speech.list') {
        asked += 1
        const speeches = order.map((id) => ({ id, state: 'queued' }))
        return Promise.resolve({ ok: true, value: { now: 0, speeches } })
      }
      const { id, position } = input as { id: string; position: number }
      return new Promise((answer) =>
        waiting.push(() => {
          order = order.filter((one) => one !== id).toSpliced(position - 1, 0, id)
          rev += 1
          listener({ type: 'changed', changed: { topics: ['speech'], rev, since: 0 } })
          setTimeout(() => answer({ ok: true, value: null }), 20)
        }),
      )
    },
    on: (next) => {
      listener = next
      return () => undefined
    },
    cancel: () => undefined,
  }
  return { bridge, waiting, asked: () => asked }
}

const seen: string[] = []

const Waiting = () => {
  const move = useOrder(sittingId)
  const { data } = useKernelQuery('speech.list', { sittingId })
  const ids = (data?.speeches ?? []).map(({ id }) => id)
  const text = ids.join('')
  if (text !== seen.at(-1)) seen.push(text)
  return <button onClick={() => move('a', ids.indexOf('a') + 1)}>{text}</button>
}

let stop = (): void => undefined
afterEach(() => stop())

it('takes back nothing that was asked for, however slow the answers; then holds what the kernel has', async () => {
  const { bridge, waiting, asked } = slow()
  stop = drawPage(bridge, <Waiting />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'abc' }))
  await user.click(await screen.findByRole('button', { name: 'bac' }))
  await screen.findByRole('button', { name: 'bca' })
  await waitFor(() => expect(waiting).toHaveLength(1))
  waiting[0]?.()
  await waitFor(() => expect(waiting).toHaveLength(2))
  waiting[1]?.()
  await waitFor(() => expect(asked()).toBeGreaterThan(1))
  expect(seen).toEqual(['', 'abc', 'bac', 'bca'])
})
