import process from 'node:process'
import { processIo } from './io.ts'
import { runCommand } from './run.ts'

// `npm run -s yixi -- …`: the exit code is set, not forced, so that everything written is taken first.
process.exitCode = await runCommand(process.argv.slice(2), processIo())
