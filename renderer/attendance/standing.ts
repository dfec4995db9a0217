import type { RollEntry } from '../../shared/contract/attendance.ts'
import { matchesName } from '../../shared/rules/pinyin.ts'
import { formatTime } from '../lib/formats.ts'
import { t } from '../lib/i18n.ts'
import type { Tone } from '../ui/index.ts'

export type Standing =
  'present' | 'onLeave' | 'absent' | 'unmarked' | 'gone' | 'suspended' | 'notCounted'

const presentStanding = ({ here, video, intervals }: RollEntry): Standing => {
  if (here) return 'present'
  return video && intervals.at(-1)?.to === null ? 'notCounted' : 'gone'
}

/**
 * Where a member stands at the moment of the roll: gone is present once, and left; not counted is on video without
 * permission.
 */
export const standingOf = (entry: RollEntry): Standing => {
  if (entry.suspended) return 'suspended'
  if (entry.state === null) return 'unmarked'
  return entry.state === 'present' ? presentStanding(entry) : entry.state
}

/** True until somebody was marked. */
export const isNotCalled = (entries: readonly RollEntry[]): boolean =>
  entries.every(({ state }) => state === null)

const bySeat = (a: RollEntry, b: RollEntry): number => {
  if (!a.seat || !b.seat) return Number(b.seat !== null) - Number(a.seat !== null)
  return a.seat.row - b.seat.row || a.seat.col - b.seat.col
}

/** Who is not in the hall at the moment of the roll, seat by seat, those without a seat last. */
export const missingOf = (entries: readonly RollEntry[]): readonly RollEntry[] =>
  entries.filter(({ here }) => !here).toSorted(bySeat)

/** «row 3, seat 7»; nothing without a seat. */
export const seatName = ({ seat }: RollEntry): string =>
  seat ? t('attendance.seat.name', { row: seat.row, col: seat.col }) : ''

export const standingTone: Record<Standing, Tone> = {
  present: 'good',
  onLeave: 'warn',
  absent: 'bad',
  unmarked: 'plain',
  gone: 'warn',
  suspended: 'plain',
  notCounted: 'warn',
}

/** What there is to say besides the standing: why away, leave granted before, when late, when gone, by video. */
export const remarkOf = (entry: RollEntry): string => {
  const first = entry.intervals[0]?.from ?? null
  const last = entry.intervals.at(-1)?.to ?? null
  const granted = entry.state === null && entry.leave && !entry.suspended
  const parts = [
    entry.reason,
    granted ? t('attendance.granted', { reason: entry.leave?.reason ?? '' }) : '',
    entry.state === 'present' && entry.video ? t('attendance.byVideo') : '',
    entry.late ? t('attendance.late', { time: formatTime(first) }) : '',
    last !== null && !entry.here ? t('attendance.left', { time: formatTime(last) }) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Entries a typed word finds: a number is the place in the official order, else name, pinyin or initials. */
export const found = (entries: readonly RollEntry[], text: string): readonly RollEntry[] => {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return entries
  if (/^\d+$/u.test(typed)) return entries.filter(({ number }) => String(number) === typed)
  return entries.filter(({ name }) => matchesName(name, typed))
}
