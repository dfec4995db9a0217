import type { EventEmitter } from 'node:events'
import { createContents, type Contents } from './contents.ts'
import { allowed, emitterOf, notModelled, onlyKnown, strict } from './modelled.ts'
import { app } from './lifecycle.ts'
import { sessionBehind } from './session.ts'
import { chromium, state } from './state.ts'
import { windows } from './windows.ts'

type Options = {
  x?: number
  y?: number
  width: number
  height: number
  show?: boolean
  backgroundColor?: string
  webPreferences: {
    session?: object
    preload?: string
    sandbox: boolean
    contextIsolation: boolean
    nodeIntegration: boolean
    webviewTag?: boolean
  }
}

const knownOptions = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'backgroundColor',
  'webPreferences',
]
const knownPreferences = [
  ...['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag'],
  ...['spellcheck', 'devTools', 'session', 'backgroundThrottling'],
]
const events = ['ready-to-show', 'close', 'closed', 'focus', 'show', 'maximize', 'restore']

const checkOptions = ({ webPreferences, ...options }: Options): void => {
  onlyKnown('the window option', { ...options, webPreferences }, knownOptions)
  onlyKnown('the web preference', webPreferences, knownPreferences)
  const { sandbox, contextIsolation, nodeIntegration, webviewTag } = webPreferences
  if (!sandbox || !contextIsolation || nodeIntegration || webviewTag === true) {
    throw notModelled('a window that is not sandboxed, isolated and without Node')
  }
}

const openTab = async ({ width, height, webPreferences }: Options): Promise<string> => {
  const browserContextId = await sessionBehind(webPreferences.session).browserContextId()
  const tab = { url: 'about:blank', width, height, newWindow: true, browserContextId }
  const { targetId } = await chromium().root.send('Target.createTarget', tab)
  return targetId as string
}

/** Closes a window unless the app or the page objects; tells whether it closed. */
const closeWindow = (emitter: EventEmitter, contents: Contents): Promise<boolean> => {
  if (contents.isDestroyed()) return Promise.resolve(true)
  if (!allowed(emitter, 'close')) return Promise.resolve(false)
  return new Promise((resolve) => {
    emitter.once('closed', () => resolve(true))
    contents.once('unload-refused', () => resolve(false))
    contents.close({ waitForBeforeUnload: true })
  })
}

const createWindow = (options: Options) => {
  if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready')
  checkOptions(options)
  const emitter = emitterOf('BrowserWindow', events)
  const targetId = openTab(options)
  const { preload, session } = options.webPreferences
  const contents = createContents({ targetId, preload, session })
  const shown = {
    visible: options.show !== false,
    minimized: false,
    maximized: false,
    fullScreen: false,
  }
  const bounds = {
    x: options.x ?? 0,
    y: options.y ?? 0,
    width: options.width,
    height: options.height,
  }
  const set = (change: Partial<typeof shown>, event: string) => () => {
    Object.assign(shown, change)
    emitter.emit(event)
  }
  const window = strict(
    'BrowserWindow',
    Object.assign(emitter, {
      id: (state.lastId += 1),
      webContents: contents,
      loadURL: contents.loadURL,
      isDestroyed: contents.isDestroyed,
      show: set({ visible: true }, 'show'),
      showInactive: set({ visible: true }, 'show'),
      focus: set({}, 'focus'),
      maximize: set({ maximized: true }, 'maximize'),
      restore: set({ minimized: false }, 'restore'),
      minimize: () => {
        shown.minimized = true
      },
      isVisible: () => shown.visible,
      isMinimized: () => shown.minimized,
      isMaximized: () => shown.maximized,
      isFullScreen: () => shown.fullScreen,
      setFullScreen: (fullScreen: boolean) => {
        shown.fullScreen = fullScreen
      },
      getNormalBounds: () => ({ ...bounds }),
      getBounds: () => ({ ...bounds }),
      setBounds: (next: typeof bounds) => {
        Object.assign(bounds, next)
      },
      setMenuBarVisibility: () => undefined,
      close: () => void closeWindow(emitter, contents),
    }),
  )
  windows.set(window.id, { window, contents, close: () => closeWindow(emitter, contents) })
  contents.once('dom-ready', () => emitter.emit('ready-to-show'))
  contents.once('destroyed', () => {
    windows.delete(window.id)
    emitter.emit('closed')
    app.emit('standin-window-closed')
  })
  // Electron says so before the constructor returns, so that guards stand before anything loads.
  app.emit('web-contents-created', {}, contents)
  return window
}

/** Electron's class, callable with `new`. */
export const BrowserWindow = strict(
  'BrowserWindow',
  Object.assign(
    function (options: Options) {
      return createWindow(options)
    },
    {
      // Electron promises no order; the newest first, so that nobody takes the first for the desk's.
      getAllWindows: () => [...windows.values()].map(({ window }) => window).reverse(),
      fromWebContents: (contents: unknown) =>
        [...windows.values()].find((one) => one.contents === contents)?.window ?? null,
    },
  ),
)

export const webContents = strict('webContents', {
  fromDevToolsTargetId: (targetId: string) =>
    [...windows.values()].find(({ contents }) => contents.targetId() === targetId)?.contents,
})
