import type { Act, ActFinding, Override } from '../../../shared/contract/appointment.ts'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { checkNominations } from '../../../shared/rules/appointment/check.ts'
import { isHeldOff, keepsFromAsking } from '../../../shared/rules/appointment/gate.ts'
import type { WriteContext } from '../dispatch.ts'
import type { Reader } from '../store/sql.ts'
import { checkingSql, type OverrideRow } from './checking-sql.ts'
import { checkInputOf } from './facts.ts'
import { theNomination } from './queries.ts'

type Asking = { db: Reader; moment: string }

/** What was gone past, word for word: the same code said of other facts is another warning. */
const saidIn = ({ message }: Pick<Finding, 'message'>): string => JSON.stringify(message)

/** A warning about several acts is gone past only where it is at each of them. */
const overrideOf = (finding: Finding, rows: readonly OverrideRow[]): Override | null => {
  const said = saidIn(finding)
  const own = rows.filter((row) => row.code === finding.code && row.said === said)
  const [first] = own.filter(({ actId }) => finding.actIds.includes(actId))
  const all = finding.actIds.every((id) => own.some(({ actId }) => actId === id))
  return first && all ? { reason: first.reason, at: first.at, operator: first.operator } : null
}

/** Everything law, local rule and ledger have to say of the acts of a session, with what was gone past. */
export const findingsOf = (ctx: Asking, sessionId: string): ActFinding[] => {
  const rows = ctx.db.all(checkingSql.overrides, { sessionId })
  return checkNominations(checkInputOf(ctx, sessionId).input).map((finding) => ({
    ...finding,
    override: finding.severity === 'warn' ? overrideOf(finding, rows) : null,
  }))
}

const writeOverride = (ctx: WriteContext, finding: Finding, reason: string): void => {
  for (const actId of finding.actIds)
    ctx.db.run(checkingSql.override, {
      actId,
      code: finding.code,
      said: saidIn(finding),
      reason,
      at: ctx.moment,
      operator: ctx.operator,
    })
}

/** Goes past the warnings of one code at an act; refuses what the statute forbids, and what nobody said. */
export const goPast = (ctx: WriteContext, act: Act, code: string, reason: string): void => {
  const { sessionId } = theNomination(ctx.db, act.nominationId)
  const own = findingsOf(ctx, sessionId).filter(
    (finding) => finding.code === code && finding.actIds.includes(act.id),
  )
  const params = { name: act.personName, post: act.post }
  const forbidding = own.find((finding) => finding.severity === 'block' || isHeldOff(finding))
  if (forbidding) throw new Refusal({ code: 'rule', message: forbidding.message })
  const warnings = own.filter(({ severity }) => severity === 'warn')
  if (warnings.length === 0) refuse('appointment.nothingToGoPast', params)
  for (const finding of warnings) writeOverride(ctx, finding, reason)
}

const about = (findings: readonly ActFinding[], acts: readonly Pick<Act, 'id'>[]): ActFinding[] =>
  findings.filter(({ actIds }) => acts.some(({ id }) => actIds.includes(id)))

const refuseBlocks = (own: readonly ActFinding[]): void => {
  const block = own.find(keepsFromAsking)
  if (block) throw new Refusal({ code: 'rule', message: block.message })
}

/**
 * Refuses acts of a session the statute keeps from a vote, in the finding's own sentence.
 * @throws Refusal `rule`
 */
export const expectLawful = (
  ctx: Asking,
  sessionId: string,
  acts: readonly Pick<Act, 'id'>[],
): void => {
  if (acts.length > 0) refuseBlocks(about(findingsOf(ctx, sessionId), acts))
}

/**
 * Lets acts to the vote: nothing forbids them, and each warning was gone past — or is now, for the one reason given,
 * which is kept with every one of them.
 * @throws Refusal `rule` in the words of a prohibition; or with the open warnings, one a field `findings.0` …
 */
export const expectPassable = (
  ctx: WriteContext,
  sessionId: string,
  acts: readonly Pick<Act, 'id'>[],
  reason: string | undefined,
): void => {
  const own = about(findingsOf(ctx, sessionId), acts)
  refuseBlocks(own)
  const open = own.filter(({ severity, override }) => severity === 'warn' && !override)
  if (open.length === 0) return
  if (reason === undefined)
    throw new Refusal({
      code: 'rule',
      message: { key: 'appointment.findingsOpen', params: { count: open.length } },
      fields: Object.fromEntries(open.map(({ message }, at) => [`findings.${at}`, message])),
    })
  for (const finding of open) writeOverride(ctx, finding, reason)
}
