import type { RollEntry } from '../../shared/contract/attendance.ts'
import { matchesName } from '../../shared/rules/pinyin.ts'
import { formatTime } from '../lib/formats.ts'
import { t } from '../lib/i18n.ts'
import type { Tone } from '../ui/index.ts'

export type Standing = 'present' | 'onLeave' | 'absent' | 'unmarked' | 'gone'

/** Where a member stands at the moment of the roll: gone is present once, and left. */
export const standingOf = ({ state, here }: RollEntry): Standing =>
  state === null ? 'unmarked' : state === 'present' && !here ? 'gone' : state

/** Who is not in the hall at the moment of the roll, in the official order. */
export const missingOf = (entries: readonly RollEntry[]): readonly RollEntry[] =>
  entries.filter(({ here }) => !here)

export const standingTone: Record<Standing, Tone> = {
  present: 'good',
  onLeave: 'warn',
  absent: 'bad',
  unmarked: 'plain',
  gone: 'warn',
}

/** What there is to say besides the standing: why away, when late, when gone. */
export const remarkOf = (entry: RollEntry): string => {
  const first = entry.intervals[0]?.from ?? null
  const last = entry.intervals.at(-1)?.to ?? null
  const parts = [
    entry.reason,
    entry.late ? t('attendance.late', { time: formatTime(first) }) : '',
    last !== null && !entry.here ? t('attendance.left', { time: formatTime(last) }) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Entries a typed text means: a number is the place in the official order, else name, pinyin or initials. */
export const found = (entries: readonly RollEntry[], text: string): readonly RollEntry[] => {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return entries
  if (/^\d+$/u.test(typed)) return entries.filter((_, index) => String(index + 1) === typed)
  return entries.filter(({ name }) => matchesName(name, typed))
}
