import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { launchChromium } from './chromium.ts'
import { allowed, emitterOf, strict } from './modelled.ts'
import { state } from './state.ts'
import { tabGone, windows } from './windows.ts'

const events = [
  ...['ready', 'before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance'],
  ...['web-contents-created', 'standin-window-closed'],
]
const emitter = emitterOf('app', events)
let sayReady: () => void = () => undefined
const whenReady = new Promise<void>((resolve) => (sayReady = resolve))

for (const arg of process.argv) {
  const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/.exec(arg) ?? []
  if (name !== undefined) state.switches.set(name, value)
}

const home = process.env['HOME'] ?? homedir()
const paths = new Map<string, string>([
  ['home', home],
  ['temp', tmpdir()],
  ['documents', join(home, 'Documents')],
  ['appData', process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')],
])

const pathOf = (name: string): string => {
  const path = paths.get(name)
  if (path === undefined) throw new Error(`stand-in: app.getPath('${name}') before it is set`)
  return path
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

let lockFile: string | undefined
const releaseLock = () => {
  if (lockFile !== undefined) rmSync(lockFile, { force: true })
  lockFile = undefined
}

/** The first run of a data folder holds a file with its number; the next ones wake it with a signal. */
const requestSingleInstanceLock = (): boolean => {
  const file = join(pathOf('userData'), 'standin.pid')
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    const first = Number(readFileSync(file, 'utf8'))
    if (isAlive(first)) {
      process.kill(first, 'SIGUSR2')
      return false
    }
    writeFileSync(file, String(process.pid))
  }
  lockFile = file
  process.on('SIGUSR2', () => emitter.emit('second-instance', {}, [], process.cwd(), null))
  return true
}

const end = async (code: number): Promise<void> => {
  emitter.emit('quit', {}, code)
  releaseLock()
  await state.chromium?.close()
  process.exit(code)
}

/** Electron's order: before-quit, the windows one by one, will-quit, the end. Any of them can call it off. */
const quitInOrder = async (): Promise<void> => {
  if (!allowed(emitter, 'before-quit')) return
  state.quitting = true
  for (const { close } of [...windows.values()]) {
    if (!(await close())) {
      state.quitting = false
      return
    }
  }
  if (allowed(emitter, 'will-quit')) await end(0)
  else state.quitting = false
}

export const app = strict(
  'app',
  Object.assign(emitter, {
    isPackaged: false,
    isReady: () => state.ready,
    whenReady: () => whenReady,
    getLocale: () => (state.ready ? 'zh-CN' : ''),
    getPath: pathOf,
    setPath: (name: string, path: string) => {
      if (!existsSync(path)) throw new Error(`Path '${path}' is not there`)
      paths.set(name, path)
    },
    enableSandbox: () => {
      if (state.ready) throw new Error('app.enableSandbox() must run before ready')
    },
    commandLine: strict('app.commandLine', {
      appendSwitch: (name: string, value = '') => {
        state.switches.set(name, value)
      },
      getSwitchValue: (name: string) => state.switches.get(name) ?? '',
    }),
    requestSingleInstanceLock,
    quit: () => {
      if (!state.quitting) void quitInOrder()
    },
    exit: (code = 0) => void end(code),
  }),
)

emitter.on('standin-window-closed', () => {
  if (windows.size === 0 && !state.quitting) emitter.emit('window-all-closed')
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())

/** Starts Chromium with the switches set so far, then says `ready`. */
export const becomeReady = async (): Promise<void> => {
  // Playwright's own switches of the browser, which it sets through the app, do no harm here.
  state.chromium = await launchChromium(state.switches)
  const { root } = state.chromium
  root.on('Target.targetDestroyed', ({ targetId }) => tabGone(targetId as string))
  await root.send('Target.setDiscoverTargets', { discover: true })
  state.ready = true
  app.emit('ready', {}, {})
  sayReady()
}
