import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayOf, localMoment } from '../../shared/rules/moment.ts'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { chamberSize, prepareChamber, type Chamber } from './lib/chamber.ts'

// A whole sitting as the clerk holds it: the keyboard alone, from the roll call to the adjournment.

let app: App
let chamber: Chamber
let pressed = 0

beforeEach(async () => {
  app = await startApp({ viewport: { width: 1366, height: 768 } })
  // Today, by the clock the host goes by: nothing is asked before the sitting opens.
  chamber = await prepareChamber(app.client, dayOf(localMoment(Date.now())))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  pressed = 0
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

const press = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) {
    await app.page.keyboard.press(chord)
    pressed += 1
  }
}
const type = async (text: string): Promise<void> => press(...text)
/** Keys pressed by what is done. */
const keysOf = async (act: () => Promise<void>): Promise<number> => {
  const before = pressed
  await act()
  return pressed - before
}

const button = (name: RegExp) => app.page.getByRole('button', { name }).first()
/** The one big step, once it is the one shown and can be done. */
const space = async (name: RegExp): Promise<void> => {
  await button(name).and(app.page.locator(':enabled')).waitFor()
  await press('Space')
}
const heading = (name: string) => app.page.getByRole('heading', { name }).first().waitFor()
/** Wherever the focus is after a step, it is somewhere. */
const expectFocus = async (): Promise<void> => {
  const lost = await app.page.evaluate(() => document.activeElement === document.body)
  expect(lost).toBe(false)
}
const questions = async () =>
  value(await app.client.ballot.questions({ sessionId: chamber.sessionId }))

/** From the step that opens the vote to the locked verdict, the exceptions by their keys. */
const vote = async (...exceptions: string[]): Promise<void> => {
  await space(/^开始表决/u)
  await button(/^宣读核对/u).waitFor()
  await press('a', ...exceptions)
  await button(/^宣读核对/u)
    .and(app.page.locator(':enabled'))
    .waitFor()
  await press('Control+Enter')
  await button(/^更正/u).waitFor()
  await expectFocus()
}
/** The item of that number on the agenda is the one shown. */
const reached = (number: number) => heading(chamber.items[number - 1]?.title ?? '')
const onward = () => space(/^(下一|继续本项)/u)
/** Heard and not voted on: done, and on to the next. */
const heard = () => space(/^审议完毕/u)

/** Keys an input method takes on their way to a word, then the word itself. */
const compose = async (letters: string, text: string): Promise<void> => {
  const cdp = await app.page.context().newCDPSession(app.page)
  for (let end = 1; end <= letters.length; end += 1) {
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
      code: `Key${letters.charAt(end - 1).toUpperCase()}`,
    })
    const part = letters.slice(0, end)
    await cdp.send('Input.imeSetComposition', {
      text: part,
      selectionStart: end,
      selectionEnd: end,
    })
  }
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    windowsVirtualKeyCode: 229,
    key: 'Process',
    code: 'Space',
  })
  await cdp.send('Input.insertText', { text })
  await cdp.detach()
}

const callRoll = async (): Promise<void> => {
  const away = [3, 12, 25, 40]
  await press('/')
  await type(away.join(' '))
  await press('Enter')
  await app.page.getByText(`应到 ${chamberSize} 人，实到 37 人`).first().waitFor()
}

const say = async (text: string): Promise<void> => {
  await app.page.keyboard.insertText(text)
}
const dialog = () => app.page.getByRole('dialog')
/** Open, and what is to be typed into or pressed has the focus. */
const dialogReady = () => app.page.locator('[role=dialog] :focus').waitFor()

/** The result was misread by one vote: new figures, the reason and the second name, by Tab alone. */
const correct = async (): Promise<void> => {
  await press('c')
  await dialogReady()
  await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await type('34')
  await press('Tab')
  await type('2')
  await press('Tab', 'Tab', 'Tab')
  await say('宣读时看错一票')
  await press('Tab')
  await say('赵复核')
  await press('Enter')
  await dialog().waitFor({ state: 'hidden' })
}

/** Each nomination in its turn: the first three person by person, the judges together. */
const askAppointments = async (): Promise<void> => {
  await press('Alt+6')
  await app.page.getByText('纪望川').first().waitFor()
  for (const [manner, first, next] of [
    ['Shift+M', '纪望川', '褚明远'],
    ['Shift+M', '褚明远', '易安平'],
    ['Shift+M', '易安平', '舒望'],
    ['m', '舒望', ''],
  ] as const) {
    await app.page.getByRole('gridcell', { name: first }).first().waitFor()
    await press(manner)
    await dialogReady()
    await press('Enter')
    await dialog().waitFor({ state: 'detached' })
    if (next !== '') await press('Control+ArrowDown')
  }
  await press('Alt+5')
}

const enterPaper = async (issued: number, collected: number): Promise<void> => {
  await press('e')
  for (const figure of [issued, collected, collected, 0, 0, 0]) {
    await type(String(figure))
    await press('Tab')
  }
  await press('Escape')
}

/** A round in which more papers come back than were given out, voided; then the round that counts. */
const paperTwice = async (): Promise<void> => {
  await button(/^开始表决/u).waitFor()
  await press('F8', 'F8')
  await app.page.getByText('无记名投票').first().waitFor()
  await press('Space')
  await button(/^宣读核对/u).waitFor()
  await enterPaper(36, 37)
  await press('F9')
  await dialogReady()
  await press('Enter')
  await dialog().waitFor({ state: 'hidden' })
  await space(/^开始表决/u)
  await button(/^宣读核对/u).waitFor()
  await enterPaper(36, 36)
  await press('Control+Enter')
  await button(/^更正/u).waitFor()
}

const adjourn = async (): Promise<void> => {
  await space(/散会|休会/u)
  await dialogReady()
  await press('Enter')
  await dialog().waitFor({ state: 'hidden' })
}

test(
  'a sitting of 41 members and 12 items, by the keyboard alone',
  { timeout: 600_000 },
  async () => {
    const { page, client } = app
    await press('Alt+5')
    await space(/^开会/u)
    await space(/^点名/u)
    await page.getByRole('button', { name: /全部出席/u }).waitFor()
    const roll = await keysOf(callRoll)
    expect(roll).toBeLessThanOrEqual(15)
    await expectFocus()

    // A word composed in the search field moves nothing beneath it.
    const journal = async () => value(await client.journal.entries({}))[0]?.seq
    await press('/')
    const seq = await journal()
    const found = chamber.members[4]?.name ?? ''
    await compose('apx', found)
    await page.getByRole('option', { name: new RegExp(found, 'u') }).waitFor()
    expect(await journal()).toBe(seq)

    // 1: the agenda, by tacit consent.
    await press('Alt+5')
    await space(/^进入本项/u)
    await space(/^提出表决/u)
    await space(/^开始表决/u)
    await space(/^宣读核对/u)
    await space(/无异议，锁定/u)
    await button(/^下一项/u).waitFor()

    // 2: two exceptions, five keys.
    await onward()
    await reached(2)
    await space(/^提出表决/u)
    expect(await keysOf(() => vote('j', 'k'))).toBe(5)

    // 3: the keypads fail; the same question goes on by hands.
    await onward()
    await reached(3)
    await space(/^提出表决/u)
    await space(/^开始表决/u)
    await button(/^宣读核对/u).waitFor()
    await press('F8')
    await page.getByText('举手').first().waitFor()
    await page.getByText('第 2 轮').first().waitFor()
    await press('a', 'j', 'Control+Enter')
    await button(/^更正/u).waitFor()
    await expectFocus()

    // 4: a report, heard and not voted on.
    await onward()
    await reached(4)
    await heard()

    // 5: the budget.
    await reached(5)
    await space(/^提出表决/u)
    await vote('k')

    // 6: a member resigns; from here on the base is 40.
    await onward()
    await reached(6)
    await space(/付表决/u)
    await vote()
    const membership = value(await client.roster.membership({}))
    expect(membership.inOffice).toBe(chamberSize - 1)

    // 7: another report.
    await onward()
    await reached(7)
    await heard()

    // 8: locked with a slip, and corrected with a reason and a second name.
    await reached(8)
    await space(/^提出表决/u)
    await page.getByText('组成人员 41→40，过半数 21').first().waitFor()
    await vote('j')
    await correct()
    await expectFocus()

    // 9: six one by one, three merged.
    await onward()
    await reached(9)
    await askAppointments()
    for (let n = 0; n < 7; n += 1) {
      if (n > 0) await onward()
      await vote(...(n === 2 ? ['j', 'k'] : []))
    }

    // 10: on paper; one paper too many comes back, and the round is held again.
    await onward()
    await reached(10)
    await space(/^提出表决/u)
    await paperTwice()

    // 11, 12: heard, and the oath.
    await onward()
    await reached(11)
    await heard()
    await reached(12)
    await heard()
    await adjourn()

    const all = await questions()
    expect(all.map((one) => one.standing?.outcome?.verdict)).toEqual(all.map(() => 'passed'))
    const bases = all.map((one) => one.standing?.inOffice)
    expect(new Set(bases.slice(0, 4))).toEqual(new Set([41]))
    expect(new Set(bases.slice(5))).toEqual(new Set([40]))
    const rounds = all.flatMap((one) => one.votes)
    expect(rounds.filter((one) => one.state === 'void').map((one) => one.tally)).toEqual([
      null,
      null,
    ])
    expect(rounds.filter((one) => one.correctsId !== null)).toHaveLength(1)
    const file = new Database(join(app.dataDir, 'yixi.db'), { readonly: true })
    expect(file.prepare('SELECT count(*) AS n FROM namedVote').get()).toEqual({ n: 0 })
    expect(file.prepare(`SELECT count(*) AS n FROM kept WHERE key LIKE 'draft%'`).get()).toEqual({
      n: 0,
    })
    file.close()
    const { broken } = value(await client.journal.verify({ taskId: 'v' }))
    expect(broken).toBeNull()
  },
)
