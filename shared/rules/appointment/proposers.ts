import { nominatorKinds, type NominatorKind } from '../../contract/appointment.ts'
import type { CheckAct, CheckInput, CheckNomination } from './facts.ts'
import { nominatorKindOf } from './nominator-kind.ts'
import { expectedOf, isExpected, type Expected } from './nominator.ts'
import { placeOf, withoutPlace, type PostsOf } from './post-names.ts'
import { isHeldAt, viewsOf, type View } from './views.ts'

/** Who proposes, as papers name them. */
export type Proposer = { nominator: string; nominatorKind: NominatorKind }

/** Under which nomination an act stands: one of the session, or one still to be made (`nominationId` null). */
export type Place = Proposer & { nominationId: string | null }

/** `guessed`: only the name of the post tells what kind it is, so the nominator is a guess too. */
export type Placed = Place & { guessed: boolean }

/** What an own head's post is called behind the place, by who the head is. */
const headPosts: readonly (readonly [NominatorKind, RegExp])[] = [
  [
    'government-head',
    /^(?:[省市县区州旗盟]?人民政府)?代?理?[省市县区州旗盟]长$|^(?:自治区)?(?:人民政府)?代?理?主席$/u,
  ],
  ['supervisory-head', /^[省市县区州旗盟]?监察委员会代?理?主任$/u],
  ['court-president', /^[省市县区州旗盟]?(?:高级|中级)?人民法院代?理?院长$/u],
  ['chief-procurator', /^[省市县区州旗盟]?人民检察院代?理?检察长$/u],
]

const courts = { province: '高级人民法院', city: '中级人民法院', county: '人民法院' } as const

/** The head of an organ as papers name one: «市长», «市中级人民法院院长»; `acting` puts 代 before the office. */
const titleOf = (kind: NominatorKind, { level, bodyName }: PostsOf, acting: boolean): string => {
  const place = placeOf(bodyName)
  const short = place.endsWith('自治区') ? '自治区' : place.slice(-1)
  const by = acting ? '代' : ''
  if (kind === 'government-head') {
    if (short === '自治区') return `自治区${by}主席`
    return short === '' ? `人民政府${by}首长` : `${by}${short}长`
  }
  if (kind === 'supervisory-head') return `${short}监察委员会${by}主任`
  if (kind === 'court-president') return `${short}${courts[level]}${by}院长`
  if (kind === 'chief-procurator') return `${short}人民检察院${by}检察长`
  return kind === 'council' ? '主任会议' : ''
}

type HeadsOf = Pick<CheckInput, 'level' | 'bodyName' | 'tenures' | 'session'>

/** Whoever heads an organ of the body's own when the session votes, in their own right before acting. */
const headOf = (kind: NominatorKind, pattern: RegExp, input: HeadsOf) => {
  const place = placeOf(input.bodyName)
  const held = input.tenures.filter((tenure) => {
    const { postName } = tenure
    if (!/(?:长|主任|主席)$/u.test(postName) || !isHeldAt(tenure, input)) return false
    return pattern.test(withoutPlace(postName, place))
  })
  const full = held.filter(({ acting }) => !acting)
  const [head] = full.length > 0 ? full : held
  const alone = new Set((full.length > 0 ? full : held).map(({ personName }) => personName))
  // Two heads at once is a slip of the ledger: the office alone is certain.
  const name = alone.size === 1 ? (head?.personName ?? '') : ''
  return {
    nominator: `${titleOf(kind, input, name !== '' && head?.acting === true)}${name}`,
    nominatorKind: kind,
  }
}

/**
 * Who may propose at a body, the council and the heads of its organs: by office and, where the ledger knows who holds
 * it at the session, by name («市长顾长风», «市中级人民法院院长»).
 */
export const proposersOf = (input: HeadsOf): Proposer[] => [
  { nominator: titleOf('council', input, false), nominatorKind: 'council' },
  ...headPosts.map(([kind, pattern]) => headOf(kind, pattern, input)),
]

const isKind = (word: string): word is NominatorKind => nominatorKinds.some((kind) => kind === word)

/** Those of one post, likeliest first: the names of the catalogue, else the kinds of the law. */
const offersOf = ({ kinds, names }: Expected, known: readonly Proposer[]): Proposer[] =>
  (names.length > 0 ? names : kinds).flatMap((word): Proposer[] =>
    isKind(word)
      ? known.filter(({ nominatorKind }) => nominatorKind === word)
      : [{ nominator: word, nominatorKind: nominatorKindOf(word) ?? 'other' }],
  )

/**
 * By whom the law lets an act be nominated, likeliest first, as papers name them: by office, and by name where the
 * ledger knows who holds it. Empty where it names nobody (resignations, dismissals, posts it does not speak of), and
 * where no one may propose to all the posts of the act.
 * @param views the posts of one act
 * @param known of `proposersOf`
 */
export const nominatorFor = (
  views: readonly View[],
  known: readonly Proposer[],
): readonly Proposer[] => {
  const expected = views.flatMap((view) => expectedOf(view) ?? [])
  const offered = expected.flatMap((one) => offersOf(one, known))
  const lawful = lawfulAmong(views, offered)
  return [...new Map(lawful.map((one) => [one.nominator, one])).values()]
}

/** Which of these the law lets nominate an act; none where it names nobody. */
export const lawfulAmong = <P extends Proposer>(
  views: readonly View[],
  offered: readonly P[],
): P[] => {
  const expected = views.flatMap((view) => expectedOf(view) ?? [])
  if (expected.length === 0) return []
  return offered.filter((one) => expected.every((each) => isExpected(one, each)))
}

/** Rows not added yet, as they stand in an input: all of them under the nomination chosen for the list. */
export type Drafts = {
  ids: ReadonlySet<string>
  chosenId: string
  /** Nominations rows may be put under, likeliest first. */
  onItem: readonly string[]
  /** What was chosen by hand, row by row. */
  choices: ReadonlyMap<string, Place>
}

type Placing = Drafts & {
  known: readonly Proposer[]
  nominations: readonly CheckNomination[]
  views: ReadonlyMap<string, readonly View[]>
}

const under = ({ id, nominator, nominatorKind }: CheckNomination): Place => ({
  nominationId: id,
  nominator,
  nominatorKind,
})

/** Where the law would have a row: under the nomination chosen where that is lawful, else under a lawful one. */
const lawfulPlace = (act: CheckAct, placing: Placing, chosen: Place): Placed => {
  const { known, nominations, onItem, views } = placing
  const own = views.get(act.id) ?? []
  const expected = own.flatMap((view) => expectedOf(view) ?? [])
  const there = [placing.chosenId, ...onItem]
    .flatMap((id) => nominations.find((nomination) => nomination.id === id) ?? [])
    .find((nomination) => expected.every((one) => isExpected(nomination, one)))
  const [fresh] = nominatorFor(own, known)
  const place = there ? under(there) : fresh ? { nominationId: null, ...fresh } : chosen
  const moved = place.nominationId !== chosen.nominationId
  return { ...place, guessed: moved && own.some(({ sure }) => !sure) }
}

const sameName = (one: CheckAct) => (other: CheckAct) => one.personName === other.personName

/** A nomination as it is told from others: its id, or who would make it. */
export const placeKey = ({ nominationId, nominatorKind, nominator }: Place): string =>
  nominationId ?? `${nominatorKind} ${nominator}`

/**
 * Puts each row under a nomination of its own: the one chosen by hand, else the one chosen for the list where the law
 * lets that nominator propose it, else a lawful one, on the item already or to be made. What merely ends with another
 * act of the person goes where that goes.
 * Out: the input with the rows so placed, and each row's place.
 */
export const placeDrafts = (
  input: CheckInput,
  drafts: Drafts,
): { input: CheckInput; places: ReadonlyMap<string, Placed> } => {
  const { ids, chosenId, choices } = drafts
  const chosen = input.nominations.find(({ id }) => id === chosenId)
  if (!chosen) return { input, places: new Map() }
  const rows = chosen.acts.filter(({ id }) => ids.has(id))
  const views = Map.groupBy(
    viewsOf({ ...input, nominations: [{ ...chosen, acts: rows }] }),
    ({ act }) => act.id,
  )
  const placing = { ...drafts, known: proposersOf(input), nominations: input.nominations, views }
  const places = new Map<string, Placed>()
  const hosts = rows.filter(({ act }) => act !== 'end')
  for (const act of [...hosts, ...rows.filter((row) => row.act === 'end')]) {
    const host = act.act === 'end' ? hosts.find(sameName(act)) : undefined
    const choice = choices.get(act.id)
    places.set(
      act.id,
      choice
        ? { ...choice, guessed: false }
        : ((host && places.get(host.id)) ?? lawfulPlace(act, placing, under(chosen))),
    )
  }
  return { input: { ...input, nominations: spread(input, chosen, rows, places) }, places }
}

/** The nominations with the rows under their own, those still to be made behind the others. */
const spread = (
  { nominations }: CheckInput,
  chosen: CheckNomination,
  rows: readonly CheckAct[],
  places: ReadonlyMap<string, Place>,
): CheckNomination[] => {
  const placed = Map.groupBy(rows, ({ id }) => {
    const place = places.get(id)
    return place ? placeKey(place) : chosen.id
  })
  const kept = chosen.acts.filter((act) => !rows.includes(act))
  const known = nominations.map((nomination) => {
    const acts = nomination === chosen ? kept : nomination.acts
    return { ...nomination, acts: [...acts, ...(placed.get(nomination.id) ?? [])] }
  })
  const fresh = [...placed].flatMap(([key, acts]) => {
    const place = places.get(acts[0]?.id ?? '')
    if (!place || place.nominationId !== null) return []
    const { nominator, nominatorKind } = place
    return [{ id: key, nominator, nominatorKind, receivedOn: chosen.receivedOn, acts }]
  })
  return [...known, ...fresh]
}
