import { app, session, type WebContents } from 'electron'
import { mayNavigate, mayRequest, mayUse } from './policy.ts'

type Cancelable = { preventDefault: () => void; url: string }

const guardContents = (contents: WebContents): void => {
  const stay = (event: Cancelable) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Holds every page this program will ever show to its own address. */
export const setupNavigationGuard = (): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

/**
 * Cancels every request that leaves our scheme and gives no permission to anyone.
 * @param dev whether the developer tools may be used
 */
export const setupSessionGuard = (dev: boolean): void => {
  const ours = session.defaultSession
  ours.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(details.url, dev) })
  })
  ours.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl))
  })
  ours.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin))
}
