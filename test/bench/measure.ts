import { performance } from 'node:perf_hooks'

/** What repeated runs took, in milliseconds, sorted from short to long. */
export type Samples = readonly number[]

/** A run's figures as they are printed, in milliseconds rounded to a microsecond. */
export type Figures = { runs: number; p50: number; p95: number; p99: number; max: number }

/** A measured thing beside the bare one it is held against, taken in the same run. */
export type Ratio = { ours: Figures; bare: Figures; ratio: { p50: number; p99: number } }

const rounded = (value: number) => Math.round(value * 1000) / 1000

/**
 * The value below which a share of the samples lies, by the nearest rank.
 * @param samples sorted, at least one
 * @param share between 0 and 1, 0 excluded
 */
export function percentile(samples: Samples, share: number): number {
  const value = samples[Math.max(0, Math.ceil(share * samples.length) - 1)]
  if (value === undefined) throw new RangeError('no samples')
  return value
}

/** Sorts what runs took. */
export const sorted = (times: readonly number[]): Samples => [...times].sort((a, b) => a - b)

/** The figures of samples. */
export function figures(samples: Samples): Figures {
  const at = (share: number) => rounded(percentile(samples, share))
  return { runs: samples.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** Runs once and says how long it took, in milliseconds. */
async function timed(run: (index: number) => unknown, index: number): Promise<number> {
  const began = performance.now()
  await run(index)
  return performance.now() - began
}

/**
 * Runs something again and again.
 * @param run gets the number of the run, so that each can write something of its own
 * @param runs how often it is measured; a tenth of that runs before, unmeasured
 */
export async function repeated(run: (index: number) => unknown, runs: number): Promise<Samples> {
  const warmUp = Math.ceil(runs / 10)
  const times: number[] = []
  for (let index = 0; index < warmUp + runs; index += 1) {
    const time = await timed(run, index)
    if (index >= warmUp) times.push(time)
  }
  return sorted(times)
}

/**
 * Measures two things in turn, so that whatever else the machine does falls on both alike.
 * @param ours what is measured
 * @param bare the least that could do the job
 * @param runs how often each is measured
 */
export async function compared(
  ours: (index: number) => unknown,
  bare: (index: number) => unknown,
  runs: number,
): Promise<Ratio> {
  const warmUp = Math.ceil(runs / 10)
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  for (let index = 0; index < warmUp + runs; index += 1) {
    const pair = { ours: await timed(ours, index), bare: await timed(bare, index) }
    if (index < warmUp) continue
    times.ours.push(pair.ours)
    times.bare.push(pair.bare)
  }
  return ratioOf(sorted(times.ours), sorted(times.bare))
}

/** Two series of samples held against each other. */
export function ratioOf(ours: Samples, bare: Samples): Ratio {
  const at = (share: number) => rounded(percentile(ours, share) / percentile(bare, share))
  return { ours: figures(ours), bare: figures(bare), ratio: { p50: at(0.5), p99: at(0.99) } }
}

/**
 * How often something can be done in a second.
 * @param run done `times` times at one go
 */
export async function perSecond(run: (index: number) => unknown, times: number): Promise<number> {
  const began = performance.now()
  for (let index = 0; index < times; index += 1) await run(index)
  return Math.round((times * 1000) / (performance.now() - began))
}
