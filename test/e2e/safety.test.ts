import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// Copies on a stick, rehearsals, and going on from a copy, in a real browser.

let app: App
let folder = ''
const others: App[] = []

const key = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')
const banner = (): ReturnType<App['page']['getByText']> =>
  app.page.getByText('现在做的一切都不算数')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-safety-'))
  app = await startApp({
    demo: true,
    now: '2026-11-26T01:10:00Z',
    viewport: { width: 1366, height: 768 },
  })
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await app.page.reload()
  // What the page asked first has been answered; a key pressed before that finds nothing to do.
  await app.page.getByRole('heading', { name: '第九届人大常委会第二十次会议' }).waitFor()
})

afterEach(async () => {
  const problems = [app, ...others].flatMap((one) => one.problems)
  await Promise.all([app, ...others.splice(0)].map((one) => one.close()))
  rmSync(folder, { recursive: true, force: true })
  expect(problems).toEqual([])
})

test('a rehearsal is begun and ended by one key, is on every screen, and leaves nothing', async () => {
  const { page } = app
  await key('Control+Shift+R')
  await page.getByRole('dialog', { name: '开始演练？' }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await key('Enter')
  await banner().waitFor()
  await page.getByText('演练第1次').waitFor()
  const real = join(app.dataDir, 'yixi.db')
  const before = hashOf(real)
  for (const place of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']) {
    await key(`Alt+${place}`)
    await banner().waitFor()
  }
  await key('Alt+5')
  await app.screenshot('safety-rehearsal-desk')
  expect(await seriousFaults(page)).toEqual([])
  value(
    await app.client.roster.saveMember({
      rev: 0,
      name: '排练人',
      kind: 'ordinary',
      startsOn: '2022-01-10',
    }),
  )
  expect(hashOf(real)).toBe(before)
  await key('Control+Shift+R')
  await page.getByRole('dialog', { name: '演练第1次已结束' }).waitFor()
  await page.getByText('正式数据与演练开始前逐字节相同').waitFor()
  await app.screenshot('safety-rehearsal-ended')
  expect(await seriousFaults(page)).toEqual([])
  expect(existsSync(join(app.dataDir, 'rehearsal'))).toBe(false)
  await key('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await banner().count()).toBe(0)
  expect(value(await app.client.roster.members({})).map(({ name }) => name)).not.toContain('排练人')
})

test('another tab of the desk begins anew with the file, for a rehearsal and for a backup', async () => {
  const tab = await app.context.newPage()
  await tab.clock.setFixedTime('2026-11-26T01:10:00Z')
  await tab.goto(app.origin)
  await tab.getByRole('navigation', { name: '会议' }).waitFor()
  /** A mark a page loses when it begins anew, beside what it holds half done. */
  const marked = () => tab.evaluate(() => 'held' in window)
  const mark = () => tab.evaluate(() => Object.assign(window, { held: true }))
  await mark()
  await app.page.bringToFront()
  await key('Control+Shift+R')
  await app.page.getByRole('dialog', { name: '开始演练？' }).waitFor()
  await key('Enter')
  await banner().waitFor()
  await tab.getByText('现在做的一切都不算数').waitFor()
  expect(await marked()).toBe(false)
  await mark()
  await key('Control+Shift+R')
  await app.page.getByRole('dialog', { name: '演练第1次已结束' }).waitFor()
  await tab.getByText('现在做的一切都不算数').waitFor({ state: 'hidden' })
  await expect.poll(marked).toBe(false)
  await tab.getByRole('navigation', { name: '会议' }).waitFor()
  await mark()

  await key('Enter', 'Alt+9')
  await app.page.getByRole('tab', { name: '数据与备份' }).click()
  await key('Control+B')
  await app.page.getByRole('button', { name: '恢复' }).first().click()
  await app.page.getByRole('dialog', { name: '用这份备份恢复？' }).waitFor()
  await app.page.evaluate(() => Object.assign(window, { held: true }))
  await app.page.getByRole('button', { name: '恢复到这份备份' }).click()
  // What was told of it outlasts the page that told it.
  await app.page.waitForFunction(() => {
    // Between the two pages there is none.
    const text = document.querySelector('body')?.textContent ?? ''
    return !('held' in window) && text.includes('已恢复。原来的数据保留为')
  })
  await expect.poll(marked).toBe(false)
})

test('the stick is chosen by its path, its state stands below, and pulled out it is told', async () => {
  const { page } = app
  const stick = join(folder, 'stick')
  await key('Alt+-')
  await page.getByRole('heading', { name: '演练与副本' }).waitFor()
  await app.screenshot('safety-screen-off')
  await page.getByLabel('副本文件夹的路径').fill(stick)
  await key('Enter')
  await page.getByText(`找不到文件夹“${stick}”`).waitFor()
  mkdirSync(stick)
  await page.getByRole('button', { name: '使用这个文件夹' }).click()
  await page.getByText('最新的数据已写到副本文件夹').waitFor()
  await page.getByRole('button', { name: /^副本 .* 已核对$/ }).waitFor()
  await app.screenshot('safety-screen-saved')
  expect(await seriousFaults(page)).toEqual([])
  renameSync(stick, `${stick}-away`)
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await page.getByRole('button', { name: '副本没有写成' }).waitFor()
  await page.getByText('插回后自动补写').first().waitFor()
  await app.screenshot('safety-screen-failed')
  expect(await seriousFaults(page)).toEqual([])
  renameSync(`${stick}-away`, stick)
  await page.getByText('副本已补写，并已核对。').waitFor()
})

test('a spare machine goes on from the first screen, at the place where the work was', async () => {
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  value(await app.client.safety.setShadow({ taskId: 's', folder: stick }))
  await key('Alt+5')
  await expect
    .poll(() => readdirSync(stick).filter((name) => name.endsWith('-between.db')))
    .toHaveLength(1)
  await expect
    .poll(async () => value(await app.client.safety.place({})))
    .toMatchObject({ name: 'ballot' })
  await expect.poll(async () => value(await app.client.safety.shadow({})).state).toBe('saved')
  const { file } = value(await app.client.safety.shadow({}))
  await app.page.close()
  app.host.process.kill('SIGKILL')

  const spare = await startApp({ viewport: { width: 1366, height: 768 } })
  others.push(spare)
  const { page } = spare
  await page.getByLabel('姓名').fill('备用机经办')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '从副本继续' }).waitFor()
  await spare.screenshot('safety-first-screen')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByLabel('或者填写副本文件的路径').fill(join(stick, file ?? ''))
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '从这份副本继续？' }).waitFor()
  await page.getByText('本机还没有数据，可以放心继续').waitFor()
  await spare.screenshot('safety-open-copy')
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('.app-rail [aria-current=page]').waitFor()
  await expect.poll(() => page.locator('.app-rail [aria-current=page]').textContent()).toBe('现场')
  const [last] = value(await spare.client.journal.entries({}))
  expect(last?.command).toBe('safety.openCopy')
})
