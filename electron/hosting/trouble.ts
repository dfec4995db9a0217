import type { Message } from '../../shared/contract/errors.ts'
import { Refusal, systemFailure } from '../../shared/contract/errors.ts'
import type { Locale } from '../../shared/locales/index.ts'
import { say } from '../../shared/locales/say.ts'

/** Failures of opening the data that have a sentence of their own. */
const known = ['from_future', 'corrupt', 'readonly', 'disk_full', 'busy'] as const

/** The sentence for an error that keeps the data from being opened. */
export const troubleMessage = (error: unknown): Message => {
  if (error instanceof Refusal && error.failure.message) return error.failure.message
  const code =
    error instanceof Refusal
      ? error.failure.code
      : systemFailure((error as NodeJS.ErrnoException | null)?.code ?? '')
  const found = known.find((one) => one === code)
  return { key: found === undefined ? 'hosting.trouble.other' : `hosting.trouble.${found}` }
}

/** What people are told when the data cannot be opened: the sentence, and where the data lies. */
export const troubleText = (locale: Locale, error: unknown, dataDir: string): string =>
  [
    say(locale, troubleMessage(error)),
    say(locale, { key: 'hosting.dataAt', params: { dataDir } }),
  ].join('\n\n')

/** The language of people at this machine. */
export const localeOf = (tag: string): Locale => (/^zh\b/i.test(tag) ? 'zh-CN' : 'en')

/** What is said of the copy the program was told to go on from. */
export const copyTold = ({
  file,
  entries,
  taken,
  kept,
}: {
  file: string
  entries: number
  taken: boolean
  kept: string | null
}): Message => {
  const key = taken ? (kept === null ? 'taken' : 'takenKept') : 'alreadyHere'
  return { key: `safety.copy.told.${key}`, params: { file, entries, kept: kept ?? '' } }
}
