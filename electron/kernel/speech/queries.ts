import type { Sitting, SittingKind } from '../../../shared/contract/session.ts'
import type { Speech, SpeechSum, SpokenSpeech } from '../../../shared/contract/speech.ts'
import { toEpoch } from '../../../shared/rules/moment.ts'
import { speechLimit, speechStanding } from '../../../shared/rules/speech.ts'
import { parameterValues } from '../body/parameters.ts'
import type { ReadContext, WriteContext } from '../dispatch.ts'
import { found } from '../rows.ts'
import { change, select, type Reader } from '../store/sql.ts'

const SPEECH = {
  id: true,
  sittingId: true,
  itemId: true,
  memberId: true,
  name: true,
  turn: true,
  position: true,
  state: true,
  limitSeconds: true,
  extraSeconds: true,
  extendedBy: true,
  startedAt: true,
  endedAt: true,
  rev: true,
} as const

const SPEECH_TEXT = `SELECT speech.id, speech.sittingId, speech.itemId, speech.memberId, speech.name, speech.turn,
    speech.position, speech.state, speech.limitSeconds, speech.extraSeconds, speech.extendedBy, speech.startedAt,
    speech.endedAt, speech.rev
  FROM speech`

/** Done and speaking by their time, then those who wait by their place. */
const IN_ORDER =
  'ORDER BY speech.startedAt IS NULL, speech.startedAt, speech.position, speech.rowid'

type Who = Pick<Speech, 'memberId' | 'name'>

export const speechSql = {
  get: select<{ id: string }, Speech>()(SPEECH, `${SPEECH_TEXT} WHERE speech.id = @id`),
  bySitting: select<{ sittingId: string }, Speech>()(
    SPEECH,
    `${SPEECH_TEXT} WHERE speech.sittingId = @sittingId AND speech.state <> 'dropped' ${IN_ORDER}`,
  ),
  begun: select<{ sessionId: string }, Speech & { startedAt: string }>()(
    SPEECH,
    `${SPEECH_TEXT} JOIN sitting ON sitting.id = speech.sittingId
     WHERE sitting.sessionId = @sessionId AND speech.state IN ('speaking','done') ${IN_ORDER}`,
  ),
  running: select<{ sittingId: string }, Speech>()(
    SPEECH,
    `${SPEECH_TEXT} WHERE speech.sittingId = @sittingId AND speech.state = 'speaking'`,
  ),
  queued: select<{ sittingId: string }, Speech>()(
    SPEECH,
    `${SPEECH_TEXT} WHERE speech.sittingId = @sittingId AND speech.state = 'queued' ${IN_ORDER}`,
  ),
  /** Speeches of a sitting that share any time with a stretch. */
  during: select<{ id: string; sittingId: string; from: string; to: string }, Speech>()(
    SPEECH,
    `${SPEECH_TEXT} WHERE speech.sittingId = @sittingId AND speech.id <> @id AND speech.startedAt < @to
       AND coalesce(speech.endedAt, '9999') > @from ${IN_ORDER}`,
  ),
  /** How often someone spoke on an item in sittings of a kind; on no item, in the sitting itself. */
  times: select<
    Who & {
      id: string
      sessionId: string
      kind: SittingKind
      sittingId: string
      itemId: string | null
    },
    { count: number }
  >()(
    { count: true },
    `SELECT count(*) AS count FROM speech JOIN sitting ON sitting.id = speech.sittingId
     WHERE speech.id <> @id AND speech.state IN ('speaking','done') AND sitting.sessionId = @sessionId
       AND sitting.kind = @kind AND speech.itemId IS @itemId
       AND (@itemId IS NOT NULL OR speech.sittingId = @sittingId)
       AND speech.memberId IS @memberId AND (@memberId IS NOT NULL OR speech.name = @name)`,
  ),
  lastEnd: select<{ sittingId: string }, { at: string }>()(
    { at: true },
    `SELECT coalesce(max(endedAt), '') AS at FROM speech WHERE sittingId = @sittingId`,
  ),
  lastPosition: select<{ sittingId: string }, { position: number }>()(
    { position: true },
    'SELECT coalesce(max(position), 0) AS position FROM speech WHERE sittingId = @sittingId',
  ),
  add: change<
    Who &
      Pick<Speech, 'id' | 'sittingId' | 'itemId' | 'turn' | 'position'> & { limitSeconds: number }
  >()(
    `INSERT INTO speech (id, sittingId, itemId, memberId, name, turn, position, state, limitSeconds, extraSeconds, rev)
     VALUES (@id, @sittingId, @itemId, @memberId, @name, @turn, @position, 'queued', @limitSeconds, 0, 1)`,
  ),
  place: change<{ id: string; position: number }>()(
    'UPDATE speech SET position = @position, rev = rev + 1 WHERE id = @id AND position <> @position',
  ),
  drop: change<{ id: string }>()(
    `UPDATE speech SET state = 'dropped', rev = rev + 1 WHERE id = @id AND state = 'queued'`,
  ),
  start: change<{ id: string; at: string; turn: number; limitSeconds: number }>()(
    `UPDATE speech SET state = 'speaking', startedAt = @at, turn = @turn, limitSeconds = @limitSeconds, rev = rev + 1
     WHERE id = @id`,
  ),
  stop: change<{ id: string; at: string }>()(
    `UPDATE speech SET state = 'done', endedAt = max(@at, startedAt), rev = rev + 1
     WHERE id = @id AND state = 'speaking'`,
  ),
  putBack: change<{ id: string }>()(
    `UPDATE speech SET state = 'queued', startedAt = NULL, extraSeconds = 0, extendedBy = '', rev = rev + 1
     WHERE id = @id`,
  ),
  extend: change<{ id: string; seconds: number; by: string }>()(
    `UPDATE speech SET extraSeconds = extraSeconds + @seconds, extendedBy = @by, rev = rev + 1 WHERE id = @id`,
  ),
  reopen: change<{ id: string }>()(
    `UPDATE speech SET state = 'speaking', endedAt = NULL, rev = rev + 1 WHERE id = @id`,
  ),
  setTimes: change<{ id: string; startedAt: string; endedAt: string }>()(
    'UPDATE speech SET startedAt = @startedAt, endedAt = @endedAt, rev = rev + 1 WHERE id = @id',
  ),
}

export const theSpeech = (db: Reader, id: string): Speech =>
  found(db.get(speechSql.get, { id }), 'speech')

/** Who spoke, speaks and waits in a sitting, in this order; without those dropped. */
export const speechesOf = (db: Reader, sittingId: string): Speech[] =>
  db.all(speechSql.bySitting, { sittingId })

/** Who has the floor. */
export const runningSpeech = (db: Reader, sittingId: string): Speech | undefined =>
  db.get(speechSql.running, { sittingId })

/** Ends the speech that runs in a sitting, if any: with the adjournment nobody has the floor. */
export const endRunningSpeech = (ctx: WriteContext, sittingId: string): void => {
  const running = runningSpeech(ctx.db, sittingId)
  if (!running) return
  ctx.db.run(speechSql.stop, { id: running.id, at: ctx.moment })
  ctx.touch('speech')
}

/** The turn someone takes on an item, and how long it may last under the body's rules. */
export const turnOf = (
  db: Reader,
  sitting: Sitting,
  { id, itemId, memberId, name }: Who & { id: string; itemId: string | null },
): { turn: number; limitSeconds: number } => {
  const { sessionId, kind, id: sittingId } = sitting
  const who = { id, itemId, memberId, name }
  const spoken = db.get(speechSql.times, { ...who, sessionId, kind, sittingId })?.count ?? 0
  const turn = spoken + 1
  return { turn, limitSeconds: speechLimit(parameterValues(db).speechLimits, kind, turn) }
}

const spokenOf = (speech: Speech & { startedAt: string }, now: number): SpokenSpeech => {
  const startedAt = toEpoch(speech.startedAt)
  const until = speech.endedAt === null ? now : toEpoch(speech.endedAt)
  const { spoken, over } = speechStanding({ ...speech, startedAt }, until)
  return { ...speech, seconds: spoken, over }
}

const sumsOf = (speeches: readonly SpokenSpeech[]): SpeechSum[] => {
  const sums = new Map<string, SpeechSum>()
  for (const { memberId, name, seconds, over } of speeches) {
    const key = memberId ?? `name ${name}`
    const sum = sums.get(key) ?? { memberId, name, times: 0, seconds: 0, over: 0 }
    sums.set(key, {
      ...sum,
      times: sum.times + 1,
      seconds: sum.seconds + seconds,
      over: sum.over + over,
    })
  }
  return [...sums.values()]
}

/** Who spoke how long in a session: each speech begun in order of time, and each person's sum. */
export const speechRecord = (
  { db, now }: Pick<ReadContext, 'now'> & { db: Reader },
  sessionId: string,
): { speeches: SpokenSpeech[]; sums: SpeechSum[] } => {
  const speeches = db.all(speechSql.begun, { sessionId }).map((one) => spokenOf(one, now))
  return { speeches, sums: sumsOf(speeches) }
}
