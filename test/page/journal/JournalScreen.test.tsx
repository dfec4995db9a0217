import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'
import { readable, subjectOf } from '../../../renderer/journal/entry.ts'

let own: TestKernel
let stop = (): void => undefined

const openJournal = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}8{/Alt}')
  await screen.findByRole('heading', { name: '日志' })
  return user
}

beforeEach(() => {
  own = testKernel()
})

afterEach(async () => {
  stop()
  await own.dispose()
})

it('lists what was done in words, newest first, and verifies the chain by key', async () => {
  await withBody(own, { count: 2 })
  const user = await openJournal()
  const grid = await screen.findByRole('grid', { name: '日志' })
  const lines = within(grid).getAllByRole('row').slice(1)
  expect(lines[0]?.textContent).toContain('保存组成人员')
  expect(lines.at(-1)?.textContent).toContain('选择操作人 经办人')
  await user.keyboard('{Shift>}v{/Shift}')
  expect(await screen.findByText('4 条记录逐条相连，没有改动。')).toBeTruthy()
})

it('names the first entry that does not fit', async () => {
  await withBody(own, { count: 3 })
  const raw = new Database(own.file)
  raw.exec('DROP TRIGGER IF EXISTS journal_no_update')
  for (const { name } of raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'")
    .all() as { name: string }[])
    raw.exec(`DROP TRIGGER "${name}"`)
  raw.prepare("UPDATE journal SET operator = '别人' WHERE seq = 3").run()
  raw.close()
  const user = await openJournal()
  await user.keyboard('{Shift>}v{/Shift}')
  expect((await screen.findByRole('alert')).textContent).toContain('第 3 号记录')
})

it('pages through more entries than one page holds', async () => {
  await withBody(own, { count: 1 })
  for (let n = 0; n < 205; n += 1) value(await own.client.journal.signOn({ name: `经办${n}` }))
  const user = await openJournal()
  await screen.findAllByText('经办204')
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => expect(screen.getByText('保存组成人员')).toBeTruthy())
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await waitFor(() => expect(screen.queryByText('保存组成人员')).toBeNull())
})

it('reads any payload', () => {
  expect(subjectOf('{"input":{"title":"审议报告"}}')).toBe('审议报告')
  expect(subjectOf('{"restored":"a.db"}')).toBe('')
  expect(subjectOf('not json')).toBe('')
  expect(readable('not json')).toBe('not json')
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}')
})
