import { afterEach, beforeEach, expect, it } from 'vitest'
import { aftermath } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { inventedName, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall
beforeEach(async () => {
  own = testKernel('2026-11-26T09:00:00')
  steps = aftermath(own)
  place = await steps.hall(31)
})
afterEach(() => own.dispose())

const was = inventedName(5)
const post = '临江市中级人民法院审判员'

/** The table under a heading of the spreadsheet: its heads, and the row of a name. */
const tableOf = async (name: string) => {
  const { sessionId } = place
  const asked = value(await own.client.papers.preview({ sessionId, paper: 'acts-sheet' }))
  const blocks = asked.previews[0]?.paper.blocks ?? []
  const at = blocks.findIndex((one) => one.block === 'heading' && one.text === name)
  const table = blocks[at + 1]
  if (table?.block !== 'table') throw new Error(`no ${name}`)
  return { heads: table.columns.map(({ head }) => head), rows: table.rows }
}

const rename = async (): Promise<void> => {
  const member = value(await own.client.roster.members({})).find(({ name }) => name === was)
  if (!member) throw new Error('no member')
  const { id, rev, kind, startsOn } = member
  value(await own.client.roster.saveMember({ id, rev, kind, startsOn, name: '阮知微' }))
}

it('says of somebody renamed since both names in one row, in each sheet its own first', async () => {
  const acts = [
    { personName: was, post },
    { personName: '高文康', post },
  ]
  for (const question of await steps.proposed(place, 'president', acts))
    await steps.decided(place, question)
  expect((await tableOf('任免事项')).heads).not.toContain('现名')
  expect((await tableOf('任职变动')).heads).not.toContain('表决时姓名')
  await rename()
  const voted = await tableOf('任免事项')
  expect(voted.heads.slice(1, 3)).toEqual(['姓名', '现名'])
  expect(voted.rows.map((row) => row.slice(1, 3))).toEqual([
    [was, '阮知微'],
    ['高文康', ''],
  ])
  const held = await tableOf('任职变动')
  expect(held.heads.slice(1, 3)).toEqual(['姓名', '表决时姓名'])
  expect(held.rows.map((row) => row.slice(1, 3)).toSorted()).toEqual(
    [
      ['阮知微', was],
      ['高文康', ''],
    ].toSorted(),
  )
  const due = (await tableOf('会后手续')).rows.map((row) => row[2])
  expect(due).toContain(`${was}（现名阮知微）`)
  expect(due).not.toContain(was)
})
