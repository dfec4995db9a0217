import type { Parameter } from '../../shared/contract/body.ts'
import type { ParameterKey } from '../../shared/rules/parameters.ts'
import { hasSentence, t, tell } from '../lib/i18n.ts'

/** How the rules are laid out on the screen. */
export const ruleGroups: readonly {
  name: 'quorum' | 'vote' | 'method' | 'scrutiny'
  keys: readonly ParameterKey[]
}[] = [
  {
    name: 'quorum',
    keys: ['quorum', 'quorumRecheck', 'base', 'presentMajorityMotions', 'reportReject'],
  },
  {
    name: 'vote',
    keys: ['notPressedPolicy', 'overcountInvalidates', 'mergeAuthority', 'chairVotes', 'video'],
  },
  {
    name: 'method',
    keys: [
      'voteMethod.agenda',
      'voteMethod.bill',
      'voteMethod.amendment',
      'voteMethod.report',
      'voteMethod.appointment',
      'voteMethod.resignation',
      'voteMethod.dismissal',
      'voteMethod.recall',
      'voteMethod.supplementary-election',
      'voteMethod.procedural',
      'fallbackMethod',
    ],
  },
  { name: 'scrutiny', keys: ['scrutineerCount', 'scrutineersExcludeConcerned'] },
]

type Share = { num: number; den: number; strict: boolean }

const isShare = (value: unknown): value is Share =>
  typeof value === 'object' && value !== null && 'num' in value && 'den' in value

const word = (value: unknown): string => {
  const key = `rules.value.${String(value)}`
  return hasSentence(key) ? t(key) : String(value)
}

/** Name of a rule as people know it. */
export const ruleName = (key: string): string => tell({ key: `rules.parameter.${key}` })

/** A rule's value in words. */
export const ruleValue = (value: unknown): string => {
  if (isShare(value)) {
    const { num, den, strict } = value
    return t(strict ? 'rules.value.share-strict' : 'rules.value.share', { num, den })
  }
  if (Array.isArray(value))
    return value.length === 0 ? t('common.none') : value.map(word).join(t('common.comma'))
  return word(value)
}

/** Rules nobody has checked against the body's own text yet. */
export const unconfirmed = (parameters: readonly Parameter[]): number =>
  parameters.filter(({ confirmedOn }) => confirmedOn === null).length
