import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'
import { prepareChamber, type Chamber } from './lib/chamber.ts'

// The desk over a whole sitting: every step by key, the focus always somewhere, nothing lost to a power cut.

let folder = ''
let app: App
let chamber: Chamber

const start = async (): Promise<App> =>
  startApp({
    now: '2026-11-26T01:10:00Z',
    viewport: { width: 1366, height: 768 },
    dataDir: join(folder, 'data'),
  })

const step = (name: string) => app.page.locator('.ballot-panel').getByRole('button', { name })
const focused = () =>
  app.page.evaluate(() => (document.activeElement === document.body ? 'lost' : 'kept'))

/** Presses keys one after the other and gives where the focus was after each. */
const press = async (...keys: string[]): Promise<string[]> => {
  const seen: string[] = []
  for (const one of keys) {
    await app.page.keyboard.press(one)
    seen.push(await focused())
  }
  return seen
}

/** Waits until the desk offers a step, then does it with the space bar. */
const space = async (...names: string[]): Promise<void> => {
  for (const name of names) {
    await step(name).and(app.page.locator(':enabled')).waitFor()
    await app.page.keyboard.press('Space')
    expect(await focused()).toBe('kept')
  }
}

const figures = () =>
  app.page
    .locator('.ballot-panel .ballot-figures input')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLInputElement).value)))
const questions = async () =>
  value(await app.client.ballot.questions({ sessionId: chamber.sessionId }))

const openDesk = async (): Promise<void> => {
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await app.page.keyboard.press('Alt+5')
  await app.page.getByRole('navigation', { name: '议程' }).waitFor()
}

/** Opens the sitting by the space bar; the roll is called with two of 41 away. */
const begin = async (): Promise<void> => {
  await space('开会')
  await step('点名').waitFor()
  const exceptions = chamber.members
    .slice(-3, -1)
    .map(({ id }) => ({ memberId: id, state: 'absent' as const }))
  value(await app.client.attendance.callRoll({ sittingId: chamber.sittingId, exceptions }))
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-desk-'))
  app = await start()
  chamber = await prepareChamber(app.client)
  await openDesk()
})

afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the desk', () => {
  test('takes an agenda by the space bar, five keys a vote, and never loses the focus', async () => {
    await begin()
    await space('进入本项', '提出表决', '开始表决', '宣读核对', '无异议，锁定', '下一项')
    await space('提出表决')
    await step('开始表决').waitFor()
    const keys = ['Space', 'a', 'j', 'k', 'Control+Enter']
    expect(await press('Space')).toEqual(['kept'])
    await app.page.getByText('全体赞成，再按例外逐票移出').waitFor()
    expect(await press(...keys.slice(1))).toEqual(['kept', 'kept', 'kept', 'kept'])
    await step('下一项').waitFor()
    expect((await questions()).at(-1)?.standing?.tally).toMatchObject({
      ...{ for: 37, against: 1, abstain: 1, notPressed: 0 },
    })
    expect(await app.page.locator('[data-announcer]').textContent()).toMatch(/通过。组成人员 41/)
    expect(keys).toHaveLength(5)
    expect(app.problems).toEqual([])
  })

  test('says what was done where nothing is pressed', async () => {
    await begin()
    await space('进入本项', '提出表决')
    await step('开始表决').waitFor()
    await app.page.keyboard.press('Delete')
    const notice = app.page.locator('.kit-toast', { hasText: '已撤回此问' })
    await notice.waitFor()
    await app.screenshot('desk-notice')
    const covered = await notice.evaluate((told) => {
      const at = told.getBoundingClientRect()
      const buttons = [...document.querySelectorAll('button, input, .app-counts, .app-footer')]
      return buttons.flatMap((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        const meets = left < at.right && right > at.left && top < at.bottom && bottom > at.top
        return meets && !told.contains(one) ? [one.textContent] : []
      })
    })
    expect(covered).toEqual([])
  })

  test('runs through persons one after the other, each named before the key is pressed', async () => {
    await begin()
    const item = chamber.items[8]
    for (let n = 0; n < 8; n += 1) await app.page.keyboard.press('ArrowDown')
    await app.page
      .locator('.ballot-subject')
      .getByText(item?.title ?? '')
      .waitFor()
    await space('进入本项', '9 件付表决：逐人表决')
    for (const next of ['梅若华', '卓以恒', '褚明远']) {
      await space('开始表决')
      await app.page.getByText('全体赞成，再按例外逐票移出').waitFor()
      expect(await press('a', 'Control+Enter')).toEqual(['kept', 'kept'])
      await space(`下一人：${next}`)
    }
    const done = (await questions()).filter(({ standing }) => standing)
    expect(done.map(({ actIds }) => actIds)).toEqual(chamber.actIds.slice(0, 3).map((id) => [id]))
    await app.page.getByText('通过 3 · 未通过 0 · 待表决 6').waitFor()
    expect(await seriousFaults(app.page)).toEqual([])
    expect(app.problems).toEqual([])
  })

  test('prints the handover card and the shortcut card on one page of A4 each', async () => {
    const pages = async () => {
      const pdf = await app.page.pdf({ preferCSSPageSize: true, printBackground: true })
      return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
    }
    await app.page.keyboard.press('F2')
    await app.page.getByRole('region', { name: '接手卡' }).waitFor()
    expect(await pages()).toBe(1)
    expect(await seriousFaults(app.page)).toEqual([])
    await app.page.getByRole('tab', { name: '快捷键卡' }).click()
    await app.page.getByRole('region', { name: '快捷键卡' }).waitFor()
    expect(await pages()).toBe(1)
  })

  test('comes back after the host was killed: same item, same vote, same half-entered totals', async () => {
    await begin()
    await app.page.keyboard.press('ArrowDown')
    await space('进入本项', '提出表决', '开始表决')
    await app.page.getByText('全体赞成，再按例外逐票移出').waitFor()
    await press('a', 'j', 'j', 'k')
    const before = await figures()
    // What is kept is kept within the pause between two keys; the cut comes after that.
    await expect
      .poll(async () => value(await app.client.ballot.drafts({ sessionId: chamber.sessionId })))
      .toMatchObject([{ draft: { totals: { against: 2, abstain: 1 } } }])
    await expect
      .poll(async () => (await app.client.safety.place({})) as unknown)
      .toMatchObject({ value: { name: 'ballot', itemId: chamber.items[1]?.id } })
    app.host.process.kill('SIGKILL')
    await app.close()
    app = await start()
    await app.page.getByLabel('操作人姓名').fill('钱书文')
    await app.page.keyboard.press('Enter')
    await app.page.getByText('全体赞成，再按例外逐票移出').waitFor()
    await app.page.locator('.ballot-subject').getByText('古树名木').first().waitFor()
    await expect.poll(figures).toEqual(before)
    expect(await press('Control+Enter')).toEqual(['kept'])
    await step('下一项').waitFor()
    expect((await questions()).at(-1)?.standing?.tally).toMatchObject({ against: 2, abstain: 1 })
  })
})
