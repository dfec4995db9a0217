import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const source = readFileSync(
  fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
)

type Violation = { id: string; impact: string | null; nodes: { target: unknown[] }[] }
type Axe = { run: () => Promise<{ violations: Violation[] }> }

/** Accessibility faults of the page as it stands that are serious or worse: rule and the places it names. */
export const seriousFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(source)
  const violations = await page.evaluate(
    async () => (await (window as unknown as { axe: Axe }).axe.run()).violations,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
}
