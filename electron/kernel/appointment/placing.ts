import type {
  Act,
  DraftPlace,
  Nomination,
  NominatorOffer,
} from '../../../shared/contract/appointment.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { CheckInput } from '../../../shared/rules/appointment/facts.ts'
import {
  lawfulAmong,
  nominatorFor,
  placeDrafts,
  placeKey,
  proposersOf,
  type Place,
  type Placed,
} from '../../../shared/rules/appointment/proposers.ts'
import { viewsOf } from '../../../shared/rules/appointment/views.ts'
import { bareName } from '../../../shared/rules/names.ts'
import type { ReadContext, WriteContext } from '../dispatch.ts'
import type { Reader } from '../store/sql.ts'
import { checkInputOf, type Checked, type Looked } from './facts.ts'
import { nominationsOf, theAct, theNomination } from './queries.ts'
import { appointmentSql } from './sql.ts'

type Asking = Pick<ReadContext, 'db' | 'moment'>

/** A row not added yet, and where somebody put it. */
export type Draft = Pick<Looked, 'act' | 'verb' | 'personName' | 'post' | 'reason'> & {
  place?: Place | undefined
}

const draftId = (index: number): string => `draft.${index}`
export const isDraft = (id: string): boolean => id.startsWith('draft.')

const looked = ({ act, verb, personName, post, reason }: Draft, index: number): Looked => ({
  act,
  verb,
  personName: bareName(personName),
  post,
  reason,
  id: draftId(index),
  personId: null,
  outcome: 'pending',
})

const onItemOf = (db: Reader, { sessionId, itemId }: Nomination): Nomination[] =>
  nominationsOf(db, sessionId).filter((one) => one.itemId === itemId)

const tight = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, '')

/** A place somebody chose: what they would make and is there already is not made twice. */
const settled = (place: Place, session: readonly Nomination[], itemId: string): Place => {
  const { nominationId, nominator, nominatorKind } = place
  const known = session.find((one) =>
    nominationId === null
      ? one.itemId === itemId &&
        one.nominatorKind === nominatorKind &&
        tight(one.nominator) === tight(nominator)
      : one.id === nominationId,
  )
  if (known) {
    const { id, nominator: by, nominatorKind: kind } = known
    return { nominationId: id, nominator: by, nominatorKind: kind }
  }
  return nominationId === null ? place : refuse('appointment.otherSession')
}

/** Rows as the law looks at them, each under a nomination of its own, in their order. */
export type PlacedDrafts = Checked & { chosen: Nomination; places: readonly Placed[] }

/**
 * Puts rows not added yet under nominations: where somebody put them, else where the law lets them stand.
 * @param nominationId the nomination chosen for the list
 * @throws Refusal where a row was put under a nomination of another session
 */
export const placedDrafts = (
  ctx: Asking,
  nominationId: string,
  acts: readonly Draft[],
): PlacedDrafts => {
  const chosen = theNomination(ctx.db, nominationId)
  const drafts = acts.map(looked)
  const checked = checkInputOf(ctx, chosen.sessionId, { nominationId, acts: drafts })
  const session = nominationsOf(ctx.db, chosen.sessionId)
  const { input, places } = placeDrafts(checked.input, {
    ids: new Set(drafts.map(({ id }) => id)),
    chosenId: nominationId,
    onItem: session.filter(({ itemId }) => itemId === chosen.itemId).map(({ id }) => id),
    choices: new Map(
      acts.flatMap(({ place }, index) =>
        place ? [[draftId(index), settled(place, session, chosen.itemId)] as const] : [],
      ),
    ),
  })
  return {
    ...checked,
    input,
    chosen,
    places: drafts.flatMap(({ id }) => places.get(id) ?? []),
  }
}

const offerOf = ({ nominationId, nominator, nominatorKind }: Place): NominatorOffer => ({
  key: placeKey({ nominationId, nominator, nominatorKind }),
  nominationId,
  nominator,
  nominatorKind,
})

/** The nominations of an item, who else may propose, and wherever rows were put beside. */
const offersOn = (
  onItem: readonly Nomination[],
  input: CheckInput,
  further: readonly Place[],
): NominatorOffer[] => {
  const known = onItem.map(({ id, ...rest }) => offerOf({ ...rest, nominationId: id }))
  const fresh = proposersOf(input)
    .filter(({ nominatorKind }) => onItem.every((one) => one.nominatorKind !== nominatorKind))
    .map((one) => offerOf({ ...one, nominationId: null }))
  const all = [...known, ...fresh, ...further.map(offerOf)]
  return [...new Map(all.map((offer) => [offer.key, offer])).values()]
}

/** What the list of rows shows of them: who may be chosen, and where each row stands and may stand. */
export const placesShown = (
  db: Reader,
  { input, places, chosen }: PlacedDrafts,
): { offers: NominatorOffer[]; places: DraftPlace[] } => {
  const offers = offersOn(onItemOf(db, chosen), input, places)
  const views = Map.groupBy(viewsOf(input), ({ act }) => act.id)
  return {
    offers,
    places: places.map((place, index) => ({
      key: placeKey(place),
      lawful: lawfulAmong(views.get(draftId(index)) ?? [], offers).map(({ key }) => key),
      guessed: place.guessed,
    })),
  }
}

/** The nominations an act may be put under, and those the law names for it. */
export const nominatorsOf = (
  ctx: Asking,
  actId: string,
): { offers: NominatorOffer[]; lawful: string[] } => {
  const nomination = theNomination(ctx.db, theAct(ctx.db, actId).nominationId)
  const { input } = checkInputOf(ctx, nomination.sessionId)
  const views = viewsOf(input).filter(({ act }) => act.id === actId)
  const all = nominationsOf(ctx.db, nomination.sessionId)
  const missing =
    lawfulAmong(views, all).length > 0
      ? []
      : nominatorFor(views, proposersOf(input)).map((one) => ({ ...one, nominationId: null }))
  const offers = offersOn(all, input, missing)
  return { offers, lawful: lawfulAmong(views, offers).map(({ key }) => key) }
}

/** Adds a nomination behind the others of its session and gives its id. */
export const addNomination = (
  ctx: WriteContext,
  facts: Pick<Nomination, 'sessionId' | 'itemId' | 'nominator' | 'nominatorKind' | 'receivedOn'>,
): string => {
  const id = ctx.newId()
  const { sessionId } = facts
  const last = ctx.db.get(appointmentSql.lastNomination, { sessionId })?.position ?? 0
  ctx.db.run(appointmentSql.addNomination, { ...facts, id, position: last + 1 })
  return id
}

/** The id of each place's nomination, in their order; those still missing are made beside the one given. */
export const nominationsAt = (
  ctx: WriteContext,
  { sessionId, itemId, receivedOn }: Nomination,
  places: readonly Place[],
): string[] => {
  const made = new Map<string, string>()
  return places.map((place) => {
    const { nominationId, nominator, nominatorKind } = place
    if (nominationId !== null) return nominationId
    const key = placeKey(place)
    const known = made.get(key)
    if (known !== undefined) return known
    const facts = { sessionId, itemId, receivedOn, nominator, nominatorKind }
    const id = addNomination(ctx, facts)
    made.set(key, id)
    return id
  })
}

/** What goes along when acts leave a nomination: «相应终止» of persons none of whose other acts stay behind. */
const followers = (nomination: Nomination, leaving: ReadonlySet<string>): Act[] => {
  const staying = nomination.acts.filter(({ id }) => !leaving.has(id))
  const gone = nomination.acts.filter(({ id, act }) => leaving.has(id) && act !== 'end')
  return staying.filter(
    (one) =>
      one.act === 'end' &&
      one.questionId === null &&
      gone.some(({ personName }) => personName === one.personName) &&
      !staying.some(({ act, personName }) => act !== 'end' && personName === one.personName),
  )
}

/**
 * Puts acts, and what ends with them, under another nomination of their session, behind its own, in the order given.
 * @returns the nomination they stand under, and those they left
 */
export const regroup = (
  ctx: WriteContext,
  acts: readonly Act[],
  place: Place,
): { nominationId: string; left: string[] } => {
  const left = [...new Set(acts.map(({ nominationId }) => nominationId))]
  const from = left.map((id) => theNomination(ctx.db, id))
  const [first] = from
  if (!first) throw new RangeError('no acts')
  if (from.some(({ sessionId }) => sessionId !== first.sessionId))
    refuse('appointment.otherSession')
  const session = nominationsOf(ctx.db, first.sessionId)
  const target = settled(place, session, first.itemId)
  const [nominationId = ''] = nominationsAt(ctx, first, [target])
  const ids = new Set(acts.map(({ id }) => id))
  const moving = [...acts, ...from.flatMap((one) => followers(one, ids))].filter(
    (act) => act.nominationId !== nominationId,
  )
  const last = ctx.db.get(appointmentSql.lastAct, { nominationId })?.position ?? 0
  moving.forEach(({ id }, index) =>
    ctx.db.run(appointmentSql.regroup, { id, nominationId, position: last + index + 1 }),
  )
  return { nominationId, left }
}
