/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally
 */

/**
 * What vitest's JSON report says of one file.
 * @typedef {{ fullName: string, status: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileResult
 * @typedef {{ testResults?: FileResult[] }} Report
 */

/** @returns {Tally} */
export function nothing() {
  return { passed: 0, failed: 0, skipped: 0, failures: [] }
}

/**
 * One check or suite that passed or failed as a whole.
 * @param {string} name
 * @param {boolean} passed
 * @returns {Tally}
 */
export function single(name, passed) {
  return passed
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [name] }
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      failures: [...all.failures, ...one.failures],
    }),
    nothing(),
  )
}

/**
 * Counts a vitest run. A file that could not be loaded counts as one failure, and so does a run that
 * ended badly without naming a failed test, or without a report at all.
 * @param {string} suite its name, for failures that belong to no test
 * @param {Report | undefined} report
 * @param {number} code vitest's exit code
 * @returns {Tally}
 */
export function tallyReport(suite, report, code) {
  const counted = sum((report?.testResults ?? []).map(tallyFile))
  const unexplained = code !== 0 && counted.failed === 0
  return report === undefined || unexplained
    ? sum([counted, single(`${suite}: the run ended with ${code} and names no failed test`, false)])
    : counted
}

/**
 * @param {FileResult} file
 * @returns {Tally}
 */
function tallyFile({ name, status, assertionResults }) {
  const failures = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${name} > ${test.fullName}`)
  const passed = assertionResults.filter((test) => test.status === 'passed').length
  // Tests that never began because their file broke off are part of that failure.
  const skipped = status === 'failed' ? 0 : assertionResults.length - passed
  if (status === 'failed' && failures.length === 0) failures.push(`${name} (could not be run)`)
  return { passed, failed: failures.length, skipped, failures }
}

/**
 * The last line of a test run.
 * @param {Tally} tally
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
