import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { startAddress } from './policy.ts'
import { fitState, readState, smallest, writeState } from './windowState.ts'

export type WindowOptions = {
  preload: string
  /** Folder in which the window's place is kept. */
  folder: string
  dev: boolean
}

const keepState = (window: BrowserWindow, file: string): void => {
  window.on('close', () => {
    writeState(file, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
}

let desk: BrowserWindow | undefined

/** The desk's window, whatever screens of the hall are open; undefined before it is there and once it is closed. */
export const deskWindow = (): BrowserWindow | undefined => desk

/** Opens the desk's window where it stood last time, and shows it once there is something to see. */
export const setupWindow = ({ preload, folder, dev }: WindowOptions): BrowserWindow => {
  const file = join(folder, 'window.json')
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { maximized, ...box } = fitState(readState(file), areas)
  const window = new BrowserWindow({
    ...box,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: dev,
    },
  })
  desk = window
  window.once('closed', () => (desk = undefined))
  // The menu keeps its shortcuts; its bar would only stand in the page's way.
  window.setMenuBarVisibility(false)
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  keepState(window, file)
  void window.loadURL(startAddress)
  return window
}
