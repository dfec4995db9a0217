import { addMonths, formatDate } from '../moment.ts'
import type { EarlierAttempt, Finding } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { finding, isSamePerson, isTaking, type View } from './views.ts'

/** Failures that count against a further proposal: all of the term, or those at the end of the row (rules.md §8-44). */
const counted = (
  attempts: readonly EarlierAttempt[],
  scope: 'consecutive' | 'cumulative',
): EarlierAttempt[] => {
  const lastPassed = attempts.findLastIndex(({ outcome }) => outcome === 'passed')
  const own = scope === 'consecutive' ? attempts.slice(lastPassed + 1) : attempts
  return own.filter(({ outcome }) => outcome === 'failed')
}

/**
 * The same person for the same post after a failure: to wait for (深圳 20), barred for the term after so many (重庆 21,
 * 浙江 15, 深圳 20), or merely to be known where the body has no rule (rules.md §9-68…70). Other posts are free.
 */
export const resubmissionFindings = (view: View, ledger: Ledger): Finding[] => {
  const { act, input, postName } = view
  if (!isTaking(view)) return []
  const { resubmitMax, resubmitScope, resubmitWaitMonths } = input.rules
  const key = ledger.keyOf(postName)
  const attempts = input.earlier
    .filter(
      (attempt) =>
        isSamePerson(attempt, act) &&
        ledger.keyOf(attempt.postName) === key &&
        attempt.on >= input.term.startsOn &&
        attempt.on <= input.session.endsOn,
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const failed = counted(attempts, resubmitScope)
  const last = failed.at(-1)
  if (!last) return []
  if (resubmitMax > 0 && failed.length >= resubmitMax) {
    const params = { count: failed.length, most: resubmitMax }
    return [finding(view, 'resubmit-barred', 'warn', { params })]
  }
  const from = addMonths(last.on, resubmitWaitMonths)
  const params = { on: formatDate(last.on), from: formatDate(from), months: resubmitWaitMonths }
  return input.session.startsOn < from
    ? [finding(view, 'resubmit-wait', 'warn', { params })]
    : [finding(view, 'resubmitted', 'note', { params: { on: params.on } })]
}
