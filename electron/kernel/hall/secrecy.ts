import type { VoteMethod } from '../../../shared/contract/ballot.ts'

/** Whether a method hides how anyone voted: keypads and paper do; hands, names and silence are seen. */
export const methodIsSecret = (method: VoteMethod): boolean =>
  method === 'device' || method === 'secret-paper'
