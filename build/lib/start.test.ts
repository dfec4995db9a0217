import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digest, whenChanged } from './changed.mjs'
import { electronBinary, mayFetch } from './electron.mjs'
import { announcedUrl, chooseWay, couldNotRun, windowClosed } from './host.mjs'
import { startOptions } from './options.mjs'
import { callerFolder } from './paths.mjs'
import { sentence, terminalLanguage } from './say.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-build-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('the arguments of npm start', () => {
  const none = { demo: false, browser: false, help: false }

  test('may be left out', () => {
    expect(startOptions([])).toEqual({ ok: true, options: none })
  })

  test('name the example, the browser and a folder', () => {
    const all = { ...none, demo: true, browser: true, data: 'somewhere' }
    expect(startOptions(['--demo', '--data', 'somewhere', '--browser'])).toEqual({
      ok: true,
      options: all,
    })
    expect(startOptions(['--data=a b'])).toEqual({ ok: true, options: { ...none, data: 'a b' } })
    const from = { ok: true, options: { ...none, from: 'a=b.db' } }
    expect(startOptions(['--from=a=b.db'])).toEqual(from)
    expect(startOptions(['--from', 'a=b.db'])).toEqual(from)
  })

  test('are refused by name when wrong', () => {
    expect(startOptions(['--dmo'])).toEqual({
      ok: false,
      problem: 'unknownOption',
      option: '--dmo',
    })
    const lacking = { ok: false, problem: 'optionNeedsValue', option: '--data' }
    expect(startOptions(['--data'])).toEqual(lacking)
    expect(startOptions(['--data', '--demo'])).toEqual(lacking)
    expect(startOptions(['--data='])).toEqual(lacking)
  })
})

describe('file arguments', () => {
  test("mean the caller's folder when npm has moved into the repository", () => {
    const moved = { cwd: '/repo', initCwd: '/home/li', repository: '/repo' }
    expect(callerFolder(moved)).toBe('/home/li')
    expect(callerFolder({ ...moved, initCwd: undefined })).toBe('/repo')
    expect(callerFolder({ ...moved, cwd: '/elsewhere' })).toBe('/elsewhere')
  })
})

describe('how the app opens', () => {
  const here = { display: true, electronPresent: true, mayFetch: true }

  test('in Electron where it is there and can be seen', () => {
    expect(chooseWay(here)).toBe('electron')
    expect(chooseWay({ ...here, display: false })).toBe('browser')
  })

  test('fetches the runtime only where its window could be shown and nobody forbade it', () => {
    expect(chooseWay({ ...here, electronPresent: false })).toBe('fetch-electron')
    expect(chooseWay({ ...here, electronPresent: false, mayFetch: false })).toBe('browser')
    expect(chooseWay({ ...here, electronPresent: false, display: false })).toBe('browser')
    expect(mayFetch({})).toBe(true)
    expect(mayFetch({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })).toBe(false)
  })

  test('a quick failure means Electron cannot run; a late one is its own', () => {
    expect(couldNotRun(127, 40)).toBe(true)
    expect(couldNotRun(0, 40)).toBe(false)
    expect(couldNotRun(1, 60_000)).toBe(false)
  })

  test('a browser that ends at once has handed its window to another', () => {
    expect(windowClosed(300)).toBe(false)
    expect(windowClosed(60_000)).toBe(true)
  })

  test('the address comes from a line of JSON and lies on this machine', () => {
    const url = 'http://127.0.0.1:40123/?token=abc'
    expect(announcedUrl(JSON.stringify({ url }))).toBe(url)
    expect(announcedUrl(JSON.stringify({ url: 'http://example.test/' }))).toBeUndefined()
    expect(announcedUrl('listening')).toBeUndefined()
    expect(announcedUrl('null')).toBeUndefined()
    expect(announcedUrl('{"url":7}')).toBeUndefined()
  })
})

describe("Electron's runtime", () => {
  test('is there when its note and the file it names are', () => {
    expect(electronBinary(folder, undefined)).toBeUndefined()
    write('path.txt', 'electron')
    expect(electronBinary(folder, undefined)).toBeUndefined()
    write('dist/electron', '')
    expect(electronBinary(folder, undefined)).toBe(join(folder, 'dist', 'electron'))
  })

  test('may be another one, named by its folder', () => {
    write('other/electron', '')
    const other = join(folder, 'other')
    expect(electronBinary(folder, other)).toBe(join(other, 'electron'))
  })
})

describe('building what changed', () => {
  const target = { name: 'page', reads: ['src', 'one.json'], makes: 'out/page.html' }
  let builds = 0
  const build = () => {
    builds += 1
    write('out/page.html', 'built')
    return Promise.resolve(true)
  }
  const failing = () => Promise.resolve(false)
  beforeEach(() => {
    builds = 0
    write('src/a.ts', '1')
    write('one.json', '{}')
  })

  test('builds once, and again when a source or the result changes', async () => {
    expect(await whenChanged(target, build, folder)).toBe('built')
    expect(await whenChanged(target, build, folder)).toBe('fresh')
    write('src/deep/b.ts', '2')
    expect(await whenChanged(target, build, folder)).toBe('built')
    rmSync(join(folder, 'out/page.html'))
    expect(await whenChanged(target, build, folder)).toBe('built')
    expect(builds).toBe(3)
  })

  test('a failed build is tried again although nothing changed', async () => {
    await whenChanged(target, build, folder)
    write('src/a.ts', 'broken')
    expect(await whenChanged(target, failing, folder)).toBe('failed')
    write('src/a.ts', '1')
    expect(await whenChanged(target, build, folder)).toBe('built')
  })

  test('the digest sees names, bytes and single files, and looks past tests', () => {
    const before = digest(folder, target)
    write('src/a.test.ts', 'a test')
    expect(digest(folder, target)).toBe(before)
    write('one.json', '{ }')
    const changed = digest(folder, target)
    expect(changed).not.toBe(before)
    write('src/a.ts', '12')
    expect(digest(folder, target)).not.toBe(changed)
  })

  test('bytes that move from one file to the next are a change', () => {
    write('src/b.ts', '2')
    const before = digest(folder, target)
    write('src/a.ts', '')
    write('src/b.ts', '12')
    expect(digest(folder, target)).not.toBe(before)
  })
})

describe('what the launchers say', () => {
  test('is Chinese where the terminal or the system is, else English', () => {
    expect(terminalLanguage({ LANG: 'zh_CN.UTF-8' }, 'en-US')).toBe('zh')
    expect(terminalLanguage({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'zh-CN')).toBe('en')
    expect(terminalLanguage({}, 'zh-CN')).toBe('zh')
    expect(terminalLanguage({}, 'en-US')).toBe('en')
  })

  test('has its values filled in', () => {
    expect(sentence('unknownOption', { option: '--x' }, 'zh')).toBe('不认识的选项：--x')
    expect(sentence('installFailed', { code: 1 }, 'en')).toContain('ended with 1')
  })
})
