import type { DecideInput } from './decide-input.ts'
import { moreThanHalf, neededOf } from './majority.ts'
import { methodObstacle, type Base, type MethodObstacle, type QuestionKind } from './question.ts'
import { castVotes, completeTally, tallyFault, type Tally, type TallyFault } from './tally.ts'

export type { DecideInput } from './decide-input.ts'
export { decideInput } from './decide-input.ts'

export type Verdict = 'passed' | 'failed' | 'void' | 'blocked' | 'inconsistent' | 'resubmit'

export type Reason =
  | 'majority'
  | 'no-objection'
  | `short-by-${number}`
  | 'half-or-more-against'
  | 'no-quorum'
  | MethodObstacle
  | 'video-against-secret-paper'
  | 'present-exceeds-in-office'
  | 'in-office-exceeds-quota'
  | 'video-exceeds-present'
  | 'tally-missing'
  | 'tacit-with-tally'
  | 'signatories-missing'
  | 'more-than-signatories'
  | TallyFault['reason']

export type Quorum = { base: number; needed: number; present: number; met: boolean }
export type Threshold = {
  base: number
  needed: number
  of: 'membership' | 'present' | 'signatories'
}

/**
 * What came of a question. `threshold` is absent where nothing is counted: a blocked question and tacit consent.
 * `margin` is votes for minus votes needed (0 just passes, -1 is one short); only a decided count has one.
 * `sum` is for + against + abstain. `tally` is the round's totals with nothing left out.
 */
export type Decision = {
  verdict: Verdict
  reason: Reason
  quorum: Quorum
  threshold?: Threshold
  margin?: number
  sum?: number
  tally?: Tally
}

/** Members who count as present: those on video only when the council has permitted it (议事规则 7). */
export const countedPresent = ({ present, video }: DecideInput): number =>
  video && !video.permitted ? Math.max(0, present - video.count) : present

/** The number that stands for «全体组成人员» (组织法 51; rules.md §8-4). */
export const membershipBase = ({
  rules,
  members,
}: Pick<DecideInput, 'rules' | 'members'>): number =>
  rules.base === 'quota' ? members.quota : members.inOffice

/** Whether enough members are present to sit and to vote: more than half, or the body's stricter share (组织法 51③). */
export const quorumOf = (input: DecideInput): Quorum => {
  const base = membershipBase(input)
  const needed = neededOf(input.rules.quorum ?? moreThanHalf, base)
  const present = countedPresent(input)
  return { base, needed, present, met: present >= needed }
}

/**
 * Votes needed to pass: more than half of all members, whoever came (组织法 51④); for a motion of procedure that the
 * body leaves to those present, more than half of them (rules.md §8-9); for «the answer to the inquiry does not
 * satisfy», more than half of those who signed it (监督法 53; rules.md §9-47).
 */
export const thresholdOf = (input: DecideInput): Threshold => {
  const of = weighedBy(input)
  const base = baseOf(of, input)
  return { base, needed: neededOf(moreThanHalf, base), of }
}

const weighedBy = ({ question, rules }: DecideInput): Threshold['of'] => {
  const { kind, motion } = question
  if (kind !== 'procedural' || motion === undefined) return 'membership'
  if (motion === 'inquiry-unsatisfied') return 'signatories'
  return (rules.presentMajorityMotions ?? []).includes(motion) ? 'present' : 'membership'
}

const baseOf = (of: Threshold['of'], input: DecideInput): number => {
  if (of === 'signatories') return input.question.signatories ?? 0
  return of === 'present' ? countedPresent(input) : membershipBase(input)
}

/** How many may vote on the question: those present, or for an inquiry those who signed it, here or not. */
export const electorateOf = (input: DecideInput): number =>
  weighedBy(input) === 'signatories' ? (input.question.signatories ?? 0) : countedPresent(input)

const countsFault = ({ rules, members, present, video }: DecideInput): Reason | undefined => {
  if (present > members.inOffice) return 'present-exceeds-in-office'
  if (rules.base === 'quota' && members.inOffice > members.quota) return 'in-office-exceeds-quota'
  if (video && video.count > present) return 'video-exceeds-present'
  return undefined
}

/** Where the law itself asks for a secret vote, which nobody can cast over video (监督法 62③, 选举法 52; rules.md §9-16). */
const secretByLaw: readonly QuestionKind[] = ['dismissal', 'recall']

const obstacle = ({ question, rules, video }: DecideInput, quorum: Quorum): Reason | undefined => {
  if (!quorum.met) return 'no-quorum'
  const byMethod = methodObstacle(question.kind, question.method, rules)
  if (byMethod) return byMethod
  // Silence of the hall says nothing of what those who signed think (监督法 53).
  if (question.motion === 'inquiry-unsatisfied' && question.method === 'tacit')
    return 'count-required'
  const onVideo = video?.permitted === true && video.count > 0
  return secretByLaw.includes(question.kind) && onVideo ? 'video-against-secret-paper' : undefined
}

/**
 * The verdict on one question, with its arithmetic. Never throws on input that {@link decideInput} accepts.
 *
 * Order: head counts that cannot be (more present than in office) → `inconsistent`; then what may not be put to the
 * vote at all, no quorum first, then an unlawful method → `blocked`; then a round to be held again → `void`; then
 * sums that do not agree → `inconsistent`, never to be locked; only then votes are weighed against the threshold.
 */
export const decide = (input: DecideInput): Decision => {
  const quorum = quorumOf(input)
  const threshold = thresholdOf(input)
  const unsound = countsFault(input)
  if (unsound) return { verdict: 'inconsistent', reason: unsound, quorum, threshold }
  const blocked = obstacle(input, quorum)
  if (blocked) return { verdict: 'blocked', reason: blocked, quorum }
  if (input.question.method === 'tacit') return tacit(input, quorum)
  if (!input.tally) return { verdict: 'inconsistent', reason: 'tally-missing', quorum, threshold }
  if (threshold.of === 'signatories') return weighSigned(input, input.tally, quorum, threshold)
  return weigh(input, input.tally, quorum, threshold)
}

const tacit = ({ tally }: DecideInput, quorum: Quorum): Decision => {
  const counted = tally !== undefined && Object.values(tally).some((heads = 0) => heads > 0)
  return counted
    ? { verdict: 'inconsistent', reason: 'tacit-with-tally', quorum }
    : { verdict: 'passed', reason: 'no-objection', quorum }
}

/** Among those who signed nobody need be here or speak up: only more voices than signatories cannot be. */
const weighSigned = (
  { question }: DecideInput,
  entered: NonNullable<DecideInput['tally']>,
  quorum: Quorum,
  threshold: Threshold,
): Decision => {
  const tally = completeTally(entered, question.method, threshold.base)
  const facts = { quorum, threshold, sum: castVotes(tally), tally }
  const unsound = threshold.base === 0 ? 'signatories-missing' : undefined
  const tooMany = castVotes(tally) > threshold.base ? 'more-than-signatories' : undefined
  const reason = unsound ?? tooMany
  return reason ? { verdict: 'inconsistent', reason, ...facts } : byMargin(tally, facts)
}

/** Passed or not by the votes for, and by how many. */
const byMargin = <Facts extends { quorum: Quorum; threshold: Threshold }>(
  tally: Tally,
  facts: Facts,
): Decision => {
  const margin = tally.for - facts.threshold.needed
  return margin >= 0
    ? { verdict: 'passed', reason: 'majority', ...facts, margin }
    : { verdict: 'failed', reason: `short-by-${-margin}`, ...facts, margin }
}

const weigh = (
  { question, rules }: DecideInput,
  entered: NonNullable<DecideInput['tally']>,
  quorum: Quorum,
  threshold: Threshold,
): Decision => {
  const tally = completeTally(entered, question.method, quorum.present)
  const facts = { quorum, threshold, sum: castVotes(tally), tally }
  const overcount = rules.overcountInvalidates ?? true
  const fault = tallyFault(tally, question.method, quorum.present, overcount)
  if (fault) return { ...fault, ...facts }
  const rejected = rules.reportReject === 'half-or-more-against' && question.kind === 'report'
  if (rejected && tally.against * 2 >= threshold.base) {
    const margin = tally.for - threshold.needed
    return { verdict: 'resubmit', reason: 'half-or-more-against', ...facts, margin }
  }
  return byMargin(tally, facts)
}

/**
 * The same question decided on the other base (seats instead of members in office, or the reverse). Where `differs`
 * is true the verdict hangs on the choice of base and must be shown (rules.md §9-10). With more in office than seats
 * the seats are entered wrongly and there is nothing to compare.
 */
export const otherBase = (
  input: DecideInput,
): { base: Base; decision: Decision; differs: boolean } => {
  const base = input.rules.base === 'actual' ? 'quota' : 'actual'
  const decision = decide({ ...input, rules: { ...input.rules, base } })
  const comparable = decision.reason !== 'in-office-exceeds-quota'
  return { base, decision, differs: comparable && decision.verdict !== decide(input).verdict }
}

/**
 * Before the vote: how many of those present may withhold their vote and the question still passes. Negative means it
 * cannot pass however they vote (rules.md §9-6).
 */
export const slack = (input: DecideInput): number => electorateOf(input) - thresholdOf(input).needed
