import { strict } from './modelled.ts'
import { chromium } from './state.ts'
import { toChromium } from './schemes.ts'

type Details = { url: string; resourceType: string }
type RequestListener = (details: Details, answer: (response: { cancel?: boolean }) => void) => void
type RequestHandler = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void
type CheckHandler = (contents: unknown, permission: string, origin: string) => boolean

let beforeRequest: RequestListener | null = null
let onRequest: RequestHandler | null = null
let onCheck: CheckHandler | null = null

/** Whether the app lets a request go. */
export const mayRequest = (details: Details): Promise<boolean> =>
  new Promise((resolve) => {
    if (beforeRequest === null) resolve(true)
    else beforeRequest(details, ({ cancel = false }) => resolve(!cancel))
  })

/** Electron's names of permissions and the protocol's. */
const permissions: Record<string, object> = {
  geolocation: { name: 'geolocation' },
  notifications: { name: 'notifications' },
  'clipboard-read': { name: 'clipboard-read' },
  'clipboard-sanitized-write': { name: 'clipboard-write' },
  media: { name: 'camera' },
}

const granted = (contents: unknown, permission: string, address: string): Promise<boolean> =>
  new Promise((resolve) => {
    // Electron grants what nobody answers for.
    const checked = onCheck?.(contents, permission, new URL('/', address).href) ?? true
    if (!checked || onRequest === null) resolve(checked)
    else onRequest(contents, permission, resolve, { requestingUrl: address })
  })

/** Gives and denies a page's permissions as the app's handlers say. Headless Chromium asks nobody when it is time. */
export const settlePermissions = async (contents: unknown, address: string): Promise<void> => {
  const { origin } = new URL(toChromium(address))
  for (const [name, permission] of Object.entries(permissions)) {
    const setting = (await granted(contents, name, address)) ? 'granted' : 'denied'
    await chromium().root.send('Browser.setPermission', { permission, setting, origin })
  }
}

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    webRequest: strict('webRequest', {
      onBeforeRequest: (listener: RequestListener) => {
        beforeRequest = listener
      },
    }),
    setPermissionRequestHandler: (handler: RequestHandler) => {
      onRequest = handler
    },
    setPermissionCheckHandler: (handler: CheckHandler) => {
      onCheck = handler
    },
  }),
})
