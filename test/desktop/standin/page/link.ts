import type { CreateCodec, Wire } from './codec.ts'

type Message =
  | { kind: 'expose'; name: string; api: Wire }
  | { kind: 'call'; id: number; args: Wire }
  | { kind: 'settle'; id: number; fulfilled: boolean; value: Wire }
type Reply = { value: Wire } | { error: Wire }

/**
 * Joins the page's own world with the preload's: each has one end, and they speak in texts, at once, through events of
 * the document. Runs in the page as its own source text.
 * @param side this end's name
 * @param other the far end's name
 * @param expose what to do when the far end hands over an object by name
 */
export const createLink = (
  createCodec: CreateCodec,
  side: string,
  other: string,
  expose: (name: string, api: unknown) => void,
) => {
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const proxies = new Map<number, (...args: unknown[]) => unknown>()
  const promises = new Map<number, (fulfilled: boolean, value: unknown) => void>()
  let last = 0

  const send = (message: Message): unknown => {
    last += 1
    const answerName = `standin:${side}:${last}`
    let answer: Reply | undefined
    document.addEventListener(
      answerName,
      (event) => (answer = JSON.parse((event as CustomEvent<string>).detail) as Reply),
      { once: true },
    )
    const detail = JSON.stringify({ answerName, message })
    document.dispatchEvent(new CustomEvent(`standin:${other}`, { detail }))
    if (answer === undefined) throw new Error(`stand-in: no answer from the ${other}'s world`)
    if ('error' in answer) throw codec.unpack(answer.error)
    return codec.unpack(answer.value)
  }

  const putFunction = (target: (...args: unknown[]) => unknown) => {
    last += 1
    functions.set(last, target)
    return last
  }
  const getFunction = (id: number) => {
    const proxy =
      proxies.get(id) ??
      ((...args: unknown[]) => send({ kind: 'call', id, args: codec.pack(args) }))
    proxies.set(id, proxy)
    return proxy
  }
  const putPromise = (promise: PromiseLike<unknown>) => {
    last += 1
    const id = last
    promise.then(
      (value) => send({ kind: 'settle', id, fulfilled: true, value: codec.pack(value) }),
      (error: unknown) => send({ kind: 'settle', id, fulfilled: false, value: codec.pack(error) }),
    )
    return id
  }
  const getPromise = (id: number) =>
    new Promise((resolve, reject) => {
      promises.set(id, (fulfilled, value) => (fulfilled ? resolve : reject)(value))
    })
  const codec = createCodec({ putFunction, getFunction, putPromise, getPromise })

  const handle = (message: Message): unknown => {
    if (message.kind === 'expose') return expose(message.name, codec.unpack(message.api))
    if (message.kind === 'call') {
      return functions.get(message.id)?.(...(codec.unpack(message.args) as unknown[]))
    }
    promises.get(message.id)?.(message.fulfilled, codec.unpack(message.value))
    promises.delete(message.id)
    return undefined
  }

  document.addEventListener(`standin:${side}`, (event) => {
    const { answerName, message } = JSON.parse((event as CustomEvent<string>).detail) as {
      answerName: string
      message: Message
    }
    let reply: Reply
    try {
      reply = { value: codec.pack(handle(message)) }
    } catch (error) {
      reply = { error: codec.pack(error) }
    }
    document.dispatchEvent(new CustomEvent(answerName, { detail: JSON.stringify(reply) }))
  })

  return {
    expose: (name: string, api: unknown) => send({ kind: 'expose', name, api: codec.pack(api) }),
  }
}
export type CreateLink = typeof createLink
