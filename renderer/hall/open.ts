import type { HallScreen } from '../../shared/contract/hall.ts'

/**
 * Opens a screen of the hall. The host sees to it: a browser opens a tab, the desktop a window on another display.
 * Either way the page holds nothing of what was opened.
 */
export const openHall = (screen: HallScreen): void => {
  window.open(screen === 'hall' ? '/hall' : '/hall?screen=podium', '_blank', 'noopener')
}
