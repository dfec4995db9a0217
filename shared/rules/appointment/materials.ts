import type { Message } from '../../contract/errors.ts'
import { addDays, daysBetween, formatDate } from '../moment.ts'
import { postMatches } from '../posts.ts'
import {
  materialKinds,
  type CheckAct,
  type CheckInput,
  type CheckNomination,
  type Finding,
  type MaterialFact,
  type MaterialKind,
} from './facts.ts'
import { finding, isTaking, viewsOf, type View } from './views.ts'

/** What comes with an act: whether it must, what is there, and what is to be said of it. */
export type MaterialNeed = {
  kind: MaterialKind
  required: boolean
  fact: MaterialFact | null
  say: Message | null
}

const under = (patterns: readonly string[], { postName }: View): boolean =>
  patterns.some((pattern) => postMatches(pattern, postName))

/** A post that came into being in this term, in a ledger older than it, and that nobody has held. */
const isNewPost = ({ post, input }: View): boolean =>
  post !== null &&
  post.fromOn > input.term.startsOn &&
  post.fromOn <= input.session.endsOn &&
  input.tenures.some(({ fromOn }) => fromOn === null || fromOn < post.fromOn) &&
  input.tenures.every(({ postId }) => postId !== post.id)

/** A new organ's first head brings the document that set it up (广东 15, 重庆 17, 深圳 13; rules.md §9-58). */
const needsFounding = (view: View): boolean =>
  isTaking(view) && view.kind === 'government-member' && isNewPost(view)

const needsExam = (view: View): boolean =>
  (view.act.act === 'appoint' || view.act.act === 'act-as') &&
  under(view.input.rules.examPosts, view)

/** Kinds that speak of somebody to be put into office only. */
const ofTaking: readonly MaterialKind[] = ['report-form', 'inspection', 'resume', 'publicity']

const isRequired = (kind: MaterialKind, views: readonly View[]): boolean =>
  views.some((view) => {
    const { act, input } = view
    const stated = input.rules.materialsRequired.some((one) => one === kind)
    switch (kind) {
      case 'exam':
        return needsExam(view)
      case 'founding-document':
        return needsFounding(view)
      case 'defence-material':
        return act.act === 'dismiss'
      case 'request':
        return act.act === 'accept-resignation'
      case 'reason':
        return act.act === 'dismiss' || (stated && act.act !== 'end')
      default:
        return ofTaking.includes(kind) && stated && act.act === 'appoint'
    }
  })

type ExamState = 'missing' | 'retake' | 'failed' | 'passed'

const examState = (
  fact: MaterialFact | undefined,
  { examPass, examRetakes }: CheckInput['rules'],
): ExamState => {
  if (fact?.state === 'waived') return 'passed'
  if (!fact || fact.score === null) return 'missing'
  if (fact.score >= examPass) return 'passed'
  if (examRetakes === 0) return 'failed'
  if (fact.retake === null) return 'retake'
  return fact.retake >= examPass ? 'passed' : 'failed'
}

const sayOf = (
  kind: MaterialKind,
  required: boolean,
  fact: MaterialFact | undefined,
  act: CheckAct,
  rules: CheckInput['rules'],
): Message | null => {
  if (kind === 'exam' && required) {
    const state = examState(fact, rules)
    const params = { score: fact?.score ?? 0, retake: fact?.retake ?? 0, pass: rules.examPass }
    return state === 'passed' ? null : { key: `rules.appoint.exam-${state}`, params }
  }
  if (!required || fact) return null
  // The paper itself may give the reason.
  if (kind === 'reason' && act.reason.trim() !== '') return null
  return { key: 'rules.appoint.material-missing', params: { kind } }
}

const needsOf = (act: CheckAct, views: readonly View[], input: CheckInput): MaterialNeed[] =>
  materialKinds.flatMap((kind) => {
    const required = isRequired(kind, views)
    const fact = act.materials.find((one) => one.kind === kind)
    const offered = required || fact !== undefined
    return offered
      ? [{ kind, required, fact: fact ?? null, say: sayOf(kind, required, fact, act, input.rules) }]
      : []
  })

/**
 * The checklist of an act: what has to come with it by law and the body's own rules, what came, and what is missing or
 * not enough (rules.md §4.2, §8-45; §9-58, 65, 71). In the order of `materialKinds`; kinds neither asked for nor there
 * are left out.
 */
export const requiredMaterials = (
  act: CheckAct,
  nomination: CheckNomination,
  input: CheckInput,
): MaterialNeed[] => {
  const own = { ...input, nominations: [{ ...nomination, acts: [act] }] }
  return needsOf(act, viewsOf(own), own)
}

/**
 * Whether something an act must bring is still to come in by itself: the act is not voted on yet. An exam is none: it
 * is noted with its points.
 */
export const isAwaited = (
  { kind, required, fact }: Pick<MaterialNeed, 'kind' | 'required' | 'fact'>,
  { outcome }: Pick<CheckAct, 'outcome'>,
): boolean =>
  required && fact === null && kind !== 'exam' && (outcome === 'pending' || outcome === 'deferred')

const ownFindings = new Set<MaterialKind>(['exam', 'founding-document', 'defence-material'])

const examFinding = (view: View, { say, fact }: MaterialNeed): Finding[] => {
  if (!say) return []
  const { examEffect, examPass } = view.input.rules
  const params = { score: fact?.score ?? 0, retake: fact?.retake ?? 0, pass: examPass }
  const key = say.key.slice('rules.appoint.'.length)
  const barred = key === 'exam-failed' && examEffect === 'blocks'
  return [
    finding(view, 'exam', examEffect === 'blocks' ? 'warn' : 'note', {
      say: barred ? 'exam-barred' : key,
      params,
    }),
  ]
}

/**
 * What is missing of an act's papers: a founding document and the exam the body's rules ask for are warnings, the rest
 * of the checklist a note that counts it (rules.md §9-58, 71).
 * @param views those of the same act, one a post; the finding is on the first
 */
export const materialFindings = (views: readonly View[]): Finding[] => {
  const [view] = views
  if (!view) return []
  const needs = needsOf(view.act, views, view.input)
  const missing = needs.filter(({ kind, say }) => say !== null && !ownFindings.has(kind))
  return [
    ...needs.filter(({ kind }) => kind === 'exam').flatMap((need) => examFinding(view, need)),
    ...(needs.some(({ kind, say }) => kind === 'founding-document' && say !== null)
      ? [finding(view, 'founding-document', 'warn')]
      : []),
    ...(missing.length > 0
      ? [finding(view, 'materials', 'note', { params: { count: missing.length } })]
      : []),
  ]
}

/** The nominee speaks before the vote where the body's rules list the post (浙江 13, 深圳 16; rules.md §8-46). */
export const speechFindings = (view: View): Finding[] =>
  view.act.act === 'appoint' && under(view.input.rules.preSpeechPosts, view)
    ? [finding(view, 'speech', 'note')]
    : []

/**
 * A nomination that came later than the body's rules allow, the day of the session not counted (rules.md §8-21, §9-72):
 * ten days before 20 June is 10 June. Extraordinary sessions are exempt.
 */
export const deadlineFindings = (nomination: CheckNomination, input: CheckInput): Finding[] => {
  const { receivedOn } = nomination
  const { startsOn, extraordinary } = input.session
  const days = input.rules.appointmentSubmitDays
  const last = addDays(startsOn, -days)
  if (receivedOn === null || extraordinary || days === 0 || receivedOn <= last) return []
  const actIds = nomination.acts.filter(({ outcome }) => outcome === 'pending').map(({ id }) => id)
  if (actIds.length === 0) return []
  const params = {
    nominator: nomination.nominator,
    received: formatDate(receivedOn),
    before: Math.max(0, daysBetween(receivedOn, startsOn)),
    days,
    last: formatDate(last),
  }
  return [
    {
      code: 'late',
      severity: 'warn',
      article: '',
      actIds,
      message: { key: 'rules.appoint.late', params },
      wayOut: { key: 'rules.appoint.way.late', params },
    },
  ]
}
