import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const source = readFileSync(
  fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
)

type Violation = { id: string; impact: string | null; nodes: { target: unknown[] }[] }
type Axe = { run: () => Promise<{ violations: Violation[] }> }

const violationsOf = async (page: Page): Promise<Violation[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async () => (await (window as unknown as { axe: Axe }).axe.run()).violations)
}

const named = (violations: readonly Violation[]): string[] =>
  violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  )

/** Every accessibility fault of the page as it stands: rule and the places it names. */
export const allFaults = async (page: Page): Promise<string[]> => named(await violationsOf(page))

/** The same without what is minor or moderate. */
export const seriousFaults = async (page: Page): Promise<string[]> =>
  named(
    (await violationsOf(page)).filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    ),
  )
