import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callFrom, launchDesktop, makeFolder, type Desktop } from './lib/launch.ts'

// The thread that makes copies and the file it is started from, as they stand in the compiled program.

const made = makeFolder()
const stick = join(made.folder, 'stick')
let desktop: Desktop

beforeAll(async () => {
  mkdirSync(stick)
  desktop = await launchDesktop(join(made.folder, 'data'), '--demo')
})
afterAll(async () => {
  await desktop.app.close()
  made.remove()
})

const call = (method: string, input?: unknown) => callFrom(desktop.page, method, input)
const copies = () => readdirSync(stick).filter((name) => /^yixi-.*\.db$/.test(name))

test('a copy arrives on the stick, checked', async () => {
  await call('journal.signOn', { name: '钱书文' })
  expect(await call('safety.setShadow', { taskId: 's', folder: stick })).toMatchObject({ ok: true })
  const state = async () => await call('safety.shadow', {})
  await expect.poll(state).toMatchObject({ value: { state: 'saved', message: null } })
  expect(copies()).toHaveLength(1)
})

test('the host can ask for a folder, and a rehearsal leaves the data as it is', async () => {
  expect(await call('safety.drives', { taskId: 'd' })).toMatchObject({ value: { dialog: true } })
  const { page } = desktop
  // The page begins anew on the file that is open then.
  await page.reload()
  await page.getByRole('navigation', { name: '会议' }).waitFor()
  await page.keyboard.press('Control+Shift+R')
  await page.getByRole('dialog', { name: '开始演练？' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('演练第1次').waitFor()
  await page.keyboard.press('Control+Shift+R')
  await page.getByRole('dialog', { name: '演练第1次已结束' }).waitFor()
  await page.getByText('正式数据与演练开始前逐字节相同').waitFor()
})
