import { expect, test } from 'vitest'
import { allowed, emitterOf, onlyKnown, strict } from './modelled.ts'
import { createCodec } from './page/codec.ts'

// The stand-in must fail on what it does not model; else a test on it would pass on nothing.

test('what is not modelled cannot be read, what is can be replaced', () => {
  const dialog = strict('dialog', { showOpenDialog: (): string => 'asked' })
  expect(() => (dialog as unknown as { showSaveDialog: () => void }).showSaveDialog()).toThrow(
    'stand-in: dialog.showSaveDialog is not modelled',
  )
  dialog.showOpenDialog = () => 'scripted'
  expect(dialog.showOpenDialog()).toBe('scripted')
})

test('an event that is never sent cannot be waited for', () => {
  const emitter = emitterOf('app', ['ready'])
  expect(() => emitter.on('ready', () => undefined)).not.toThrow()
  expect(() => emitter.once('activate', () => undefined)).toThrow(
    "the event 'activate' of app is not modelled",
  )
})

test('an option nobody looks at is refused', () => {
  expect(() => onlyKnown('the option', { width: 1, kiosk: true }, ['width'])).toThrow('kiosk')
})

test('an event can be prevented, and later listeners see that it was', () => {
  const emitter = emitterOf('window', ['close'])
  expect(allowed(emitter, 'close')).toBe(true)
  const seen: boolean[] = []
  emitter.on('close', (event: { preventDefault: () => void }) => event.preventDefault())
  emitter.on('close', (event: { defaultPrevented: boolean }) => seen.push(event.defaultPrevented))
  expect(allowed(emitter, 'close')).toBe(false)
  expect(seen).toEqual([true])
})

test('plain data crosses whole, and what cannot cross in Electron is refused in its words', () => {
  const { pack, unpack } = createCodec(null)
  const value = { a: [1, null, '字', { b: undefined }], c: true }
  expect(unpack(JSON.parse(JSON.stringify(pack(value))))).toStrictEqual(value)
  expect(() => pack({ f: () => 1 })).toThrow('An object could not be cloned.')
  expect(() => pack(Symbol('s'))).toThrow('An object could not be cloned.')
})

test.each([
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(1)],
  ['no number', Number.NaN],
  ['a bigint', 1n],
  ['our own mark', { $: 1 }],
])('what the contract never sends is refused: %s', (_, value) => {
  expect(() => createCodec(null).pack(value)).toThrow()
})
