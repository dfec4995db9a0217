import { notModelled, strict } from './modelled.ts'
import { chromium } from './state.ts'
import { createHandlers, ofDefault, toChromium } from './schemes.ts'

type Details = { url: string; resourceType: string }
type RequestListener = (details: Details, answer: (response: { cancel?: boolean }) => void) => void
type RequestHandler = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void
type CheckHandler = (contents: unknown, permission: string, origin: string) => boolean

/** What the stand-in knows of one of Electron's sessions. */
export type Own = {
  api: object
  /** Whether the app lets a request go. */
  mayRequest: (details: Details) => Promise<boolean>
  handlerOf: ReturnType<typeof createHandlers>['handlerOf']
  /** Gives and denies a page's permissions as the app's handlers say. */
  settlePermissions: (contents: unknown, address: string) => Promise<void>
  /** Chromium's own separation of what pages store; absent for the default. */
  browserContextId: () => Promise<string | undefined>
}

/** Electron's names of permissions and the protocol's. */
const permissions: Record<string, object> = {
  geolocation: { name: 'geolocation' },
  notifications: { name: 'notifications' },
  'clipboard-read': { name: 'clipboard-read' },
  'clipboard-sanitized-write': { name: 'clipboard-write' },
  media: { name: 'camera' },
}

const createSession = (
  name: string,
  { handle, handlerOf }: ReturnType<typeof createHandlers>,
  browserContextId: Own['browserContextId'],
): Own => {
  let beforeRequest: RequestListener | null = null
  let onRequest: RequestHandler | null = null
  let onCheck: CheckHandler | null = null
  const granted = (contents: unknown, permission: string, address: string): Promise<boolean> =>
    new Promise((resolve) => {
      // Electron grants what nobody answers for.
      const checked = onCheck?.(contents, permission, new URL('/', address).href) ?? true
      if (!checked || onRequest === null) resolve(checked)
      else onRequest(contents, permission, resolve, { requestingUrl: address })
    })
  return {
    api: strict(name, {
      protocol: strict(`${name}.protocol`, { handle }),
      webRequest: strict(`${name}.webRequest`, {
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
    mayRequest: (details) =>
      new Promise((resolve) => {
        if (beforeRequest === null) resolve(true)
        else beforeRequest(details, ({ cancel = false }) => resolve(!cancel))
      }),
    handlerOf,
    // Headless Chromium asks nobody when it is time.
    settlePermissions: async (contents, address) => {
      const { origin } = new URL(toChromium(address))
      const context = await browserContextId()
      for (const [permissionName, permission] of Object.entries(permissions)) {
        const setting = (await granted(contents, permissionName, address)) ? 'granted' : 'denied'
        const wanted = { permission, setting, origin, browserContextId: context }
        await chromium().root.send('Browser.setPermission', wanted)
      }
    },
    browserContextId,
  }
}

const byDefault = createSession('session.defaultSession', ofDefault, () =>
  Promise.resolve(undefined),
)
const partitions = new Map<string, Own>()

const fromPartition = (partition: string): object => {
  if (partition.startsWith('persist:')) throw notModelled('a partition that is kept on disk')
  const known = partitions.get(partition)
  if (known) return known.api
  let made: Promise<string> | undefined
  const own = createSession(`session of ${partition}`, createHandlers(), () => {
    made ??= chromium()
      .root.send('Target.createBrowserContext')
      .then(({ browserContextId }) => browserContextId as string)
    return made
  })
  partitions.set(partition, own)
  return own.api
}

/** What is behind a session as the app holds it; the default one where a window was given none. */
export const sessionBehind = (api: object | undefined): Own =>
  [...partitions.values()].find((own) => own.api === api) ?? byDefault

export const session = strict('session', { defaultSession: byDefault.api, fromPartition })
