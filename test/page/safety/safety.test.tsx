import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { useRehearsing } from '../../../renderer/safety/rehearsal.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let folder = ''
let stop = (): void => undefined

const openSafety = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}-{/Alt}')
  await screen.findByRole('heading', { name: '演练与副本' })
  return user
}

beforeEach(async () => {
  own = testKernel()
  folder = mkdtempSync(join(tmpdir(), 'yixi-page-'))
  sessionStorage.clear()
  useRehearsing.setState({ asking: false, ended: null })
  await withBody(own, { count: 3 })
})

afterEach(async () => {
  stop()
  await own.dispose()
  rmSync(folder, { recursive: true, force: true })
})

it('says beside the field why a folder cannot hold copies', async () => {
  const user = await openSafety()
  await user.type(await screen.findByLabelText('副本文件夹的路径'), join(folder, '没有'))
  await user.keyboard('{Enter}')
  await screen.findByText(/^找不到文件夹/)
  expect(value(await own.client.safety.shadow({})).state).toBe('off')
})

it('shows the copy once it was checked, warns of the same disk, and stops when asked', async () => {
  mkdirSync(join(folder, 'copies'))
  const user = await openSafety()
  await user.type(await screen.findByLabelText('副本文件夹的路径'), join(folder, 'copies'))
  await user.keyboard('{Enter}')
  await screen.findByText('最新的数据已写到副本文件夹；校验值一致，并已试打开。')
  await screen.findByText(/同一块磁盘/)
  await screen.findByText(/^yixi-[0-9a-f]{8}-\d{8}T\d{6}-\d{6}\.db$/)
  await user.click(screen.getByRole('button', { name: '不再写副本' }))
  await screen.findByText(/还没有选择存放副本的文件夹/)
  expect(screen.queryByRole('button', { name: /^副本 .*已核对$/ })).toBeNull()
})

it('tells once that the stick is gone, and once that it is back', async () => {
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  value(await own.client.safety.setShadow({ taskId: 's', folder: stick }))
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('button', { name: /^副本 .*已核对$/ })
  renameSync(stick, `${stick}-away`)
  value(await own.client.journal.signOn({ name: '经办人' }))
  await screen.findByRole('button', { name: '副本没有写成' })
  expect(await screen.findAllByText(/插回后自动补写/)).toHaveLength(1)
  renameSync(`${stick}-away`, stick)
  await screen.findByText('副本已补写，并已核对。')
  await screen.findByRole('button', { name: /^副本 .*已核对$/ })
})

it('asks before a rehearsal, and Escape leaves everything as it is', async () => {
  const user = await openSafety()
  await user.keyboard('{Control>}{Shift>}r{/Shift}{/Control}')
  await screen.findByRole('dialog', { name: '开始演练？' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(value(await own.client.safety.rehearsal({}))).toBeNull()
})

it('says over every screen that a rehearsal is on, and keeps copies out of reach', async () => {
  value(await own.client.safety.startRehearsal({ taskId: 's' }))
  const user = await openSafety()
  await screen.findByText('演练第1次')
  expect(screen.queryByLabelText('副本文件夹的路径')).toBeNull()
  await user.keyboard('{Alt>}8{/Alt}')
  await screen.findByRole('heading', { name: '日志' })
  expect(screen.getByText('演练第1次')).toBeTruthy()
})

it('tells of a rehearsal that was not ended, and wipes it on request', async () => {
  value(await own.client.safety.startRehearsal({ taskId: 's' }))
  await own.kernel.close()
  own.reopen()
  value(await own.client.journal.signOn({ name: '经办人' }))
  const user = await openSafety()
  await screen.findByText(/演练第1次（.* 开始）没有正常结束/)
  await user.click(screen.getByRole('button', { name: '清除演练' }))
  const ended = await screen.findByRole('dialog', { name: '演练第1次已结束' })
  within(ended).getByText(/已核对没有残留/)
  within(ended).getByText('正式数据与演练开始前逐字节相同。')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(value(await own.client.safety.interrupted({}))).toBeNull()
})

it('shows what a copy holds before it is opened, and says when it is older than the data here', async () => {
  value(await own.client.safety.setShadow({ taskId: 's', folder }))
  const user = await openSafety()
  await screen.findByText(/校验值一致/)
  await user.click(screen.getByRole('button', { name: '查找 U 盘上的副本' }))
  const grid = await screen.findByRole('grid', { name: '找到的副本' })
  value(await own.client.journal.signOn({ name: '之后' }))
  await user.click(within(grid).getAllByRole('button', { name: '从副本继续' })[0]!)
  const asked = await screen.findByRole('dialog', { name: '从这份副本继续？' })
  within(asked).getByText('本机数据比这份副本新。继续会退回到副本的时刻。')
  within(asked).getByText('临江市人民代表大会常务委员会')
  expect(document.activeElement?.textContent).toBe('取消')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(value(await own.client.journal.entries({}))[0]?.command).toBe('journal.signOn')
})
