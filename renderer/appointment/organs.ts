import { titleAtEnd } from '../../shared/acts/posts.ts'
import type { OrganKind, PostKind } from '../../shared/contract/ledger.ts'

export type KnownOrgan = { id: string; kind: OrganKind; name: string }

/** In what kind of organ a post of a kind stands. */
const organKindOf = (kind: PostKind): OrganKind => {
  if (kind.startsWith('government')) return 'government'
  if (kind.startsWith('supervisory')) return 'supervisory'
  if (kind.startsWith('court') || kind === 'juror') return 'court'
  if (/procurator/u.test(kind)) return 'procuratorate'
  if (kind.startsWith('special')) return 'special-committee'
  if (kind === 'credentials-member') return 'credentials-committee'
  if (kind === 'inquiry-member') return 'inquiry-committee'
  if (kind === 'street-committee') return 'street-committee'
  if (kind === 'committee-office') return 'committee-office'
  if (kind.startsWith('committee')) return 'standing-committee'
  return kind === 'deputy-above' ? 'congress-above' : 'other'
}

/**
 * Cuts a post into organ and title: by the longest organ of the catalogue it begins with, else before the title it
 * ends with. `id` null: the organ is not there yet.
 */
export const organIn = (
  name: string,
  kind: PostKind,
  organs: readonly KnownOrgan[],
): { id: string | null; name: string; kind: OrganKind; title: string } => {
  const known = organs
    .filter((organ) => name.startsWith(organ.name) && name.length > organ.name.length)
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  if (known) return { ...known, title: name.slice(known.name.length) }
  const title = titleAtEnd(name) || name
  return {
    id: null,
    name: name.slice(0, name.length - title.length),
    kind: organKindOf(kind),
    title,
  }
}
