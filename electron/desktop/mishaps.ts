import process from 'node:process'
import { app, dialog, type BrowserWindow } from 'electron'
import type { Locale } from '../../shared/locales/index.ts'
import { say } from '../../shared/locales/say.ts'
import type { OpenData } from '../hosting/open.ts'
import { troubleText } from '../hosting/trouble.ts'

const title = (locale: Locale) => say(locale, { key: 'hosting.trouble.title' })

/** Says why the data cannot be opened, and ends with 1. */
export const whenBroken = (locale: Locale, error: unknown, dataDir: string): void => {
  dialog.showErrorBox(title(locale), troubleText(locale, error, dataDir))
  app.exit(1)
}

/** Says that another program works on the data, and ends with 1. */
export const whenInUse = (locale: Locale, dataDir: string): void => {
  dialog.showErrorBox(title(locale), say(locale, { key: 'hosting.inUse', params: { dataDir } }))
  app.exit(1)
}

/** Writes down what went wrong by itself, and brings a page back whose process died. */
export const setupMishaps = ({ log, now }: OpenData, window: BrowserWindow): void => {
  const note = (what: string, detail: string) => log({ at: now(), level: 'error', what, detail })
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    note('page', `${reason} ${exitCode}`)
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  window.webContents.on('preload-error', (_event, _path, error) => note('preload', String(error)))
  process.on('unhandledRejection', (reason) => note('main', String(reason)))
  process.on('uncaughtException', (error) => {
    note('main', error.stack ?? String(error))
    app.exit(1)
  })
}
