import type { SittingKind } from '../contract/session.ts'

/** Minutes one may speak the first time on an item, and every time after that; 0 is as long as one likes. */
export type SpeechLimit = { first: number; second: number }

/** The limits of each kind of sitting (rules.md §8-26). */
export type SpeechLimits = Record<SittingKind, SpeechLimit>

/** 全国人大常委会议事规则 44①, the model for local rules. */
export const usualSpeechLimits: SpeechLimits = {
  plenary: { first: 10, second: 10 },
  joint: { first: 10, second: 10 },
  group: { first: 15, second: 10 },
}

/**
 * How long a speech may take, in seconds; 0 when there is no limit (议事规则 44①).
 * @param turn how often the person will have spoken on the item in sittings of this kind, from 1
 */
export const speechLimit = (limits: SpeechLimits, kind: SittingKind, turn: number): number =>
  60 * (turn > 1 ? limits[kind].second : limits[kind].first)

/** A speech begun, as far as its time goes. */
export type SpeechTime = {
  /** Epoch milliseconds. */
  startedAt: number
  /** Seconds allowed by the rules; 0 for no limit. */
  limitSeconds: number
  /** Seconds the chair granted beyond that. */
  extraSeconds: number
}

/** Whole seconds. `left` is null where there is no limit; exactly one of `left` and `over` is above zero otherwise. */
export type SpeechStanding = { spoken: number; left: number | null; over: number }

/**
 * How far a speech is at a moment. A second begun counts as still there, so that a limit of ten minutes starts at
 * 10:00 and is used up at 0:00; overtime begins a full second after that (rules.md §9-91).
 * @param now epoch milliseconds of the same clock; before the beginning counts as the beginning
 */
export const speechStanding = (
  { startedAt, limitSeconds, extraSeconds }: SpeechTime,
  now: number,
): SpeechStanding => {
  const spoken = Math.max(0, Math.floor((now - startedAt) / 1000))
  if (limitSeconds === 0) return { spoken, left: null, over: 0 }
  const rest = limitSeconds + extraSeconds - spoken
  return { spoken, left: Math.max(0, rest), over: Math.max(0, -rest) }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Seconds as a clock shows them: 0:42, 14:32, 1:02:03. */
export const clockText = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const tail = `${two(seconds % 60)}`
  return minutes < 60
    ? `${minutes}:${tail}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`
}
