import type { Act } from '../contract/appointment.ts'
import type { Message } from '../contract/errors.ts'
import { isCommitteeOffice, isCongressPost } from './posts.ts'
import { isAppointing } from './voting-order.ts'

type Proposed = Pick<Act, 'act' | 'personName' | 'post' | 'memberId' | 'outcome'>

const isProposed = ({ act, outcome }: Proposed): boolean =>
  isAppointing(act) && outcome === 'pending'

/** Takes the person out of the committee, or was put to the vote: the order of voting speaks of it from there on. */
const leavesCommittee = ({ act, post, outcome }: Proposed): boolean =>
  !isAppointing(act) && outcome !== 'withdrawn' && outcome !== 'deferred' && isCommitteeOffice(post)

/**
 * A post no member of the committee may hold at once with the seat: in government, supervision, the courts or the
 * procuratorate (组织法 47③).
 */
export const isIncompatibleOffice = (post: string): boolean => !isCongressPost(post)

/**
 * Members proposed for a post in government, supervision, the courts or the procuratorate while nothing of the session
 * takes them out of the committee: whoever sits on it may hold none and must first resign (组织法 47③; rules.md §1.1,
 * §9-60, 61). A warning for people to settle, since a namesake may be meant and no law keeps the vote itself from being
 * held; acts already decided are past it.
 * @param own the acts asked about
 * @param all acts of the session, `own` among them
 */
export const incompatibleOffices = (
  own: readonly Proposed[],
  all: readonly Proposed[],
): Message[] =>
  own
    .filter((act) => isProposed(act) && act.memberId !== null && isIncompatibleOffice(act.post))
    .filter(({ personName }) =>
      all.every((other) => other.personName !== personName || !leavesCommittee(other)),
    )
    .map(({ personName: person, post }) => ({
      key: 'rules.incompatible',
      params: { person, post },
    }))
