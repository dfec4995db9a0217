import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { say } from '../../shared/locales/say.ts'
import { testKernel, withBody, withSitting, type TestKernel } from '../../test/builders/kernel.ts'
import { exportCommand } from './data.ts'

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
  await withSitting(own, await withBody(own, { count: 5 }))
  await own.kernel.close()
})
afterEach(() => own.dispose())

it('stands in the journal in the language of the file’s people, whatever the terminal’s', async () => {
  const sentence = (message: Parameters<typeof say>[1]): string => say('en', message)
  const values = { data: own.folder, session: 'last', out: join(own.folder, 'out') }
  await exportCommand.run(
    { values, positionals: [] },
    {
      read: () => Promise.reject(new Error('nothing to read')),
      write: () => Promise.resolve(),
      tell: () => undefined,
      sentence,
    },
  )
  const db = new Database(own.file, { readonly: true })
  const names = db.prepare('SELECT DISTINCT operator FROM journal ORDER BY seq DESC').pluck().all()
  db.close()
  expect(names).toContain('命令行')
  expect(names).not.toContain(sentence({ key: 'cli.data.operator' }))
})
