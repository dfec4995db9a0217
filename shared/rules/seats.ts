import type { MemberKind } from '../contract/roster.ts'
import type { Message } from '../contract/errors.ts'
import type { Level } from './question.ts'

/** Seats a level may have: normally up to `upTo`, up to `populous` where the population is large (组织法 47④). */
export const seatsRange: Record<Level, { from: number; upTo: number; populous: number }> = {
  province: { from: 45, upTo: 75, populous: 95 },
  city: { from: 29, upTo: 51, populous: 61 },
  county: { from: 15, upTo: 35, populous: 45 },
}

const articles: Record<Level, string> = {
  province: '组织法 47④(一)',
  city: '组织法 47④(二)',
  county: '组织法 47④(三)',
}

export type SeatsCheck =
  { state: 'ok' } | { state: 'warning' | 'error'; article: string; message: Message }

/**
 * Checks the seats of a term against the level's range (组织法 47④). Above the normal range but lawful for a populous
 * place is a warning; outside both is an error.
 */
export const checkSeats = (level: Level, seats: number): SeatsCheck => {
  const { from, upTo, populous } = seatsRange[level]
  const about = (key: string): { article: string; message: Message } => ({
    article: articles[level],
    message: { key: `rules.seats.${key}.${level}`, params: { from, upTo, populous, seats } },
  })
  if (!Number.isInteger(seats) || seats < from || seats > populous) {
    return { state: 'error', ...about('outside') }
  }
  return seats > upTo ? { state: 'warning', ...about('populous') } : { state: 'ok' }
}

/**
 * Whether members of a kind make up the council (主任会议): chair, vice-chairs and, above the county, the
 * secretary-general (组织法 54①; rules.md §9-48).
 */
export const isCouncilMember = (level: Level, kind: MemberKind): boolean =>
  kind !== 'ordinary' && hasMemberKind(level, kind)

/** Whether a level has members of a kind: a county has no secretary-general (组织法 47②). */
export const hasMemberKind = (level: Level, kind: MemberKind): boolean =>
  level !== 'county' || kind !== 'secretary-general'
