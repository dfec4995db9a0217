import { afterEach, expect, it } from 'vitest'
import { callKernel, holdCalls } from '../../../renderer/lib/client.ts'

const order: string[] = []
const answers: (() => void)[] = []
window.yixi = {
  call: (method) => {
    order.push(method)
    return new Promise((done) => answers.push(() => done({ ok: true, value: null })))
  },
  on: () => () => undefined,
  cancel: () => undefined,
}
const answerAll = () => answers.splice(0).forEach((answer) => answer())
const turn = () => new Promise((done) => setTimeout(done))
afterEach(() => {
  order.length = 0
})

it('what is on its way arrives before, what comes after waits, and only the exchange goes through', async () => {
  void callKernel('safety.keepPlace', { place: {} })
  let held = false
  const holding = holdCalls().then((letGo) => {
    held = true
    return letGo
  })
  await turn()
  expect(held).toBe(false)
  answerAll()
  const letGo = await holding
  const late = callKernel('safety.keepPlace', { place: { late: true } })
  void callKernel('safety.endRehearsal', { taskId: 'e' })
  await turn()
  expect(order).toEqual(['safety.keepPlace', 'safety.endRehearsal'])
  letGo()
  await turn()
  expect(order).toHaveLength(3)
  answerAll()
  expect((await late).ok).toBe(true)
})

it('a call that cannot even be made is an answer too', async () => {
  const bridge = window.yixi
  window.yixi = {
    ...bridge,
    call: () => {
      throw new ReferenceError('no bridge')
    },
  }
  const reply = await callKernel('safety.keepPlace', { place: {} })
  window.yixi = bridge
  expect(reply).toEqual({ ok: false, error: { code: 'internal' } })
})
