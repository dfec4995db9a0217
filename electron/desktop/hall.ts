import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  screen as displays,
  session,
  type IpcMainInvokeEvent,
  type Session,
} from 'electron'
import type { HallScreen } from '../../shared/contract/hall.ts'
import type { Reply } from '../../shared/contract/index.ts'
import type { OpenData } from '../hosting/open.ts'
import { answerRequest } from './appFiles.ts'
import { setupSessionGuard } from './guards.ts'
import { placeScreen, readScreens, writeScreens } from './hallPlace.ts'
import { appScheme, hallAddress, mayAskFrame, maySend } from './policy.ts'

export type HallOptions = {
  data: Pick<OpenData, 'kernel' | 'log' | 'now'>
  /** The window the hall is steered from; the screens go when it goes. */
  desk: BrowserWindow
  preload: string
  rendererDir: string
  /** Folder in which is kept which screens were open. */
  folder: string
  dev: boolean
}

const forbidden: Reply<unknown> = { ok: false, error: { code: 'internal' } }

/** A store of its own, in memory, that shares nothing with the desk's. */
const hallSession = (rendererDir: string, dev: boolean): Session => {
  const own = session.fromPartition('hall')
  own.protocol.handle(appScheme, (request) => answerRequest(rendererDir, request, 'hall'))
  setupSessionGuard(dev, own, 'hall')
  return own
}

const openWindow = (preload: string, own: Session, dev: boolean): BrowserWindow => {
  const window = new BrowserWindow({
    width: 960,
    height: 540,
    show: false,
    backgroundColor: '#5d110e',
    webPreferences: {
      preload,
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A wall is looked at by others: it is drawn at once whatever the desk's own window is doing.
      backgroundThrottling: false,
      devTools: dev,
    },
  })
  window.setMenuBarVisibility(false)
  return window
}

/**
 * The screens of the hall: windows on other displays, each with a preload that knows one question. Opens those again
 * that were open when the program last ended. Gives what opens one.
 */
export const setupHall = (options: HallOptions): ((screen: HallScreen) => void) => {
  const { data, desk, preload, rendererDir, folder, dev } = options
  const file = join(folder, 'hall-windows.json')
  const own = hallSession(rendererDir, dev)
  const windows = new Map<HallScreen, BrowserWindow>()

  const place = (screen: HallScreen, window: BrowserWindow) => {
    const { box, fullscreen } = placeScreen(screen, displays.getAllDisplays(), desk.getBounds())
    // A window over a whole display stays on it until it is let off.
    if (window.isFullScreen()) window.setFullScreen(false)
    window.setBounds(box)
    window.setFullScreen(fullscreen)
  }
  // What the end of the program closes is opened again by the next start.
  let ending = false
  app.once('before-quit', () => (ending = true))
  const keep = () => {
    if (!ending) writeScreens(file, [...windows.keys()])
  }
  const open = (screen: HallScreen) => {
    const known = windows.get(screen)
    if (known) {
      place(screen, known)
      return
    }
    const window = openWindow(preload, own, dev)
    windows.set(screen, window)
    place(screen, window)
    window.once('ready-to-show', () => window.showInactive())
    window.once('closed', () => {
      windows.delete(screen)
      keep()
    })
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      const detail = `${screen} ${reason} ${exitCode}`
      data.log({ at: data.now(), level: 'error', what: 'hall', detail })
      if (reason !== 'clean-exit') window.webContents.reload()
    })
    keep()
    void window.loadURL(hallAddress(screen))
  }

  const isHall = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
    [...windows.values()].some((window) =>
      maySend(
        { contents: sender.id, frame: senderFrame },
        window.isDestroyed() ? null : window.webContents.id,
        'hall',
      ),
    )
  ipcMain.handle('yixi:hall', (event, screen: unknown) =>
    isHall(event) && mayAskFrame(screen) ? data.kernel.call('hall.frame', { screen }) : forbidden,
  )
  const unsubscribe = data.kernel.on((event) => {
    if (event.type !== 'changed') return
    for (const window of windows.values())
      if (!window.isDestroyed()) window.webContents.send('yixi:hall-changed')
  })
  const replace = () => windows.forEach((window, screen) => place(screen, window))
  displays.on('display-added', replace)
  displays.on('display-removed', replace)
  desk.once('closed', () => {
    ending = true
    unsubscribe()
    for (const window of windows.values()) window.close()
  })
  for (const screen of readScreens(file)) open(screen)
  return open
}
