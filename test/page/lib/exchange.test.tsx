import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Reply } from '../../../shared/contract/index.ts'
import type * as Client from '../../../renderer/lib/client.ts'
import type * as Exchange from '../../../renderer/lib/exchange.ts'
import type * as Notices from '../../../renderer/lib/notices.ts'

const reload = vi.fn()
const asked: string[] = []

let client: typeof Client
let exchange: typeof Exchange
let notices: typeof Notices

/** Each case is a page of its own. */
beforeEach(async () => {
  vi.stubGlobal('location', { reload })
  window.yixi = {
    call: async (method) => {
      asked.push(method)
      return { ok: true, value: null }
    },
    on: () => () => undefined,
    cancel: () => undefined,
  }
  vi.resetModules()
  client = await import('../../../renderer/lib/client.ts')
  exchange = await import('../../../renderer/lib/exchange.ts')
  notices = await import('../../../renderer/lib/notices.ts')
})
afterEach(() => {
  asked.length = 0
  reload.mockClear()
  sessionStorage.clear()
})

const refused: Reply<null> = { ok: false, error: { code: 'busy' } }
const keepPlace = () => void client.callKernel('safety.keepPlace', { place: {} })
const turn = () => new Promise((done) => setTimeout(done))

it('a page whose file another page exchanged begins anew and sends nothing more', async () => {
  exchange.onExchanged()
  expect(reload).toHaveBeenCalledOnce()
  keepPlace()
  await turn()
  expect(asked).toEqual([])
})

it('a page that exchanges it waits for the answer, tells it, and takes what it told along', async () => {
  const goesOn = await exchange.exchangeFile(
    async () => {
      exchange.onExchanged()
      keepPlace()
      expect(reload).not.toHaveBeenCalled()
      return { ok: true, value: '甲' }
    },
    (value) => notices.notify('good', value),
  )
  expect([goesOn, asked]).toEqual([false, []])
  expect(reload).toHaveBeenCalledOnce()
  notices.useNotices.setState({ notices: [] })
  notices.tellCarried()
  expect(notices.useNotices.getState().notices).toMatchObject([{ tone: 'good', text: '甲' }])
  expect(sessionStorage).toHaveLength(0)
})

it('refused, it goes on where it was, and what was held back goes out', async () => {
  const goesOn = await exchange.exchangeFile(async () => {
    keepPlace()
    return refused
  })
  await turn()
  expect([goesOn, asked]).toEqual([true, ['safety.keepPlace']])
  expect(reload).not.toHaveBeenCalled()
})

it('refused when another file is open all the same, it begins anew', async () => {
  const goesOn = await exchange.exchangeFile(async () => {
    exchange.onExchanged()
    return refused
  })
  expect(goesOn).toBe(false)
  expect(reload).toHaveBeenCalledOnce()
})
