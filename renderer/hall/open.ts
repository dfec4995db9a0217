import type { HallScreen } from '../../shared/contract/hall.ts'
import { t } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'

/**
 * Opens a screen of the hall. The host sees to it: a browser opens a tab, the desktop a window on another display and
 * tells the page nothing (it gets no window to hold).
 */
export const openHall = (screen: HallScreen): void => {
  const address = screen === 'hall' ? '/hall' : '/hall?screen=podium'
  const opened = window.open(address, '_blank')
  if (opened === null && location.protocol !== 'app:') notify('warn', t('hall.said.blocked'))
}
