import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startApp } from './app.ts'

test('the whole app starts on the example, without a complaint of the browser', async () => {
  const app = await startApp({ demo: true, now: '2026-03-04T09:00:00+08:00' })
  try {
    await app.page.waitForSelector('#root > *')
    const sessions = await app.client.session.list({})
    expect(sessions).toMatchObject({ ok: true, value: [{ state: 'open' }, { state: 'closed' }] })
    expect(await app.call('journal.place')).toMatchObject({ folder: app.dataDir })
    await expect(app.call('session.get', { id: 'nothing' })).rejects.toThrow('not_found')
    expect(await app.page.evaluate(() => new Date().toISOString())).toBe('2026-03-04T01:00:00.000Z')
    expect(existsSync(await app.screenshot('start'))).toBe(true)
    expect(app.problems).toEqual([])
  } finally {
    await app.close()
  }
  expect(app.host.process.exitCode).toBe(0)
  expect(existsSync(app.dataDir)).toBe(false)
})
