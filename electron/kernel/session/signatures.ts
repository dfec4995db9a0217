import type { Item, SignedKind } from '../../../shared/contract/session.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import { cosignerFault, cosignersNeeded, mayDecline } from '../../../shared/rules/cosigners.ts'
import { parameterValues } from '../body/parameters.ts'
import { theBody, theTerm } from '../body/queries.ts'
import type { WriteContext } from '../dispatch.ts'
import { inOfficeIds } from '../roster/queries.ts'
import { refuseField } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { sessionSql, theSession } from './queries.ts'

/** Signatures as they come in; `at` absent is when they were first noted, or now. */
export type SignedInput = { kind: SignedKind; signatories: number; at?: string | undefined }

const baseAt = (db: Reader, termId: string, moment: string): number =>
  parameterValues(db).base === 'quota'
    ? theTerm(db, termId).seats
    : inOfficeIds(db, termId, moment).length

/**
 * Notes how many signed an item, held against the members at the moment it was put forward and kept with that base:
 * a resignation accepted later changes nothing (rules.md §9-43, 45, 46). Null takes the signatures away.
 */
export const signItem = (ctx: WriteContext, item: Item, signed: SignedInput | null): void => {
  const { id } = item
  if (!signed) {
    const none = { signatories: null, signedBase: null, signedNeeded: null, signedAt: null }
    ctx.db.run(sessionSql.signItem, { id, signedKind: null, ...none })
    return
  }
  const { kind, signatories } = signed
  const at = signed.at ?? item.signed?.at ?? ctx.moment
  const { level } = theBody(ctx.db)
  if (at > ctx.moment) refuseField('signed', 'session.signedLater')
  const base = baseAt(ctx.db, theSession(ctx.db, item.sessionId).termId, at)
  const fault = cosignerFault({ kind, level, base, signatories })
  if (fault) refuseField('signed', fault.key, fault.params)
  ctx.db.run(sessionSql.signItem, {
    id,
    signedKind: kind,
    signatories,
    signedBase: base,
    signedNeeded: cosignersNeeded(kind, level, base),
    signedAt: at,
  })
}

/** The council declines to put a signed item to the committee; only before anything was voted on it (rules.md §9-44). */
export const declineItem = (ctx: WriteContext, item: Item, reason: string): void => {
  if (!item.signed || !mayDecline(item.signed.kind)) refuse('session.notDeclinable')
  const questions = ctx.db.get(sessionSql.itemQuestions, { itemId: item.id })?.count ?? 0
  if (questions > 0) refuse('session.declineTooLate', { title: item.title })
  ctx.db.run(sessionSql.declineItem, { id: item.id, at: ctx.moment, reason })
}
