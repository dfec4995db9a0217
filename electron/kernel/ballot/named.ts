import { choices, type Choice } from '../../../shared/contract/ballot.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { TallyInput } from '../../../shared/rules/decide-input.ts'
import { theMember } from '../roster/queries.ts'
import type { Reader } from '../store/sql.ts'
import { roundSql } from './round-sql.ts'
import type { VoteRow } from './sql.ts'

export type NamedChoice = { memberId: string; choice: Choice }

/** Most names a sentence gives; the rest is a number. */
const MOST_NAMED = 5

const nameOf = (db: Reader, memberId: string): string => theMember(db, memberId).name

const checkNames = (db: Reader, voteId: string, named: readonly NamedChoice[]): void => {
  const here = db.all(roundSql.here, { voteId }).map(({ memberId }) => memberId)
  const given = named.map(({ memberId }) => memberId)
  const away = given.find((id) => !here.includes(id))
  if (away !== undefined) refuse('ballot.chamber.namedAway', { name: nameOf(db, away) })
  const twice = given.find((id, index) => given.indexOf(id) !== index)
  if (twice !== undefined) refuse('ballot.chamber.namedTwice', { name: nameOf(db, twice) })
  const missing = here.filter((id) => !given.includes(id))
  if (missing.length > 0)
    refuse('ballot.chamber.namedMissing', {
      count: missing.length,
      names: missing
        .slice(0, MOST_NAMED)
        .map((id) => nameOf(db, id))
        .join('、'),
    })
}

/**
 * The totals of a round: for a named vote counted from the names, for any other as entered.
 * @throws Refusal for names where the vote is not a named one: a secret ballot has no place for them; and where not
 * everyone present is named exactly once
 */
export const namedTally = (
  db: Reader,
  vote: Pick<VoteRow, 'id' | 'method'>,
  entered: TallyInput | undefined,
  named: readonly NamedChoice[] | undefined,
): TallyInput | undefined => {
  if (vote.method !== 'named') return named ? refuse('ballot.chamber.notNamed') : entered
  if (!named) return refuse('ballot.chamber.namesNeeded')
  checkNames(db, vote.id, named)
  const count = (choice: Choice): number => named.filter((one) => one.choice === choice).length
  const counted = { for: count('for'), against: count('against'), abstain: count('abstain') }
  if (entered && choices.some((choice) => entered[choice] !== counted[choice]))
    refuse('ballot.chamber.namedSumDiffers', counted)
  return counted
}
