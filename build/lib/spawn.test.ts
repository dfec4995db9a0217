import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import process from 'node:process'
import { expect, test } from 'vitest'

/** A program that tells how it ended; by itself it ends after so many milliseconds. */
const program = (lifetime: number) => `
  import { endWithNpm } from ${JSON.stringify(new URL('./spawn.mjs', import.meta.url).href)}
  process.once('SIGTERM', () => { console.log('ended'); process.exit() })
  endWithNpm()
  console.log('ready')
  setTimeout(() => console.log('stayed'), ${lifetime})
`

/** Runs a program below a shell, as npm does, and kills the shell once the program is ready. */
async function leftBehind(lifetime: number, env: NodeJS.ProcessEnv) {
  const command = '"$0" --input-type=module --eval "$1"; true'
  const shell = spawn('sh', ['-c', command, process.execPath, program(lifetime)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  shell.stdout.once('data', () => shell.kill('SIGTERM'))
  return text(shell.stdout)
}

test('what npm started ends when the shell between them is gone', async () => {
  expect(await leftBehind(15_000, { npm_lifecycle_event: 'start' })).toBe('ready\nended\n')
})

test('what a person started from a shell outlives the shell', async () => {
  const plain = { npm_lifecycle_event: undefined }
  expect(await leftBehind(2000, plain)).toBe('ready\nstayed\n')
})
