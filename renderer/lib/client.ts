import type {
  AreaName,
  Bridge,
  Contract,
  Failure,
  InputOf,
  OutputOf,
  Reply,
} from '../../shared/contract/index.ts'
import { exchanging } from '../../shared/contract/exchange.ts'

declare global {
  /** Given by the host: the desktop's preload or the loopback's script. */
  var yixi: Bridge
}

/** Every method of the contract by its full name, «roster.members». */
export type MethodPath = {
  [A in AreaName]: `${A}.${keyof Contract[A] & string}`
}[AreaName]
type MethodAt<P extends MethodPath> = P extends `${infer A extends AreaName}.${infer N}`
  ? Contract[A][N & keyof Contract[A]]
  : never
export type InputAt<P extends MethodPath> = InputOf<MethodAt<P>>
export type OutputAt<P extends MethodPath> = OutputOf<MethodAt<P>>

/** A failed call as an error, for the query library. */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message?.key ?? failure.code)
    this.failure = failure
  }
}

/** How long a call on its way is waited for, milliseconds. */
const PATIENCE = 2000

const underway = new Set<Promise<unknown>>()
let held: Promise<void> | null = null

/**
 * Waits for the calls on their way and holds back all others, but for what exchanges the file: nothing half done on one
 * file may arrive at another. Gives the function that lets them go; a page that begins anew never calls it.
 */
export const holdCalls = async (): Promise<() => void> => {
  const onTheirWay = [...underway]
  let letGo = (): void => undefined
  const gate = new Promise<void>((go) => (letGo = go))
  held = gate
  const patience = new Promise((over) => setTimeout(over, PATIENCE))
  await Promise.race([Promise.allSettled(onTheirWay), patience])
  return () => {
    if (held === gate) held = null
    letGo()
  }
}

/** Calls a method by its full name. Never rejects: a refused or broken call is a reply too. */
export const callKernel = async <P extends MethodPath>(
  path: P,
  input: InputAt<P>,
): Promise<Reply<OutputAt<P>>> => {
  if (held !== null && !exchanging.has(path)) await held
  let call: Promise<unknown> | undefined
  try {
    call = window.yixi.call(path, input)
    underway.add(call)
    return (await call) as Reply<OutputAt<P>>
  } catch {
    return { ok: false, error: { code: 'internal' } }
  } finally {
    if (call) underway.delete(call)
  }
}

/** As {@link callKernel}, but a failure is thrown as {@link CallFailed}. */
export const askKernel = async <P extends MethodPath>(
  path: P,
  input: InputAt<P>,
): Promise<OutputAt<P>> => {
  const reply = await callKernel(path, input)
  if (!reply.ok) throw new CallFailed(reply.error)
  return reply.value
}
