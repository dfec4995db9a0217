import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerRequest } from './appFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'yixi-app-'))
const root = join(folder, 'renderer')
mkdirSync(join(root, 'assets'), { recursive: true })
writeFileSync(join(root, 'index.html'), '<html><head></head></html>')
writeFileSync(join(root, 'hall.html'), '<html>hall</html>')
writeFileSync(join(root, 'other.html'), '<html>other</html>')
writeFileSync(join(root, 'assets', 'a.js'), 'run()')
writeFileSync(join(folder, 'secret.txt'), 'secret')
afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, method = 'GET') => answerRequest(root, { method, url })

test('the page comes with the policy, as it was built', async () => {
  const answer = await get('app://yixi/')
  expect(await answer.text()).toBe('<html><head></head></html>')
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('a file comes with its media type', async () => {
  const answer = await get('app://yixi/assets/a.js')
  expect(await answer.text()).toBe('run()')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
})

test.each([
  ['app://yixi/..%2fsecret.txt', 'GET', 404],
  ['app://yixi/..%5csecret.txt', 'GET', 404],
  ['app://yixi/%2e%2e/secret.txt', 'GET', 404],
  ['app://yixi/assets', 'GET', 404],
  ['app://yixi/nothing', 'GET', 404],
  ['app://other/index.html', 'GET', 403],
  ['app://yixi/', 'POST', 403],
])('%s by %s gives %i and nothing else', async (url, method, status) => {
  const answer = await get(url, method)
  expect(answer.status).toBe(status)
  expect(await answer.text()).toBe('')
})

test('the hall gets its page and what it is drawn with, and no other file', async () => {
  const inHall = (url: string) => answerRequest(root, { method: 'GET', url }, 'hall')
  expect(await (await inHall('app://hall/?screen=podium')).text()).toBe('<html>hall</html>')
  expect(await (await inHall('app://hall/assets/a.js')).text()).toBe('run()')
  expect((await inHall('app://hall/')).headers.get('content-security-policy')).toMatch(
    /connect-src/,
  )
  expect((await inHall('app://hall/index.html')).status).toBe(404)
  expect((await inHall('app://hall/other.html')).status).toBe(404)
  expect((await inHall('app://yixi/')).status).toBe(403)
  expect((await get('app://hall/')).status).toBe(403)
})
