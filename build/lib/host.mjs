/**
 * How the app opens.
 * @typedef {'electron' | 'fetch-electron' | 'browser'} Way
 */

/**
 * Chooses how the app opens. Electron's runtime is fetched only where its window could be shown.
 * @param {{ display: boolean, electronPresent: boolean, mayFetch: boolean }} facts
 * @returns {Way}
 */
export function chooseWay({ display, electronPresent, mayFetch }) {
  if (!display) return 'browser'
  if (electronPresent) return 'electron'
  return mayFetch ? 'fetch-electron' : 'browser'
}

/**
 * Whether Electron ended because it cannot run here (a library missing, no usable sandbox) rather
 * than because its user was done: a failure before a window can have been used.
 * @param {number} code exit code
 * @param {number} milliseconds how long it ran
 */
export function couldNotRun(code, milliseconds) {
  return code !== 0 && milliseconds < 3000
}

/**
 * Whether the end of a browser's process means that its window was closed. A browser that ends at
 * once has handed the address to another process, and the window is still open.
 * @param {number} milliseconds how long it ran
 */
export function windowClosed(milliseconds) {
  return milliseconds > 3000
}

/**
 * The address in the loopback host's first line.
 * @param {string} line
 * @returns {string | undefined} undefined where the line is not its announcement
 */
export function announcedUrl(line) {
  try {
    const { url } = JSON.parse(line)
    const isOurs = typeof url === 'string' && new URL(url).hostname === '127.0.0.1'
    return isOurs ? url : undefined
  } catch {
    return undefined
  }
}
