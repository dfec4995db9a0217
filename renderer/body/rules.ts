import type { Parameter } from '../../shared/contract/body.ts'
import { sittingKinds } from '../../shared/contract/session.ts'
import { leaveScopes } from '../../shared/rules/leave.ts'
import type { ParameterKey, ParameterValues } from '../../shared/rules/parameters.ts'
import { hasSentence, t, tell } from '../lib/i18n.ts'

/** How the rules are laid out on the screen. */
export const ruleGroups: readonly {
  name:
    | 'quorum'
    | 'vote'
    | 'order'
    | 'method'
    | 'scrutiny'
    | 'speech'
    | 'leave'
    | 'appointment'
    | 'after'
  keys: readonly ParameterKey[]
}[] = [
  {
    name: 'quorum',
    keys: ['quorum', 'quorumRecheck', 'base', 'presentMajorityMotions', 'reportReject'],
  },
  {
    name: 'vote',
    keys: ['notPressedPolicy', 'overcountInvalidates', 'chairVotes', 'video'],
  },
  {
    name: 'order',
    keys: [
      'mergeAuthority',
      'individualPosts',
      'orderSamePost',
      'amendmentFirst',
      'amendmentCutoff',
      'amendmentCosigners',
      'withdrawRule',
    ],
  },
  {
    name: 'method',
    keys: [
      'voteMethod.agenda',
      'voteMethod.bill',
      'voteMethod.amendment',
      'voteMethod.report',
      'voteMethod.appointment',
      'voteMethod.resignation',
      'voteMethod.dismissal',
      'dismissalByDevice',
      'voteMethod.recall',
      'voteMethod.supplementary-election',
      'voteMethod.procedural',
      'secretPaperPosts',
      'fallbackMethod',
    ],
  },
  { name: 'scrutiny', keys: ['scrutineerCount', 'scrutineersExcludeConcerned'] },
  {
    name: 'appointment',
    keys: [
      'appointmentSubmitDays',
      'materialsRequired',
      'examPosts',
      'examPass',
      'examRetakes',
      'examEffect',
      'preSpeechPosts',
      'orderSamePerson',
      'resubmitWaitMonths',
      'resubmitMax',
      'resubmitScope',
      'actingNominator',
      'actingRequiresDeputy',
      'termReappointPosts',
      'autoEndCauses',
      'announceEnds',
      'renamePolicy',
    ],
  },
  {
    name: 'after',
    keys: [
      'certificatePosts',
      'certificateExcludeActing',
      'oathWithin',
      'notifyDays',
      'publishDays',
      'filingDays',
    ],
  },
  { name: 'speech', keys: ['speechLimits'] },
  { name: 'leave', keys: ['leaveApprovers', 'absenceFlags'] },
]

type Limits = ParameterValues['speechLimits']
type Approvers = ParameterValues['leaveApprovers']

const hasParts = <Name extends string>(
  value: unknown,
  name: Name,
): value is Record<Name, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)

const isApprovers = (value: unknown): value is Approvers => hasParts(value, 'whole')
const isLimits = (value: unknown): value is Limits =>
  hasParts(value, 'plenary') && hasParts(value.plenary, 'first')

/** «10» minutes, or that there is no limit. */
const minutes = (count: number): string =>
  count === 0 ? t('body.limit.free') : t('body.limit.minutes', { count })

const limitsText = (limits: Limits): string =>
  sittingKinds
    .map((kind) => {
      const { first, second } = limits[kind]
      const params = { kind: t(`session.kind.${kind}`), first: minutes(first) }
      return first === second
        ? t('body.limit.one', params)
        : t('body.limit.two', { ...params, second: minutes(second) })
    })
    .join(t('body.rule.semicolon'))

/** Scopes with the same approvers are said together. */
const approversText = (approvers: Approvers): string => {
  const scopesBy = Map.groupBy(leaveScopes, (scope) => approvers[scope].join())
  return [...scopesBy.values()]
    .map((scopes) =>
      t('body.approvers.line', {
        scope: scopes.map((scope) => t(`body.approvers.${scope}`)).join(t('common.comma')),
        roles: scopes
          .slice(0, 1)
          .flatMap((scope) => approvers[scope].map(word))
          .join(t('common.comma')),
      }),
    )
    .join(t('body.rule.semicolon'))
}

type Within = ParameterValues['oathWithin']

const isWithin = (value: unknown): value is Within => hasParts(value, 'unit')

const withinText = ({ unit, count, from }: Within): string =>
  unit === 'days' || unit === 'workdays'
    ? t(`body.oath.${unit}`, { count, from: word(from) })
    : t(`body.oath.units.${unit}`)

/** What a rule's number counts. */
const units: Partial<Record<ParameterKey, 'days' | 'months' | 'times' | 'points'>> = {
  appointmentSubmitDays: 'days',
  notifyDays: 'days',
  publishDays: 'days',
  filingDays: 'days',
  resubmitWaitMonths: 'months',
  resubmitMax: 'times',
  examRetakes: 'times',
  examPass: 'points',
}

/** Whether 0 says that the body has no such rule. */
export const isNoneAtZero = (key: ParameterKey): boolean =>
  units[key] !== undefined && key !== 'examRetakes' && key !== 'examPass'

type Share = { num: number; den: number; strict: boolean }

const isShare = (value: unknown): value is Share =>
  typeof value === 'object' && value !== null && 'num' in value && 'den' in value

const word = (value: unknown): string => {
  const key = `rules.value.${String(value)}`
  return hasSentence(key) ? t(key) : String(value)
}

/** Name of a rule as people know it. */
export const ruleName = (key: string): string => tell({ key: `rules.parameter.${key}` })

const numberText = (value: number, key: ParameterKey): string => {
  const unit = units[key]
  if (unit === undefined) return String(value)
  return value === 0 && isNoneAtZero(key)
    ? word('none')
    : t(`body.number.${unit}`, { count: value })
}

/** A rule's value in words; with its key also what a number counts and what an empty list means. */
export const ruleValue = (value: unknown, key?: ParameterKey): string => {
  if (key && typeof value === 'number') return numberText(value, key)
  if (key === 'certificatePosts' && Array.isArray(value) && value.length === 0) {
    return t('body.posts.byCatalogue')
  }
  if (isShare(value)) {
    const { num, den, strict } = value
    return t(strict ? 'rules.value.share-strict' : 'rules.value.share', { num, den })
  }
  if (Array.isArray(value))
    return value.length === 0 ? t('common.none') : value.map(word).join(t('common.comma'))
  if (isApprovers(value)) return approversText(value)
  if (isLimits(value)) return limitsText(value)
  if (isWithin(value)) return withinText(value)
  return word(value)
}

/** Rules nobody has checked against the body's own text yet. */
export const unconfirmed = (parameters: readonly Parameter[]): number =>
  parameters.filter(({ confirmedOn }) => confirmedOn === null).length
