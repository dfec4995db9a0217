import { afterEach, expect, test } from 'vitest'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { allFaults } from './lib/axe.ts'
import { misfits } from './lib/fits.ts'

// Every part and dialog of the ledger: no fault for axe of any weight, nothing cut off on the smallest screen.

let app: App
/** What was found, by the name of the picture. */
let found: Record<string, string[]>

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

const press = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const look = async (name: string): Promise<void> => {
  await app.page.locator('.kit-spinner').first().waitFor({ state: 'detached' })
  await app.screenshot(`look-ledger-${name}`)
  const faults = [...(await allFaults(app.page)), ...(await misfits(app.page))]
  if (faults.length > 0) found[name] = faults
}
const lookInto = async (key: string, name: string): Promise<void> => {
  await press(key)
  await app.page.getByRole('dialog').waitFor()
  await look(name)
  await press('Escape')
  await app.page.getByRole('dialog').waitFor({ state: 'hidden' })
}
const turnTo = async (name: string): Promise<void> => {
  await app.page.getByRole('tab', { name, exact: true }).click()
  await look(name)
}
/** Posts that lose their end, which is what tells them from others of the same organ. */
const cutTitles = (): Promise<string[]> =>
  rows()
    .getByText(/主任$/u)
    .evaluateAll((names) =>
      names.flatMap((name) => {
        const [text, cell] = [name, name.closest('[role="gridcell"]') ?? name].map((one) =>
          one.getBoundingClientRect(),
        )
        return text && cell && text.right <= cell.right + 1 ? [] : [name.textContent]
      }),
    )
const rows = () => app.page.getByRole('main').getByRole('grid')

const POST = '临江市外事办公室主任'
const prepare = async (): Promise<void> => {
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  value(await client.ledger.addStarter({ fromOn: '2022-01-10' }))
  const course = [
    { postName: '临江市统计局副局长', fromOn: null, toOn: '2019-05-08', endReason: 'removed' },
    { postName: POST, acting: true, fromOn: '2019-05-08', toOn: '2019-09-10', endReason: 'other' },
    { postName: POST, fromOn: '2024-03-15' },
  ] as const
  /** So many that the picture scrolls. */
  const before = Array.from({ length: 14 }, (_, n) => ({
    postName: `临江市第${n + 1}届人民政府农业农村和环境资源保护工作领导小组办公室副主任`,
    fromOn: `${2000 + n}-03-01`,
    toOn: `${2000 + n}-09-01`,
    endReason: 'removed' as const,
  }))
  for (const held of [...before, ...course])
    value(await client.ledger.saveTenure({ rev: 0, personName: '闻人立言', ...held }))
  const seat = { rev: 0, name: '闻人立言', kind: 'ordinary' as const, startsOn: '2022-01-10' }
  const left = { endsAt: '2023-05-06', endReason: 'resignation' as const, nationality: '回族' }
  const { personId } = value(await client.roster.saveMember({ ...seat, ...left }))
  const again = { rev: 0, personId, personName: seat.name, postName: POST, fromOn: '2024-03-15' }
  value(await client.ledger.saveTenure(again))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await press('Alt+L')
  await rows().waitFor()
}

/** The same person entered twice: whom to choose, both compared, and another name to decide on. */
const lookAtUniting = async (): Promise<void> => {
  const compared = app.page.getByRole('grid', { name: '两条记录的登记内容' })
  await press('Shift+C')
  await app.page.getByRole('option').waitFor()
  await look('unite')
  await press('ArrowDown', 'Enter')
  await compared.waitFor()
  await look('unite-compared')
  await app.page.getByRole('button', { name: '换一条记录' }).click()
  await app.page.getByRole('combobox').fill('w')
  await app.page.getByRole('option').nth(2).click()
  await compared.getByRole('radio').first().waitFor()
  await look('unite-choose')
  await press('Escape')
  await app.page.getByRole('dialog').waitFor({ state: 'hidden' })
}

test.each(['light', 'dark'] as const)(
  'nothing is wrong with any of them, %s',
  async (colorScheme) => {
    found = {}
    const viewport = { width: 1366, height: 768 }
    app = await startApp({ demo: true, now: '2026-11-26T01:10:00Z', viewport, colorScheme })
    await prepare()
    await press('/')
    await app.page.keyboard.insertText('环境资源保护')
    await rows()
      .getByText(/工作委员会副主任$/u)
      .first()
      .waitFor()
    expect(await cutTitles()).toEqual([])
    await app.page.getByRole('searchbox').fill('闻人立言')
    await rows().getByText('闻人立言').first().click()
    await look('holding')
    await lookInto('n', 'add')
    await lookInto('e', 'edit')
    await lookInto('o', 'end')
    await lookInto('Shift+T', 'tie')
    await lookInto('Shift+R', 'review')
    await lookInto('Delete', 'remove')
    await press('Enter')
    await app.page.getByRole('figure').waitFor()
    await look('course')
    await lookAtUniting()
    await turnTo('会次')
    await turnTo('未评议')
    await turnTo('统计')
    await turnTo('机构职务')
    await rows().getByRole('row').nth(1).click()
    await look('post')
    await lookInto('n', 'add-post')
    await lookInto('e', 'edit-post')
    await lookInto('Shift+N', 'add-organ')
    await lookInto('Shift+E', 'edit-organ')
    await lookInto('Delete', 'take-back')
    await press('Control+i')
    await app.page.getByRole('heading', { name: '导入机构职务', level: 1 }).waitFor()
    await look('import')
    expect(found).toEqual({})
  },
  240_000,
)
