import { join } from 'node:path'
import Database from 'better-sqlite3'
import { renderDocx } from '../../electron/papers/index.ts'
import { ballotSql } from '../../electron/kernel/ballot/sql.ts'
import { sessionSql } from '../../electron/kernel/session/queries.ts'
import { listPaper } from '../../shared/papers/list.ts'
import { decide } from '../../shared/rules/verdict.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../builders/kernel.ts'
import { listFacts } from '../papers/facts.ts'
import { compared, perSecond, ratioOf, sorted, type Ratio } from './measure.ts'

type Hall = { own: TestKernel; sessionId: string; sittingId: string; itemId: string }

/** A sitting of 41 members at work, on a real file. */
const openHall = async (): Promise<Hall> => {
  const own = testKernel()
  const members = await withBody(own, { count: 41, seats: 43 })
  const places = await withSitting(own, members, 4)
  const facts = { rev: 0, sessionId: places.sessionId, kind: 'bill' as const, title: '某项议题' }
  return { own, ...places, itemId: value(await own.client.session.saveItem(facts)).id }
}

/** The least a durable record costs here: one row, WAL, synchronous=FULL, the library alone. */
const bareInsert = (folder: string): ((n: number) => void) => {
  const db = new Database(join(folder, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO row (text) VALUES (?)')
  const text = 'x'.repeat(400)
  return () => void insert.run(text)
}

/** Locking a vote through the whole kernel — parse, rules, rows, journal, seal, commit — against a bare durable insert. */
const voteCommand = async ({ own, sittingId, itemId }: Hall, runs: number): Promise<Ratio> => {
  const insert = bareInsert(own.folder)
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  const warmUp = Math.ceil(runs / 10)
  for (let n = 0; n < warmUp + runs; n += 1) {
    const title = `第${n}项`
    const question = value(await own.client.ballot.ask({ itemId, kind: 'bill', title }))
    const vote = value(await own.client.ballot.open({ questionId: question.id, sittingId }))
    const tally = { for: 35, against: 1, abstain: 1 }
    const start = performance.now()
    const reply = await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally })
    const middle = performance.now()
    insert(n)
    const end = performance.now()
    value(reply)
    if (n < warmUp) continue
    times.ours.push(middle - start)
    times.bare.push(end - middle)
  }
  return ratioOf(sorted(times.ours), sorted(times.bare))
}

/** A whole session with agenda, questions and votes, against the same rows by the library alone. */
const sessionRead = async ({ own, sessionId }: Hall, runs: number): Promise<Ratio> => {
  const db = new Database(own.file, { readonly: true })
  const texts = [
    sessionSql.sittings,
    sessionSql.items,
    ballotSql.questions,
    ballotSql.sessionVotes,
    ballotSql.sessionActIds,
  ]
  const statements = texts.map(({ text }) => db.prepare(text))
  const head = db.prepare(sessionSql.get.text)
  const ours = async (): Promise<void> => {
    value(await own.client.session.get({ id: sessionId }))
    value(await own.client.ballot.questions({ sessionId }))
  }
  const bare = (): void => {
    head.get({ id: sessionId })
    for (const statement of statements) statement.all({ sessionId })
  }
  const measured = await compared(ours, bare, runs)
  db.close()
  return measured
}

const verdicts = (): Promise<number> =>
  perSecond(
    (n) =>
      decide({
        rules: { level: 'city', base: 'actual' },
        members: { inOffice: 41, quota: 43 },
        present: 37,
        question: { kind: 'bill', method: 'device' },
        tally: { for: 15 + (n % 20), against: 2, abstain: 37 - 17 - (n % 20) },
      }),
    200_000,
  )

/** 200 lists of appointments to DOCX, in milliseconds. */
const lists = async (): Promise<number> => {
  const start = performance.now()
  for (let n = 0; n < 200; n += 1) await renderDocx(listPaper({ ...listFacts, session: n + 1 }))
  return Math.round(performance.now() - start)
}

/** Figures of the kernel and the papers, without a page. */
export const kernelFigures = async (): Promise<object> => {
  const hall = await openHall()
  try {
    const lock = await voteCommand(hall, 500)
    const read = await sessionRead({ ...hall, ...(await smallSession(hall)) }, 500)
    return {
      voteLockAgainstBareInsert: { goal: { p99: 1.5 }, ...lock },
      sessionReadAgainstBareSql: { goal: { p50: 2 }, ...read },
      verdictsPerSecond: await verdicts(),
      twoHundredListsMs: await lists(),
    }
  } finally {
    await hall.own.dispose()
  }
}

/** A session as it really is: eight items, twelve questions voted on. */
const smallSession = async ({ own }: Hall): Promise<{ sessionId: string; sittingId: string }> => {
  const first = value(await own.client.session.list({}))[0]
  const sitting = value(await own.client.session.get({ id: first?.id ?? '' })).sittings[0]
  if (sitting)
    value(
      await own.client.session.setSittingState({
        id: sitting.id,
        rev: sitting.rev,
        state: 'adjourned',
      }),
    )
  const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const session = value(await own.client.session.save({ rev: 0, number: 21, ...day }))
  const sessionId = session.id
  const plan = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: '2026-11-26T14:00:00' }
  const { id, rev } = value(await own.client.session.saveSitting(plan))
  value(await own.client.session.setSittingState({ id, rev, state: 'open' }))
  value(await own.client.attendance.callRoll({ sittingId: id, exceptions: [] }))
  for (let n = 0; n < 8; n += 1) {
    const facts = { rev: 0, sessionId, kind: 'bill' as const, title: `第${n}项议题` }
    const itemId = value(await own.client.session.saveItem(facts)).id
    for (let part = 0; part < (n === 5 ? 5 : 1); part += 1)
      await voteOnce(own, itemId, id, `第${n}项之${part}`)
  }
  return { sessionId, sittingId: id }
}

const voteOnce = async (
  own: TestKernel,
  itemId: string,
  sittingId: string,
  title: string,
): Promise<void> => {
  const question = value(await own.client.ballot.ask({ itemId, kind: 'bill', title }))
  const vote = value(await own.client.ballot.open({ questionId: question.id, sittingId }))
  const tally = { for: vote.counts.present, against: 0, abstain: 0 }
  value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
}
