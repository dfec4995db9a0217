import type { Page } from 'playwright-core'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from '../e2e/lib/app.ts'
import { prepareSession } from '../e2e/lib/chamber.ts'

// A clerk's desk at work on many questions, by keyboard alone.

/** Questions put on one item: a day's longest run-sheet. */
const RUN = 10

/** Opens the sitting, calls the roll and puts at least `votes` questions, ten on each item. */
const begin = async ({ client, page }: App, votes: number): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(votes / RUN) }, (_, at) => `第${at + 1}批决定`)
  const planned = batches.map((title) => ['bill', title] as const)
  const { sessionId, sittingId, items } = await prepareSession(client, planned)
  for (const item of items)
    for (let n = 1; n <= RUN; n += 1) {
      const asked = { itemId: item.id, kind: 'bill' as const, title: `${item.title}第${n}项` }
      value(await client.ballot.ask(asked))
    }
  const { sittings } = value(await client.session.get({ id: sessionId }))
  const rev = sittings[0]?.rev ?? 1
  value(await client.session.setSittingState({ id: sittingId, rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId, exceptions: [] }))
  await page.reload()
}

/** The app with its desk at the first of at least `votes` questions. */
export const startDesk = async (votes: number): Promise<App> => {
  const app = await startApp({ viewport: { width: 1366, height: 768 } })
  try {
    await begin(app, votes)
    await app.page.getByRole('navigation').first().waitFor()
    await app.page.keyboard.press('Alt+5')
    return app
  } catch (error) {
    await app.close()
    throw error
  }
}

const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()

/** The one next step, by the space bar, as often as it takes to come to the next question's opening. */
const toNext = async (page: Page): Promise<void> => {
  const step = button(page, /^(进入本项|下一|继续本项|开始表决)/u)
  for (;;) {
    const label = (await step.textContent()) ?? ''
    if (label.includes('开始表决')) return
    await page.keyboard.press('Space')
    await page.waitForFunction(
      (before) =>
        ![...document.querySelectorAll('button')].some((one) => one.textContent === before),
      label,
    )
  }
}

/** Presses a key, whatever it takes to know what that did. */
export type Press = (page: Page, key: string) => Promise<void>
const plain: Press = (page, key) => page.keyboard.press(key)

/** The next question from its opening to its locked verdict, all for it. */
export const voteOnce = async (page: Page, press: Press = plain): Promise<void> => {
  await toNext(page)
  await page.keyboard.press('Space')
  await button(page, /锁定/u).waitFor()
  await press(page, 'a')
  await press(page, 'Control+Enter')
  await button(page, /^更正/u).waitFor()
}
