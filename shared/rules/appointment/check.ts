import type { CheckInput, Finding } from './facts.ts'

/** All that law, local rule and ledger have to say of the nominations of a session. */
export const checkNominations = (_input: CheckInput): Finding[] => []
