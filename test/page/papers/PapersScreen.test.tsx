import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined

const draw = async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}7{/Alt}')
  await screen.findByRole('heading', { name: '文书' })
  await screen.findByRole('navigation', { name: '选择文书' })
  return user
}

const withAgenda = async (): Promise<string> => {
  const { sessionId } = await withSitting(own, await withBody(own, { count: 9 }), 2)
  value(
    await own.client.session.saveItem({
      rev: 0,
      sessionId,
      kind: 'bill',
      title: '审议<河道>管理条例（草案）',
    }),
  )
  return sessionId
}

const sheets = () => screen.getByRole('document').shadowRoot?.textContent ?? ''
const settings = async () =>
  value(await own.client.papers.settings({})).value as Record<string, Record<string, unknown>>

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('opens on a paper there is, shows it, and follows what changes', async () => {
  const sessionId = await withAgenda()
  await draw()
  await waitFor(() => expect(sheets()).toContain('一、审议<河道>管理条例（草案）'))
  await own.client.session.saveItem({ rev: 0, sessionId, kind: 'other', title: '其他事项' })
  await waitFor(() => expect(sheets()).toContain('二、其他事项'))
})

it('says in one sentence why a paper cannot be made', async () => {
  await withAgenda()
  const user = await draw()
  await user.keyboard('1')
  expect(await screen.findByText('这次会议还没有通过的任免事项，没有名单可出。')).toBeTruthy()
  await user.keyboard('5')
  expect(await screen.findByText('这次会议还没有表决。')).toBeTruthy()
  const button = screen.getByRole<HTMLButtonElement>('button', { name: /导出 Word/ })
  expect(button.disabled).toBe(true)
})

it('exports the chosen paper by key and tells the folder', async () => {
  await withAgenda()
  const user = await draw()
  await user.keyboard('4')
  await waitFor(() => expect(sheets()).toContain('出席情况'))
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText(`已导出 1 个文件，存于 ${own.folder}`)).toBeTruthy()
  expect(own.saved.map(({ name }) => name)).toEqual([
    '临江市第九届人民代表大会常务委员会第二十次会议出席情况.docx',
  ])
  expect([...(own.saved[0]?.bytes.slice(0, 2) ?? [])]).toEqual([0x50, 0x4b])
})

it('exports everything there is, as text where asked', async () => {
  await withAgenda()
  const user = await draw()
  await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
  // Agenda, attendance, both scripts, minutes.
  await waitFor(() => expect(own.saved).toHaveLength(5))
  await user.keyboard('{Control>}{Alt>}{Enter}{/Alt}{/Control}')
  await waitFor(() => expect(own.saved).toHaveLength(6))
  const text = new TextDecoder().decode(own.saved[5]?.bytes)
  expect(own.saved[5]?.name).toMatch(/议程（草案）\.txt$/)
  expect(text).toContain('一、审议<河道>管理条例（草案）')
})

it('copies a paper as text', async () => {
  await withAgenda()
  const user = await draw()
  await waitFor(() => expect(sheets()).toContain('一、'))
  await user.keyboard('{Control>}{Alt>}c{/Alt}{/Control}')
  expect(await screen.findByText(/^已复制文字/)).toBeTruthy()
  expect(await navigator.clipboard.readText()).toContain('一、审议<河道>管理条例（草案）')
})

it('keeps how a paper looks: reasons in attendance show at once and stay', async () => {
  await withAgenda()
  const user = await draw()
  await user.keyboard('4')
  await waitFor(() => expect(sheets()).toContain('出席情况'))
  expect(sheets()).not.toContain('因病')
  await user.click(screen.getByLabelText('写明请假事由'))
  await waitFor(() => expect(sheets()).toContain('因病'))
  expect((await settings())['attendance']).toMatchObject({ reasons: true })
})

it('puts the organs of the list in order by key', async () => {
  await withAgenda()
  const user = await draw()
  await user.keyboard('1')
  const organs = await screen.findByRole('listbox', { name: '机关次序' })
  await user.click(within(organs).getByText('法院'))
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(async () =>
    expect((await settings())['list']?.['groupOrder']).toEqual([
      'body',
      'government',
      'court',
      'supervisory',
      'procuratorate',
      'other',
    ]),
  )
})
