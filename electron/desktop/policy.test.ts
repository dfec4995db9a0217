import { describe, expect, test } from 'vitest'
import {
  askedScreen,
  hallAddress,
  homeOf,
  isOurs,
  mayAskFrame,
  mayNavigate,
  mayRequest,
  maySend,
  mayUse,
  startAddress,
} from './policy.ts'

const foreign = [
  'https://yixi/',
  'http://app/',
  'file:///etc/passwd',
  'app://other/',
  'app://yixi.example/',
  'app://me@yixi/',
  'app:yixi',
  'ftp://yixi/',
  'javascript:alert(1)',
  'about:blank',
  'yixi',
  '',
]

test.each(foreign)('%j is not ours, is never gone to and never asked', (address) => {
  expect(isOurs(address)).toBe(false)
  expect(mayNavigate(address)).toBe(false)
  expect(mayRequest(address, false)).toBe(false)
})

test('our files are ours, but only the start page is gone to', () => {
  expect(isOurs(startAddress)).toBe(true)
  expect(isOurs('app://yixi/assets/a.js?x#y')).toBe(true)
  expect(mayNavigate(startAddress)).toBe(true)
  expect(mayNavigate('app://yixi/#session')).toBe(true)
  expect(mayNavigate('app://yixi/assets/a.js')).toBe(false)
})

describe('requests', () => {
  test.each([
    ['app://yixi/assets/a.js', false, true],
    ['data:image/png;base64,AA==', false, true],
    ['blob:app://yixi/5d2e', false, true],
    ['blob:https://example.org/5d2e', false, false],
    ['devtools://devtools/bundled/inspector.html', false, false],
    ['devtools://devtools/bundled/inspector.html', true, true],
    ['https://example.org/', true, false],
    ['ws://127.0.0.1:9/', true, false],
  ])('%s (developer tools %s) → %s', (address, devTools, allowed) => {
    expect(mayRequest(address, devTools)).toBe(allowed)
  })
})

test('only writing to the clipboard is given, and only to our page', () => {
  expect(mayUse('clipboard-sanitized-write', startAddress)).toBe(true)
  expect(mayUse('clipboard-sanitized-write', 'https://example.org/')).toBe(false)
  for (const permission of [
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'fullscreen',
  ]) {
    expect(mayUse(permission, startAddress)).toBe(false)
  }
})

describe('senders', () => {
  const main = { url: startAddress, parent: null }
  test.each([
    ['our main frame', { contents: 1, frame: main }, 1, true],
    ['another window', { contents: 2, frame: main }, 1, false],
    ['no window of ours', { contents: 1, frame: main }, null, false],
    ['a frame inside', { contents: 1, frame: { ...main, parent: main } }, 1, false],
    [
      'a page that is not ours',
      { contents: 1, frame: { url: 'https://a.example/', parent: null } },
      1,
      false,
    ],
    ['a frame already gone', { contents: 1, frame: null }, 1, false],
  ])('%s', (_, sender, ours, allowed) => {
    expect(maySend(sender, ours)).toBe(allowed)
  })
})

describe('the screens of the hall', () => {
  test('have an address of their own and may only stay there', () => {
    for (const screen of ['hall', 'podium'] as const) {
      const address = hallAddress(screen)
      expect(homeOf(address)).toBe('hall')
      expect(isOurs(address)).toBe(false)
      expect(mayNavigate(address, 'hall')).toBe(true)
      expect(mayNavigate(address)).toBe(false)
      expect(mayRequest(address, false, 'hall')).toBe(true)
      expect(mayRequest(address, false)).toBe(false)
    }
    expect(mayNavigate(startAddress, 'hall')).toBe(false)
    expect(mayRequest('app://yixi/assets/a.js', false, 'hall')).toBe(false)
  })

  test.each([
    ['app://yixi/hall', startAddress, 'hall'],
    ['app://yixi/hall?screen=podium', startAddress, 'podium'],
    ['app://yixi/hall?screen=other', startAddress, 'hall'],
    ['app://yixi/hall/x', startAddress, null],
    ['app://hall/', startAddress, null],
    ['https://example.org/hall', startAddress, null],
    ['app://yixi/hall', 'app://hall/', null],
    ['app://yixi/hall', 'about:blank', null],
  ])('%s asked for by %s opens %s', (address, here, screen) => {
    expect(askedScreen(address, here)).toBe(screen)
  })

  test('may ask for a frame and nothing else', () => {
    expect(['hall', 'podium'].map(mayAskFrame)).toEqual([true, true])
    for (const asked of ['ballot.questions', 'hall.set', '', null, undefined, {}, ['hall']])
      expect(mayAskFrame(asked)).toBe(false)
  })

  test('a sender at the desk is not a sender in the hall', () => {
    const frame = (url: string) => ({ contents: 3, frame: { url, parent: null } })
    expect(maySend(frame(hallAddress('hall')), 3, 'hall')).toBe(true)
    expect(maySend(frame(hallAddress('hall')), 3)).toBe(false)
    expect(maySend(frame(startAddress), 3, 'hall')).toBe(false)
    expect(maySend(frame(hallAddress('hall')), 4, 'hall')).toBe(false)
  })
})
