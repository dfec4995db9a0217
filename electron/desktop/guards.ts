import { app, session, type Session, type WebContents } from 'electron'
import type { HallScreen } from '../../shared/contract/hall.ts'
import { askedScreen, homeOf, mayNavigate, mayRequest, mayUse, type Home } from './policy.ts'

type Cancelable = { preventDefault: () => void; url: string }

type OpenHall = (screen: HallScreen) => void

const guardContents = (contents: WebContents, openHall: OpenHall): void => {
  const stay = (event: Cancelable) => {
    if (!mayNavigate(event.url, homeOf(contents.getURL()))) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const screen = askedScreen(url, contents.getURL())
    if (screen !== null) openHall(screen)
    return { action: 'deny' }
  })
}

/**
 * Holds every page this program will ever show to its own address.
 * @param openHall what to do when the desk asks for a screen of the hall
 */
export const setupNavigationGuard = (openHall: OpenHall): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openHall))
}

/**
 * Cancels every request that leaves the page's own address and gives no permission to anyone.
 * @param dev whether the developer tools may be used
 * @param ours the session of the page, the desk's where none is named
 */
export const setupSessionGuard = (
  dev: boolean,
  ours: Session = session.defaultSession,
  home: Home = 'yixi',
): void => {
  ours.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(details.url, dev, home) })
  })
  ours.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl))
  })
  ours.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin))
}
