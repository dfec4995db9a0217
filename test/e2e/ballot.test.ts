import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Question } from '../../shared/contract/ballot.ts'
import { inventedName, value } from '../builders/kernel.ts'
import { seriousFaults } from './lib/axe.ts'
import { startApp, type App } from './lib/app.ts'

// The vote desk as a clerk uses it: the keyboard alone, in a real browser, down to the row in the file.

let app: App
let question: Question
let sittingId = ''

const present = 37
const members = 41

const foundBody = async (): Promise<void> => {
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: 43, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  for (let n = 0; n < members; n += 1) {
    const kind = n === 0 ? ('chair' as const) : ('ordinary' as const)
    const facts = { rev: 0, name: inventedName(n), kind, startsOn: '2022-01-10' }
    value(await client.roster.saveMember(facts))
  }
}

/** A sitting under way with 37 of 41 present, and one bill to be voted on. */
const openSitting = async (): Promise<void> => {
  const { client } = app
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const session = value(await client.session.save({ rev: 0, number: 20, ...days }))
  const sessionId = session.id
  const bill = { rev: 0, sessionId, kind: 'bill' as const }
  const item = value(await client.session.saveItem({ ...bill, title: '审议促进条例（草案）' }))
  value(await client.session.saveItem({ ...bill, title: '审议养老服务条例（草案）' }))
  const startsAt = '2026-11-26T09:00:00'
  const sitting = value(
    await client.session.saveSitting({ rev: 0, sessionId, kind: 'plenary', startsAt }),
  )
  sittingId = sitting.id
  value(await client.session.setSittingState({ id: sittingId, rev: sitting.rev, state: 'open' }))
  value(await client.session.setItemState({ id: item.id, rev: item.rev, state: 'current' }))
  const away = value(await client.roster.members({})).slice(present)
  const exceptions = away.map(({ id }) => ({ memberId: id, state: 'onLeave' as const }))
  value(await client.attendance.callRoll({ sittingId, exceptions }))
  question = value(
    await client.ballot.ask({ itemId: item.id, kind: 'bill', title: '《临江市促进条例》' }),
  )
}

const key = (...chords: string[]) =>
  chords.reduce<Promise<void>>(
    (before, chord) => before.then(() => app.page.keyboard.press(chord)),
    Promise.resolve(),
  )
const panel = (): Locator => app.page.locator('.ballot-panel')
const dialog = (): Locator => app.page.getByRole('dialog')
const figures = () =>
  panel()
    .locator('.ballot-figures input')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLInputElement).value)))
const lock = () => panel().getByRole('button', { name: '宣读无误，锁定' })
const begin = async () => {
  await key('Space')
  await panel().getByText('全体赞成，再按例外逐票移出').waitFor()
}
const locked = () => panel().getByText('已锁定').waitFor()
const subject = (title: string) =>
  app.page.locator('.ballot-subject').getByRole('heading', { name: title }).waitFor()
const now = async () => value(await app.client.ballot.question({ id: question.id }))

/** Reads the file behind everybody's back. */
const rows = <T>(sql: string): T[] => {
  const db = new Database(join(app.dataDir, 'yixi.db'), { readonly: true })
  try {
    return db.prepare(sql).all() as T[]
  } finally {
    db.close()
  }
}

beforeEach(async () => {
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport: { width: 1366, height: 768 } })
  await foundBody()
  await openSitting()
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await key('Alt+5')
  await app.page.getByRole('navigation', { name: '议程' }).waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

/** Nothing on the page lies outside of what is seen without scrolling. */
const expectFits = async (): Promise<void> => {
  const outside = await app.page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('.app-main, .kit-split-mid, .kit-split-right, .ballot-panel'),
    ]
      .filter(
        (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
      )
      .map((box) => box.className),
  )
  expect(outside).toEqual([])
}

describe('a vote', () => {
  test('is opened, entered by exception and locked; the file holds totals and nobody’s vote', async () => {
    await expectFits()
    await begin()
    await key('a', 'j', 'k')
    expect(await figures()).toEqual([35, 1, 1, 0])
    await panel().getByText('37 ＝ 实到 37 ✓').waitFor()
    await panel().getByText('待锁定：通过').waitFor()
    await expectFits()
    await key('Control+Enter')
    await locked()
    await expectFits()
    const [row] = rows<Record<string, unknown>>(
      'SELECT state, verdict, present, inOffice, tallyFor, tallyAgainst, tallyAbstain, tallyNotPressed, operator FROM vote',
    )
    expect(row).toEqual({
      ...{ state: 'locked', verdict: 'passed', present, inOffice: members, operator: '钱书文' },
      ...{ tallyFor: 35, tallyAgainst: 1, tallyAbstain: 1, tallyNotPressed: 0 },
    })
    const columns = rows<{ name: string }>(`SELECT name FROM pragma_table_info('voteMember')`)
    expect(columns.map(({ name }) => name).sort()).toEqual(['memberId', 'present', 'voteId'])
    await key('Space')
    await subject('审议养老服务条例（草案）')
  })

  test('cannot be locked while the sum differs, by key or by mouse', async () => {
    await begin()
    await key('e')
    await app.page.keyboard.type('30')
    await key('Tab')
    await app.page.keyboard.type('5')
    await key('Enter')
    await app.page.keyboard.type('1')
    await key('Enter')
    await app.page.keyboard.type('0')
    await panel().getByText('36 ≠ 实到 37 ✕').waitFor()
    expect(await lock().isDisabled()).toBe(true)
    await key('Control+Enter')
    expect((await now()).standing).toBeNull()
    await key('Backspace')
    await app.page.keyboard.type('1')
    await panel().getByText('37 ＝ 实到 37 ✓').waitFor()
    await key('Control+Enter')
    await locked()
    expect((await now()).standing?.tally).toMatchObject({
      for: 30,
      against: 5,
      abstain: 1,
      notPressed: 1,
    })
  })

  test('is voided with a reason and repeated by a show of hands; both rounds stay', async () => {
    await begin()
    await key('a', 'F8')
    expect(await dialog().getByLabel('作废事由').inputValue()).toBe('表决器发生故障')
    await key('Enter')
    await panel().getByText('第 2 轮').waitFor()
    expect(await figures()).toEqual([0, 0, 0])
    await key('a', 'Control+Enter')
    await locked()
    const { votes } = await now()
    expect(
      votes.map(({ round, method, state, tally }) => [round, method, state, tally?.for]),
    ).toEqual([
      [1, 'device', 'void', undefined],
      [2, 'show-of-hands', 'locked', 37],
    ])
    expect(
      await app.page.getByRole('region', { name: '历次记录' }).getByRole('listitem').count(),
    ).toBe(2)
    await expectFits()
  })

  test('that was read wrongly is corrected by a new record', async () => {
    await begin()
    await key('a', 'Control+Enter')
    await locked()
    await key('c')
    const fresh = dialog().getByRole('region', { name: '更正为' })
    await fresh.getByLabel('赞成').fill('20')
    await fresh.getByLabel('反对').fill('17')
    await fresh.getByText('待锁定：未通过').waitFor()
    await dialog().getByLabel('更正事由').fill('读数有误')
    await dialog().getByLabel('见证人').fill('孙一平')
    await key('Enter')
    await panel().getByText('更正事由：读数有误').waitFor()
    const stored = rows<{ tallyFor: number; correctsId: string | null; witness: string }>(
      'SELECT tallyFor, correctsId, witness FROM vote ORDER BY rowid',
    )
    expect(stored).toEqual([
      { tallyFor: 37, correctsId: null, witness: '' },
      { tallyFor: 20, correctsId: (await now()).votes[0]?.id, witness: '孙一平' },
    ])
  })

  test('on secret paper counts papers; more collected than issued voids it', async () => {
    await key('F8', 'F8')
    await panel().getByText('纸质票，无记名').waitFor()
    await begin()
    await expectFits()
    await key('e')
    await app.page.keyboard.type('36')
    await key('Enter')
    await app.page.keyboard.type('37')
    await key('Escape', 'a')
    await panel().getByText('无效，重新表决').waitFor()
    expect(await lock().isDisabled()).toBe(true)
    await key('F9')
    const reason = dialog().getByLabel('作废事由')
    expect(await reason.inputValue()).toBe('票数多于到会人数或者收回多于发出')
    await key('Escape')
    await dialog().waitFor({ state: 'detached' })
    await panel().getByLabel('收回').fill('35')
    await key('Escape', 'a', 'j', 'l')
    await panel().getByText('35 ＝ 收回 35 ✓').waitFor()
    await key('Control+Enter')
    await locked()
    expect((await now()).standing?.tally).toMatchObject({
      ...{ issued: 36, collected: 35, for: 33, against: 1, spoiled: 1 },
    })
    await expectFits()
  })
})

test('the mouse gives the keyboard back: a method is clicked, the space bar opens', async () => {
  await panel().locator('label', { hasText: '举手' }).click()
  await begin()
  expect((await now()).votes.map(({ method }) => method)).toEqual(['show-of-hands'])
  await panel()
    .getByRole('button', { name: /全体赞成/ })
    .click()
  await panel().getByRole('button', { name: '反对加一票' }).click()
  expect(await figures()).toEqual([36, 1, 0])
})

describe('an input method', () => {
  test('composing in a figure fires no key of the desk, and full-width digits are figures', async () => {
    await begin()
    await key('a', 'e')
    const cdp = await app.context.newCDPSession(app.page)
    for (const text of ['j', 'ja', 'jak']) {
      await cdp.send('Input.dispatchKeyEvent', {
        ...{ type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' },
        code: `Key${text.at(-1)?.toUpperCase() ?? ''}`,
      })
      const selectionStart = text.length
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart,
        selectionEnd: selectionStart,
      })
    }
    expect(await panel().getByText('待锁定：通过').count()).toBe(1)
    await panel().getByText('合计 37＋0＋0＋0 ＝').waitFor()
    await cdp.send('Input.insertText', { text: '３５' })
    await panel().getByText('合计 35＋0＋0＋0 ＝').waitFor()
  })

  test('composing a reason does not lock, void or move votes', async () => {
    await begin()
    await key('a', 'F9')
    await dialog().getByLabel('作废事由').focus()
    const cdp = await app.context.newCDPSession(app.page)
    await cdp.send('Input.imeSetComposition', { text: 'jak', selectionStart: 3, selectionEnd: 3 })
    await cdp.send('Input.dispatchKeyEvent', {
      ...{ type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' },
    })
    await cdp.send('Input.insertText', { text: '清点有误' })
    expect(await dialog().getByLabel('作废事由').inputValue()).toBe('清点有误')
    await key('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await figures()).toEqual([37, 0, 0, 0])
    expect((await now()).votes.map(({ state }) => state)).toEqual(['open'])
  })
})

test('every state of the desk is accessible, light and dark', async () => {
  const faults: string[] = []
  const look = async (state: string) => {
    for (const theme of ['light', 'dark']) {
      await app.page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
      faults.push(...(await seriousFaults(app.page)).map((fault) => `${state}, ${theme}: ${fault}`))
    }
  }
  await look('before')
  await begin()
  await key('a', 'j')
  await look('pending')
  await key('Space')
  await app.page.getByText('返回修改').waitFor()
  await look('read back')
  await key('Escape', 'F9')
  await dialog().waitFor()
  await look('void')
  await key('Escape')
  await dialog().waitFor({ state: 'detached' })
  await key('Control+Enter')
  await locked()
  await look('locked')
  await key('c')
  await dialog().waitFor()
  await look('correction')
  await key('Escape')
  await dialog().waitFor({ state: 'detached' })
  await key('Space')
  await panel().getByText('还没有提出表决').waitFor()
  await look('an item on which nothing was asked')
  expect(faults).toEqual([])
})
