import type { KernelEvent, Reply } from '../../shared/contract/index.ts'
import { Refusal } from '../../shared/contract/errors.ts'
import { exchanging } from '../../shared/contract/exchange.ts'
import { localMoment } from '../../shared/rules/moment.ts'
import { failureOf, parseInput, type ReadContext, type TaskContext } from './dispatch.ts'
import { createHouse, type House } from './house.ts'
import { find, type Found } from './methods.ts'
import type { Kernel, KernelOptions } from './options.ts'
import { refuseInRehearsal, rehearsalPorts } from './safety/guard.ts'

export type { Kernel, KernelOptions } from './options.ts'
export { readBeside } from './beside.ts'
export { takeUp } from './store/adopt.ts'
export { copyAt } from './store/drives.ts'

/** A call longer than this (milliseconds) is written to the log by name. */
const SLOW = 40
/** How long closing waits for a task that does not heed its signal, e.g. on a dialog left open (milliseconds). */
export const PATIENCE = 5000

const taskIdOf = (input: unknown): string | undefined =>
  typeof input === 'object' &&
  input !== null &&
  'taskId' in input &&
  typeof input.taskId === 'string'
    ? input.taskId
    : undefined

const settled = async (pending: Iterable<Promise<unknown>>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise((done) => (timer = setTimeout(done, PATIENCE)))
  await Promise.race([Promise.allSettled(pending), patience])
  clearTimeout(timer)
}

/**
 * The one core behind all hosts. Opens (and if need be migrates) the file at once.
 * Throws a Refusal — `from_future`, `corrupt`, `readonly`, `busy`, `disk_full` — when it cannot.
 */
export const createKernel = (options: KernelOptions): Kernel => {
  const listeners = new Set<(event: KernelEvent) => void>()
  const running = new Map<string, AbortController>()
  const pending = new Set<Promise<unknown>>()
  const emit = (event: KernelEvent): void => {
    for (const listener of listeners)
      try {
        listener(event)
      } catch (error) {
        // What is announced has happened; whoever listens badly must not make it look refused.
        options.log({ at: options.now(), level: 'error', what: 'listener', detail: String(error) })
      }
  }
  const house: House = createHouse(options, emit)
  let closing: Promise<void> | undefined

  const readContext = (): ReadContext => {
    const now = options.now()
    return {
      db: house.reader(),
      now,
      moment: localMoment(now),
      operator: house.operator(),
      file: house.file(),
      state: house.state,
    }
  }

  const runTask = async (found: Found, name: string, input: unknown): Promise<unknown> => {
    const id = taskIdOf(input) ?? options.newId()
    if (running.has(id)) throw new Refusal({ code: 'busy' })
    // A task that began on one file must not go on with another.
    if (house.isExchanging() || (exchanging.has(name) && running.size > 0))
      throw new Refusal({ code: 'busy' })
    const controller = new AbortController()
    running.set(id, controller)
    const context: TaskContext = {
      ...readContext(),
      ports: rehearsalPorts(options.ports, house.reader()),
      signal: controller.signal,
      progress: (done, total) => emit({ type: 'progress', progress: { taskId: id, done, total } }),
      write: (record, act) => house.write(record, act),
      store: house.store,
    }
    try {
      return await (found.handler as (ctx: TaskContext, input: unknown) => Promise<unknown>)(
        context,
        input,
      )
    } catch (error) {
      if (controller.signal.aborted) throw new Refusal({ code: 'cancelled' })
      throw error
    } finally {
      running.delete(id)
    }
  }

  const run = (found: Found, name: string, input: unknown): unknown => {
    refuseInRehearsal(house.reader(), name)
    const parsed = parseInput(found.method, input)
    if (found.method.kind === 'task') return runTask(found, name, parsed)
    if (found.method.kind === 'query')
      return (found.handler as (ctx: ReadContext, input: unknown) => unknown)(readContext(), parsed)
    if (found.method.kind === 'keep')
      return house.keep(found.method.topics ?? [found.area], (ctx) =>
        (found.handler as (ctx: unknown, input: unknown) => unknown)(ctx, parsed),
      )
    return house.write({ command: name, payload: { input: parsed }, topics: [found.area] }, (ctx) =>
      (found.handler as (ctx: unknown, input: unknown) => unknown)(ctx, parsed),
    )
  }

  const call = async (name: string, input: unknown): Promise<Reply<unknown>> => {
    const started = performance.now()
    try {
      const found = find(name)
      if (!found)
        throw new Refusal({
          code: 'not_found',
          message: { key: 'errors.noMethod', params: { name } },
        })
      if (closing) throw new Refusal({ code: 'busy' })
      const value = await run(found, name, input)
      return { ok: true, value }
    } catch (error) {
      const failure = failureOf(error, options.newId)
      if (failure.code === 'internal') {
        const detail = `${failure.id ?? ''} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
        options.log({ at: options.now(), level: 'error', what: name, detail })
      }
      return { ok: false, error: failure }
    } finally {
      const took = performance.now() - started
      if (took > SLOW)
        options.log({
          at: options.now(),
          level: 'slow',
          what: name,
          detail: `${Math.round(took)} ms`,
        })
    }
  }

  const close = async (): Promise<void> => {
    for (const controller of running.values()) controller.abort()
    await settled(pending)
    await house.close()
    listeners.clear()
  }

  return {
    call: (name, input) => {
      const answer = call(name, input)
      pending.add(answer)
      void answer.finally(() => pending.delete(answer))
      return answer
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    cancel: (taskId) => running.get(taskId)?.abort(),
    close: () => (closing ??= close()),
  }
}
