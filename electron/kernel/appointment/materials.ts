import type { Act, ActMaterial } from '../../../shared/contract/appointment.ts'
import type { MaterialFact, MaterialKind } from '../../../shared/contract/findings.ts'
import { isAwaited, requiredMaterials } from '../../../shared/rules/appointment/materials.ts'
import type { WriteContext } from '../dispatch.ts'
import type { Reader } from '../store/sql.ts'
import { checkingSql } from './checking-sql.ts'
import { checkInputOf } from './facts.ts'

/** The checklist of each act of a session: what has to come with it, what came besides, and what is wrong with it. */
export const materialsOf = (
  ctx: { db: Reader; moment: string },
  sessionId: string,
): ActMaterial[] => {
  const { input } = checkInputOf(ctx, sessionId)
  const revs = new Map(
    ctx.db
      .all(checkingSql.materials, { sessionId })
      .map(({ actId, kind, rev }) => [`${actId} ${kind}`, rev]),
  )
  return input.nominations.flatMap((nomination) =>
    nomination.acts.flatMap((act) => {
      const facts = new Map(act.materials.map((fact) => [fact.kind, fact]))
      return requiredMaterials(act, nomination, input).map(
        ({ kind, required, say }): ActMaterial => ({
          actId: act.id,
          kind,
          required,
          fact: facts.get(kind) ?? (null as MaterialFact | null),
          say,
          rev: revs.get(`${act.id} ${kind}`) ?? 0,
        }),
      )
    }),
  )
}

/**
 * Notes as received all of these kinds that acts not voted on yet must bring and that are not there.
 * @returns how many
 */
export const receiveAll = (
  ctx: WriteContext,
  sessionId: string,
  acts: readonly Act[],
  kinds: readonly MaterialKind[],
  receivedOn: string,
): number => {
  const waiting = new Map(acts.map((act) => [act.id, act]))
  const awaited = materialsOf(ctx, sessionId).filter((material) => {
    const act = waiting.get(material.actId)
    return act !== undefined && kinds.includes(material.kind) && isAwaited(material, act)
  })
  for (const { actId, kind } of awaited)
    ctx.db.run(checkingSql.saveMaterial, {
      ...{ actId, kind, receivedOn, state: 'received' },
      ...{ score: null, retake: null, note: '', rev: 1 },
    })
  return awaited.length
}
