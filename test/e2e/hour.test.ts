import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hourList, hourSize, prepareHour } from '../builders/personnel.ts'
import { value } from '../builders/kernel.ts'
import { wordText } from '../papers/word.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// Personnel staff's day by the keyboard, in a real browser: a list of thirty acts comes in as one text, what stands
// against two of them is mended, the chamber votes, one fails, one is withdrawn, and the papers go out by one press.

let app: App
let sessionId = ''

const press = async (...chords: string[]): Promise<void> => {
  for (const chord of chords) await app.page.keyboard.press(chord)
}
const dialog = () => app.page.getByRole('dialog')
const gone = () => dialog().waitFor({ state: 'detached' })
/** Open, and what is to be typed into or pressed has the focus. */
const ready = () => app.page.locator('[role=dialog] :focus').waitFor()
const acts = async () =>
  value(await app.client.appointment.nominations({ sessionId })).flatMap((one) => one.acts)
const grid = () => app.page.getByRole('grid', { name: '任免事项' })
const row = (name: string) => grid().getByRole('row').filter({ hasText: name })
const warned = async (): Promise<string[]> =>
  value(await app.client.appointment.findings({ sessionId }))
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, severity }) => `${severity} ${code}`)

beforeEach(async () => {
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport: { width: 1366, height: 768 } })
  sessionId = (await prepareHour(app.client)).sessionId
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await press('Alt+6')
  await app.page.getByRole('heading', { name: '还没有提请' }).waitFor()
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

const pasteList = async (): Promise<void> => {
  const { page } = app
  await press('Control+i')
  await dialog().getByRole('textbox', { name: '提请人', exact: true }).fill('市长顾长风')
  await press('Enter')
  await page.getByLabel('提请或者公布的文本').focus()
  await page.keyboard.insertText(hourList)
  await press('Control+A', 'Control+X', 'Control+V')
  await page.getByRole('button', { name: '加入 30 项' }).waitFor()
  await page.getByText('现由阮清和担任', { exact: false }).waitFor()
  await press('Control+s')
  await gone()
  await row('卢景明').waitFor()
}

/** The head of the bureau goes first; the name was misspelt. */
const mend = async (): Promise<void> => {
  expect((await warned()).toSorted()).toEqual(['warn not-held', 'warn occupied'])
  await press('n')
  await ready()
  await dialog().getByRole('combobox', { name: /^事项/u }).click()
  await app.page.getByRole('option', { name: '决定免去', exact: false }).first().click()
  await dialog().getByLabel('姓名').fill('阮清和')
  await dialog().getByLabel('职务').fill('临江市教育局局长')
  await press('Enter')
  await gone()
  await row('阮清和').waitFor()
  await press('Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown')
  await row('郭自明').click()
  await press('e')
  await ready()
  await dialog().getByLabel('姓名').fill('郭子明')
  await press('Enter')
  await gone()
  await row('郭子明').waitFor()
  expect(await warned()).toEqual([])
}

/** The council's own, one of them taken back by whom it was proposed. */
const withdraw = async (): Promise<void> => {
  await press('Control+ArrowDown')
  await row('沙启明').click()
  await press('w')
  await ready()
  await app.page.keyboard.insertText('提请人撤回')
  await press('Enter')
  await gone()
  await row('沙启明').getByText('撤回').first().waitFor()
}

/** The government's, the commission's and the council's person by person, the courts' and procurators' together. */
const putToTheVote = async (): Promise<void> => {
  await press('Control+ArrowUp', 'Control+ArrowUp', 'Control+ArrowUp', 'Control+ArrowUp')
  for (const [manner, first] of [
    ['Shift+M', '卢景明'],
    ['Shift+M', '柏庭'],
    ['m', '陈华荣'],
    ['m', '游子期'],
    ['Shift+M', '卫东篱'],
  ] as const) {
    await row(first).waitFor()
    await press(manner)
    await ready()
    await press('Enter')
    await gone()
    await row(first).getByText('待表决').first().waitFor()
    await press('Control+ArrowDown')
  }
}

const questions = async () => value(await app.client.ballot.questions({ sessionId }))

/** All for; with as many against as there are exceptions. */
const vote = async (against: number): Promise<void> => {
  const { page } = app
  const begin = page.getByRole('button', { name: /^开始表决/u }).first()
  await begin.and(page.locator(':enabled')).waitFor()
  await press('Space')
  await page.getByText('全体赞成，再按例外逐票移出').waitFor()
  await press('a', ...Array<string>(against).fill('j'), 'Control+Enter')
  await page.getByRole('button', { name: /^更正/u }).waitFor()
}

const voteOnAll = async (): Promise<number> => {
  const { page } = app
  await press('Alt+5')
  await page.getByRole('button', { name: /^进入本项/u }).waitFor()
  await press('Space')
  const all = await questions()
  for (const [index, { title }] of all.entries()) {
    if (index > 0) {
      await press('Space')
      await page.getByRole('button', { name: /^更正/u }).waitFor({ state: 'detached' })
    }
    await vote(title.includes('温以宁') ? 16 : 0)
  }
  return all.length
}

test('thirty acts come in as one text and leave as papers', async () => {
  const { page } = app
  await pasteList()
  expect((await acts()).length).toBe(30)
  await mend()
  await withdraw()
  expect(await seriousFaults(page)).toEqual([])
  await putToTheVote()
  expect(await voteOnAll()).toBe(16)
  const outcomes = Object.fromEntries((await acts()).map((act) => [act.personName, act.outcome]))
  expect(outcomes).toMatchObject({ 温以宁: 'failed', 沙启明: 'withdrawn', 郭子明: 'passed' })
  expect(Object.values(outcomes).filter((outcome) => outcome === 'passed')).toHaveLength(29)

  await press('Alt+m')
  await page.getByRole('grid', { name: '任后' }).waitFor()
  await press('Control+Enter')
  await page.getByText(/· 钱书文 · \d+ 个文件/u).waitFor()
  const files = readdirSync(app.exportsDir, { recursive: true }).map(String)
  expect(files.filter((name) => name.endsWith('.xlsx'))).toHaveLength(1)
  const words = new Map(
    files
      .filter((name) => name.endsWith('.docx'))
      .map((name) => [
        name,
        wordText(readFileSync(join(app.exportsDir, name))).replace(/\s/gu, ''),
      ]),
  )
  const naming = (person: string) =>
    [...words].filter(([, text]) => text.includes(person)).map(([name]) => name)
  expect(naming('温以宁').every((name) => name.includes('表决结果'))).toBe(true)
  expect(naming('温以宁').length).toBe(1)
  expect(naming('沙启明')).toEqual([])
  const list = [...words].find(([name]) => name.includes('任免名单'))?.[1] ?? ''
  for (const { personName, outcome } of await acts())
    expect([personName, list.includes(personName)]).toEqual([personName, outcome === 'passed'])

  const held = value(await app.client.ledger.asOf({ on: '2026-11-26' }))
  const holder = (post: string) =>
    held.filter((tenure) => tenure.postName === post).map(({ personName }) => personName)
  expect(holder('临江市教育局局长')).toEqual(['方明远'])
  expect(holder('临江市统计局局长')).toEqual([])
  expect(held.find(({ personName }) => personName === '方明远')?.by).toMatchObject({
    sessionNumber: 20,
    for: hourSize,
    needed: 16,
  })
})
