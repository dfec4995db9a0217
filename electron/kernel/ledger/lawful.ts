import type { PostKind, PostVersion } from '../../../shared/contract/ledger.ts'
import { postKindFacts } from '../../../shared/rules/appointment/post-kinds.ts'
import { electedVerb, onlyHolder } from '../../../shared/rules/ledger/starter.ts'

/** The facts the law gives a post of a kind, from a day on. */
export const lawfulFacts = (
  { title, kind }: { title: string; kind: PostKind },
  fromOn: string,
): PostVersion => {
  const { verb, acting, certificate, oath, filing } = postKindFacts[kind]
  return {
    fromOn,
    title,
    kind,
    verb: verb || electedVerb,
    nominators: [],
    single: onlyHolder(title, kind),
    acting,
    certificate,
    oath,
    filing: [...filing],
    abolished: false,
    note: '',
  }
}
