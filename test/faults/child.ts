import { writeSync } from 'node:fs'
import { createClient } from '../../shared/contract/index.ts'
import type { Reply } from '../../shared/contract/index.ts'
import type { Member } from '../../shared/contract/roster.ts'
import { createKernel } from '../../electron/kernel/kernel.ts'
import { unused, unusedPorts } from '../builders/unused-ports.ts'

/*
 * A program that writes without pause until it is killed. Every answered command is told on stdout in one line,
 * `<journal seq> <mark>`, written before the next command is sent: what stands there was acknowledged.
 * A refused command is told as `refused <code>`; after `patience` of them in a row the program ends by itself.
 */

const [file = '', run = '', patience = '1'] = process.argv.slice(2)

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

let seq = 0
let refusals = 0

/** Tells an answer; gives its value, or null when refused. */
const told = <T>(reply: Reply<T>, mark: string): T | null => {
  if (reply.ok) {
    seq += 1
    refusals = 0
    writeSync(1, `${seq} ${mark}\n`)
    return reply.value
  }
  writeSync(1, `refused ${reply.error.code}\n`)
  refusals += 1
  if (refusals >= Number(patience)) process.exit(3)
  return null
}

const setUp = async (): Promise<Member> => {
  const entries = await client.journal.entries({})
  seq = entries.ok ? (entries.value[0]?.seq ?? 0) : 0
  told(await client.journal.signOn({ name: run }), run)
  const body = await client.body.get({})
  if (body.ok && !body.value) {
    const term = { number: 1, seats: 31, startsOn: '2022-01-10' }
    const name = '云溪市人民代表大会常务委员会'
    told(
      await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }),
      name,
    )
  }
  const members = await client.roster.members({})
  const known = members.ok ? members.value[0] : undefined
  if (known) return known
  const facts = { name: '戚望舒', kind: 'ordinary', startsOn: '2022-01-10' } as const
  return told(await client.roster.saveMember({ rev: 0, ...facts }), facts.name) ?? unused()
}

let member = await setUp()
for (let step = 0; ; step += 1) {
  const mark = `${run}-${step}`
  if (step % 7 === 6) {
    told(await client.journal.signOn({ name: mark }), mark)
    continue
  }
  const { id, rev, name, kind, startsOn } = member
  const reply = await client.roster.saveMember({ id, rev, name, kind, startsOn, note: mark })
  member = told(reply, mark) ?? member
}
