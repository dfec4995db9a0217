import { isCommitteeOffice } from '../posts.ts'
import type { CheckInput, HeldTenure } from './facts.ts'
import { placeOf, plainPost } from './post-names.ts'
import { isHeldAt, isSamePerson, personsOf, type View } from './views.ts'

/** What the ledger says, laid out for asking by post and by person. */
export type Ledger = {
  /** Whether anybody is on record as having held a post, at whatever time. */
  knows: (view: View) => boolean
  /** Tenures of the post that last when the session votes. */
  holders: (view: View) => HeldTenure[]
  /** Tenures of the person that last when the session votes. */
  heldBy: (view: View) => HeldTenure[]
  /** Who of the standing committee is meant, by the roster or by an office in it; null: nobody known to sit on it. */
  memberOf: (view: View) => string | null
  /** Names of two posts under which they are the same. */
  keyOf: (name: string) => string
}

/** Lays out the tenures of an input once; every question after that is a look-up. */
export const ledgerOf = (input: CheckInput): Ledger => {
  const place = placeOf(input.bodyName)
  const keys = new Map<string, string>()
  const keyOf = (name: string): string => {
    const known = keys.get(name)
    if (known !== undefined) return known
    const key = plainPost(name, place)
    keys.set(name, key)
    return key
  }
  const byKey = Map.groupBy(input.tenures, ({ postName }) => keyOf(postName))
  const byId = Map.groupBy(input.tenures, ({ postId }) => postId)
  const byName = Map.groupBy(input.tenures, ({ personName }) => personName)
  const byPerson = Map.groupBy(input.tenures, ({ personId }) => personId)

  const ofPost = ({ post, postName }: View): HeldTenure[] => {
    const named = byKey.get(keyOf(postName)) ?? []
    if (!post) return named
    return [...(byId.get(post.id) ?? []), ...named.filter(({ postId }) => postId === null)]
  }
  const heldBy = ({ act }: View): HeldTenure[] => {
    const own = act.personId === null ? byName.get(act.personName) : byPerson.get(act.personId)
    return (own ?? []).filter((tenure) => isSamePerson(act, tenure) && isHeldAt(tenure, input))
  }
  return {
    knows: (view) => ofPost(view).length > 0,
    holders: (view) => ofPost(view).filter((tenure) => isHeldAt(tenure, input)),
    heldBy,
    memberOf: (view) =>
      personsOf(view).find(({ member }) => member)?.id ??
      heldBy(view).find(({ postName }) => isCommitteeOffice(postName))?.personId ??
      null,
    keyOf,
  }
}
