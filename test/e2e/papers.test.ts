import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// Papers seen sheet by sheet and taken out as files, in a real browser.

let app: App

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const sheet = () => app.page.getByRole('document')
const article = () => sheet().locator('article')

beforeEach(async () => {
  app = await startApp({
    demo: true,
    now: '2026-11-26T01:10:00Z',
    viewport: { width: 1366, height: 768 },
  })
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await key('Alt+7')
  await article().waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

test('the list is shown as a sheet of A4 in the faces of its own style', async () => {
  const box = await article().boundingBox()
  expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(297 / 210, 1)
  await article()
    .getByRole('heading', { name: /任免名单/ })
    .waitFor()
  const look = await article()
    .locator('h1')
    .evaluate((title) => {
      const { textAlign, fontSize } = getComputedStyle(title)
      return { textAlign, fontSize: Math.round(Number.parseFloat(fontSize) * 0.75) }
    })
  expect(look).toEqual({ textAlign: 'center', fontSize: 22 })
  await app.page.getByText('共 1 页').waitFor()
  expect(await seriousFaults(app.page)).toEqual([])
})

test('a paper is exported to a file and the folder is told', async () => {
  await key('Control+Enter')
  await app.page.getByText(`已导出 1 个文件，存于 ${app.exportsDir}`).waitFor()
  const [name = ''] = readdirSync(app.exportsDir)
  expect(name).toMatch(/第二十次会议.*任免名单\.docx$/)
  const bytes = readFileSync(join(app.exportsDir, name))
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  expect(bytes.length).toBeGreaterThan(4000)
})

test('every paper there is goes out at once', async () => {
  const { page } = app
  await key('Control+Shift+Enter')
  await page.getByText(/^已导出 \d+ 个文件/).waitFor()
  const names = readdirSync(app.exportsDir)
  expect(names.length).toBeGreaterThanOrEqual(5)
  const sheets = names.filter((name) => !name.endsWith('.docx'))
  expect(sheets.map((name) => name.slice(-10))).toEqual(['任免情况表.xlsx'])
})

test('the order of removals and appointments turns round in the preview', async () => {
  const { page } = app
  const text = async () => (await article().textContent()) ?? ''
  expect((await text()).indexOf('免去：')).toBeGreaterThan((await text()).indexOf('任命：'))
  await page.getByRole('radio', { name: '先免后任' }).check()
  await expect
    .poll(async () => (await text()).indexOf('免去：') < (await text()).indexOf('任命：'))
    .toBe(true)
})

test('a whole sheet fits the screen where that is wanted', async () => {
  const { page } = app
  await page.getByRole('radio', { name: '整页' }).check()
  await expect
    .poll(async () => {
      const box = await article().boundingBox()
      return box !== null && box.y > 0 && box.y + box.height <= 768
    })
    .toBe(true)
})

test('a long paper flows over sheets, and they are counted', async () => {
  const { page, client } = app
  const [newest] = value(await client.session.list({}))
  const sessionId = newest?.id ?? ''
  for (let n = 1; n <= 40; n += 1) {
    const title = `听取和审议关于第${n}个镇乡村道路建设与养护情况的报告`
    value(await client.session.saveItem({ rev: 0, sessionId, kind: 'report', title }))
  }
  await key('3')
  await article().getByText('第40个镇').waitFor()
  const label = page.getByText(/^共 \d+ 页$/)
  await expect.poll(() => label.textContent()).toBe('共 5 页')
  const box = await article().boundingBox()
  const last = await article().getByText('第40个镇').boundingBox()
  if (!box || !last) throw new Error('the paper is not on the page')
  // Sheets of 297 mm with 8 mm between them: the article ends with the fifth, and so does its text.
  const millimetres = (pixels: number) => (pixels / box.width) * 210
  expect(millimetres(box.height)).toBeGreaterThan(4 * 305)
  expect(millimetres(box.height)).toBeLessThanOrEqual(5 * 305)
  expect(millimetres(last.y - box.y)).toBeGreaterThan(4 * 305 + 37)
  expect(millimetres(last.y + last.height - box.y)).toBeLessThan(5 * 305 - 8 - 35 + 1)
})

test('the text is copied', async () => {
  const { page } = app
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await key('3')
  await article().getByText('一、通过会议议程；').waitFor()
  await key('Control+Alt+C')
  await page.getByText(/^已复制文字/).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('一、通过会议议程；')
})
