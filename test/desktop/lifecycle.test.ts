import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import {
  binary,
  callFrom,
  launchDesktop,
  makeFolder,
  quit,
  runToEnd,
  type Shown,
} from './lib/launch.ts'

// From start to end: what is on disk afterwards, and what a second start does.

const made = makeFolder()
afterAll(made.remove)

test('an orderly end writes the closing backup and leaves whole files; the next start goes on from there', async () => {
  const dataDir = join(made.folder, 'data')
  const first = await launchDesktop(dataDir)
  expect(await callFrom(first.page, 'journal.signOn', { name: '周文书' })).toMatchObject({
    ok: true,
  })
  expect(existsSync(join(dataDir, 'yixi.lock'))).toBe(true)
  expect(await quit(first)).toBe(0)

  expect(
    readdirSync(join(dataDir, 'backups')).filter((name) => name.includes('close')),
  ).toHaveLength(1)
  expect(readdirSync(dataDir)).not.toContain('yixi.db-wal')
  expect(existsSync(join(dataDir, 'yixi.lock'))).toBe(false)
  const file = new Database(join(dataDir, 'yixi.db'), { readonly: true })
  expect(file.pragma('quick_check', { simple: true })).toBe('ok')
  expect(file.prepare('SELECT operator FROM journal').pluck().all()).toContain('周文书')
  file.close()

  const again = await launchDesktop(dataDir)
  expect(await callFrom(again.page, 'journal.operators')).toEqual({ ok: true, value: ['周文书'] })
  expect(await callFrom(again.page, 'journal.verify', { taskId: 'v' })).toMatchObject({
    value: { broken: null },
  })
  await quit(again)
})

test('the window opens where it stood', async () => {
  const dataDir = join(made.folder, 'place')
  const bounds = (app: Awaited<ReturnType<typeof launchDesktop>>['app']) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  const first = await launchDesktop(dataDir)
  await quit(first)
  const file = join(dataDir, 'window.json')
  const kept = JSON.parse(readFileSync(file, 'utf8')) as object
  expect(kept).toMatchObject({ width: 1320, maximized: false })
  writeFileSync(file, JSON.stringify({ ...kept, x: 40, y: 30, width: 1000, height: 700 }))
  const again = await launchDesktop(dataDir)
  expect(await bounds(again.app)).toMatchObject({ width: 1000, height: 700 })
  await quit(again)
})

test('a second start ends at once and brings the first to the front', async () => {
  const dataDir = join(made.folder, 'twice')
  const first = await launchDesktop(dataDir)
  const called = first.app.evaluate(
    ({ app }) => new Promise<string>((done) => app.once('second-instance', () => done('called'))),
  )
  expect((await runToEnd(binary, ['--data', dataDir])).code).toBe(0)
  expect(await called).toBe('called')
  expect(await callFrom(first.page, 'journal.operator')).toMatchObject({ ok: true })
  await quit(first)
})

test('a page with unsaved input can stay, and the kernel with it', async () => {
  const first = await launchDesktop(join(made.folder, 'unsaved'))
  await first.page.mouse.click(5, 5)
  await first.page.evaluate(() => {
    window.onbeforeunload = (event) => event.preventDefault()
    ;(window as unknown as Shown).seen = []
  })
  first.page.on('dialog', () => undefined)
  await first.app.evaluate(({ app }) => app.quit())
  expect(await callFrom(first.page, 'journal.signOn', { name: '周文书' })).toMatchObject({
    ok: true,
  })
  await first.page.evaluate(() => (window.onbeforeunload = null))
  expect(await quit(first)).toBe(0)
})
