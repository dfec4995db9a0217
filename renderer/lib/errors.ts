import type { Failure } from '../../shared/contract/errors.ts'
import { CallFailed } from './client.ts'
import { hasSentence, t, tell } from './i18n.ts'

/** What to tell the user: the failure's own sentence, else the one of its code. */
export const failureSentence = (failure: Failure): string => {
  if (failure.message && hasSentence(failure.message.key)) return tell(failure.message)
  if (failure.code === 'internal' && failure.id) return t('errors.internalWith', { id: failure.id })
  return t(`errors.${failure.code}`)
}

/** Field path → sentence, for the inputs of a form. */
export const fieldSentences = (failure: Failure | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(failure?.fields ?? {}).map(([path, message]) => [
      path,
      hasSentence(message.key) ? tell(message) : t('errors.field.invalid'),
    ]),
  )

/** The failure behind anything thrown. */
export const failureOf = (error: unknown): Failure =>
  error instanceof CallFailed ? error.failure : { code: 'internal' }
