import type { ActKind } from '../../contract/appointment.ts'
import type { FormalityKind, OathHolder } from '../../contract/formality.ts'
import type { FilingRoute, OathOrganizer, PostKind, PostOn } from '../../contract/ledger.ts'
import type { ParameterValues } from '../parameters.ts'
import { isCommitteeOffice, postMatches } from '../posts.ts'
import { datesOath, dueInDays, earliest, oathDue, type Due } from './due.ts'
import { filedWithCongress } from './post-kinds.ts'

/** What a post asks for once somebody is put into it, as the catalogue or else its kind says. */
export type PostAsks = Pick<PostOn, 'kind' | 'certificate' | 'oath' | 'filing'> & { name: string }

/** An act that passed, with all that what follows from it hangs on. */
export type PassedAct = {
  id: string
  act: ActKind
  personName: string
  personId: string | null
  /** As written, several joined by 、. */
  post: string
  posts: readonly PostAsks[]
  /** Whom its notice goes to (documents.md §3.12). */
  toldTo: string
  /** Day of the vote (rules.md §9-73). */
  effectiveOn: string
}

/** The body's own rules on what follows (rules.md §8-47…49, 55). Days of 0: none is set. */
export type AfterRules = Pick<
  ParameterValues,
  | 'certificatePosts'
  | 'certificateExcludeActing'
  | 'oathWithin'
  | 'notifyDays'
  | 'publishDays'
  | 'filingDays'
>

export type AfterInput = {
  /** In the order of the papers. */
  acts: readonly PassedAct[]
  rules: AfterRules
  /** Last day of the session. */
  closesOn: string
  /** Addressee → the day the notice to it went out; absent while it has not. */
  noticedOn: ReadonlyMap<string, string>
}

/** One thing to be done. `about` tells those of one kind apart; `toWhom` is a name, or the route of a filing. */
export type FormalityDraft = Due & {
  kind: FormalityKind
  about: string
  toWhom: string
  /** Of an oath: who holds the ceremony. */
  heldBy: OathHolder | null
  actIds: string[]
}

const intoOffice: readonly ActKind[] = ['appoint', 'act-as', 'approve-appoint']

/** The acts' own words and what their posts ask for: all the rules on one act look at. */
type Asking = Pick<PassedAct, 'act' | 'posts'>

/**
 * Whether a certificate is handed over: never for leaving office; for acting only where the body's rules do not leave
 * it out; for the posts the rules list, or where they list none as the catalogue says (rules.md §8-47, §9-75).
 */
export const certificateDue = (
  { act, posts }: Asking,
  rules: Pick<AfterRules, 'certificatePosts' | 'certificateExcludeActing'>,
): boolean => {
  if (!intoOffice.includes(act)) return false
  if (act === 'act-as' && rules.certificateExcludeActing) return false
  const { certificatePosts: patterns } = rules
  if (patterns.length > 0)
    return posts.some(({ name }) => patterns.some((pattern) => postMatches(pattern, name)))
  // Heads are elected and get theirs from the congress; who acts for one has it from the committee alone.
  return act === 'act-as' || posts.some(({ certificate }) => certificate)
}

/** Who holds the ceremony of the oath an act calls for; acting heads take it too (rules.md §5, §9-75). */
export const oathHeldBy = ({ act, posts }: Asking): OathOrganizer => {
  if (!intoOffice.includes(act)) return 'none'
  const held = posts.map(({ oath }) => oath)
  return held.includes('council') ? 'council' : held.includes('organ') ? 'organ' : 'none'
}

const byLaw = (act: ActKind, kind: PostKind, name: string): FilingRoute[] => {
  if (act === 'accept-resignation') {
    if (kind === 'deputy-above') return ['committee-above']
    // Who resigns to the committee was elected, unless the post is known to be an appointed one.
    const unknown = kind === 'other' && !name.endsWith('代表')
    return unknown || filedWithCongress.includes(kind) || isCommitteeOffice(name)
      ? ['congress']
      : []
  }
  if (act === 'act-as')
    return kind === 'chief-procurator' ? ['procuratorate-above', 'committee-above'] : []
  if (act === 'recall') return kind === 'deputy-above' ? ['committee-above'] : []
  return kind === 'government-member' ? ['government-above'] : []
}

/**
 * Where an act is filed: what the law says of it (组织法 32①, 50(13)(14); 选举法 53, 55), and what the catalogue adds. The
 * routes the catalogue has for a chief procurator are those of acting, the only way into that office by the committee.
 */
export const filingRoutesOf = ({ act, posts }: Asking): FilingRoute[] => [
  ...new Set(
    posts.flatMap(({ kind, name, filing }) => [
      ...byLaw(act, kind, name),
      ...(kind === 'chief-procurator' || act === 'accept-resignation' ? [] : filing),
    ]),
  ),
]

/** A chief procurator's resignation holds only with the approval of the committee above (组织法 32①; rules.md §9-52). */
export const needsApproval = ({
  act,
  posts,
}: {
  act: ActKind
  posts: readonly Pick<PostAsks, 'kind'>[]
}): boolean => act === 'accept-resignation' && posts.some(({ kind }) => kind === 'chief-procurator')

const certificates = ({ acts, rules, closesOn }: AfterInput): FormalityDraft[] =>
  acts
    .filter((act) => certificateDue(act, rules))
    .map((act) => ({
      kind: 'certificate',
      about: act.id,
      toWhom: act.personName,
      heldBy: null,
      actIds: [act.id],
      // Where the oath is taken before the session closes, it is taken after the certificate (rules.md §5).
      ...(rules.oathWithin.unit === 'session-close' && oathHeldBy(act) === 'council'
        ? oathDue(rules.oathWithin, act.effectiveOn, null, closesOn)
        : dueInDays(act.effectiveOn, 0)),
    }))

const oathDueOf = (act: PassedAct, input: AfterInput): Due => {
  const { oathWithin } = input.rules
  if (!datesOath(oathWithin, oathHeldBy(act))) return dueInDays(act.effectiveOn, 0)
  const noticed = input.noticedOn.get(act.toldTo) ?? null
  return oathDue(oathWithin, act.effectiveOn, noticed, input.closesOn)
}

/** Those of one key as one thing to be done, due on the earliest of their days. */
const gathered = (
  kind: FormalityKind,
  acts: readonly PassedAct[],
  of: (act: PassedAct) => { about: string; toWhom: string; due: Due },
): FormalityDraft[] =>
  [...Map.groupBy(acts, (act) => of(act).about)].map(([about, own]) => ({
    kind,
    about,
    toWhom: own[0] ? of(own[0]).toWhom : '',
    heldBy: null,
    actIds: own.map(({ id }) => id),
    ...earliest(own.map((act) => of(act).due)),
  }))

const oaths = (input: AfterInput): FormalityDraft[] => {
  const sworn = input.acts.filter((act) => oathHeldBy(act) !== 'none')
  const byCouncil = new Set(
    sworn.filter((act) => oathHeldBy(act) === 'council').map(({ id }) => id),
  )
  return gathered('oath', sworn, (act) => ({
    about: act.personId ?? act.personName,
    toWhom: act.personName,
    due: oathDueOf(act, input),
  })).map((oath) => ({
    ...oath,
    heldBy: oath.actIds.some((id) => byCouncil.has(id)) ? 'council' : 'organ',
  }))
}

const notices = ({ acts, rules }: AfterInput): FormalityDraft[] =>
  gathered('notice', acts, (act) => ({
    about: act.toldTo,
    toWhom: act.toldTo,
    due: dueInDays(act.effectiveOn, rules.notifyDays),
  }))

const publications = ({ acts, rules }: AfterInput): FormalityDraft[] =>
  gathered('publication', acts, (act) => ({
    about: 'session',
    toWhom: 'public',
    due: dueInDays(act.effectiveOn, rules.publishDays),
  }))

const filings = ({ acts, rules }: AfterInput): FormalityDraft[] => {
  const routes = [...new Set(acts.flatMap(filingRoutesOf))]
  return routes.flatMap((route) =>
    gathered(
      'filing',
      acts.filter((act) => filingRoutesOf(act).includes(route)),
      (act) => ({
        about: route,
        toWhom: route,
        due: dueInDays(act.effectiveOn, rules.filingDays),
      }),
    ),
  )
}

const approvals = ({ acts, rules }: AfterInput): FormalityDraft[] =>
  acts.filter(needsApproval).map((act) => ({
    kind: 'approval',
    about: act.id,
    toWhom: 'committee-above',
    heldBy: null,
    actIds: [act.id],
    ...dueInDays(act.effectiveOn, rules.filingDays),
  }))

/**
 * All that is to be done after a session, from the acts that passed in it: certificates and oaths of those put into
 * office, a notice to each to be told, the publication, filings by route, the approval of a chief procurator's
 * resignation. Failed, withdrawn and pending acts are none of it (rules.md §8-47…55, §9-50, 52, 53, 75, 76).
 */
export const formalitiesOf = (input: AfterInput): FormalityDraft[] => [
  ...approvals(input),
  ...certificates(input),
  ...oaths(input),
  ...notices(input),
  ...publications(input),
  ...filings(input),
]
