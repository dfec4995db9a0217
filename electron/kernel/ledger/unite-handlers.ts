import { Refusal, type Message } from '../../../shared/contract/errors.ts'
import type { ledger } from '../../../shared/contract/ledger.ts'
import { unitedFacts } from '../../../shared/rules/ledger/uniting.ts'
import type { Handlers } from '../dispatch.ts'
import { shownIn } from './persons.ts'
import { expectClear, peopleLike, previewOf, uniteOf } from './unite.ts'
import { applyUnite } from './unite-apply.ts'

const expectChosen = (open: readonly string[]): void => {
  if (open.length === 0) return
  const message: Message = { key: 'ledger.unite.refused.choose' }
  const fields = Object.fromEntries(open.map((field) => [`chosen.${field}`, message]))
  throw new Refusal({ code: 'rule', message, fields })
}

export const uniteHandlers: Pick<
  Handlers<typeof ledger>,
  'peopleLike' | 'unitePreview' | 'unitePersons'
> = {
  peopleLike: (ctx, { personId, text }) => peopleLike(ctx, personId, text),

  unitePreview: ({ db }, { staysId, goesId }) => previewOf(db, uniteOf(db, staysId, goesId)),

  unitePersons: async ({ db, store, write }, { staysId, goesId, token, chosen }) => {
    const unite = uniteOf(db, staysId, goesId)
    if (previewOf(db, unite).token !== token)
      throw new Refusal({ code: 'conflict', message: { key: 'ledger.unite.refused.moved' } })
    expectClear(unite)
    const { facts, open } = unitedFacts(unite.facts, chosen)
    expectChosen(open)
    // No step back leads from one entry to two: what was is kept whole, and nothing comes between it and the change.
    const { fileName: backup } = store.backup('unite')
    const { stays, goes } = unite
    const payload = { name: facts.name, stays, goes, chosen, facts, backup }
    return write({ command: 'ledger.unitePersons', payload, topics: shownIn }, (ctx) => {
      applyUnite(ctx, unite, facts)
      return { id: stays.id, name: facts.name ?? stays.name, backup }
    })
  },
}
