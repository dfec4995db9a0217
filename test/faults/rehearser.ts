import { writeSync } from 'node:fs'
import { createKernel } from '../../electron/kernel/kernel.ts'
import { createClient } from '../../shared/contract/index.ts'
import { value } from '../builders/kernel.ts'
import { unusedPorts } from '../builders/unused-ports.ts'

/*
 * Begins and ends rehearsals without pause until it is killed, writing in each of them. What was left unfinished by
 * the last run is wiped first. Tells each step on stdout once it was acknowledged.
 */

const [file = ''] = process.argv.slice(2)
const kernel = createKernel({
  file,
  ports: unusedPorts,
  now: Date.now,
  newId: () => crypto.randomUUID(),
  log: ({ level, what, detail }) => {
    if (level === 'error') writeSync(2, `${what} ${detail ?? ''}\n`)
  },
})
const client = createClient(kernel)
value(await client.journal.signOn({ name: '经办人' }))
let step = 0
const tell = (what: string): void => {
  step += 1
  writeSync(1, `${step} ${what}\n`)
}
tell('signed on')
if (value(await client.safety.interrupted({})))
  value(await client.safety.endRehearsal({ taskId: 'wipe' }))
for (;;) {
  value(await client.safety.startRehearsal({ taskId: 'start' }))
  tell('began')
  value(await client.journal.signOn({ name: '排练人' }))
  tell('wrote')
  const { untouched } = value(await client.safety.endRehearsal({ taskId: 'end' }))
  if (!untouched) writeSync(2, 'the real file was touched\n')
  tell('ended')
}
