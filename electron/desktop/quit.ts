import { app } from 'electron'
import type { OpenData } from '../hosting/open.ts'

/**
 * Ends in order: the windows first, so that a page with unsaved input can still object, then the kernel with its
 * closing backup, then the program.
 */
export const setupQuit = ({ close, log, now }: OpenData): void => {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    close()
      .catch((error: unknown) => {
        log({ at: now(), level: 'error', what: 'closing', detail: String(error) })
      })
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}
