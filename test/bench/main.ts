import { kernelFigures } from './kernel.ts'

// `npm run -s bench`: figures as JSON on stdout.

process.stdout.write(`${JSON.stringify(await kernelFigures(), null, 1)}\n`)
