// What `import 'electron'` gives an app that runs on the stand-in.
export { app } from './lifecycle.ts'
export { BrowserWindow, webContents } from './window.ts'
export { ipcMain } from './ipc.ts'
export { protocol } from './schemes.ts'
export { session } from './session.ts'
export { Menu, dialog, screen } from './native.ts'
