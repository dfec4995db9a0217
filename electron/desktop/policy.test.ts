import { describe, expect, test } from 'vitest'
import { isOurs, mayNavigate, mayRequest, maySend, mayUse, startAddress } from './policy.ts'

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
  expect([startAddress, 'app://yixi/assets/a.js?x#y'].map(isOurs)).toEqual([true, true])
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
