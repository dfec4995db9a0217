import type { PostOn } from '../../../shared/contract/ledger.ts'
import { matchPost } from '../../../shared/rules/appointment/post-names.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { findBody } from '../body/queries.ts'
import type { WriteContext } from '../dispatch.ts'
import type { Reader } from '../store/sql.ts'
import { postsOn } from './catalogue.ts'
import { settleTenures } from './settle.ts'
import { ledgerSql } from './sql.ts'

const exactly = (name: string, catalogue: readonly PostOn[], bodyName: string): string | null => {
  const { certainty, postId } = matchPost(name, catalogue, bodyName)
  return certainty === 'exact' ? postId : null
}

/** The one post of a day's catalogue that bears a name; null where none or more than one does. */
export const postExactly = (db: Reader, name: string, day: string): string | null =>
  exactly(name, postsOn(db, day), findBody(db)?.name ?? '')

/**
 * Ties what is tied to no post yet to the one post of the catalogue that bears its very name, and settles whom that
 * concerns. What is merely likely waits for a person to say so.
 */
export const tieExact = (ctx: WriteContext): void => {
  const catalogue = postsOn(ctx.db, dayOf(ctx.moment))
  const bodyName = findBody(ctx.db)?.name ?? ''
  const persons = new Set<string>()
  for (const { postName } of ctx.db.all(ledgerSql.untied, {})) {
    const postId = exactly(postName, catalogue, bodyName)
    if (postId === null) continue
    for (const { personId } of ctx.db.all(ledgerSql.untiedHolders, { postName }))
      persons.add(personId)
    ctx.db.run(ledgerSql.tieTenures, { postName, postId })
  }
  for (const { name } of ctx.db.all(ledgerSql.untiedActPosts, {})) {
    const postId = exactly(name, catalogue, bodyName)
    if (postId === null) continue
    for (const { personId } of ctx.db.all(ledgerSql.untiedActPersons, { name }))
      persons.add(personId)
    ctx.db.run(ledgerSql.tieActPosts, { name, postId })
  }
  settleTenures(ctx, persons)
}
