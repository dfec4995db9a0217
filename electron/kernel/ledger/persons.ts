import type { ledger, LedgerPerson } from '../../../shared/contract/ledger.ts'
import type { Topic } from '../../../shared/contract/topics.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import type { Handlers } from '../dispatch.ts'
import { afterRename } from '../formality/put-right.ts'
import { checkedName } from '../roster/names.ts'
import { expectRev, found, refuseField } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { tenuresFor } from './queries.ts'
import { shownOf } from './shown.ts'
import { uniteSql } from './unite-sql.ts'

/** Whoever shows a person, by name or by what is known of one. */
export const shownIn: Topic[] = [
  'ledger',
  'roster',
  'appointment',
  'formality',
  'dossier',
  'attendance',
  'session',
  'ballot',
  'speech',
  'hall',
]

const personOf = (db: Reader, personId: string): LedgerPerson => {
  const { deputy, ...facts } = found(db.get(uniteSql.entry, { id: personId }), 'person')
  return {
    ...facts,
    deputy: deputy === null ? null : deputy === 1,
    tenures: shownOf(db, tenuresFor(db, { personIds: [personId] })),
  }
}

export const personHandlers: Pick<Handlers<typeof ledger>, 'person' | 'savePerson'> = {
  person: ({ db }, { personId }) => personOf(db, personId),

  savePerson: (ctx, { id, rev, name: raw, deputy, nationality, ...facts }) => {
    const known = found(ctx.db.get(uniteSql.entry, { id }), 'person')
    expectRev(known, rev)
    const name = checkedName(raw, 'name')
    const { birth } = facts
    if (birth !== null && birth > dayOf(ctx.moment)) refuseField('birth', 'ledger.refused.unborn')
    ctx.db.run(uniteSql.savePerson, {
      ...facts,
      id,
      name,
      nationality: nationality || null,
      deputy: deputy === null ? null : Number(deputy),
    })
    afterRename(ctx, { id, was: known.name, now: name })
    for (const topic of shownIn) ctx.touch(topic)
    return personOf(ctx.db, id)
  },
}
