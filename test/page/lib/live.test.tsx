import { notifyManager, QueryObserver } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Bridge, KernelEvent } from '../../../shared/contract/index.ts'
import { drawPage } from '../app/page.testkit.tsx'
import { useKernelQuery } from '../../../renderer/lib/kernel.ts'
import { createQueryClient } from '../../../renderer/lib/live.ts'

/** A kernel that counts what it is asked and announces what the test says. */
const counting = () => {
  const asked: Record<string, number> = {}
  let listener: (event: KernelEvent) => void = () => undefined
  const bridge: Bridge = {
    call: async (method) => {
      asked[method] = (asked[method] ?? 0) + 1
      return { ok: true, value: asked[method] }
    },
    on: (next) => {
      listener = next
      return () => undefined
    },
    cancel: () => undefined,
  }
  return { bridge, asked, announce: (event: KernelEvent) => listener(event) }
}

const Two = () => {
  const roster = useKernelQuery('roster.members', {})
  const body = useKernelQuery('body.parameters', {})
  return (
    <p>
      roster {String(roster.data)} body {String(body.data)}
    </p>
  )
}

let stop = (): void => undefined
afterEach(() => stop())

it('asks again for the topics announced, and for nothing else', async () => {
  const { bridge, announce } = counting()
  stop = drawPage(bridge, <Two />)
  await screen.findByText('roster 1 body 1')
  announce({ type: 'changed', changed: { topics: ['roster'], rev: 7, since: 0 } })
  await screen.findByText('roster 2 body 1')
  announce({ type: 'changed', changed: { topics: ['body', 'journal'], rev: 8, since: 0 } })
  await screen.findByText('roster 2 body 2')
})

it('takes no first answer that was on its way when a change was announced', async () => {
  const { bridge, asked, announce } = counting()
  let answer = (): void => undefined
  const late = new Promise<void>((go) => (answer = go))
  const call: Bridge['call'] = async (method, input) => {
    const reply = await bridge.call(method, input)
    if (asked['roster.members'] === 1 && method === 'roster.members') await late
    return reply
  }
  stop = drawPage({ ...bridge, call }, <Two />)
  await waitFor(() => expect(asked['roster.members']).toBe(1))
  announce({ type: 'changed', changed: { topics: ['roster'], rev: 7, since: 0 } })
  await screen.findByText('roster 2 body 1')
  answer()
  await late
  await new Promise((done) => setTimeout(done, 20))
  expect(screen.getByText('roster 2 body 1')).toBeTruthy()
})

it('tells what changed before the next event can be heard', async () => {
  const queries = createQueryClient()
  const seen: unknown[] = []
  const watch = new QueryObserver(queries, { queryKey: ['one'], queryFn: () => 0, enabled: false })
  // As the components are told.
  const unwatch = watch.subscribe(notifyManager.batchCalls(({ data }) => seen.push(data)))
  queries.setQueryData(['one'], 1)
  await Promise.resolve()
  unwatch()
  expect(seen).toEqual([1])
})

it('asks for everything again after a gap', async () => {
  const { bridge, announce } = counting()
  stop = drawPage(bridge, <Two />)
  await screen.findByText('roster 1 body 1')
  announce({ type: 'changed', changed: { topics: ['ballot'], rev: 7, since: 0 } })
  announce({ type: 'changed', changed: { topics: ['ballot'], rev: 9, since: 0 } })
  await screen.findByText('roster 2 body 2')
})

it('asks for everything again when the connection is back', async () => {
  const { bridge, asked } = counting()
  stop = drawPage(bridge, <Two />)
  await screen.findByText('roster 1 body 1')
  window.dispatchEvent(new Event('yixi:offline'))
  window.dispatchEvent(new Event('yixi:online'))
  await waitFor(() => expect(asked).toEqual({ 'roster.members': 2, 'body.parameters': 2 }))
})

it('begins anew once another file is open, also when that was announced in a gap', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  const { bridge, announce } = counting()
  stop = drawPage(bridge, <Two />)
  announce({ type: 'changed', changed: { topics: ['roster'], rev: 7, since: 3 } })
  expect(reload).not.toHaveBeenCalled()
  announce({ type: 'changed', changed: { topics: ['roster'], rev: 9, since: 8 } })
  expect(reload).toHaveBeenCalledOnce()
})
