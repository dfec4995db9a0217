import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Bridge } from '../../../shared/contract/index.ts'
import { aftermath } from '../../builders/aftermath.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let sessionId: string

const sheets = () => screen.getByRole('document').shadowRoot?.textContent ?? ''
const pick = (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(
    within(screen.getByRole('navigation', { name: '选择文书' })).getByRole('button', {
      name: new RegExp(`${name}(?!（)`, 'u'),
    }),
  )
const after = async () =>
  (value(await own.client.papers.settings({})).value as { after: Record<string, object> }).after
const outgoing = async () => value(await own.client.papers.outgoing({ sessionId })).value

/** One passed, one still to come. */
beforeEach(async () => {
  own = testKernel()
  const steps = aftermath(own)
  const place = await steps.hall(29)
  sessionId = place.sessionId
  const bureau = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
  const office = { verb: '决定任命', personName: '于安邦', post: '临江市教育局局长' }
  const [first] = await steps.proposed(place, 'mayor', [bureau, office])
  if (first) await steps.decided(place, first)
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const draw = async (bridge: Bridge = own.kernel) => {
  const user = userEvent.setup()
  stop = drawPage(bridge, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}7{/Alt}')
  await screen.findByRole('navigation', { name: '选择文书' })
  return user
}

it('prints certificates on pre-printed stock, moved by half a millimetre, and keeps it', async () => {
  const user = await draw()
  await pick(user, '任命书')
  await waitFor(() => expect(sheets()).toContain('任　命　书'))
  expect(sheets()).toContain('任命方明远为临江市财政局局长。')
  expect(sheets()).not.toContain('于安邦')
  await user.click(screen.getByLabelText('套打：只印文字'))
  await waitFor(() => expect(sheets()).not.toContain('任　命　书'))
  await user.click(screen.getByRole('combobox', { name: /左右移动/u }))
  // Both offsets offer the same steps; the first list is the one just opened.
  const [step] = await screen.findAllByRole('option', { name: '0.5 毫米', hidden: true })
  await user.click(step as HTMLElement)
  await waitFor(async () =>
    expect((await after())['certificate']).toMatchObject({ textOnly: true, offsetX: 0.5 }),
  )
  await waitFor(() =>
    expect(screen.getByRole('document').shadowRoot?.querySelector('.card > .x1')).toBeTruthy(),
  )
})

it('numbers this session’s notices from the number typed, and refuses what is none', async () => {
  const user = await draw()
  await pick(user, '任免通知')
  await waitFor(() => expect(sheets()).toContain('临人常发〔2026〕　号'))
  const field = await screen.findByLabelText('本次会议第一份通知的号数')
  await user.type(field, '十五{Enter}')
  expect(await screen.findByText('请填1到99999的整数，或者空着。')).toBeTruthy()
  expect((await outgoing()).notice).toBeNull()
  await user.clear(field)
  await user.type(field, '15{Enter}')
  await waitFor(() => expect(sheets()).toContain('临人常发〔2026〕15号'))
  expect((await outgoing()).notice).toBe(15)
})

it('words a sentence as the office does, and refuses one that would lose its meeting', async () => {
  const user = await draw()
  await pick(user, '公告')
  const text = await screen.findByRole('textbox', { name: '开头' })
  await user.clear(text)
  await user.type(text, '现将通过的任免事项公布如下：')
  await user.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText(/句中缺少“会议”/u)).toBeTruthy()
  await user.clear(text)
  await user.type(text, '{{会议}决定：')
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(sheets()).toContain('临江市第九届人民代表大会常务委员会第二十次会议决定：'),
  )
})

it('keeps a line and the box clicked to leave it, while the line is still on its way', async () => {
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  const { kernel } = own
  const asked: string[] = []
  const call: typeof kernel.call = async (name, input) => {
    if (name === 'papers.saveSettings' && asked.push(name) === 1) await gate
    return kernel.call(name, input)
  }
  const user = await draw({ ...kernel, call })
  await pick(user, '任命书')
  await user.type(await screen.findByLabelText('署名人姓名'), '龙啸天')
  await user.click(screen.getByLabelText('套打：只印文字'))
  await waitFor(() => expect(asked).toHaveLength(1))
  release()
  await waitFor(async () =>
    expect((await after())['certificate']).toMatchObject({ signerName: '龙啸天', textOnly: true }),
  )
  expect(screen.getByLabelText('套打：只印文字')).toHaveProperty('checked', true)
})

it('says of a paper before the vote what is still missing', async () => {
  const user = await draw()
  await pick(user, '备案报告')
  await waitFor(() => expect(sheets()).toContain('方明远为临江市财政局局长'))
  await user.click(screen.getByRole('button', { name: /任免名单（草案）/u }))
  await waitFor(() => expect(sheets()).toContain('于安邦为临江市教育局局长'))
  expect(sheets()).not.toContain('方明远')
})

it('makes everything that follows by one press', async () => {
  const user = await draw()
  await waitFor(() => expect(sheets()).not.toBe(''))
  await user.click(screen.getByRole('button', { name: '更多' }))
  await user.click(await screen.findByRole('menuitem', { name: '一键生成会后文书', hidden: true }))
  await waitFor(() => expect(own.saved).toHaveLength(9), { timeout: 20_000 })
  expect(await screen.findByText(`已导出 9 个文件，存于 ${own.folder}`)).toBeTruthy()
  expect(own.saved.map(({ name }) => name.slice(0, 2))).toEqual([
    '01',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
    '09',
    '10',
  ])
})

it('says above a report what it leaves room for, and nothing once the office has named it', async () => {
  const user = await draw()
  await pick(user, '备案报告')
  const sentence = /印出来留空，可以手填：上一级人民政府的全称还没有填/u
  expect(await screen.findByText(sentence)).toBeTruthy()
  await waitFor(() => expect(sheets()).toContain('＿＿＿＿人民政府：'))
  const field = await screen.findByLabelText('主送：上一级政府')
  await user.type(field, '江源省人民政府{Enter}')
  await user.tab()
  await waitFor(() => expect(sheets()).toContain('江源省人民政府：'))
  expect(screen.queryByText(sentence)).toBeNull()
})
