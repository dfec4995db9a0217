import { EventEmitter } from 'node:events'

// The stand-in models what the app uses. Whatever else is asked of it must fail, or a test would pass on nothing.

/** The error for something Electron has and the stand-in has not. */
export const notModelled = (what: string): Error => new Error(`stand-in: ${what} is not modelled`)

const harmless = new Set<string>(['then', 'toJSON', 'constructor', '__esModule'])

/** The same object, but reading what it does not have throws. */
export const strict = <T extends object>(name: string, object: T): T =>
  new Proxy(object, {
    get: (target, key) => {
      if (
        typeof key === 'string' &&
        !(key in target) &&
        !harmless.has(key) &&
        !key.startsWith('_')
      ) {
        throw notModelled(`${name}.${key}`)
      }
      return Reflect.get(target, key) as unknown
    },
  })

/** An emitter on which only the modelled events can be listened to. */
export const emitterOf = (name: string, events: readonly string[]): EventEmitter => {
  const emitter = new EventEmitter()
  const check = (event: string | symbol) => {
    if (typeof event === 'string' && !events.includes(event)) {
      throw notModelled(`the event '${event}' of ${name}`)
    }
  }
  emitter.on('newListener', check)
  return emitter
}

/** Emits an event that its listeners may prevent; tells whether none did. */
export const allowed = (emitter: EventEmitter, event: string, facts: object = {}): boolean => {
  let prevented = false
  const details = {
    ...facts,
    get defaultPrevented() {
      return prevented
    },
    preventDefault: () => {
      prevented = true
    },
  }
  emitter.emit(event, details)
  return !prevented
}

/** Refuses options the stand-in does not know. */
export const onlyKnown = (what: string, options: object, known: readonly string[]): void => {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw notModelled(`${what} ${key}`)
  }
}
