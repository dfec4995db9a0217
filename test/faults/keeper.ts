import { writeSync } from 'node:fs'
import { createKernel } from '../../electron/kernel/kernel.ts'
import { createClient } from '../../shared/contract/index.ts'
import { value } from '../builders/kernel.ts'
import { unusedPorts } from '../builders/unused-ports.ts'

/*
 * A clerk who never stops typing: keeps half-entered totals and the place without pause until it is killed. Every kept
 * value is told on stdout as `<count> <what>` once it was acknowledged and before the next one is sent.
 */

const [file = '', voteId = '', from = '1'] = process.argv.slice(2)
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
for (let count = Number(from); ; count += 1) {
  // Two figures of one draft: a half-written one would show.
  const totals = { for: count, against: 9999 - count }
  value(await client.ballot.keepDraft({ voteId, draft: { totals } }))
  writeSync(1, `${count} draft\n`)
  value(await client.safety.keepPlace({ place: { name: 'ballot', itemId: String(count) } }))
  writeSync(1, `${count} place\n`)
}
