// Every decision on what the page may do, apart from Electron so that each can be tried by itself.

import { hallScreens, type HallScreen } from '../../shared/contract/hall.ts'

export const appScheme = 'app'
/** Our pages, each an origin of its own under our scheme: the desk, and the screens of the hall. */
export type Home = 'yixi' | 'hall'
/** The one address the desk's window shows. */
export const startAddress = 'app://yixi/'

/** The address of a screen of the hall. */
export const hallAddress = (screen: HallScreen): string =>
  screen === 'hall' ? 'app://hall/' : `app://hall/?screen=${screen}`

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** Whether an address is one of a page of ours: the desk's where no other is named. */
export const isOurs = (address: string, home: Home = 'yixi'): boolean => {
  const url = parse(address)
  return url?.protocol === 'app:' && url.host === home && url.username === ''
}

/** Whose page a window shows, by the address it is at. */
export const homeOf = (address: string): Home => (isOurs(address, 'hall') ? 'hall' : 'yixi')

/** Whether a window may go to an address: only its own start page, which is to say it may reload. */
export const mayNavigate = (address: string, home: Home = 'yixi'): boolean => {
  const url = parse(address)
  return isOurs(address, home) && url?.pathname === '/'
}

/**
 * The screen of the hall a page asks for by opening a window, or null where it asks for anything else. Only the desk is
 * heard; it gets no window, ours is opened instead.
 * @param here the address of the page that asks
 */
export const askedScreen = (address: string, here: string): HallScreen | null => {
  const url = parse(address)
  if (!isOurs(here) || !isOurs(address) || url?.pathname !== '/hall') return null
  return url.searchParams.get('screen') === 'podium' ? 'podium' : 'hall'
}

/** The one method a screen of the hall may call, with the one thing it may say. */
export const mayAskFrame = (screen: unknown): screen is HallScreen =>
  (hallScreens as readonly unknown[]).includes(screen)

/**
 * Whether a request may leave the page: to our own files, or to data the page holds in memory.
 * @param devTools whether the developer tools may load their own pages
 */
export const mayRequest = (address: string, devTools: boolean, home: Home = 'yixi'): boolean => {
  const url = parse(address)
  if (url === null) return false
  if (url.protocol === 'blob:') return isOurs(url.pathname, home)
  if (url.protocol === 'data:') return true
  return isOurs(address, home) || (devTools && url.protocol === 'devtools:')
}

/** Whether a permission is given: writing text to the clipboard at our page's wish, nothing else. */
export const mayUse = (permission: string, address: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOurs(address)

export type Sender = {
  /** Number of the web contents that sent. */
  contents: number
  frame: { url: string; parent: unknown } | null
}

/**
 * Whether a message may reach the kernel: from our page in the main frame of our window.
 * @param ourContents number of our window's web contents
 */
export const maySend = (sender: Sender, ourContents: number | null, home: Home = 'yixi'): boolean =>
  sender.contents === ourContents &&
  sender.frame !== null &&
  sender.frame.parent === null &&
  isOurs(sender.frame.url, home)
