import type { body } from '../../../shared/contract/body.ts'
import { Refusal } from '../../../shared/contract/errors.ts'
import { checkParameter, needsSource } from '../../../shared/rules/parameters.ts'
import { checkSeats } from '../../../shared/rules/seats.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { expectRev, found, refuseField } from '../rows.ts'
import { listParameters, theParameter } from './parameters.ts'
import { bodySql, findBody, theBody } from './queries.ts'

/** Full names of committees end so; titles and passing lines are built from it (documents.md §2.1). */
const FULL_NAME = /^.+人民代表大会常务委员会$/u

type TermInput = { number: number; seats: number; startsOn: string }

/** Within a term the seats do not change (组织法 47⑤), but a slip of the pen can be mended while nobody has voted. */
const saveTerm = (ctx: WriteContext, next: TermInput): void => {
  const current = findBody(ctx.db)?.term
  if (!current || next.number > current.number) {
    if (current && next.startsOn <= current.startsOn)
      refuseField('term.startsOn', 'body.termStarts', { number: current.number })
    if (current) ctx.db.run(bodySql.endTerm, { id: current.id, endsOn: next.startsOn })
    ctx.db.run(bodySql.saveTerm, { id: ctx.newId(), ...next })
    return
  }
  if (next.number < current.number)
    refuseField('term.number', 'body.termBefore', { number: current.number })
  const votes = ctx.db.get(bodySql.termVotes, { termId: current.id })?.count ?? 0
  if (next.seats !== current.seats && votes > 0)
    refuseField('term.seats', 'body.seatsFixed', { seats: current.seats })
  ctx.db.run(bodySql.saveTerm, { id: current.id, ...next })
}

export const bodyHandlers: Handlers<typeof body> = {
  get: ({ db }) => findBody(db),

  save: (ctx, { rev, term, ...facts }) => {
    const known = findBody(ctx.db)
    expectRev(known ?? { rev: 0 }, rev)
    if (!FULL_NAME.test(facts.name)) refuseField('name', 'body.nameNotFull')
    const seats = checkSeats(facts.level, term.seats)
    if (seats.state === 'error')
      refuseField('term.seats', seats.message.key, {
        ...seats.message.params,
        article: seats.article,
      })
    ctx.db.run(bodySql.saveBody, facts)
    saveTerm(ctx, term)
    ctx.touch('roster')
    ctx.touch('session')
    ctx.touch('attendance')
    return theBody(ctx.db)
  },

  parameters: ({ db }) => listParameters(db),

  setParameter: (ctx, { key, value, source, confirmedOn, rev }) => {
    const check = checkParameter(key, value)
    if (!check.ok) {
      const { article, message } = check.error
      const said = { ...message, params: { ...message.params, article } }
      throw new Refusal({ code: 'rule', message: said, fields: { value: said } })
    }
    if (needsSource(key, check.value) && source === '') refuseField('source', 'body.sourceNeeded')
    expectRev(found(theParameter(ctx.db, key), 'parameter'), rev)
    const stored = JSON.stringify(check.value)
    ctx.db.run(bodySql.saveParameter, { key, value: stored, source, confirmedOn, rev: rev + 1 })
    ctx.touch('attendance')
    return found(theParameter(ctx.db, key), 'parameter')
  },

  resetParameter: (ctx, { key, rev }) => {
    expectRev(found(theParameter(ctx.db, key), 'parameter'), rev)
    ctx.db.run(bodySql.removeParameter, { key })
    ctx.touch('attendance')
    return found(theParameter(ctx.db, key), 'parameter')
  },
}
