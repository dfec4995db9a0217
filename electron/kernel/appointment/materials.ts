import type { ActMaterial } from '../../../shared/contract/appointment.ts'
import type { MaterialFact } from '../../../shared/contract/findings.ts'
import { requiredMaterials } from '../../../shared/rules/appointment/materials.ts'
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
