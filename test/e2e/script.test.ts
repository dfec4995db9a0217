import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// The script at the desk and over the whole screen, in a real browser.

let app: App

const lines = () => app.page.getByRole('region', { name: '主持词各段' })
const reader = () => app.page.getByRole('dialog', { name: '主持词通读' })
const page = async (): Promise<number> =>
  Number(/第 (\d+) 页/u.exec((await reader().locator('output').textContent()) ?? '')?.[1])

const openDesk = async (
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
): Promise<void> => {
  app = await startApp({ demo: true, now: '2026-11-26T01:40:00Z', viewport, colorScheme })
  value(await app.client.journal.signOn({ name: '钱书文' }))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await app.page.keyboard.press('Alt+5')
  await lines().waitFor()
}

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

describe.each([
  { width: 1366, height: 768, scheme: 'light' as const },
  { width: 1920, height: 1080, scheme: 'dark' as const },
  { width: 3840, height: 2160, scheme: 'light' as const },
])('at $width × $height, $scheme', ({ width, height, scheme }) => {
  beforeEach(() => openDesk({ width, height }, scheme))

  test('is read page by page from where one is, and gives the focus back', async () => {
    await app.screenshot(`script-desk-${width}`)
    await app.page.keyboard.press('v')
    await reader().waitFor()
    await app.screenshot(`script-reader-${width}`)
    expect(await reader().locator('[data-here]').isVisible()).toBe(true)
    expect(await seriousFaults(app.page)).toEqual([])
    const begun = await page()
    expect(begun).toBeGreaterThan(1)
    await app.page.keyboard.press('Space')
    expect(await page()).toBe(begun + 1)
    await app.page.keyboard.press('ArrowLeft')
    await app.page.keyboard.press('Home')
    expect(await page()).toBe(1)
    await reader().getByText('各位组成人员：').waitFor()
    await app.page.keyboard.press('Escape')
    await reader().waitFor({ state: 'detached' })
  })
})

describe('where its room grows smaller', () => {
  beforeEach(() => openDesk({ width: 1366, height: 768 }, 'light'))

  test('brings the passage one is at back into sight', async () => {
    await lines().locator('[data-here]').waitFor()
    const inSight = () =>
      lines().evaluate((box) => {
        const line = box.querySelector('[data-here]')?.getBoundingClientRect()
        const room = box.getBoundingClientRect()
        return line !== undefined && line.top >= room.top && line.bottom <= room.bottom
      })
    await lines().evaluate((box) => box.scrollTo(0, 0))
    expect(await inSight()).toBe(false)
    await app.page.setViewportSize({ width: 1366, height: 700 })
    await expect.poll(inSight).toBe(true)
  })
})

describe('as a paper', () => {
  beforeEach(async () => {
    await openDesk({ width: 1366, height: 768 }, 'light')
    await app.page.keyboard.press('Alt+7')
    await app.page.getByRole('navigation', { name: '选择文书' }).waitFor()
    await app.page.keyboard.press('6')
  })

  const sheet = () => app.page.getByRole('document').locator('article')

  test('stands in large type and follows the office’s own sentences', async () => {
    const { page } = app
    await sheet().getByText('现在开会。').waitFor()
    await page.getByRole('combobox', { name: '固定用语' }).click()
    await page.getByRole('option', { name: '开会', exact: true }).click()
    const words = page.getByRole('textbox', { name: '写作' })
    await words.fill('现在宣布开会。')
    await app.screenshot('script-settings')
    expect(await seriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await sheet().getByText('现在宣布开会。').waitFor()
    await words.fill('通过议程，开会。')
    await page.getByRole('button', { name: '保存' }).click()
    await page
      .getByText(/这一句不能写明“通过”等结果/u)
      .first()
      .waitFor()
    await app.screenshot('script-settings-refused')
    await page.getByRole('button', { name: '恢复原文' }).click()
    await sheet().getByText('现在开会。').waitFor()
    await page.getByRole('radio', { name: '二号' }).focus()
    await page.keyboard.press('ArrowRight')
    await sheet().and(page.locator('.large')).waitFor()
    await page.getByRole('button', { name: '会议记录' }).click()
    await sheet().getByText('第一次全体会议').first().waitFor()
    await app.screenshot('minutes-preview')
  })
})
