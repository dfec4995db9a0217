import { Refusal } from '../../shared/contract/errors.ts'

/** The row, or `not_found` in the words of its kind (`errors.notFound.<what>`). */
export const found = <Row>(row: Row | undefined, what: string): Row => {
  if (row !== undefined) return row
  throw new Refusal({ code: 'not_found', message: { key: `errors.notFound.${what}` } })
}

/** Refuses a change made on an older state of the row than the one stored. */
export const expectRev = (row: { rev: number }, rev: number): void => {
  if (row.rev !== rev) throw new Refusal({ code: 'conflict' })
}

/** Refuses one field with its own message. */
export const refuseField = (
  field: string,
  key: string,
  params?: Record<string, string | number>,
): never => {
  const message = params ? { key, params } : { key }
  throw new Refusal({ code: 'rule', message, fields: { [field]: message } })
}
