import type { ActOrigin, PostKind, Tenure } from '../../shared/contract/ledger.ts'
import { postKindFacts } from '../../shared/rules/appointment/post-kinds.ts'
import { awaitsApproval } from '../../shared/rules/ledger/replay.ts'
import { formatDay, formatNumeral } from '../lib/formats.ts'
import { hasSentence, t } from '../lib/i18n.ts'

/** The session of an act, short enough for a column. */
export const originName = ({ termNumber, sessionNumber }: ActOrigin): string =>
  t('ledger.sessionShort', {
    term: formatNumeral(termNumber),
    number: formatNumeral(sessionNumber),
  })

/** The totals an act was decided with; empty where no vote was taken. */
export const voteText = (origin: ActOrigin): string => {
  const { for: yes, against, abstain } = origin
  if (yes === null) return ''
  return t('ledger.tally', { for: yes, against: against ?? 0, abstain: abstain ?? 0 })
}

/** The membership the vote was counted by and the votes needed; empty where it is not known. */
export const baseText = ({ base, needed }: ActOrigin): string =>
  base === null || needed === null ? '' : t('ledger.base', { base, needed })

/** The day office began, that nobody knows it, or that it has not begun. */
export const sinceText = (tenure: Pick<Tenure, 'fromOn' | 'electedOn'>): string =>
  tenure.fromOn
    ? formatDay(tenure.fromOn)
    : t(awaitsApproval(tenure) ? 'ledger.elected' : 'ledger.unknownDay')

/** The day office ended, or that it lasts; nothing where it has not begun. */
export const untilText = (tenure: Pick<Tenure, 'fromOn' | 'electedOn' | 'toOn'>): string =>
  tenure.toOn ? formatDay(tenure.toOn) : awaitsApproval(tenure) ? '' : t('ledger.stillHeld')

/** A post with the mark of acting in it. */
export const heldName = ({ postName, acting }: Pick<Tenure, 'postName' | 'acting'>): string =>
  acting ? t('ledger.actingIn', { post: postName }) : postName

/** Where a tenure comes from when no vote of this file made it. */
export const sourceText = ({ source }: Pick<Tenure, 'source'>): string =>
  t(`ledger.source.${source}`)

/** A nominator: one of the known kinds by its name, anything else as written. */
export const nominatorText = (nominator: string): string => {
  const key = `appointment.nominatorKind.${nominator}`
  return hasSentence(key) ? t(key) : nominator
}

/** Who proposes for posts of a kind where the catalogue names nobody. */
export const lawfulNominators = (kind: PostKind): string =>
  postKindFacts[kind].nominators.map(nominatorText).join(t('common.comma')) || t('common.none')

/** The one of several versions that holds on a day; the first to come before all of them. */
export const versionAt = <V extends { fromOn: string }>(
  versions: readonly [V, ...V[]] | readonly V[],
  day: string,
): V | undefined => versions.findLast(({ fromOn }) => fromOn <= day) ?? versions[0]
