import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal, testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'

const upload = (fileName: string, bytes = readFileSync(new URL(fileName, import.meta.url))) => ({
  fileName,
  base64: Buffer.from(bytes).toString('base64'),
})

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 0 })
})
afterEach(() => own.dispose())

test('a LibreOffice roster goes in once and changes nothing the second time', async () => {
  const { client } = own
  const file = upload('roster-libreoffice.xlsx')
  const preview = value(await client.roster.readSheet(file))
  expect(preview.counts).toEqual({ new: 5, changed: 0, same: 0, warning: 0, error: 0 })
  expect(preview.remarks.map(({ key }) => key)).toEqual([
    'import.remark.total',
    'import.remark.ranked',
  ])
  expect(value(await client.roster.members({}))).toEqual([])

  const token = preview.token
  expect(value(await client.roster.importSheet({ ...file, token }))).toEqual({
    added: 5,
    changed: 0,
    same: 0,
  })
  const members = value(await client.roster.members({}))
  expect(members.map(({ name, kind, rank }) => `${kind} ${name} ${rank ?? '-'}`)).toEqual([
    'chair 贺兰若水 -',
    'vice-chair 穆青禾 1',
    'vice-chair 商羽 2',
    'ordinary 阿依古丽·买买提 -',
    'ordinary 戚望舒 -',
  ])

  const again = value(await client.roster.readSheet(file))
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 5, warning: 0, error: 0 })
  const entries = value(await client.journal.entries({})).length
  expect(value(await client.roster.importSheet({ ...file, token: again.token }))).toEqual({
    added: 0,
    changed: 0,
    same: 5,
  })
  expect(value(await client.journal.entries({}))).toHaveLength(entries)
})

test('a GBK roster with brackets after names goes in', async () => {
  const file = upload('roster-gbk.csv')
  const { token } = value(await own.client.roster.readSheet(file))
  value(await own.client.roster.importSheet({ ...file, token }))
  expect(value(await own.client.roster.members({}))).toMatchObject([
    { name: '贺兰若水', sex: 'male', startsOn: '2022-01-10' },
    { name: '穆青禾', sex: 'female', nationality: '回族', startsOn: '2022-01-10' },
  ])
})

test('a preview the store has moved away from is refused and nothing is written', async () => {
  const { client } = own
  const file = upload('roster-gbk.csv')
  const { token } = value(await client.roster.readSheet(file))
  const facts = { rev: 0, name: '后来人', kind: 'ordinary', startsOn: '2023-01-01' } as const
  value(await client.roster.saveMember(facts))
  expect(refusal(await client.roster.importSheet({ ...file, token }))).toMatchObject({
    code: 'conflict',
    message: { key: 'import.moved' },
  })
  expect(value(await client.roster.members({}))).toHaveLength(1)
})

test('a sheet with one row in error writes none of its rows', async () => {
  const bytes = Buffer.from(
    '姓名,职务,任职日期\n贺兰若水,主任,2022-01-10\n穆青禾,委员,2022-02-30\n',
  )
  const file = upload('a.csv', bytes)
  const preview = value(await own.client.roster.readSheet(file))
  expect(preview.counts).toMatchObject({ new: 1, error: 1 })
  expect(refusal(await own.client.roster.importSheet({ ...file, token: preview.token }))).toEqual({
    code: 'rule',
    message: { key: 'import.hasErrors', params: { count: 1 } },
  })
  expect(value(await own.client.roster.members({}))).toEqual([])
})

test('a file that cannot be read reaches the page as a sentence', async () => {
  expect(refusal(await own.client.roster.readSheet(upload('password.xlsx')))).toEqual({
    code: 'invalid',
    message: { key: 'import.file.protected', params: { file: 'password.xlsx' } },
  })
})
