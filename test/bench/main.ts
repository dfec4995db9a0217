import process from 'node:process'
import { hallFigures } from './hall.ts'
import { kernelFigures } from './kernel.ts'
import { ledgerFigures } from './ledger.ts'
import { memoryFigures } from './memory.ts'
import { pageFigures } from './page.ts'

// `npm run -s bench`: figures as JSON on stdout, the parts as they are done on stderr. `npm run -s bench -- page hall`
// measures these parts alone.

const parts: Record<string, () => Promise<object>> = {
  kernel: kernelFigures,
  ledger: ledgerFigures,
  page: pageFigures,
  hall: hallFigures,
  memory: async () => ({ memoryAfterVotes: await memoryFigures() }),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(
    `No part ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}.\n`,
  )
  process.exit(1)
}

const figures: object[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const began = performance.now()
  figures.push(await measure())
  const seconds = Math.round((performance.now() - began) / 1000)
  process.stderr.write(`${name}: ${seconds} s\n`)
}
process.stdout.write(`${JSON.stringify(Object.assign({}, ...figures), null, 1)}\n`)
