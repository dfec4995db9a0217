// Every decision on what the page may do, apart from Electron so that each can be tried by itself.

export const appScheme = 'app'
/** The one address the window shows. */
export const startAddress = 'app://yixi/'

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** Whether an address is one of our own page's. */
export const isOurs = (address: string): boolean => {
  const url = parse(address)
  return url?.protocol === 'app:' && url.host === 'yixi' && url.username === ''
}

/** Whether a window may go to an address: only its own start page, which is to say it may reload. */
export const mayNavigate = (address: string): boolean => {
  const url = parse(address)
  return isOurs(address) && url?.pathname === '/'
}

/**
 * Whether a request may leave the page: to our own files, or to data the page holds in memory.
 * @param devTools whether the developer tools may load their own pages
 */
export const mayRequest = (address: string, devTools: boolean): boolean => {
  const url = parse(address)
  if (url === null) return false
  if (url.protocol === 'blob:') return isOurs(url.pathname)
  if (url.protocol === 'data:') return true
  return isOurs(address) || (devTools && url.protocol === 'devtools:')
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
export const maySend = (sender: Sender, ourContents: number | null): boolean =>
  sender.contents === ourContents &&
  sender.frame !== null &&
  sender.frame.parent === null &&
  isOurs(sender.frame.url)
