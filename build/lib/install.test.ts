import { describe, expect, test } from 'vitest'
import { canInstall, missingTools, onPath, packagesFor } from './debian.mjs'
import { installedMatchesLock, npmCommand } from './install.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-o', optional: true },
  },
}
const a = { version: '1.0.0', integrity: 'sha512-a' }

describe('what is installed is what the lock names', () => {
  test('when every package of this platform is there', () => {
    expect(installedMatchesLock(lock, { packages: { 'node_modules/a': a } })).toBe(true)
  })

  test('not when nothing is, one is missing, another version or digest, or one too many', () => {
    expect(installedMatchesLock(lock, undefined)).toBe(false)
    expect(installedMatchesLock(lock, {})).toBe(false)
    const differing = [
      { 'node_modules/a': { ...a, version: '1.0.1' } },
      { 'node_modules/a': { ...a, integrity: 'sha512-b' } },
      { 'node_modules/a': a, 'node_modules/b': a },
      { 'node_modules/a': a, 'node_modules/for-another-system': a },
    ]
    for (const packages of differing) expect(installedMatchesLock(lock, { packages })).toBe(false)
  })
})

describe('npm is called', () => {
  test("through its own script where npm started us, whatever the system's shell", () => {
    const facts = { platform: 'win32', execPath: 'C:\\node.exe', npmExecPath: 'C:\\npm-cli.js' }
    expect(npmCommand(facts)).toEqual({
      command: 'C:\\node.exe',
      args: ['C:\\npm-cli.js'],
      shell: false,
    })
  })

  test('by name otherwise, through a shell on Windows alone', () => {
    const bare = { execPath: 'node', npmExecPath: undefined }
    expect(npmCommand({ ...bare, platform: 'linux' }).shell).toBe(false)
    expect(npmCommand({ ...bare, platform: 'win32' }).shell).toBe(true)
    const other = { platform: 'linux', execPath: 'node', npmExecPath: '/usr/lib/yarn.js' }
    expect(npmCommand(other).command).toBe('npm')
  })
})

describe('what tests need besides Node', () => {
  test('is found missing by name and brought by its package', () => {
    expect(missingTools(() => true)).toEqual([])
    const missing = missingTools((tool) => tool === 'poppler' || tool === 'fonts')
    expect(missing).toEqual(['chromium', 'libreoffice'])
    expect(packagesFor(missing)).toEqual(['chromium', 'libreoffice-writer-nogui'])
  })

  test('is installed only as root on a system with apt-get', () => {
    const debian = { platform: 'linux', uid: 0, aptGet: true }
    expect(canInstall(debian)).toBe(true)
    expect(canInstall({ ...debian, uid: 1000 })).toBe(false)
    expect(canInstall({ ...debian, aptGet: false })).toBe(false)
    expect(canInstall({ platform: 'win32', uid: undefined, aptGet: false })).toBe(false)
  })

  test('is looked for in the folders of PATH', () => {
    expect(onPath(['no-such-program-anywhere'])).toBeUndefined()
    expect(onPath(['node'], '')).toBeUndefined()
  })
})
