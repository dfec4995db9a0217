import type { QuestionKind, VoteMethod } from '../../../shared/contract/ballot.ts'
import type { Level, Parameter } from '../../../shared/contract/body.ts'
import type { DecideInput } from '../../../shared/rules/decide-input.ts'
import {
  decisionRules,
  dismissalArticle,
  parameterDefaults,
  parameterKeys,
  parametersFrom,
  type ParameterKey,
  type ParameterValues,
} from '../../../shared/rules/parameters.ts'
import type { Reader } from '../store/sql.ts'
import { bodySql } from './queries.ts'

const isKey = (key: string): key is ParameterKey => Object.hasOwn(parameterDefaults, key)

/** The body's parameters as they hold now: its own values over the defaults. */
export const parameterValues = (db: Reader): ParameterValues =>
  parametersFrom(
    Object.fromEntries(
      db
        .all(bodySql.parameters, {})
        .filter(({ key }) => isKey(key))
        .map(({ key, value }) => [key, JSON.parse(value) as unknown]),
    ),
  )

/** What the one verdict function needs of them. */
export const decideRules = (db: Reader, level: Level): DecideInput['rules'] =>
  decisionRules(level, parameterValues(db), dismissalArticle(listParameters(db)))

/** The body's method for a kind of question. */
export const methodFor = (db: Reader, kind: QuestionKind): VoteMethod =>
  parameterValues(db)[`voteMethod.${kind}`]

/** All parameters for the settings screen, stated or not. */
export const listParameters = (db: Reader): Parameter[] => {
  const stated = new Map(db.all(bodySql.parameters, {}).map((row) => [row.key, row]))
  return parameterKeys.map((key) => {
    const row = stated.get(key)
    return row
      ? { ...row, value: JSON.parse(row.value) as unknown, isDefault: false }
      : {
          key,
          value: parameterDefaults[key],
          isDefault: true,
          source: '',
          confirmedOn: null,
          rev: 0,
        }
  })
}

export const theParameter = (db: Reader, key: string): Parameter | undefined =>
  listParameters(db).find((parameter) => parameter.key === key)
