import { hallFigures } from './hall.ts'
import { kernelFigures } from './kernel.ts'
import { memoryFigures } from './memory.ts'
import { pageFigures } from './page.ts'

// `npm run -s bench`: figures as JSON on stdout.

const figures = {
  ...(await kernelFigures()),
  ...(await pageFigures()),
  ...(await hallFigures()),
  memoryAfterVotes: await memoryFigures(),
}
process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`)
