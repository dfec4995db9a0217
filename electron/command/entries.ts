import { z } from 'zod'
import type { Message } from '../../shared/contract/errors.ts'
import type { Io } from './io.ts'

/** What is wrong with one entry of the input. */
export type Fault = { field: string; message: Message }

/** An entry that was refused, as it stands in the output among the others. */
export type RefusedEntry = { id?: string | number; error: { field: string; message: string } }

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, part) =>
      typeof found === 'object' && found !== null
        ? (found as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  )

const sayIssue = (issue: z.core.$ZodIssue, value: unknown): Message => {
  const found = at(value, issue.path)
  if (found === undefined) return { key: 'cli.field.missing' }
  switch (issue.code) {
    case 'invalid_value':
      return { key: 'cli.field.one-of', params: { values: issue.values.join(' / ') } }
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return { key: 'cli.field.missing' }
      return { key: 'cli.field.too-small', params: { least: Number(issue.minimum) } }
    case 'too_big':
      if (issue.origin === 'string')
        return { key: 'cli.field.too-long', params: { most: Number(issue.maximum) } }
      return { key: 'cli.field.too-big', params: { most: Number(issue.maximum) } }
    case 'invalid_type':
      return { key: `cli.field.${issue.expected === 'int' ? 'whole' : 'type'}.${issue.expected}` }
    case 'unrecognized_keys':
      return { key: 'cli.field.unknown', params: { keys: issue.keys.join(' / ') } }
    case 'custom':
      return { key: issue.message }
    default:
      return { key: 'cli.field.shape' }
  }
}

/** The first fault of a value under a schema: where it is and what to say about it. */
export const faultOf = (error: z.ZodError, value: unknown): Fault => {
  const [issue] = error.issues
  return issue
    ? { field: issue.path.map(String).join('.'), message: sayIssue(issue, value) }
    : { field: '', message: { key: 'cli.field.shape' } }
}

const idSchema = z.object({ id: z.union([z.string(), z.number()]) })

/** The id an entry carries, if any. */
export const idOf = (entry: unknown): string | number | undefined =>
  idSchema.safeParse(entry).data?.id

/**
 * Works through the entries of an input. One that does not fit the schema becomes `{ id, error }` in its place and a
 * sentence on stderr naming its id (or its position) and field; the others are worked on all the same.
 * @returns the outputs in order, and whether all were fine
 */
export const eachEntry = <Value, Out extends object>(
  io: Io,
  entries: readonly unknown[],
  schema: z.ZodType<Value>,
  work: (value: Value) => Out,
): { outputs: (({ id?: string | number } & Out) | RefusedEntry)[]; fine: boolean } => {
  let fine = true
  const outputs = entries.map((entry, index) => {
    const id = idOf(entry)
    const named = id === undefined ? {} : { id }
    const parsed = schema.safeParse(entry)
    if (parsed.success) return { ...named, ...work(parsed.data) }
    fine = false
    const { field, message } = faultOf(parsed.error, entry)
    const text = io.sentence(message)
    const params = { id: id ?? index + 1, field: field === '' ? '.' : field, text }
    io.tell({ key: id === undefined ? 'cli.entry.unnamed' : 'cli.entry.named', params })
    return { ...named, error: { field, message: text } }
  })
  return { outputs, fine }
}

/** JSON as it is printed: indented, one line feed at the end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
