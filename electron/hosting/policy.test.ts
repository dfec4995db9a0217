import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { preparePage } from './page.ts'
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
  const policy = contentSecurityPolicy('abc')
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc';/)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
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

test('the start page gets the nonce and the scripts of its host before its own', () => {
  const html = '<!doctype html><html><head lang="zh"><script src="a.js"></script></head></html>'
  expect(preparePage(html, 'N', ['/b.js'])).toBe(
    '<!doctype html><html><head lang="zh"><meta property="csp-nonce" nonce="N">' +
      '<script src="/b.js"></script><script src="a.js"></script></head></html>',
  )
  expect(() => preparePage('<p>', 'N', [])).toThrow(/head/)
})
