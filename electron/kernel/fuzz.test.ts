import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../test/builders/kernel.ts'
import { fuzzCalls } from '../../test/builders/fuzz.ts'

// Whatever is asked, in whatever order, on rows that exist or do not: an answer or a refusal in words, never a fault.

let own: TestKernel
beforeEach(() => (own = testKernel()))
afterEach(() => own.dispose())

/** Rows that must not be there, whatever was asked. */
const never = {
  'a vote open in a closed session': `SELECT vote.id FROM vote JOIN sitting ON sitting.id = sittingId
    JOIN session ON session.id = sessionId WHERE vote.state = 'open' AND session.state = 'closed'`,
  'a vote in a group sitting': `SELECT vote.id FROM vote JOIN sitting ON sitting.id = sittingId
    WHERE sitting.kind = 'group'`,
  'two results standing on one question': `SELECT questionId FROM vote WHERE state = 'locked'
    AND id NOT IN (SELECT correctsId FROM vote WHERE correctsId IS NOT NULL)
    GROUP BY questionId HAVING count(*) > 1`,
  'a vote without quorum': 'SELECT id FROM vote WHERE present * 2 <= inOffice',
  'a present set that differs from its number': `SELECT id FROM vote WHERE present <>
    (SELECT count(*) FROM voteMember WHERE voteId = vote.id AND voteMember.present = 1)`,
  'a membership that differs from its number': `SELECT id FROM vote WHERE inOffice <>
    (SELECT count(*) FROM voteMember WHERE voteId = vote.id)`,
  'totals that exceed those present': `SELECT id FROM vote WHERE state = 'locked'
    AND tallyFor + tallyAgainst + tallyAbstain > present`,
  'a named choice where the vote is not named': `SELECT voteId FROM namedVote JOIN vote ON vote.id = voteId
    WHERE method <> 'named'`,
  'a named vote whose names do not add up': `SELECT id FROM vote WHERE method = 'named' AND state = 'locked'
    AND (tallyFor <> (SELECT count(*) FROM namedVote WHERE voteId = vote.id AND choice = 'for')
      OR present <> (SELECT count(*) FROM namedVote WHERE voteId = vote.id))`,
  'two rounds open in one sitting': `SELECT sittingId FROM vote WHERE state = 'open'
    GROUP BY sittingId HAVING count(DISTINCT coalesce(sheetId, id)) > 1`,
  'a paper whose lines stand apart from it': `SELECT vote.id FROM vote JOIN sheet ON sheet.id = sheetId
    WHERE correctsId IS NULL AND vote.state <> sheet.state`,
  'lines of one paper with different papers': `SELECT sheetId FROM vote WHERE sheetId IS NOT NULL
    AND state = 'locked' AND correctsId IS NULL GROUP BY sheetId
    HAVING count(DISTINCT tallyCollected) > 1 OR count(DISTINCT inOffice) > 1 OR count(DISTINCT present) > 1`,
  'something half entered for a round that is over': `SELECT key FROM kept WHERE key LIKE 'ballot.%'
    AND NOT EXISTS (SELECT 1 FROM vote WHERE state = 'open' AND key LIKE '%:' || vote.id)`,
  'figures left of a void round': `SELECT id FROM vote WHERE state = 'void' AND tallyFor IS NOT NULL`,
  'a question taken back with a vote on it': `SELECT question.id FROM question JOIN vote
    ON vote.questionId = question.id WHERE withdrawnAt IS NOT NULL`,
  'a locked result without a seal': `SELECT id FROM vote WHERE state <> 'open' AND sealSeq IS NULL`,
  'an act that passed without a result': `SELECT act.id FROM act WHERE outcome IN ('passed','failed')
    AND act <> 'end' AND NOT EXISTS (SELECT 1 FROM questionAct JOIN vote USING (questionId)
    WHERE actId = act.id AND state = 'locked')`,
  'a tenure of an act that does not stand': `SELECT tenure.id FROM tenure JOIN act ON act.id = byActId
    WHERE outcome <> 'passed'`,
  'an end by an act that does not stand': `SELECT tenure.id FROM tenure JOIN act ON act.id = endedByActId
    WHERE outcome <> 'passed'`,
  'a deferred act among those voted on': `SELECT act.id FROM act JOIN questionAct ON actId = act.id
    WHERE deferredReason IS NOT NULL`,
  'one gone past who is not named': `SELECT actId FROM override WHERE operator = ''`,
  'a formality due for an act that failed': `SELECT formality.id FROM formality
    JOIN formalityAct ON formalityId = formality.id JOIN act ON act.id = actId
    WHERE state = 'due' AND outcome = 'failed'`,
  'two people speaking at once': `SELECT one.id FROM speech AS one JOIN speech AS other
    ON other.sittingId = one.sittingId AND other.id <> one.id AND other.startedAt < coalesce(one.endedAt, '9999')
    WHERE coalesce(other.endedAt, '9999') > one.startedAt`,
  'somebody speaking in a sitting that is not held': `SELECT speech.id FROM speech JOIN sitting
    ON sitting.id = sittingId WHERE speech.state = 'speaking' AND sitting.state <> 'open'`,
  'an incident put right twice': `SELECT correctsId FROM incident WHERE correctsId IS NOT NULL
    GROUP BY correctsId HAVING count(*) > 1`,
  'guests whose numbers have a gap': `SELECT sittingId, kind FROM guest GROUP BY sittingId, kind
    HAVING max(number) <> count(*)`,
  'a member twice in the hall at once': `SELECT memberId FROM stay WHERE toAt IS NULL
    GROUP BY sittingId, memberId HAVING count(*) > 1`,
  'leave granted by nobody': `SELECT id FROM leave WHERE grantedOn IS NOT NULL AND approver = ''`,
  'two slips for the same': `SELECT memberId FROM leave GROUP BY sessionId, sittingId, memberId HAVING count(*) > 1`,
  'a suspension that ends before it begins': 'SELECT id FROM suspension WHERE endsOn < startsOn',
  'a sitting that ended before it began': `SELECT id FROM sitting WHERE endsAt < startsAt`,
}

/** A small generator with a fixed seed: the same calls on every machine. */
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

test.each([3, 4])('2,500 random calls end in answers or sentences (seed %i)', async (seed) => {
  const members = await withBody(own, { count: 29, seats: 29 })
  await withSitting(own, members, 1)
  const db = new Database(own.file, { readonly: true })
  const faults: string[] = []
  const answered = new Set<string>()
  const calls = fuzzCalls(seeded(seed), db)
  const reached = [
    'ballot.open',
    'ballot.lock',
    'ballot.correct',
    'ballot.askActs',
    'papers.preview',
    'appointment.findings',
    'appointment.deferAct',
    'appointment.tieAct',
    'ledger.saveTenure',
    'ledger.asOf',
    'formality.ofSession',
    'speech.start',
    'attendance.saveLeave',
    'attendance.addGuests',
  ]
  for (let n = 0; n < 2500; n += 1) {
    const open = reached.filter((method) => !answered.has(method))
    const { at, method, input } = calls(open)
    own.at(at)
    const reply = await own.kernel.call(method, input)
    if (reply.ok) answered.add(method)
    else if (reply.error.code === 'internal')
      faults.push(`${method} ${JSON.stringify(input)} ${own.log.at(-1)?.detail ?? ''}`)
  }
  expect(faults).toEqual([])
  expect(reached.filter((method) => !answered.has(method))).toEqual([])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  for (const [rule, broken] of Object.entries(never))
    expect([rule, db.prepare(broken).all()]).toEqual([rule, []])
  db.close()
  const found = value(await own.client.journal.verify({ taskId: 'v' }))
  expect(found.broken).toBeNull()
})
