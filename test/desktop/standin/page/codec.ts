/** A value as it travels: JSON, with objects tagged by `$` for what JSON cannot say. */
export type Wire = unknown

/** How functions and promises cross between two worlds; absent between processes, where neither can. */
export type Crossing = {
  putFunction: (target: (...args: unknown[]) => unknown) => number
  getFunction: (id: number) => unknown
  putPromise: (promise: PromiseLike<unknown>) => number
  getPromise: (id: number) => unknown
}

/**
 * Packs and unpacks what crosses between processes and worlds. Runs in Node and, as its own source text, in the page.
 * Models plain data, which is all the contract knows; dates, maps and binary data are refused.
 */
export const createCodec = (crossing: Crossing | null) => {
  const unclonable = () => new Error('An object could not be cloned.')
  const packObject = (value: object): Wire => {
    if (Array.isArray(value)) return value.map(pack)
    if (value instanceof Error) return { $: 'error', message: value.message }
    if ('then' in value) {
      if (crossing === null) throw unclonable()
      return { $: 'promise', id: crossing.putPromise(value as PromiseLike<unknown>) }
    }
    const prototype = Object.getPrototypeOf(value) as object | null
    const plain = prototype === null || Object.getPrototypeOf(prototype) === null
    if (!plain || '$' in value) throw new Error('stand-in: only plain data is modelled')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pack(one)]))
  }
  const pack = (value: unknown): Wire => {
    if (value === undefined) return { $: 'undefined' }
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value === 'object') return packObject(value)
    if (typeof value !== 'function' || crossing === null) throw unclonable()
    return { $: 'function', id: crossing.putFunction(value as (...args: unknown[]) => unknown) }
  }
  const unpackTagged = (tagged: { $: string; id: number; message: string }): unknown => {
    if (tagged.$ === 'undefined') return undefined
    if (tagged.$ === 'error') return new Error(tagged.message)
    if (tagged.$ === 'function') return crossing?.getFunction(tagged.id)
    return crossing?.getPromise(tagged.id)
  }
  const unpack = (wire: Wire): unknown => {
    if (Array.isArray(wire)) return wire.map(unpack)
    if (wire === null || typeof wire !== 'object') return wire
    if ('$' in wire) return unpackTagged(wire as Parameters<typeof unpackTagged>[0])
    return Object.fromEntries(Object.entries(wire).map(([key, one]) => [key, unpack(one)]))
  }
  return { pack, unpack }
}
export type CreateCodec = typeof createCodec
