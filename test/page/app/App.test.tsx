import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, withBody, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from './page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('asks who works, then for the body, then opens the page', async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await user.type(await screen.findByLabelText('操作人姓名'), '林会务{Enter}')
  await user.type(await screen.findByLabelText('全称'), '临江市人民代表大会常务委员会')
  await user.type(screen.getByLabelText('简称'), '市人大常委会')
  await user.click(screen.getByLabelText('设区的市级'))
  await user.type(screen.getByLabelText('届'), '9')
  await user.type(screen.getByLabelText('本届起始日期'), '2022.1.10')
  await user.type(screen.getByLabelText('名额'), '31{Enter}')
  expect(await screen.findByRole('navigation', { name: '画面' })).toBeTruthy()
  expect((await own.client.body.get({})).ok).toBe(true)
  expect(await screen.findByText('操作人 林会务')).toBeTruthy()
  expect(await screen.findByText(/^已存盘 \d\d:\d\d:\d\d$/)).toBeTruthy()
})

it('says at the field that the seats are outside the legal range, with the article, and saves nothing', async () => {
  const user = userEvent.setup()
  await own.client.journal.signOn({ name: '林会务' })
  stop = drawPage(own.kernel, <App />)
  await user.type(await screen.findByLabelText('全称'), '临江县人民代表大会常务委员会')
  await user.type(screen.getByLabelText('简称'), '县人大常委会')
  await user.type(screen.getByLabelText('届'), '9')
  await user.type(screen.getByLabelText('名额'), '46')
  await user.type(screen.getByLabelText('本届起始日期'), '2022-01-10{Enter}')
  const seats = screen.getByLabelText('名额')
  await waitFor(() => expect(seats.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText(/15 至 35 名.*第四十七条/)).toBeTruthy()
  expect(document.activeElement).toBe(seats)
  expect(await own.client.body.get({})).toEqual({ ok: true, value: null })
})

it('goes to places by key, shows their keys, and finds commands by pinyin initials', async () => {
  const user = userEvent.setup()
  await withBody(own, { count: 3 })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}3{/Alt}')
  expect(await screen.findByRole('heading', { name: '人员' })).toBeTruthy()
  const footer = screen.getByRole('contentinfo')
  expect(within(footer).getByText('新增组成人员')).toBeTruthy()
  await user.keyboard('{Control>}k{/Control}')
  const box = await screen.findByRole('combobox', { name: '输入要做的事' })
  await user.type(box, 'qwrz')
  expect(screen.getAllByRole('option').map((line) => line.textContent)).toEqual([
    '前往日志前往Alt8',
  ])
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: '日志' })).toBeTruthy()
})

it('rests while an input method composes and while letters are typed', async () => {
  const user = userEvent.setup()
  await withBody(own, { count: 3 })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}3{/Alt}')
  const search = await screen.findByRole('searchbox', { name: '姓名、拼音或首字母' })
  await user.type(search, 'n')
  expect(screen.queryByRole('dialog')).toBeNull()
  search.blur()
  const press = (init: KeyboardEventInit) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
  press({ key: 'Process', code: 'KeyN', keyCode: 229 })
  press({ key: 'n', code: 'KeyN', isComposing: true })
  await Promise.resolve()
  expect(screen.queryByRole('dialog')).toBeNull()
  press({ key: 'n', code: 'KeyN' })
  expect(await screen.findByRole('dialog', { name: '新增组成人员' })).toBeTruthy()
})

it('lets a press that closes a layer do nothing else', async () => {
  const user = userEvent.setup()
  await withBody(own, { count: 3 })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}3{/Alt}')
  await user.keyboard('{Control>}i{/Control}')
  await screen.findByRole('heading', { name: '导入名册', level: 1 })
  await user.keyboard('{F1}')
  await screen.findByRole('dialog', { name: '快捷键' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('heading', { name: '导入名册', level: 1 })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '菜单' }))
  await screen.findByRole('menu', { hidden: true })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('menu', { hidden: true })).toBeNull())
  expect(screen.getByRole('heading', { name: '导入名册', level: 1 })).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('heading', { name: '人员' })).toBeTruthy()
})

it('keeps the focus on the page when what had it is taken away', async () => {
  const user = userEvent.setup()
  await withBody(own, { count: 3 })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}3{/Alt}{Control>}i{/Control}')
  const pick = await screen.findByRole('button', { name: /选择名册文件/ })
  await waitFor(() => expect(document.activeElement).toBe(pick))
  await user.keyboard('{Escape}')
  await screen.findByRole('heading', { name: '人员' })
  await waitFor(() => expect(document.activeElement).toBe(document.getElementById('content')))
})

it('tells when the connection to the data is lost, and asks again when it is back', async () => {
  await withBody(own, { count: 3 })
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  window.dispatchEvent(new Event('yixi:offline'))
  expect((await screen.findByRole('alert')).textContent).toContain('连接已断开')
  window.dispatchEvent(new Event('yixi:online'))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})
