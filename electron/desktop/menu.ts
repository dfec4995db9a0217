import { Menu } from 'electron'
import type { Locale } from '../../shared/locales/index.ts'
import { menuTable } from './menuTable.ts'

/** Sets the native menu. */
export const setupMenu = (locale: Locale, platform: NodeJS.Platform, dev: boolean): void => {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTable(locale, { platform, dev })))
}
