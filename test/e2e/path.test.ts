import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedName, value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// The whole of a clerk's work, from an empty folder to the printed list, through the page alone.

let app: App

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const dialog = () => app.page.getByRole('dialog')
const strip = () => app.page.getByRole('group', { name: '出席人数' })
const names = Array.from({ length: 31 }, (_, n) => inventedName(n))

const proposed = [
  '任命：',
  '余青信为临江市中级人民法院刑事审判第二庭副庭长、审判员；',
  '何书兰为临江市中级人民法院审判员。',
  '免去：',
  '陈华荣的临江市中级人民法院立案庭庭长职务。',
].join('\n')

beforeAll(async () => {
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport: { width: 1366, height: 768 } })
})

afterAll(async () => {
  await app.close()
})

test('the one who works signs on', async () => {
  await app.page.getByLabel('操作人姓名').waitFor()
  await app.page.keyboard.insertText('钱书文')
  await key('Enter')
  await app.page.getByRole('heading', { name: '设立本机的常委会' }).waitFor()
})

test('the body is set up', async () => {
  const { page } = app
  await page.getByLabel('全称').fill('临江市人民代表大会常务委员会')
  await page.getByLabel('简称').fill('市人大常委会')
  await page.getByRole('radio', { name: '设区的市级' }).check()
  await page.getByLabel('届', { exact: true }).fill('9')
  await page.getByLabel('名额').fill('31')
  await page.getByLabel('本届起始日期', { exact: true }).fill('2022.1.10')
  await key('Enter')
  await page.getByRole('navigation', { name: '画面' }).waitFor()
  expect(value(await app.client.body.get({}))).toMatchObject({
    level: 'city',
    term: { number: 9, seats: 31, startsOn: '2022-01-10' },
  })
})

test('the roster comes in from a sheet', async () => {
  const { page } = app
  const rows = names.map((name, n) => `${name},${n === 0 ? '主任' : '委员'},2022-01-10`)
  const sheet = ['姓名,职务,任职日期', ...rows].join('\r\n')
  await key('Alt+3', 'Control+i')
  await page.getByLabel('选择名册文件').setInputFiles({
    name: '名册.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${sheet}`),
  })
  await page.getByRole('grid', { name: '导入名册' }).waitFor()
  expect(value(await app.client.roster.members({}))).toEqual([])
  await key('Control+Enter')
  await page.getByText('已导入：新增 31 人').waitFor()
  expect(value(await app.client.roster.membership({}))).toMatchObject({ inOffice: 31 })
})

test('the session, its agenda and its sitting are made', async () => {
  const { page } = app
  await key('Alt+1', 'n')
  await dialog().getByText('第一次会议').waitFor()
  await dialog().getByLabel('次数').fill('20')
  await key('Enter')
  await page.getByRole('heading', { name: '第九届人大常委会第二十次会议' }).waitFor()
  await key('Shift+N')
  await dialog().waitFor()
  await key('Enter')
  await page.getByRole('button', { name: /第一次全体会议/ }).waitFor()
  await key('Alt+2', 'n')
  await page.getByLabel('新议题').waitFor()
  await page.keyboard.insertText('审议人事任免案')
  await key('Enter')
  await page.getByRole('option', { name: /审议人事任免案/ }).waitFor()
  await key('Alt+1', 'Shift+Space')
  await page.getByRole('button', { name: '休会' }).waitFor()
})

test('the roll is called by exception', async () => {
  const { page } = app
  await key('Alt+4')
  await page.getByRole('listbox', { name: '点名册' }).waitFor()
  await key('Control+F')
  await page.keyboard.insertText(names[30] ?? '')
  await key('Enter', 'q')
  await dialog().waitFor()
  await page.keyboard.insertText('因病')
  await key('Enter')
  await page.locator('[role=option]:focus').waitFor()
  await key('a')
  await expect.poll(() => strip().textContent()).toBe('应到31实到30请假1缺席0✓ 法定人数 16')
})

test('the proposed list is pasted and put to the vote', async () => {
  const { page } = app
  await key('Alt+6', 'Control+i')
  await dialog().getByRole('textbox', { name: '提请人', exact: true }).fill('市中级人民法院院长')
  await key('Enter')
  await page.getByLabel('提请或者公布的文本').focus()
  await page.keyboard.insertText(proposed)
  await key('Control+A', 'Control+X', 'Control+V')
  await page.getByRole('button', { name: '加入 3 项' }).click()
  await dialog().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '逐人付表决 3 项' }).waitFor()
  await key('Shift+M')
  await dialog().waitFor()
  await key('Enter')
  await page.getByText('已列为 3 问').waitFor()
})

test('each person is voted on with the keyboard alone', async () => {
  const { page } = app
  await key('Alt+5')
  await page.getByRole('button', { name: '进入本项' }).waitFor()
  await key('Space')
  for (const [index, exceptions] of ['', 'j'.repeat(15), 'k'].entries()) {
    await page.getByText(`逐人表决 ${index + 1} / 3`).waitFor()
    await expect.poll(() => page.getByRole('button', { name: '开始表决' }).isEnabled()).toBe(true)
    await key('Space')
    await page.getByText('全体赞成，再按例外逐票移出').waitFor()
    await key('a', ...exceptions, 'Control+Enter')
    await page.getByText('已锁定').waitFor()
    if (index < 2) await key('Space')
  }
  const { items, id } = await theSession()
  const questions = value(await app.client.ballot.questions({ sessionId: id }))
  expect(questions.map(({ standing }) => standing?.outcome?.verdict)).toEqual([
    'passed',
    'failed',
    'passed',
  ])
  expect(items[0]?.state).toBe('decided')
})

const theSession = async () => {
  const [first] = value(await app.client.session.list({}))
  return value(await app.client.session.get({ id: first?.id ?? '' }))
}

test('the list leaves out who failed, and lies on the disk as shown', async () => {
  const { page } = app
  await key('Alt+7')
  const shown = page.getByRole('document').locator('article')
  await shown.getByText('余青信为临江市中级人民法院刑事审判第二庭副庭长、审判员').waitFor()
  expect(await shown.textContent()).not.toContain('何书兰')
  expect(await shown.textContent()).toContain('陈华荣的临江市中级人民法院立案庭庭长职务')
  expect(await seriousFaults(page)).toEqual([])
  await key('Control+Enter')
  await page.getByText(`已导出 1 个文件，存于 ${app.exportsDir}`).waitFor()
  const [file = ''] = readdirSync(app.exportsDir)
  const parts = unzipSync(readFileSync(join(app.exportsDir, file)))
  const text = new TextDecoder().decode(parts['word/document.xml']).replace(/<[^>]+>/gu, '')
  expect(text).toContain('余青信为临江市中级人民法院刑事审判第二庭副庭长、审判员')
  expect(text).not.toContain('何书兰')
})

test('the session is closed, and the journal agrees with all that was done', async () => {
  const { page, client } = app
  await key('Alt+1', 'Control+Enter')
  await dialog().getByRole('button', { name: '闭会' }).click()
  await page.getByText('会议已闭会，记录不再更改。').waitFor()
  expect(value(await client.journal.verify({ taskId: 'path' })).broken).toBeNull()
  expect(app.problems).toEqual([])
})
