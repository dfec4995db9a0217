import type { z } from 'zod'
import type { Failure } from './errors.ts'
import type { Topic } from './topics.ts'

/** A call that only reads. It runs outside any write transaction and never touches the journal. */
export type Query<Schema extends z.ZodType, Out> = {
  readonly kind: 'query'
  readonly input: Schema
  /** Type carrier only; never present at run time. */
  readonly out?: Out
}

/** A call that changes data: one transaction, one journal entry, one announcement. */
export type Command<Schema extends z.ZodType, Out> = {
  readonly kind: 'command'
  readonly input: Schema
  readonly out?: Out
}

/**
 * A call that takes time (rendering, reading a file, backing up). It runs outside any transaction, may report
 * progress under its `taskId` and may be cancelled with it; what it has to record goes into the journal at its end.
 */
export type Task<Schema extends z.ZodType, Out> = {
  readonly kind: 'task'
  readonly input: Schema
  readonly out?: Out
}

/**
 * A call that keeps what is half done — totals being entered, the place one works at, what the hall screen shows — so
 * that it outlives a power cut. One durable transaction and one announcement, and no journal entry: nothing of it is
 * on the record, and no order of keystrokes is left behind.
 */
export type Keep<Schema extends z.ZodType, Out> = {
  readonly kind: 'keep'
  readonly input: Schema
  /** What it announces instead of its own area, where nothing else of the area changes with it. */
  readonly topics?: readonly Topic[]
  readonly out?: Out
}

export type Method =
  | Query<z.ZodType, unknown>
  | Command<z.ZodType, unknown>
  | Task<z.ZodType, unknown>
  | Keep<z.ZodType, unknown>
export type Area = Record<string, Method>

/** `query<Out>()(schema)`: the output is a type, the input a schema parsed by the kernel. */
export const query =
  <Out>() =>
  <Schema extends z.ZodType>(input: Schema): Query<Schema, Out> => ({ kind: 'query', input })

/** `command<Out>()(schema)`: as {@link query}, for calls that change data. */
export const command =
  <Out>() =>
  <Schema extends z.ZodType>(input: Schema): Command<Schema, Out> => ({ kind: 'command', input })

/** `task<Out>()(schema)`: as {@link query}, for long work. */
export const task =
  <Out>() =>
  <Schema extends z.ZodType>(input: Schema): Task<Schema, Out> => ({ kind: 'task', input })

/** `keep<Out>()(schema)`: as {@link query}, for what is half done; `keep<Out>(topics)(schema)` announces these instead. */
export const keep =
  <Out>(topics?: readonly Topic[]) =>
  <Schema extends z.ZodType>(input: Schema): Keep<Schema, Out> => ({
    kind: 'keep',
    input,
    ...(topics ? { topics } : {}),
  })

/** What the caller hands in (before defaults are filled). */
export type InputOf<M> = M extends { input: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : never
/** What the handler receives (after parsing). */
export type ParsedOf<M> = M extends { input: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : never
export type OutputOf<M> = M extends { out?: infer Out } ? Exclude<Out, undefined> : never

/** How every answer crosses a boundary: data, never a thrown error. */
export type Reply<Out> = { ok: true; value: Out } | { ok: false; error: Failure }
