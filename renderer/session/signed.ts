import type { Item, SignedKind } from '../../shared/contract/session.ts'
import { dayOf } from '../../shared/rules/moment.ts'
import type { InputAt } from '../lib/client.ts'

/** The signatures of an item as they are being typed; `signedKind` null is an item nobody signed together. */
export type SignedDraft = {
  signedKind: SignedKind | null
  signatories: number | null
  /** Day it was put forward; null is now. */
  signedOn: string | null
}

export const signedDraft = ({ signed }: Pick<Item, 'signed'>): SignedDraft => ({
  signedKind: signed?.kind ?? null,
  signatories: signed?.signatories ?? null,
  signedOn: signed ? dayOf(signed.at) : null,
})

type SignedInput = Pick<InputAt<'session.saveItem'>, 'signed'>

/**
 * What to send of the signatures: nothing where they are as they were, so that a motion accepted once is not held
 * against the members again for a change of its title. A day alone counts from its beginning.
 */
export const signedInput = (item: Pick<Item, 'signed'>, draft: SignedDraft): SignedInput => {
  const before = signedDraft(item)
  const { signedKind: kind, signatories, signedOn } = draft
  const same =
    before.signedKind === kind &&
    (kind === null || (before.signatories === signatories && before.signedOn === signedOn))
  if (same) return {}
  if (kind === null) return { signed: null }
  const at = before.signedOn === signedOn ? null : signedOn
  return {
    signed: {
      kind,
      signatories: signatories ?? 0,
      ...(at === null ? {} : { at: `${at}T00:00:00` }),
    },
  }
}
