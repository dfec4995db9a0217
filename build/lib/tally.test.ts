import { describe, expect, test } from 'vitest'
import { exitCode } from './spawn.mjs'
import { decide, notRun, suites, type Means } from './suites.mjs'
import { lastLine, nothing, single, sum, tallyReport } from './tally.mjs'

const passed = { fullName: 'adds up', status: 'passed' }
const failed = { fullName: 'subtracts', status: 'failed' }
const file = (status: string, assertionResults: { fullName: string; status: string }[]) => ({
  name: 'x.test.ts',
  status,
  assertionResults,
})

describe('counting a run', () => {
  test('counts tests over all files and names those that failed', () => {
    const report = {
      testResults: [file('passed', [passed, passed]), file('failed', [passed, failed])],
    }
    expect(tallyReport('all', report, 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
      failures: ['x.test.ts > subtracts'],
    })
  })

  test('a file that could not be loaded is a failure', () => {
    const { failed: count, failures } = tallyReport('all', { testResults: [file('failed', [])] }, 1)
    expect(count).toBe(1)
    expect(failures[0]).toContain('x.test.ts')
  })

  test('tests that never began because their file broke off are one failure, not skipped', () => {
    const pending = { fullName: 'multiplies', status: 'pending' }
    const broken = { testResults: [file('failed', [pending, pending])] }
    expect(tallyReport('all', broken, 1)).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
    const aside = { testResults: [file('passed', [passed, pending])] }
    expect(tallyReport('all', aside, 0)).toMatchObject({ passed: 1, failed: 0, skipped: 1 })
  })

  test('a run without a report is a failure, whatever it ended with', () => {
    expect(tallyReport('all', undefined, 139).failed).toBe(1)
    expect(tallyReport('all', undefined, 0).failed).toBe(1)
  })

  test('a run that ends badly although every test passed is a failure', () => {
    const tally = tallyReport('all', { testResults: [file('passed', [passed])] }, 1)
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
  })

  test('the last line says skipped only where something was', () => {
    expect(lastLine({ ...nothing(), passed: 12 })).toBe('12 passed, 0 failed')
    expect(lastLine({ ...nothing(), passed: 1, failed: 2, skipped: 3 })).toBe(
      '1 passed, 2 failed, 3 skipped',
    )
  })

  test('sums keep every failure by name', () => {
    const total = sum([single('types', true), single('lint', false), single('walls', false)])
    expect(total).toEqual({ passed: 1, failed: 2, skipped: 0, failures: ['lint', 'walls'] })
  })
})

describe('whether a suite runs', () => {
  const means: Means = {
    missing: [],
    electron: undefined,
    display: true,
    ci: false,
    built: ['page', 'desktop'],
  }
  const suite = (name: string) => {
    const found = suites.find((one) => one.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }
  const browser = suite('browser end to end')
  const real = suite('desktop on real Electron')

  test('it does where all it needs is there', () => {
    expect(decide(browser, means)).toEqual({ run: true })
    expect(decide(real, { ...means, electron: '/electron' })).toEqual({ run: true })
  })

  test('without its tools it is skipped by name, and fails in CI', () => {
    const without: Means = { ...means, missing: ['chromium'] }
    expect(decide(browser, without)).toMatchObject({ run: false, fails: false })
    expect(decide(browser, { ...without, ci: true })).toMatchObject({ run: false, fails: true })
    expect(decide(suite('office'), without)).toEqual({ run: true })
    expect(decide(suite('office'), { ...means, missing: ['libreoffice'], ci: true })).toMatchObject(
      {
        fails: true,
      },
    )
  })

  test('the one on real Electron may be skipped even in CI', () => {
    expect(decide(real, { ...means, ci: true })).toMatchObject({ run: false, fails: false })
    const blind: Means = { ...means, electron: '/electron', display: false, ci: true }
    expect(decide(real, blind)).toMatchObject({ run: false, fails: false })
  })

  test('a bundle that did not build fails what runs on it', () => {
    expect(decide(browser, { ...means, built: [] })).toMatchObject({ run: false, fails: true })
    expect(decide(suite('faults'), { ...means, built: [] })).toEqual({ run: true })
  })

  test('one that did not run counts as skipped or failed', () => {
    expect(notRun(real, { reason: 'no display', fails: false })).toMatchObject({ skipped: 1 })
    const failure = notRun(browser, { reason: 'no chromium here', fails: true })
    expect(failure.failures).toEqual(['browser end to end: no chromium here'])
  })
})

test('a program ended by a signal reports as a shell would', () => {
  expect(exitCode(3, null)).toBe(3)
  expect(exitCode(null, 'SIGSEGV')).toBe(139)
  expect(exitCode(null, 'SIGKILL')).toBe(137)
})
