import { dialog } from 'electron'
import type { Locale } from '../../shared/locales/index.ts'
import { say } from '../../shared/locales/say.ts'
import { writeSet } from '../hosting/save.ts'
import type { Ports } from '../kernel/ports.ts'
import { deskWindow } from './window.ts'

/**
 * Asks for a folder, over the desk's window, and writes files into it.
 * @param suggested the folder the dialog opens at the first time
 */
export const createSaveFiles = (locale: Locale, suggested: string): Ports['saveFiles'] => {
  let last = suggested
  return async (files, earlier) => {
    const window = deskWindow()
    const options: Electron.OpenDialogOptions = {
      title: say(locale, { key: 'hosting.save.title' }),
      buttonLabel: say(locale, { key: 'hosting.save.button' }),
      defaultPath: last,
      properties: ['openDirectory', 'createDirectory'],
    }
    const chosen = await (window === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options))
    const [folder] = chosen.filePaths
    if (chosen.canceled || folder === undefined) return { folder: null, cancelled: true }
    const into = await writeSet(folder, files, new Date(), earlier)
    last = folder
    return { folder: into, cancelled: false }
  }
}
