import { kernelFigures } from './kernel.ts'
import { pageFigures } from './page.ts'

// `npm run -s bench`: figures as JSON on stdout.

const figures = { ...(await kernelFigures()), ...(await pageFigures()) }
process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`)
