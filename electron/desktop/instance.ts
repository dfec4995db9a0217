import { app } from 'electron'
import { deskWindow } from './window.ts'

const showDesk = (): void => {
  const window = deskWindow()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** Makes this the only run on its data. False where another one runs, which then comes to the front. */
export const setupSingleInstance = (): boolean => {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', showDesk)
  return true
}
