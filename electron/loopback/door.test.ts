import { describe, expect, test } from 'vitest'
import { createDoor, ownHost, ownPage, readCookie, sameSecret } from './door.ts'

const origin = 'http://127.0.0.1:4711'

describe('the host a request names', () => {
  test.each([
    ['127.0.0.1:4711', true],
    ['127.0.0.1', false],
    ['127.0.0.1:4712', false],
    ['localhost:4711', false],
    ['yixi.example:4711', false],
    ['127.0.0.1:4711.example.org', false],
    [undefined, false],
  ])('%s → %s', (host, allowed) => {
    expect(ownHost(host === undefined ? {} : { host }, origin)).toBe(allowed)
  })
})

describe('the page a request comes from', () => {
  test.each([
    ['POST', { origin }, true],
    ['POST', {}, false],
    ['POST', { origin: 'null' }, false],
    ['POST', { origin: 'http://localhost:4711' }, false],
    ['POST', { origin: 'https://example.org' }, false],
    ['POST', { origin, 'sec-fetch-site': 'cross-site' }, false],
    ['GET', {}, true],
    ['GET', { 'sec-fetch-site': 'none' }, true],
    ['GET', { 'sec-fetch-site': 'same-origin' }, true],
    ['GET', { 'sec-fetch-site': 'same-site' }, false],
    ['GET', { 'sec-fetch-site': 'cross-site' }, false],
    ['GET', { origin: 'https://example.org' }, false],
  ])('%s %o → %s', (method, headers, allowed) => {
    expect(ownPage(method, headers, origin)).toBe(allowed)
  })
})

test('a cookie is read by its whole name', () => {
  expect(readCookie('a=1; yixi_4711=x=y; b=2', 'yixi_4711')).toBe('x=y')
  expect(readCookie('xyixi_4711=no', 'yixi_4711')).toBeNull()
  expect(readCookie(undefined, 'yixi_4711')).toBeNull()
})

test('secrets of different length are compared without an error', () => {
  expect(sameSecret('abc', 'abc')).toBe(true)
  expect(sameSecret('abc', 'abcd')).toBe(false)
  expect(sameSecret('', 'a')).toBe(false)
})

describe('the door', () => {
  test('a token opens once, and only the newest one', () => {
    const door = createDoor(origin)
    const first = door.issueToken()
    const second = door.issueToken()
    expect(door.redeem(first)).toBeNull()
    expect(door.redeem(second)).toMatch(/^yixi_4711=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(door.redeem(second)).toBeNull()
    expect(door.redeem('')).toBeNull()
  })

  test('lets in the cookie it gave, from its own address and page', () => {
    const door = createDoor(origin)
    const cookie = door.redeem(door.issueToken())?.split(';')[0] ?? ''
    const host = '127.0.0.1:4711'
    expect(door.refuse('POST', { host, origin, cookie })).toBeNull()
    expect(door.refuse('POST', { host, origin })).toBe(401)
    expect(door.refuse('POST', { host, origin, cookie: `${cookie}x` })).toBe(401)
    expect(door.refuse('POST', { host, cookie })).toBe(403)
    expect(door.refuse('GET', { host: 'elsewhere:4711', cookie })).toBe(403)
  })
})
