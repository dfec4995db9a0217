import { Refusal, type Message } from '../../../shared/contract/errors.ts'

/** What was made, or in one sentence why there is nothing to make. Other failures pass through. */
export const attempt = <T>(make: () => T[]): { made: T[]; why: Message | null } => {
  try {
    return { made: make(), why: null }
  } catch (error) {
    if (!(error instanceof Refusal) || !error.failure.message?.key.startsWith('papers.'))
      throw error
    return { made: [], why: error.failure.message }
  }
}
