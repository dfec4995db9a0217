import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, mimeType, resolveInside } from './policy.ts'

const root = resolve('some', 'renderer')

describe('the file an address names', () => {
  test.each([
    ['/index.html', 'index.html'],
    ['/assets/a%20b.js', join('assets', 'a b.js')],
    ['/assets/../index.html', 'index.html'],
    ['/..x/y', join('..x', 'y')],
  ])('%s stays inside', (path, file) => {
    expect(resolveInside(root, path)).toBe(join(root, file))
  })

  test.each([
    '/',
    '/.',
    '/..',
    '/../renderer-two/x',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/..%5c..%5cwindows',
    '/..\\..\\windows',
    '/C:/windows',
    '/index.html::$DATA',
    '/a%00.html',
    '/%E0%A4%A',
    'index.html',
    '',
  ])('%j leads nowhere', (path) => {
    expect(resolveInside(root, path)).toBeNull()
  })
})

test('the policy opens from nothing, and only to our own', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
})

test.each([
  ['a.js', 'text/javascript; charset=utf-8'],
  ['A.CSS', 'text/css; charset=utf-8'],
  ['x.woff2', 'font/woff2'],
  ['x.exe', 'application/octet-stream'],
  ['noending', 'application/octet-stream'],
])('media type of %s', (name, type) => {
  expect(mimeType(name)).toBe(type)
})
