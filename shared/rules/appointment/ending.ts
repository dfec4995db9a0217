import type { EndReason, PostKind } from '../../contract/ledger.ts'
import type { EndedTenure, FormalityKind } from '../../contract/formality.ts'
import type { Message } from '../../contract/errors.ts'
import type { ParameterValues } from '../parameters.ts'
import { dueFromEnd, type Due } from './due.ts'

/** What an end without a vote is asked about. */
export type EndingFacts = {
  rules: Pick<ParameterValues, 'autoEndCauses' | 'renamePolicy'>
  kind: PostKind
  personName: string
  postName: string
}

/** Why an office does not end by itself, the article where there is one, and what to do instead. */
export type EndingObstacle = { article: string; message: Message; wayOut: Message }

const judicial: Partial<Record<PostKind, string>> = {
  'court-officer': '法官法 20(六)',
  'court-president': '法官法 20(六)',
  'procuratorate-officer': '检察官法 20(六)',
  'chief-procurator': '检察官法 20(六)',
}

const byRename = {
  keep: 'rename-keep',
  reappoint: undefined,
  'reappoint-and-remove': 'rename-remove',
} as const satisfies Record<ParameterValues['renamePolicy'], string | undefined>

const sentenceOf = (cause: EndReason, { rules, kind }: EndingFacts): string | undefined => {
  switch (cause) {
    case 'retired':
      return judicial[kind] ? 'retired-judicial' : 'retired'
    case 'abolished':
      return rules.autoEndCauses.includes('abolished') ? undefined : 'abolished'
    case 'renamed':
      return byRename[rules.renamePolicy]
    case 'removed':
    case 'dismissed':
      return 'voted'
    default:
      return undefined
  }
}

/**
 * Why a cause ends no office without a vote, or undefined where it does (rules.md §8-51, 52; §9-54…57): death does,
 * and so does what the congress decides; retirement never (法官法 20(六), 检察官法 20(六)); an abolished organ where the
 * body's rules say so (浙江 17 says no); a renamed one by the body's own policy; removal and dismissal are votes.
 */
export const endingObstacle = (
  cause: EndReason,
  facts: EndingFacts,
): EndingObstacle | undefined => {
  const sentence = sentenceOf(cause, facts)
  if (sentence === undefined) return undefined
  const params = { person: facts.personName, post: facts.postName }
  return {
    article: cause === 'retired' ? (judicial[facts.kind] ?? '组织法 50') : '',
    message: { key: `rules.ending.${sentence}`, params },
    wayOut: { key: `rules.ending.way.${sentence}`, params },
  }
}

/** What is still to be done once an office has ended without a vote: who is told (广东 15, 重庆 26; rules.md §9-55, 56). */
export const endingFollows = (
  cause: EndReason,
  { personName, postName }: Pick<EndingFacts, 'personName' | 'postName'>,
): Message | undefined =>
  cause === 'died' || cause === 'abolished' || cause === 'renamed'
    ? { key: `rules.ending.follows.${cause}`, params: { person: personName, post: postName } }
    : undefined

/** One thing to be done once an office has ended without a vote. */
export type EndingDuty = Due & { kind: Extract<FormalityKind, 'filing' | 'publication'> }

/**
 * What is to be done once an office has ended by itself, death or an abolished organ: a filing with the committee, and
 * where the body's rules say so an announcement (重庆 14; rules.md §4.2, §9-55, 56). Other ends ask for nothing.
 */
export const endingDuties = (
  { cause, on }: Pick<EndedTenure, 'cause' | 'on'>,
  rules: Pick<ParameterValues, 'announceEnds' | 'filingDays' | 'publishDays'>,
): EndingDuty[] => {
  if (cause !== 'died' && cause !== 'abolished') return []
  const announced: EndingDuty = { kind: 'publication', ...dueFromEnd(on, rules.publishDays) }
  return [
    { kind: 'filing', ...dueFromEnd(on, rules.filingDays) },
    ...(rules.announceEnds ? [announced] : []),
  ]
}
