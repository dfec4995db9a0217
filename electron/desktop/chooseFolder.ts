import { dialog } from 'electron'
import type { Locale } from '../../shared/locales/index.ts'
import { say } from '../../shared/locales/say.ts'
import type { Ports } from '../kernel/ports.ts'
import { deskWindow } from './window.ts'

/** Asks for a folder of copies, over the desk's window: never on a wall of the hall. */
export const createChooseFolder =
  (locale: Locale): NonNullable<Ports['chooseFolder']> =>
  async () => {
    const window = deskWindow()
    const options: Electron.OpenDialogOptions = {
      title: say(locale, { key: 'safety.shadow.choose' }),
      properties: ['openDirectory', 'createDirectory'],
    }
    const chosen = await (window === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options))
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }
