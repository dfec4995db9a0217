import { app, BrowserWindow } from 'electron'

const showFirst = (): void => {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** Makes this the only run on its data. False where another one runs, which then comes to the front. */
export const setupSingleInstance = (): boolean => {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', showFirst)
  return true
}
