import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { aftermath } from '../../builders/aftermath.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let sessionId: string
let user: ReturnType<typeof userEvent.setup>
/** The third paper waits until the test lets it go. */
let rendered: number
let release: () => void

beforeEach(async () => {
  rendered = 0
  const gate = new Promise<void>((resolve) => (release = resolve))
  own = testKernel('2026-11-26T08:50:00', (real) => ({
    ...real,
    renderDocx: async (paper) => {
      rendered += 1
      if (rendered === 3) await gate
      return real.renderDocx(paper)
    },
  }))
  const steps = aftermath(own)
  const place = await steps.hall(29)
  sessionId = place.sessionId
  const bureau = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
  const [question] = await steps.proposed(place, 'mayor', [bureau])
  if (question) await steps.decided(place, question)
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
})

afterEach(async () => {
  release()
  stop()
  await own.dispose()
})

const made = async () => value(await own.client.formality.ofSession({ sessionId })).made
const journaled = async () =>
  value(await own.client.journal.entries({})).filter(({ command }) => command === 'papers.makeAll')
const pressAfter = async () => user.keyboard('{Control>}{Enter}{/Control}')
const pressPapers = async () => {
  await user.click(screen.getByRole('button', { name: '更多' }))
  await user.click(await screen.findByRole('menuitem', { name: '一键生成会后文书', hidden: true }))
}

it.each([
  ['任后', 'm', /一键生成全部文书/u, pressAfter],
  ['文书', '7', /导出 Word/u, pressPapers],
])(
  'stops the one press on «%s» half-way: nothing saved, nothing recorded, and it can be pressed again',
  async (name, key, ready, press) => {
    await user.keyboard(`{Alt>}${key}{/Alt}`)
    await screen.findByRole('heading', { name })
    const button = await screen.findByRole('button', { name: ready })
    await waitFor(() => expect(button).toHaveProperty('disabled', false))
    await press()
    await waitFor(() => expect(rendered).toBe(3))
    await screen.findByText('2 / 9')
    await user.click(screen.getByRole('button', { name: '取消' }))
    release()
    await screen.findByText('已取消，没有导出文件。')
    expect(own.saved).toEqual([])
    expect(await made()).toEqual([])
    expect(await journaled()).toEqual([])
    await screen.findByRole('button', { name: ready })
    await press()
    await waitFor(() => expect(own.saved).toHaveLength(9))
    await waitFor(async () => expect(await made()).toHaveLength(9))
  },
)
