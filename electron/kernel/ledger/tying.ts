import { matchPost } from '../../../shared/rules/appointment/post-names.ts'
import { findBody } from '../body/queries.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import type { WriteContext } from '../dispatch.ts'
import { postsOn } from './catalogue.ts'
import { settleTenures } from './settle.ts'
import { ledgerSql } from './sql.ts'

/**
 * Ties what is tied to no post yet to the one post of the catalogue that bears its very name, and settles whom that
 * concerns. What is merely likely waits for a person to say so.
 */
export const tieExact = (ctx: WriteContext): void => {
  const catalogue = postsOn(ctx.db, dayOf(ctx.moment))
  const bodyName = findBody(ctx.db)?.name ?? ''
  const exact = (name: string): string | null => {
    const { certainty, postId } = matchPost(name, catalogue, bodyName)
    return certainty === 'exact' ? postId : null
  }
  const persons = new Set<string>()
  for (const { postName } of ctx.db.all(ledgerSql.untied, {})) {
    const postId = exact(postName)
    if (postId === null) continue
    for (const { personId } of ctx.db.all(ledgerSql.untiedHolders, { postName }))
      persons.add(personId)
    ctx.db.run(ledgerSql.tieTenures, { postName, postId })
  }
  for (const { name } of ctx.db.all(ledgerSql.untiedActPosts, {})) {
    const postId = exact(name)
    if (postId === null) continue
    for (const { personId } of ctx.db.all(ledgerSql.untiedActPersons, { name }))
      persons.add(personId)
    ctx.db.run(ledgerSql.tieActPosts, { name, postId })
  }
  settleTenures(ctx, persons)
}
