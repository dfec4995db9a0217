import { hasSentence, t } from '../lib/i18n.ts'

/** What was done, in words; the command's own name where there are none. */
export const whatOf = (command: string): string => {
  const key = `journal.command.${command}`
  return hasSentence(key) ? t(key) : command
}

const parsed = (payload: string): unknown => {
  try {
    return JSON.parse(payload) as unknown
  } catch {
    return null
  }
}

const named = ['name', 'title', 'personName', 'fileName', 'nominator', 'key', 'reason'] as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Whom or what an entry is about, where its payload names it; empty otherwise. */
export const subjectOf = (payload: string): string => {
  const whole = parsed(payload)
  const input = isRecord(whole) && isRecord(whole['input']) ? whole['input'] : whole
  if (!isRecord(input)) return ''
  const subject = named.map((key) => input[key]).find((value) => typeof value === 'string')
  return typeof subject === 'string' ? subject : ''
}

/** The payload as lines people can read; the raw text where it is no JSON. */
export const readable = (payload: string): string => {
  const whole = parsed(payload)
  return whole === null ? payload : JSON.stringify(whole, null, 2)
}
