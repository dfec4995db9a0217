import { EventEmitter } from 'node:events'
import { strict } from './modelled.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()
const emitter = new EventEmitter()

/** Hands a message of a page to the app's listeners. */
export const deliver = (channel: string, event: object, args: unknown[]): void => {
  emitter.emit(channel, event, ...args)
}

/** Asks the app's handler. Rejects where there is none. */
export const ask = async (channel: string, event: object, args: unknown[]): Promise<unknown> => {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`A second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  on: (channel: string, listener: Handler) => {
    emitter.on(channel, listener)
  },
})
