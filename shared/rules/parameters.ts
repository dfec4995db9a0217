import { z } from 'zod'
import { mergeAuthorities, questionKinds } from '../contract/ballot.ts'
import type { Message } from '../contract/errors.ts'
import { reportRejectRules, type DecideInput } from './decide-input.ts'
import { absenceFlags } from './absences.ts'
import {
  appointmentDefaults,
  appointmentFloor,
  appointmentRules,
  appointmentSchemas,
  postPatterns,
} from './appointment/parameters.ts'
import { amendmentCutoffs } from './amendment.ts'
import { leaveRoles, usualLeaveApprovers } from './leave.ts'
import { isLawfulQuorum, moreThanHalf } from './majority.ts'
import { bases, methodObstacle, motions, voteMethods, type Level, type Motion } from './question.ts'
import { usualSpeechLimits } from './speech.ts'
import { notPressedPolicies } from './tally.ts'
import { samePostOrders } from './voting-order.ts'
import { withdrawRules } from './withdrawal.ts'

/**
 * How far the law leaves a parameter to the body (rules.md §8): `locked` not at all, `stricter` only upwards from a
 * floor, `free` as it likes.
 */
export type Lock = 'locked' | 'stricter' | 'free'

/** Whether and when members on video count as present (rules.md §8-32). */
export const videoRules = ['never', 'council-decides'] as const

/** Motions of procedure a body may leave to those present; an inquiry's is weighed among its signatories by law. */
export const presentMotions = motions.filter(
  (motion): motion is Exclude<Motion, 'inquiry-unsatisfied'> => motion !== 'inquiry-unsatisfied',
)

const share = z.object({
  num: z.int().min(1).max(1000),
  den: z.int().min(1).max(1000),
  strict: z.boolean(),
})
const method = z.enum(voteMethods)
/** Minutes one may speak the first time on a question and after that; 0 is without limit (rules.md §8-26). */
const speechLimit = z.object({ first: z.int().min(0).max(240), second: z.int().min(0).max(240) })
const approvers = z.array(z.enum(leaveRoles)).min(1)

/** The shape of every parameter's value, by key. */
export const parameterSchemas = {
  base: z.enum(bases),
  quorum: share,
  presentMajorityMotions: z.array(z.enum(presentMotions)),
  reportReject: z.enum(reportRejectRules),
  notPressedPolicy: z.enum(notPressedPolicies),
  overcountInvalidates: z.boolean(),
  mergeAuthority: z.enum(mergeAuthorities),
  quorumRecheck: z.boolean(),
  chairVotes: z.boolean(),
  video: z.enum(videoRules),
  fallbackMethod: method,
  scrutineerCount: z.int().min(0).max(20),
  scrutineersExcludeConcerned: z.boolean(),
  dismissalByDevice: z.boolean(),
  individualPosts: postPatterns,
  secretPaperPosts: postPatterns,
  orderSamePost: z.enum(samePostOrders),
  amendmentFirst: z.boolean(),
  amendmentCutoff: z.enum(amendmentCutoffs),
  amendmentCosigners: z.int().min(0).max(100),
  withdrawRule: z.enum(withdrawRules),
  speechLimits: z.object({ plenary: speechLimit, joint: speechLimit, group: speechLimit }),
  leaveApprovers: z.object({
    whole: approvers,
    plenary: approvers,
    joint: approvers,
    group: approvers,
  }),
  absenceFlags: z.array(z.enum(absenceFlags)),
  ...appointmentSchemas,
  'voteMethod.agenda': method,
  'voteMethod.bill': method,
  'voteMethod.amendment': method,
  'voteMethod.report': method,
  'voteMethod.appointment': method,
  'voteMethod.resignation': method,
  'voteMethod.dismissal': method,
  'voteMethod.recall': method,
  'voteMethod.supplementary-election': method,
  'voteMethod.procedural': method,
} as const

export type ParameterKey = keyof typeof parameterSchemas
export type ParameterValues = {
  [Key in ParameterKey]: z.infer<(typeof parameterSchemas)[Key]>
}

/** What holds until the body states its own value (bold in rules.md §8). */
export const parameterDefaults: ParameterValues = {
  base: 'actual',
  quorum: moreThanHalf,
  presentMajorityMotions: [],
  reportReject: 'none',
  notPressedPolicy: 'separate',
  overcountInvalidates: true,
  mergeAuthority: 'council',
  quorumRecheck: true,
  chairVotes: true,
  video: 'council-decides',
  fallbackMethod: 'show-of-hands',
  scrutineerCount: 2,
  scrutineersExcludeConcerned: true,
  dismissalByDevice: false,
  individualPosts: [],
  secretPaperPosts: [],
  orderSamePost: 'remove-first',
  amendmentFirst: true,
  amendmentCutoff: 'before-vote',
  amendmentCosigners: 5,
  withdrawRule: 'council',
  speechLimits: usualSpeechLimits,
  leaveApprovers: {
    whole: [...usualLeaveApprovers.whole],
    plenary: [...usualLeaveApprovers.plenary],
    joint: [...usualLeaveApprovers.joint],
    group: [...usualLeaveApprovers.group],
  },
  absenceFlags: [],
  ...appointmentDefaults,
  'voteMethod.agenda': 'tacit',
  'voteMethod.bill': 'device',
  'voteMethod.amendment': 'device',
  'voteMethod.report': 'device',
  'voteMethod.appointment': 'device',
  'voteMethod.resignation': 'device',
  'voteMethod.dismissal': 'secret-paper',
  'voteMethod.recall': 'secret-paper',
  'voteMethod.supplementary-election': 'device',
  'voteMethod.procedural': 'show-of-hands',
}

export const parameterKeys = Object.keys(parameterDefaults) as ParameterKey[]

/** The lock of every parameter and the articles it rests on, as rules.md names its sources. */
export const parameterRules: Record<ParameterKey, { lock: Lock; articles: readonly string[] }> = {
  base: { lock: 'free', articles: ['组织法 51'] },
  quorum: { lock: 'stricter', articles: ['组织法 51③'] },
  presentMajorityMotions: { lock: 'free', articles: [] },
  reportReject: { lock: 'free', articles: [] },
  notPressedPolicy: { lock: 'free', articles: [] },
  overcountInvalidates: { lock: 'free', articles: [] },
  mergeAuthority: { lock: 'free', articles: [] },
  quorumRecheck: { lock: 'free', articles: [] },
  chairVotes: { lock: 'locked', articles: ['组织法 51④'] },
  video: { lock: 'free', articles: ['全国人大常委会议事规则 7'] },
  fallbackMethod: { lock: 'free', articles: ['全国人大常委会议事规则 48'] },
  scrutineerCount: { lock: 'free', articles: [] },
  scrutineersExcludeConcerned: { lock: 'free', articles: [] },
  dismissalByDevice: { lock: 'free', articles: ['监督法 62③'] },
  individualPosts: { lock: 'free', articles: ['全国人大常委会议事规则 47'] },
  secretPaperPosts: { lock: 'free', articles: [] },
  orderSamePost: { lock: 'free', articles: [] },
  amendmentFirst: { lock: 'free', articles: ['全国人大常委会议事规则 46'] },
  amendmentCutoff: { lock: 'free', articles: [] },
  amendmentCosigners: { lock: 'free', articles: [] },
  withdrawRule: { lock: 'free', articles: ['全国人大常委会议事规则 30'] },
  speechLimits: { lock: 'free', articles: ['全国人大常委会议事规则 44①'] },
  leaveApprovers: { lock: 'free', articles: ['全国人大常委会议事规则 15'] },
  absenceFlags: { lock: 'free', articles: [] },
  ...appointmentRules,
  'voteMethod.agenda': { lock: 'free', articles: [] },
  'voteMethod.bill': { lock: 'stricter', articles: ['组织法 51④'] },
  'voteMethod.amendment': { lock: 'stricter', articles: ['组织法 51④'] },
  'voteMethod.report': { lock: 'stricter', articles: ['组织法 51④'] },
  'voteMethod.appointment': { lock: 'stricter', articles: ['组织法 51④'] },
  'voteMethod.resignation': { lock: 'stricter', articles: ['组织法 51④'] },
  'voteMethod.dismissal': { lock: 'locked', articles: ['监督法 62③'] },
  'voteMethod.recall': { lock: 'stricter', articles: ['选举法 52'] },
  'voteMethod.supplementary-election': { lock: 'stricter', articles: ['组织法 51④'] },
  'voteMethod.procedural': { lock: 'free', articles: [] },
}

export type ParameterCheck<Value = unknown> =
  { ok: true; value: Value } | { ok: false; error: { article: string; message: Message } }

const refused = (article: string, key: string, params?: Message['params']): ParameterCheck => ({
  ok: false,
  error: { article, message: params ? { key, params } : { key } },
})

const isKey = (key: string): key is ParameterKey => Object.hasOwn(parameterSchemas, key)

const methodCheck = (key: ParameterKey, value: unknown): ParameterCheck => {
  const kind = questionKinds.find((one) => key === `voteMethod.${one}`)
  const chosen = voteMethods.find((one) => one === value)
  const obstacle = kind && chosen ? methodObstacle(kind, chosen) : undefined
  if (!kind || !obstacle) return { ok: true, value }
  const article = parameterRules[key].articles[0] ?? ''
  return refused(article, `rules.floor.${obstacle}`)
}

/**
 * Checks a value for a parameter: its shape, then its legal floor.
 * @returns the parsed value, or the article that forbids it and the sentence to say. A shape that does not fit and an
 * unknown key have no article.
 */
export const checkParameter = (key: string, value: unknown): ParameterCheck => {
  if (!isKey(key)) return refused('', 'rules.parameter-unknown', { key })
  const parsed = parameterSchemas[key].safeParse(value)
  if (!parsed.success) return refused('', 'rules.parameter-shape')
  if (key === 'quorum' && !isLawfulQuorum(parameterSchemas.quorum.parse(value))) {
    return refused('组织法 51③', 'rules.floor.quorum')
  }
  if (key === 'chairVotes' && parsed.data !== true) {
    return refused('组织法 51④', 'rules.floor.chair-votes')
  }
  if (key === 'fallbackMethod' && parsed.data === 'tacit') {
    return refused('组织法 51④', 'rules.floor.count-required')
  }
  const floor = appointmentFloor(key, parsed.data)
  return floor ? refused(floor.article, floor.sentence) : methodCheck(key, parsed.data)
}

/**
 * All parameters of a body: its own values where they are stated and still lawful, defaults elsewhere.
 * @param stated key → value as stored; unknown keys are passed over
 */
export const parametersFrom = (stated: Readonly<Record<string, unknown>>): ParameterValues => {
  const values: Record<string, unknown> = { ...parameterDefaults }
  for (const key of parameterKeys) {
    if (!Object.hasOwn(stated, key)) continue
    const check = checkParameter(key, stated[key])
    if (check.ok) values[key] = check.value
  }
  return values as ParameterValues
}

/**
 * Whether a value needs the article it rests on beside it: keypads for a dismissal only where the body's own rules
 * count them as a secret ballot (监督法 62③).
 */
export const needsSource = (key: string, value: unknown): boolean =>
  key === 'dismissalByDevice' && value === true

/** One parameter as it is stored and listed. */
type Stated = { key: string; value: unknown; source: string }

/** The article that lets the body dismiss by keypads, or undefined while it has stated none. */
export const dismissalArticle = (stated: readonly Stated[]): string | undefined => {
  const found = stated.find(({ key, value }) => needsSource(key, value))
  return found?.source.trim() || undefined
}

/**
 * The rules a question is decided under, from the body's level and parameters.
 * @param dismissalByDevice the article found by {@link dismissalArticle}
 */
export const decisionRules = (
  level: Level,
  values: ParameterValues,
  dismissalByDevice?: string,
): DecideInput['rules'] => ({
  level,
  base: values.base,
  quorum: values.quorum,
  presentMajorityMotions: values.presentMajorityMotions,
  reportReject: values.reportReject,
  overcountInvalidates: values.overcountInvalidates,
  ...(values.dismissalByDevice && dismissalByDevice ? { dismissalByDevice } : {}),
})
